"""Files written all together or not at all."""

import contextlib
import shutil
from collections.abc import Container, Mapping
from pathlib import Path

_NEW = ".new"


def save(files: Mapping[Path, str | None], new: Container[Path] = ()) -> None:
    """Write files anew, each in one step; those without a text are removed.

    Of those that are `new`, folders are made. Raises FileExistsError if one of them is there
    already, OSError if writing fails; then, as at any interruption, all files are as they were.
    """
    before = {path: path.read_bytes() if path.exists() else None for path in files}
    made: dict[Path, Path] = {}
    done: list[Path] = []
    try:
        for path, text in files.items():  # whatever can fail does so before the first is replaced
            if path in new:
                path.parent.mkdir(exist_ok=True)
                path.touch(exist_ok=False)
                done.append(path)
            if text is not None:
                made[path] = _beside(path)
                made[path].write_bytes(text.encode("utf-8"))
                if path.exists():
                    shutil.copymode(path, made[path])
        for path in files:
            done.append(path)
            if path in made:
                made[path].replace(path.resolve())
            else:
                path.unlink()
    except BaseException:
        for path in done:
            _bring_back(path, before[path])
        raise
    finally:
        for beside in made.values():
            beside.unlink(missing_ok=True)


def _beside(path: Path) -> Path:
    """Name a file in the same folder, which nobody reads: it is hidden."""
    path = path.resolve()
    return path.with_name(f".{path.name}{_NEW}")


def _bring_back(path: Path, content: bytes | None) -> None:
    with contextlib.suppress(OSError):
        if content is None:
            path.unlink(missing_ok=True)
        else:
            path.write_bytes(content)
