"""What the report tells of records: which were added, changed, renamed and removed, and how."""

from collections.abc import Iterable, Iterator

from atlas.changes import wording
from atlas.changes.differences import Difference, Path, Step
from atlas.changes.document import Block, Fold, Heading, Run, Runs, Table, joined, runs, sentence
from atlas.changes.records import RecordChange, What
from atlas.changes.shortened import shortened, side_by_side
from atlas.changes.summary import Changes
from atlas.changes.teller import Teller
from atlas.model import FOLDER_MODELS, LIST_MODELS, meaning_of

_MODELS = {**FOLDER_MODELS, **LIST_MODELS}
_HEAD = 30
"""How much of an item's label or title is shown to name the item."""


def blocks(t: Teller, changes: Changes) -> Iterator[Block]:
    """Tell of all records: those added, changed, given another id, and removed."""
    for what, title in wording.RECORD_TITLES.items():
        found = [change for change in changes.records if change.what == what]
        if found:
            yield t.heading(title, len(found))
            yield from _of(t, what, found, changes)


def _of(t: Teller, what: What, found: list[RecordChange], changes: Changes) -> Iterator[Block]:
    if what != "changed":
        yield _list(t, what, found, changes)
    for change in found:
        if what in ("added", "removed"):
            kind, name = _named(t, change, changes)
            title = t.sentence(wording.CONTENT, kind=kind, name=name)
            yield Fold(title, (_values(t, change.differences),))
        elif change.differences:  # of one that only has a new id there is no more to tell
            yield from _in_full(t, change, changes)


def _list(t: Teller, what: What, found: list[RecordChange], changes: Changes) -> Table:
    ids = (wording.ID_BEFORE, wording.ID_AFTER) if what == "renamed" else (wording.ID,)
    rows = (
        (*_named(t, change, changes), *map(_code, (change.was, change.id)[-len(ids) :]))
        for change in found
    )
    return t.table((wording.KIND, wording.RECORD, *ids), rows)


def _in_full(t: Teller, change: RecordChange, changes: Changes) -> Iterator[Block]:
    """A record under a heading of its own, field by field."""
    kind, name = _named(t, change, changes)
    title = (*t.sentence(wording.KIND_AND_NAME, kind=kind, name=name), *_address(change))
    yield Heading(4, title)
    columns = (wording.FIELD, wording.BEFORE, wording.AFTER)
    yield t.table(columns, ((_field(t, difference.path), *_sides(difference))
                            for difference in change.differences))  # fmt: skip


def _values(t: Teller, differences: Iterable[Difference]) -> Table:
    """What a record says that was added or removed."""
    return t.table(
        (wording.FIELD, wording.VALUE),
        ((_field(t, d.path), runs(shortened(d.after or d.before or ""))) for d in differences),
    )


def _sides(difference: Difference) -> tuple[Runs, Runs]:
    return side_by_side(difference.before, difference.after)


def _named(t: Teller, change: RecordChange, changes: Changes) -> tuple[Runs, Runs]:
    """What kind of record it is, and what it is called."""
    return _kind(t, change), t.runs(changes.names[change.kind, change.id])


def _kind(t: Teller, change: RecordChange) -> Runs:
    model = _MODELS.get(change.kind)
    return t.runs(meaning_of(model).title if model else wording.SINGLE)


def _address(change: RecordChange) -> Runs:
    return (Run(" "), *_code(change.id)) if change.id else ()


def _code(text: str) -> Runs:
    return runs(text, "code")


def _field(t: Teller, path: Path) -> Runs:
    """Name a field as the model does, with the items and the blocks that it is in."""
    parts: list[Runs] = []
    for step in path:
        if step.role == "key":
            parts.append(t.runs(step.name) if step.name else _code(step.key))
        else:
            parts[-1] = (*parts[-1], *_qualifier(t, step))
    return joined(parts, " › ")


def _qualifier(t: Teller, step: Step) -> Runs:
    """Name an item of a list, or a language."""
    if step.role == "language" and step.name:
        return sentence(wording.IN_LANGUAGE[t.language], language=t.runs(step.name))
    if step.name:
        head = runs(shortened(t.to(step.name), _HEAD))
        return sentence(wording.HEAD_OF_ITEM[t.language], head=head)
    return (Run(" "), *_code(step.key))
