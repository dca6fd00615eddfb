"""Which records were added, changed, given another id or removed, and what differs in each."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from pydantic import BaseModel

from atlas.changes.differences import Difference, differences
from atlas.graph import Graph
from atlas.model import FOLDER_MODELS, LIST_MODELS, kind_of, references

What = Literal["added", "changed", "renamed", "removed"]
Key = tuple[str, str]
"""A kind and an id. What stands alone in its file, such as the vocabulary, has an empty id."""

SINGLES = ("site", "vocabulary", "guide")
_KINDS = (*FOLDER_MODELS, *LIST_MODELS, *SINGLES)


@dataclass(frozen=True, slots=True)
class RecordChange:
    """What became of a record."""

    what: What
    kind: str
    id: str
    was: str
    """The id that it had before; empty for a record that was added."""
    differences: tuple[Difference, ...]


def records(before: Graph | None, after: Graph) -> tuple[RecordChange, ...]:
    """Compare all records, in the order of their kinds and ids.

    A record that was given another id is known by its `formerly`. That other records now name it by
    the new id is no change of theirs.
    """
    old, new = (by_key(before) if before else {}), by_key(after)
    renamed = _renamed(old, new)
    earlier = {_key_now(key, renamed): key for key in old}
    found = []
    for key in sorted({*earlier, *new}, key=lambda key: (_KINDS.index(key[0]), key[1])):
        was = earlier.get(key)
        now = new.get(key)
        record = _carried(old[was], renamed, now) if was else None
        rows = tuple(differences(record, now))
        if rows or (was and was != key):
            what = _what(was, key, is_there=now is not None)
            found.append(RecordChange(what, *key, was[1] if was else "", rows))
    return tuple(found)


def _what(was: Key | None, key: Key, *, is_there: bool) -> What:
    if not was:
        return "added"
    if not is_there:
        return "removed"
    return "renamed" if was != key else "changed"


def by_key(graph: Graph) -> dict[Key, BaseModel]:
    """Return everything that the data hold, each with what kind of record it is."""
    listed = ((kind_of(record), record) for record in graph.by_id.values())
    timelines = (("timelines", timeline) for timeline in graph.timelines.values())
    return {
        **{(kind, record.id): record for kind, record in (*listed, *timelines)},
        **{(kind, ""): getattr(graph, kind) for kind in SINGLES},
    }


def _renamed(old: Mapping[Key, BaseModel], new: Mapping[Key, BaseModel]) -> dict[str, str]:
    """The new ids of records by those that they had in the earlier data."""
    renamed = {}
    for (kind, record_id), record in new.items():
        for former in reversed(getattr(record, "formerly", ())):  # the latest goes first
            if (kind, former) in old and (kind, former) not in new and (kind, record_id) not in old:
                renamed[former] = record_id
                break
    return renamed


def _key_now(key: Key, renamed: Mapping[str, str]) -> Key:
    """Under which key a record is found now; a timeline goes with its pairing or programme."""
    kind, record_id = key
    return kind, renamed.get(record_id, record_id)


def _carried(record: BaseModel, renamed: Mapping[str, str], now: BaseModel | None) -> BaseModel:
    """An earlier record as it would be if nothing but ids had changed, its own and others'."""
    if not renamed:
        return record
    content = record.model_dump(mode="json", by_alias=True)
    for reference in references(type(record), content):
        if reference.id in renamed:
            _put(content, reference.path, renamed[reference.id])
    if content.get("id") in renamed and now:
        content |= now.model_dump(mode="json", include={"id", "formerly"})
    return type(record).model_validate(content)


def _put(content: object, path: tuple[str | int, ...], value: str) -> None:
    """Write a value at a path of nested mappings and lists."""
    *way, last = path
    inner: object = content
    for step in way:
        inner = inner[step]  # type: ignore[index]
    inner[last] = value  # type: ignore[index]
