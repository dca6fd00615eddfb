"""A new id for a record: what has to change, in which files."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from pydantic import TypeAdapter, ValidationError

from atlas import schema, source
from atlas.model import FOLDER_MODELS, LIST_MODELS, Catalog, Kept
from atlas.model.base import Id
from atlas.problem import nearest
from atlas.source import Appended, Edits
from atlas.text import Text

File = tuple[str, str]
"""A file of the data: its kind, and its name without ending."""

_COMMON = tuple(name for name in Kept.model_fields if name != "id")
_AFTER_FORMERLY = _COMMON[_COMMON.index("formerly") + 1 :]
_OWNERS_OF_TIMELINES = ("pairings", "programmes")

_UNKNOWN = Text(
    ja="「{old}」というidの記録はありません。{guess}", en="There is no record '{old}'. {guess}"
)
_GUESS = Text(ja="もしかして: {id}", en="Did you mean: {id}")
_NOW = Text(ja="いまのidは {id} です。", en="Its id is now {id}.")
_NO_GUESS = Text(
    ja="data/ のファイルの名前か、一覧の見出しを書いてください。",
    en="Give the name of a file in data/, or a heading of one of the lists.",
)
_BAD = Text(
    ja="「{new}」はidの形になっていません。半角の英小文字、数字、ハイフンだけで書いてください（例：tokorozawa-bratislava）。",
    en="'{new}' is not an id. Use lower-case letters, digits and hyphens only (tokorozawa-bratislava).",
)
_SAME = Text(ja="いまのidも「{new}」です。", en="Its id is '{new}' already.")
_IN_USE = Text(
    ja="id「{new}」は、{owner} が使っています。", en="The id '{new}' is that of {owner}."
)
_WAS_IN_USE = Text(
    ja="id「{new}」は、{owner} の以前のidで、そのアドレスがまだ使われます。ほかの名前にしてください。",
    en="'{new}' is a former id of {owner}, whose old address goes on working. Choose another name.",
)


class RefusedError(ValueError):
    """The record cannot have that id; says why in both languages."""

    def __init__(self, why: Text, **values: str | Text) -> None:
        super().__init__(why.en)
        self.why = Text(ja=why.fill("ja", values), en=why.fill("en", values))


@dataclass(frozen=True, slots=True)
class Renaming:
    """What it takes to give a record another id."""

    kind: str
    edits: Mapping[File, Edits]
    files: Mapping[File, File]
    """Files that get another name."""
    references: Mapping[File, int]
    """How many times other records, or the record itself, name the old id."""
    new_in_calendars: bool
    """Whether calendars will take its events for new ones: they know them by the first id."""


def plan(catalog: Catalog, old: str, new: str) -> Renaming:
    """Work out what has to change; the catalog is that of data without problems.

    Raises RefusedError if there is no record `old`, or if it cannot have the id `new`.
    """
    records = {
        record.id: (kind, record) for kind, record in catalog.records() if kind != "timelines"
    }
    if old not in records:
        raise RefusedError(_UNKNOWN, old=old, guess=_guess(catalog, old))
    kind, record = records[old]
    _check(catalog, old, new)
    own, owned = _file(kind, old), ("timelines", old)
    values: dict[File, dict[tuple[str | int, ...], str]] = defaultdict(dict)
    for (naming_kind, naming), named in catalog.links.items():
        block = () if naming_kind in FOLDER_MODELS else (naming,)
        for reference in named:
            if reference.id == old and kind in reference.kinds:
                values[_file(naming_kind, naming)][(*block, *reference.path)] = new
    references = {file: len(found) for file, found in values.items()}
    former = (*(i for i in record.formerly if i != new), old)
    listed = kind in LIST_MODELS
    edits = {file: Edits(values=found) for file, found in values.items()}
    edits[own] = Edits(
        values[own],
        {(old,): new} if listed else {},
        [Appended((old,) if listed else (), "formerly", former, _AFTER_FORMERLY)],
    )
    files = {} if listed else {own: (kind, new)}
    if kind in _OWNERS_OF_TIMELINES and old in catalog.timelines:
        files[owned] = ("timelines", new)
        if catalog.timelines[old].formerly:
            appended = Appended((), "formerly", former, _AFTER_FORMERLY)
            edits[owned] = Edits(values[owned], lists=[appended])
    first = (*record.formerly, old)[0]
    forgotten = kind in _OWNERS_OF_TIMELINES and first == new
    return Renaming(kind, edits, files, references, forgotten)


def apply(renaming: Renaming, texts: Mapping[File, str]) -> dict[File, str | None]:
    """Return the files that change, with their new texts; None for those that get another name.

    Raises `source.UnsafeError` if a text cannot be changed in that place alone.
    """
    changed: dict[File, str | None] = {}
    for file in (*renaming.edits, *(f for f in renaming.files if f not in renaming.edits)):
        text = source.edited(texts[file], renaming.edits.get(file, Edits()))
        order = schema.order_of(file[0])
        if source.canonical(texts[file], order) == texts[file]:  # what was in order stays so
            text = source.canonical(text, order)
        changed[renaming.files.get(file, file)] = text
        if file in renaming.files:
            changed[file] = None
    return changed


def touched(renaming: Renaming) -> set[File]:
    """Return the files whose texts `apply` needs."""
    return {*renaming.edits, *renaming.files}


def _file(kind: str, record: str) -> File:
    return (kind, record) if kind in FOLDER_MODELS else (kind, kind)


def _check(catalog: Catalog, old: str, new: str) -> None:
    if new == old:
        raise RefusedError(_SAME, new=new)
    try:
        TypeAdapter(Id).validate_python(new)
    except ValidationError:
        raise RefusedError(_BAD, new=new) from None
    for kind, record in catalog.records():
        if record.id == new:
            raise RefusedError(_IN_USE, new=new, owner=f"{kind}/{record.id}")
        if new in record.formerly and record.id != old:
            raise RefusedError(_WAS_IN_USE, new=new, owner=f"{kind}/{record.id}")


def _guess(catalog: Catalog, written: str) -> Text:
    """Say which record may be meant: by a former id, by something like its id, or by its name."""
    renamed = catalog.renamed()
    if written in renamed:
        return Text(
            ja=_NOW.fill("ja", {"id": renamed[written]}),
            en=_NOW.fill("en", {"id": renamed[written]}),
        )
    ids = {name: record.id for _, record in catalog.records() for name in _names(record)}
    name = written if written in ids else nearest(written, ids)
    if name is None:
        return _NO_GUESS
    return Text(ja=_GUESS.fill("ja", {"id": ids[name]}), en=_GUESS.fill("en", {"id": ids[name]}))


def _names(record: Kept) -> list[str]:
    """What a record is called: its id, its name or title, its reading and its other names."""
    names = [record.id, getattr(record, "reading", None) or record.id]
    for called in (getattr(record, "name", None), getattr(record, "title", None)):
        if isinstance(called, Text):
            names += [called.ja, called.en]
    return names + [alias.text for alias in getattr(record, "aliases", ())]
