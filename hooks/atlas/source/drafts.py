"""Records that are not yet files: laid over those that are, and written all together or not at all."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from atlas.problem import Place, Problem
from atlas.source import FOLDERS, Source, documents, faults, file_of, names, parse
from atlas.source.composing import NONE, Comments, compose
from atlas.source.layout import FREE, Order
from atlas.source.nodes import Plain, plain
from atlas.source.saving import save


@dataclass(frozen=True, slots=True)
class Draft:
    """A record as it would be written: `kind` is its folder, or the file of many it goes into."""

    kind: str
    id: str
    content: Mapping[str, Plain]
    order: Order = FREE
    comments: Comments = NONE

    @property
    def file(self) -> str:
        """The file that it belongs to, below the data folder."""
        return file_of(Path(), self.kind, self.id).as_posix()


def texts(data_dir: Path, drafts: Iterable[Draft]) -> dict[str, str]:
    """Compose the files that drafts make or lengthen: the whole text, by path below the folder.

    What a file of many already says stays as it is, comments included. Raises OSError and
    UnicodeDecodeError if such a file cannot be read.
    """
    composed: dict[str, str] = {}
    for draft in sorted(drafts, key=lambda draft: draft.kind in FOLDERS):
        under = "" if draft.kind in FOLDERS else draft.id
        text = compose(draft.content, draft.order, draft.comments, under)
        file = data_dir / draft.file
        if under:
            old = composed.get(draft.file) or (file.read_bytes().decode() if file.exists() else "")
            text = f"{old.rstrip()}\n\n{text}" if old.strip() else text
        composed[draft.file] = text
    return composed


def overlaid(source: Source, data_dir: Path, composed: Mapping[str, str]) -> Source:
    """Read composed files as if they were on the disk already, in place of those that are."""
    read = {document.path: document for document in source.documents}
    known, problems = dict(source.known), list(source.problems)
    for name, text in composed.items():
        path = f"{data_dir.name}/{name}"
        kind, _, record_id = name.removesuffix(".yml").partition("/")
        if not names.ID.fullmatch(record_id or kind):
            values = {"name": Path(name).name}
            problems.append(Problem(path, Place(), faults.BAD_FILE_NAME, values))
            continue
        document, found = documents.document(path, kind, record_id or kind, text)
        problems += found
        if document is not None:
            read[path] = document
        if kind in FOLDERS:
            known[kind] = known.get(kind, frozenset()) | {record_id}
    return replace(source, documents=tuple(read.values()), known=known, problems=tuple(problems))


def said(path: str, text: str) -> tuple[dict[str, Plain] | None, list[Problem]]:
    """Return what a YAML text says, without places, and what is wrong with it."""
    parsed = parse.parse(path, text)
    return (plain(parsed.root) if parsed.root else None), parsed.problems


def write(data_dir: Path, composed: Mapping[str, str]) -> None:
    """Write composed files, all or none of them, as `save` does; a record's own file is new."""
    files = {data_dir / name: text for name, text in composed.items()}
    save(files, new={file for file in files if file.parent != data_dir})
