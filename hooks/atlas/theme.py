"""A quicker way through the theme's templates and files, for the same site.

MkDocs makes a Jinja environment for each language and one more for the search, and so compiles the
theme's templates twice; and twice it lists the theme's 14,500 files, of which it then drops 14,300
icons. Together that was half of what a build of the real data cost. `hasten` leans on what MkDocs
does not promise: that whatever it needs of the theme it gets from `theme.get_env`, and that hidden
files are none that it copies. ATLAS_PLAIN=1 does without; `tests/test_theme.py` says when it changes.
"""

import os
from collections.abc import Callable, Iterable
from functools import cache, partial
from pathlib import Path
from typing import Any

from atlas.pages import keep_compiled


def hasten(theme: Any, folder: Path) -> None:
    """Let all languages share the theme's environment, and builds what its templates compile to.

    The theme is MkDocs's own for one build: while the site is served, the next build has another,
    and a template that was changed is read anew.
    """
    make, known, files = theme.get_env, dict[tuple[str, ...], Any](), cache(files_of)

    def shared() -> Any:
        folders = tuple(dict.fromkeys(theme.dirs))  # the i18n plugin adds one, once a language
        if folders not in known:
            environment = known[folders] = make()
            environment.loader.list_templates = partial(listed, folders, files)
            keep_compiled(environment, folder)
        return known[folders]

    theme.get_env = shared


def listed(folders: Iterable[str], files: Callable[[str], Iterable[str]]) -> list[str]:
    """Name the files of a theme, but for hidden ones, in the way of Jinja's loader."""
    return sorted({name for folder in folders for name in files(folder)})


def files_of(folder: str) -> list[str]:
    """Name all files below a folder, but for hidden ones and what is in hidden folders."""
    found: list[str] = []
    for parent, inner, files in os.walk(folder):
        inner[:] = [name for name in inner if not name.startswith(".")]
        within = Path(parent).relative_to(folder)
        found += ((within / name).as_posix() for name in files if not name.startswith("."))
    return found
