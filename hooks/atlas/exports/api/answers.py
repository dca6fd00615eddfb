"""How the model's records are given by the API: the type of each value, and the value.

Both come from one place: for each type of the model an `Answer` has the type that the API gives
instead and the function that gives it, so that the API's description and its files cannot differ.
Types are made when the description asks for them, for pydantic takes its time.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from types import GenericAlias, MappingProxyType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

from pydantic import BaseModel, create_model

from atlas.dates import Date
from atlas.exports.api.shapes import ONLY_DESCRIBED, Citation, Coordinates, Dated, Link, Named
from atlas.exports.api.teller import NULL, Json, Teller, Told, both, every, value, whole
from atlas.model import Meaning, meaning, meaning_of
from atlas.model.references import RefersTo
from atlas.text import Text

Hint = Callable[[], Any]
"""Makes a type."""

Give = Callable[[Teller, Any], Json]


@dataclass(frozen=True, slots=True)
class Answer:
    """What the API gives instead of a value of the model: its type, and how it is made."""

    hint: Hint
    give: Give


@dataclass(frozen=True, slots=True)
class Entry:
    """A key of a record: its name in the model, its name in the API, and its answer."""

    name: str
    key: str
    hint: Hint
    give: Give


_OF_EDITORS = frozenset({"excuses", "label_offset", "colour", "pairing_summary"})
"""Keys that only concern those who make the site."""

_RENAMED: Mapping[str, str] = MappingProxyType({"url": "website"})
"""Keys that have another name in the API, where `url` is the address of the record itself."""

_BY_NAME: Mapping[str, Answer] = MappingProxyType({
    "source": Answer(lambda: Citation, lambda t, own: t.cite(own or t.sources[0])),
    "sources": Answer(lambda: tuple[Citation, ...], lambda t, ids: every(map(t.cite, ids))),
    "country": Answer(lambda: Named, lambda t, code: t.country(code)),
    "coordinates": Answer(
        lambda: Coordinates | None, lambda _, pair: _position(*pair) if pair else NULL
    ),
})  # fmt: skip
"""Keys that say more in the API than in the files."""


def _position(latitude: float, longitude: float) -> Json:
    return whole({"latitude": value(latitude), "longitude": value(longitude)})


@cache
def entries(model: type[BaseModel]) -> tuple[Entry, ...]:
    """Return the keys that the API gives of a record of the model, in their order."""
    hints = get_type_hints(model, include_extras=True)
    found = []
    for name, field in model.model_fields.items():
        if name not in _OF_EDITORS:
            answer = _BY_NAME.get(name) or _answer(hints[name])
            key = _RENAMED.get(name) or field.alias or name
            found.append(Entry(name, key, answer.hint, answer.give))
    return tuple(found)


def given(t: Teller, record: BaseModel, *without: str) -> Told:
    """Return what the API gives of a record, `without` some keys.

    Citations fall back on the record's first source.
    """
    own = getattr(record, "sources", ())
    t = t.citing(*own) if own else t
    return {
        key: give(t, getattr(record, name)) for key, name, give in _given(type(record), without)
    }


@cache
def _given(model: type[BaseModel], without: tuple[str, ...]) -> tuple[tuple[str, str, Give], ...]:
    """What `given` asks half a million times of a large world: key, name and giver of each."""
    return tuple((e.key, e.name, e.give) for e in entries(model) if e.key not in without)


@cache
def shape_of(model: type[BaseModel]) -> type[BaseModel]:
    """Return the type of what the API gives of a record of the model."""
    return shape(model.__name__, meaning_of(model), fields(model))


def fields(model: type[BaseModel], *without: str) -> dict[str, Any]:
    """Return the keys that the API gives of a record, with their types and meanings."""
    return {
        e.key: Annotated[e.hint(), _read(model, e.name)]
        for e in entries(model) if e.key not in without
    }  # fmt: skip


def _read(model: type[BaseModel], name: str) -> Meaning:
    """Return what a key means, without what only concerns those who write the files."""
    return replace(meaning(model, name), writing=None)


def keys_of(answer: type[BaseModel]) -> dict[str, Any]:
    """Return the keys of a type of answer, with their types and meanings."""
    return {
        name: Annotated[field.annotation, *field.metadata]
        for name, field in answer.model_fields.items()
    }  # fmt: skip


def shape(name: str, means: Meaning, keys: Mapping[str, Any]) -> type[BaseModel]:
    """Make a type of answers from its keys, all of which are always there."""
    definitions: dict[str, Any] = {key: (hint, ...) for key, hint in keys.items()}
    text = f"{means.text.ja}\n\n{means.text.en}"
    made = create_model(name, __config__=ONLY_DESCRIBED, __doc__=text, **definitions)
    vars_of: Any = made
    vars_of.means = means
    return made


def _answer(hint: Any) -> Answer:
    """Return what is given instead of a value of a type of the model."""
    origin, inner = get_origin(hint), get_args(hint)
    if origin is Annotated:
        reference = next((mark for mark in inner[1:] if isinstance(mark, RefersTo)), None)
        return _reference(reference) if reference else _answer(inner[0])
    if origin in (Union, UnionType):
        (some,) = (_answer(part) for part in inner if part is not type(None))
        return Answer(
            lambda: some.hint() | None, lambda t, v: NULL if v is None else some.give(t, v)
        )
    if origin is tuple:
        each = _answer(inner[0])
        return Answer(
            lambda: several(each.hint()), lambda t, v: every([each.give(t, item) for item in v])
        )
    if hint is Date:
        return Answer(lambda: Dated, lambda t, date: t.date(date))
    if hint is Text:
        return Answer(lambda: Text, lambda _, text: both(text))
    if isinstance(hint, type) and issubclass(hint, BaseModel):
        return Answer(lambda: shape_of(hint), lambda t, block: whole(given(t, block)))
    return Answer(lambda: hint, lambda _, plain: value(plain))


def several(item: Any) -> Any:
    """Return the type of a list, given the type of its items."""
    return GenericAlias(tuple, (item, ...))


def _reference(to: RefersTo) -> Answer:
    """Return how the API names another record, a statement, or a word of the vocabulary."""
    if to.kinds == ("statements",):
        return Answer(lambda: Link, lambda t, statement: t.statement(statement))
    (first, *_) = to.kinds
    if first.endswith("_kinds"):
        return Answer(lambda: Named, lambda t, word: t.word(first, word))
    return Answer(lambda: Link, lambda t, record: t.link(record))
