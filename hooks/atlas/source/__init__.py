"""The data folder → documents, or problems. The only room that knows YAML and the data's files."""

# To make a Path of each of thousands of files takes as long as to read it.
# ruff: noqa: PTH110, PTH113, PTH123

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from os.path import exists, isfile
from pathlib import Path

from atlas.memory import Memory
from atlas.problem import Place, Problem, Rule, Value, Values
from atlas.source import faults, names, parse
from atlas.source.composing import Comments, compose
from atlas.source.documents import Content, Document, document
from atlas.source.edits import Appended, Edits, edited
from atlas.source.layout import FREE, Order, UnsafeError, canonical
from atlas.source.nodes import Mapping, Node, Scalar, Sequence, plain
from atlas.source.saving import save
from atlas.text import Text

__all__ = [
    "FILE_RULES", "FREE", "Appended", "Comments", "Content", "Document", "Edits", "Mapping", "Node", "Order",
    "Scalar", "Sequence", "Source", "UnsafeError", "canonical", "compose", "edited", "file_at",
    "file_of", "forget", "plain", "read", "save",
]  # fmt: skip

FILE_RULES = (*faults.FILE_RULES, names.NAME_CLASH)

FOLDERS = ("programmes", "themes", "places", "pairings", "timelines")
"""Folders of data/: one record, one file; the file's name is the record's id."""

REQUIRED_FILES = ("site", "vocabulary", "api", "sources")
OPTIONAL_FILES = ("organisations", "glossary")

Turn = Callable[[Document, Content], object]

Inside = dict[str, list[str]]
"""The names of what is in each of the folders."""

_FILE = Text(ja="ファイル", en="A file")
_FOLDER = Text(ja="フォルダー", en="A folder")


@dataclass(frozen=True, slots=True)
class Source:
    """All that was read: the documents that parse, and the problems of those that do not.

    `known` has, by kind, the ids of all records that have a file, readable or not: a link to a
    record whose file has a fault of its own is not a second fault. Of an optional file that is
    not there it has no ids; of one that cannot be read it has no entry.
    """

    documents: tuple[Document, ...]
    known: dict[str, frozenset[str]]
    problems: tuple[Problem, ...]


def read(data_dir: Path, turn: Turn | None = None) -> Source:
    """Read every YAML file below a data folder, in a stable order; never raises for bad data.

    Each document is `turned` as soon as it is read, so that few are in memory with all they say.
    """
    try:
        return _read(data_dir, turn)
    except OSError as error:  # a folder that may not be opened
        path = _shown(data_dir, Path(error.filename or data_dir))
        values = {"reason": error.strerror or type(error).__name__}
        return Source((), {}, (Problem(path, Place(), faults.UNREADABLE, values),))


def _read(data_dir: Path, turn: Turn | None) -> Source:
    if not data_dir.is_dir():
        path = f"{data_dir.name}/"
        return Source((), {}, (Problem(path, Place(), faults.NOT_A_FILE, {"expected": _FOLDER}),))
    inside = {folder: names.listed(data_dir / folder) for folder in FOLDERS}
    problems = list(_strangers(data_dir, inside))
    known: dict[str, frozenset[str]] = {
        folder: names.ids(inside[folder])
        for folder in FOLDERS
        if (data_dir / folder).is_dir() or not (data_dir / folder).exists()
    }
    for optional in OPTIONAL_FILES:
        if not (data_dir / f"{optional}.yml").exists():
            known[optional] = frozenset()
    root = _shown(data_dir, data_dir / "_")[:-1]
    texts = (
        (
            (f"{root}{name}", kind, name[name.rfind("/") + 1 : -4]),
            _text(f"{root}{name}", f"{data_dir}/{name}"),
        )
        for kind, name in _files(data_dir, inside)
    )
    made = _documents.of(texts, lambda each: each[0].turned(turn) if each[0] and turn else None)
    problems += (problem for _, found in made for problem in found)
    return Source(tuple(each for each, _ in made if each), known, tuple(problems))


