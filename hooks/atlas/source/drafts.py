"""Records that are not yet files: laid over those that are, and written all together or not at all."""

from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path

from atlas.problem import Place, Problem
from atlas.source import _ID, Source, composing, faults, nodes, parse
from atlas.source.composing import Comments
from atlas.source.nodes import Document, Node, Plain, plain

LISTS = ("sources", "organisations", "glossary")
"""Kinds of record that stand together in one file."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A record as it would be written: `kind` is its folder, or the file of many it goes into."""

    kind: str
    id: str
    content: Mapping[str, Plain]
    comments: Comments = field(default_factory=Comments)

    @property
    def file(self) -> str:
        """The file that it belongs to, below the data folder."""
        return f"{self.kind}.yml" if self.kind in LISTS else f"{self.kind}/{self.id}.yml"


def texts(data_dir: Path, drafts: Iterable[Draft]) -> dict[str, str]:
    """Compose the files that drafts make or lengthen: the whole text, by path below the folder.

    What a file of many already says stays as it is, comments included. Raises OSError and
    UnicodeDecodeError if such a file cannot be read.
    """
    composed: dict[str, str] = {}
    for draft in sorted(drafts, key=lambda draft: draft.kind not in LISTS):
        if draft.kind in LISTS:
            file = data_dir / draft.file
            old = composed.get(draft.file) or (file.read_bytes().decode() if file.exists() else "")
            before = old.rstrip() + "\n\n" if old.strip() else ""
            entry = composing.entry(draft.id, draft.content, draft.comments)
            composed[draft.file] = before + entry
        else:
            composed[draft.file] = composing.compose(draft.content, draft.comments)
    return composed


def overlaid(source: Source, data_dir: Path, composed: Mapping[str, str]) -> Source:
    """Read composed files as if they were on the disk already, in place of those that are."""
    read = {document.path: document for document in source.documents}
    known, problems = dict(source.known), list(source.problems)
    for name, text in composed.items():
        path = f"{data_dir.name}/{name}"
        kind, _, record_id = name.removesuffix(".yml").partition("/")
        if not _ID.fullmatch(record_id or kind):
            values = {"name": Path(name).name}
            problems.append(Problem(path, Place(), faults.BAD_FILE_NAME, values))
            continue
        document, found = _document(path, kind, record_id or kind, text)
        problems += found
        if document is not None:
            read[path] = document
        if kind not in LISTS:
            known[kind] = known.get(kind, frozenset()) | {record_id}
    return replace(source, documents=tuple(read.values()), known=known, problems=tuple(problems))


def path_at(document: Document, place: Place) -> nodes.Path:
    """Return the way to the innermost value that stands, key included, at or before a place."""
    node: Node = document.root
    path: nodes.Path = ()
    while True:
        inner = [
            (step, value)
            for begin, step, value in _parts(node)
            if (begin.line, begin.column) <= (place.line, place.column)
        ]
        if not inner:
            return path
        step, node = inner[-1]
        path = (*path, step)


def _parts(node: Node) -> list[tuple[Place, str | int, Node]]:
    """Where each part of a list or block begins, by which step it is reached, and what it is."""
    match node:
        case nodes.Mapping():
            return [(key.place, key.text, value) for key, value in node.entries]
        case nodes.Sequence():
            return [(item.place, number, item) for number, item in enumerate(node.items)]
        case nodes.Scalar():
            return []


def said(path: str, text: str) -> tuple[dict[str, Plain] | None, list[Problem]]:
    """Return what a YAML text says, without places, and what is wrong with it."""
    document, problems = _document(path, "", "", text)
    return (plain(document.root) if document else None), problems


def _document(
    path: str, kind: str, record_id: str, text: str
) -> tuple[Document | None, list[Problem]]:
    parsed = parse.parse(path, text)
    if parsed.root is None:
        return None, parsed.problems
    lines = tuple(text.splitlines())
    return Document(path, kind, record_id, parsed.root, lines, parsed.mended), parsed.problems


def write(data_dir: Path, composed: Mapping[str, str]) -> None:
    """Write composed files, all or none of them.

    Raises FileExistsError where a record's file is there already, OSError where one cannot be
    written; then, as at any other interruption, everything is as it was.
    """
    undo: list[tuple[Path, bytes | None]] = []
    try:
        for name, text in composed.items():
            file = data_dir / name
            if "/" not in name and file.exists():
                undo.append((file, file.read_bytes()))
                _replace(file, text.encode())
            else:
                file.parent.mkdir(exist_ok=True)
                with file.open("xb") as new:
                    undo.append((file, None))
                    new.write(text.encode())
    except BaseException:
        for file, before in reversed(undo):
            with suppress(OSError):
                file.unlink() if before is None else _replace(file, before)
        raise


def _replace(file: Path, content: bytes) -> None:
    """Put new content in a file's place at once: a reader finds the old or the new, never half."""
    beside = file.with_name(f".{file.name}.new")
    try:
        beside.write_bytes(content)
        beside.replace(file)
    finally:
        beside.unlink(missing_ok=True)
