"""Files written all together or not at all."""

import contextlib
import shutil
from collections.abc import Mapping
from pathlib import Path

_NEW = ".new"


def save(files: Mapping[Path, str | None]) -> None:
    """Write files anew, each in one step; those without a text are removed.

    Raises OSError if that fails, and then leaves all files as they were.
    """
    before = {path: path.read_bytes() if path.exists() else None for path in files}
    new = {path: _beside(path) for path, text in files.items() if text is not None}
    done: list[Path] = []
    try:
        for path, beside in new.items():  # whatever can fail does so before the first is replaced
            beside.write_bytes((files[path] or "").encode("utf-8"))
            if path.exists():
                shutil.copymode(path, beside)
        for path in files:
            done.append(path)
            if path in new:
                new[path].replace(path.resolve())
            else:
                path.unlink()
    except OSError:
        for path in done:
            _bring_back(path, before[path])
        raise
    finally:
        for beside in new.values():
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