def _document(
    file: tuple[str, str, str], text: str | Problem
) -> tuple[Document | None, list[Problem]]:
    return (None, [text]) if isinstance(text, Problem) else document(*file, text)


_documents = Memory[str | Problem, tuple[Document | None, list[Problem]]](_document)
"""A file that says what it said is the very same document."""

forget = _documents.forget


def _files(data_dir: Path, inside: Inside) -> Iterator[tuple[str, str]]:
    """Go through the files that are there, and those that should be: their kinds and names."""
    for name in (*REQUIRED_FILES, *OPTIONAL_FILES):
        path = data_dir / f"{name}.yml"
        if name in REQUIRED_FILES or path.exists() or path.is_symlink():
            yield name, path.name
    for folder, files in inside.items():
        for name in files:
            if name.endswith(".yml") and not _ignored(name):
                yield folder, f"{folder}/{name}"


def _text(shown: str, name: str) -> str | Problem:
    """Return what stands in a file, or why that cannot be known.

    Nearly all files are well; making a `Path` of each would take as long as reading it.
    """

    def fault(rule: Rule, **values: Value) -> Problem:
        return Problem(shown, Place(), rule, values)

    stem = name[name.rfind("/") + 1 : -len(".yml")]
    if not isfile(name):
        if exists(name):  # a folder, or a device that would never end
            return fault(faults.NOT_A_FILE, expected=_FILE)
        if stem in REQUIRED_FILES and not Path(name).is_symlink():
            return fault(faults.MISSING_FILE)
    if not names.ID.fullmatch(stem):
        if other := names.clash(Path(name)):
            return fault(names.NAME_CLASH, name=f"{stem}.yml", other=other)
        return fault(faults.BAD_FILE_NAME, name=f"{stem}.yml")
    try:
        with open(name, "rb", buffering=0) as file:
            content = file.read()
    except OSError as error:
        return fault(faults.UNREADABLE, reason=error.strerror or type(error).__name__)
    return parse.decode(shown, content)


def _strangers(data_dir: Path, inside: Inside) -> Iterator[Problem]:
    """Find what has no place in the data folder: misspelt folders, .yaml files and the like."""
    expected = {*FOLDERS, *(f"{name}.yml" for name in (*REQUIRED_FILES, *OPTIONAL_FILES))}
    for path in sorted(data_dir.iterdir()):
        if path.name not in expected and not _ignored(path.name):
            yield _stranger(data_dir, path)
        elif path.name in FOLDERS and not path.is_dir():
            values = {"expected": _FOLDER}
            yield Problem(_shown(data_dir, path), Place(), faults.NOT_A_FILE, values)
        elif path.name in FOLDERS:
            for name in inside[path.name]:
                if not name.endswith(".yml") and not _ignored(name):
                    yield _stranger(data_dir, path / name)


def _stranger(data_dir: Path, path: Path) -> Problem:
    if other := names.clash(path):
        values: Values = {"name": path.name, "other": other}
        return Problem(_shown(data_dir, path), Place(), names.NAME_CLASH, values)
    return Problem(_shown(data_dir, path), Place(), faults.UNKNOWN_FILE, {"name": path.name})


def _ignored(name: str) -> bool:
    """Whether a file is an editor's or a system's own: hidden, or a backup copy."""
    return name.startswith(".") or name.endswith(("~", ".bak", ".swp"))


def _shown(data_dir: Path, path: Path) -> str:
    return (Path(data_dir.name) / path.relative_to(data_dir)).as_posix()


def file_of(data_dir: Path, kind: str, record_id: str) -> Path:
    """Return the file that a record of a kind stands in, whether or not it exists."""
    return data_dir / kind / f"{record_id}.yml" if kind in FOLDERS else data_dir / f"{kind}.yml"


def file_at(data_dir: Path, shown: str) -> Path:
    """Return the file that people are told of as `shown` (`data/places/kobe.yml`)."""
    return data_dir / Path(shown).relative_to(data_dir.name)
