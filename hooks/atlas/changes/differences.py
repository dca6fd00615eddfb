"""What differs between two records of a kind: field by field, down to single texts and values.

Records are compared as the model reads them, so that comments, layout and the order of keys make
no difference. Items of lists are found again by their ids, and where they have none by what they
say, not by where they stand.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from pydantic import BaseModel

from atlas.dates import Date
from atlas.model import meaning
from atlas.text import LANGUAGES, Text, paragraphs


@dataclass(frozen=True, slots=True)
class Step:
    """A step of the way to a value: a key, an item of a list by its id or number, a language."""

    key: str
    name: Text | None = None
    """What it is called for readers: a key's title in the model, or what an item begins with."""
    role: Literal["key", "item", "language"] = "key"


ORDER = Step("order", Text(ja="順序", en="Order"))
"""Stands for the order of a list whose items are numbered on the pages."""

Path = tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """A value that was added (nothing before), changed, or removed (nothing after)."""

    path: Path
    before: str | None
    after: str | None


def differences(before: object, after: object, path: Path = ()) -> Iterator[Difference]:
    """Compare two values of the model, in the order of its fields; either may be missing."""
    if before == after or not (before or after):
        return
    one = after if after is not None else before
    if isinstance(one, Text):
        yield from _texts(before, after, path)
    elif isinstance(one, BaseModel):
        yield from _fields(before, after, type(one), path)
    elif isinstance(one, Mapping):
        keys = dict.fromkeys((*_entries(before), *_entries(after)))
        for key in keys:
            here = (*path, Step(key))
            yield from differences(_entries(before).get(key), _entries(after).get(key), here)
    elif isinstance(one, tuple) and any(isinstance(v, BaseModel) for v in (*_items(before), *one)):
        yield from _lists(_items(before), _items(after), path)
    elif _written(before) != _written(after):
        yield Difference(path, _written(before), _written(after))


def _texts(before: object, after: object, path: Path) -> Iterator[Difference]:
    """Language by language, and paragraph by paragraph: where lines break is layout."""
    for language in LANGUAGES:
        old, new = (
            "\n\n".join(paragraphs(text.to(language))) if isinstance(text, Text) else None
            for text in (before, after)
        )
        if old != new:
            name = meaning(Text, language).title
            yield Difference((*path, Step(language, name, "language")), old, new)


def _fields(
    before: object, after: object, model: type[BaseModel], path: Path
) -> Iterator[Difference]:
    for name, field in model.model_fields.items():
        old, new = (getattr(record, name, None) for record in (before, after))
        alone = before is None or after is None
        given = old if after is None else new
        if name == "id" or (alone and not field.is_required() and given == field.get_default()):
            continue  # an id is how the record is known; a default says nothing of its own
        yield from differences(old, new, (*path, _step(model, name)))


def _lists(
    before: tuple[object, ...], after: tuple[object, ...], path: Path
) -> Iterator[Difference]:
    pairs = _matched(before, after)
    for number, (old, new) in enumerate(pairs):
        item = new if new is not None else old
        place = number if new is not None else before.index(old)
        yield from differences(old, new, (*path, _item_step(item, place + 1)))
    stood = [before.index(old) + 1 for old, new in pairs if old is not None and new is not None]
    numbered = not any(hasattr(item, "id") for item in after)
    if numbered and stood != sorted(stood):
        yield Difference((*path, ORDER), _numbers(sorted(stood)), _numbers(stood))


def _matched(
    before: tuple[object, ...], after: tuple[object, ...]
) -> list[tuple[object | None, object | None]]:
    """Pair the items of two lists: those of the new one in their order, then what is gone."""
    left = list(before)
    found: list[object | None] = [None] * len(after)
    for likeness in _LIKENESSES:
        for number, new in enumerate(after):
            if found[number] is None:
                old = next((old for old in left if likeness(old, new)), None)
                if old is not None:
                    found[number] = old
                    left.remove(old)
    return [*zip(found, after, strict=True), *((old, None) for old in left)]


def _same(old: object, new: object) -> bool:
    return bool(old == new)


def _of_one_name(old: object, new: object) -> bool:
    """Whether two items have one id, or begin with the same label, title or kind."""
    return bool(_head(old) == _head(new))


def _alike(old: object, new: object) -> bool:
    """Whether at least half of what two items without ids say is the same."""
    if hasattr(new, "id") or not isinstance(new, BaseModel):
        return False
    values = [(getattr(old, name, None), getattr(new, name)) for name in type(new).model_fields]
    said = [pair for pair in values if any(pair)]
    return 2 * sum(bool(one == other) for one, other in said) >= len(said)


def _both_plain(old: object, new: object) -> bool:
    """Whether both are texts of a list, which have nothing to be known by but their place."""
    return isinstance(old, Text) and isinstance(new, Text)


_LIKENESSES = (_same, _of_one_name, _alike, _both_plain)
"""How an item is found again, the surest way first."""


def _head(item: object) -> object:
    """What an item is known by: its id, or else what the model names first."""
    return next((value for _, value in item), None) if isinstance(item, BaseModel) else item


def _item_step(item: object, number: int) -> Step:
    head = _head(item)
    if hasattr(item, "id"):
        return Step(str(head), role="item")
    if isinstance(item, Text):
        return Step(str(number), role="item")
    written = _written(head) or str(number)
    return Step(str(number), head if isinstance(head, Text) else _in_both(written), "item")


def _step(model: type[BaseModel], name: str) -> Step:
    key = model.model_fields[name].alias or name
    try:
        return Step(key, meaning(model, name).title)
    except LookupError:  # fixed words of the site are known by their keys alone
        return Step(key)


def _in_both(text: str) -> Text:
    return Text(ja=text, en=text)


def _entries(value: object) -> Mapping[str, object]:
    return value if isinstance(value, Mapping) else {}


def _items(value: object) -> tuple[object, ...]:
    return value if isinstance(value, tuple) else ()


def _numbers(numbers: list[int]) -> str:
    return ", ".join(map(str, numbers))


def _written(value: object) -> str | None:
    """Write a value as the data do: dates as EDTF, lists with commas; nothing for none."""
    match value:
        case None | ():
            return None
        case bool():
            return str(value).lower()
        case Date():
            return value.edtf
        case tuple():
            return ", ".join(_written(item) or "" for item in value)
    return str(value)
