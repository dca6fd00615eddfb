"""Names of files: what they may be, and which of them say the same."""

import re
from collections.abc import Iterable
from os.path import splitext
from pathlib import Path

from atlas.problem import Rule
from atlas.text import Text

NAME_CLASH = Rule(
    "name-clash",
    Text(
        ja="一つのフォルダーに、大文字と小文字や、.yml と .yaml だけが違う名前のファイルを置かない。",
        en="No two files of a folder differ only in large and small letters, or in .yml and .yaml.",
    ),
    Text(
        ja="「{name}」は「{other}」と同じ名前とみなされます。",
        en="'{name}' counts as the same name as '{other}'.",
    ),
    Text(
        ja="同じ内容なら、このファイルを消してください。別の記録なら、別の名前に変えてください。",
        en="If both say the same, delete this file. If it is another record, give it another name.",
    ),
    bad="""\
# data/places/kawabe.yml
# data/places/kawabe.yaml""",
    good="# data/places/kawabe.yml",
)

ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
"""What the name of a file is, without its ending."""

_ENDINGS = {".yml", ".yaml"}


def clash(path: Path) -> str | None:
    """Return the name of the file that rightly bears a name which a badly named one bears too."""
    right = path.with_name(f"{path.stem.lower()}.yml")
    both = path.suffix.lower() in _ENDINGS and path.is_file() and right.is_file()
    return right.name if both and not right.samefile(path) else None


def listed(folder: Path) -> list[str]:
    """Return the names of all that is in a folder, in a stable order; of no folder there are none."""
    return sorted(path.name for path in folder.iterdir()) if folder.is_dir() else []


def ids(files: Iterable[str]) -> frozenset[str]:
    """Return the ids that files have, or would have if they were named rightly."""
    parts = map(splitext, files)
    return frozenset(stem.lower() for stem, ending in parts if ending.lower() in _ENDINGS)
