"""What kind of value a key holds, as editors are told: read from the model's own annotations."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from pydantic import BaseModel, WithJsonSchema

from atlas.model.references import RefersTo
from atlas.text import Text

_NUMBER = Text(ja="数", en="number")
_SHORT = Text(ja="短い文字列", en="short text")
_NAMES: Mapping[str, Text] = MappingProxyType({
    "bad-id": Text(ja="id", en="id"),
    "bad-date": Text(ja="日付（EDTF）", en="date (EDTF)"),
    "bad-day": Text(ja="年-月-日", en="year-month-day"),
    "bad-switch": Text(ja="true か false", en="true or false"),
    "bad-duration": Text(ja="期間の長さ（ISO 8601）", en="length of time (ISO 8601)"),
    "bad-reading": Text(ja="ひらがな", en="hiragana"),
    "bad-url": Text(ja="URL", en="URL"),
    "unknown-language": Text(ja="言語のタグ（BCP 47）", en="language tag (BCP 47)"),
    "unknown-country": Text(ja="国のコード（ISO 3166-1）", en="country code (ISO 3166-1)"),
    "unknown-colour": Text(ja="色の名前", en="name of a colour"),
})  # fmt: skip
"""What kinds of value are called, by the rule that a value of another kind breaks."""


@dataclass(frozen=True, slots=True)
class Value:
    """What a key holds."""

    name: Text | None = None
    """What it is, unless it is an id or a block."""
    rule: str = ""
    """The rule that tells how it is written, if there is one."""
    kinds: tuple[str, ...] = ()
    """If it is the id of a record, or a kind that the vocabulary names: the kinds it may be of."""
    block: type[BaseModel] | None = None
    """If it is a block with keys of its own."""
    many: bool = False
    """Whether it is a list of such values."""


@cache
def value_of(model: type[BaseModel], field: str) -> Value:
    """Tell what kind of value a field of a model holds."""
    return _value(_hints(model)[field])


@cache
def _hints(model: type[BaseModel]) -> Mapping[str, Any]:
    """Read the annotations of a whole model, which takes a millisecond."""
    return get_type_hints(model, include_extras=True)


def blocks_of(model: type[BaseModel]) -> Iterator[type[BaseModel]]:
    """Go through the blocks that the fields of a model hold, and what those hold themselves."""
    for field in model.model_fields:
        block = value_of(model, field).block
        if block:
            yield block
            yield from blocks_of(block)


def _value(hint: Any) -> Value:
    origin, inner = get_origin(hint), get_args(hint)
    if origin is Annotated:
        return _marked(inner[1:]) or _value(inner[0])
    if origin in (Union, UnionType):
        return _value(next(part for part in inner if part is not type(None)))
    if origin is tuple:
        each = _value(inner[0])
        return Value(each.name, each.rule, each.kinds, each.block, many=True)
    if origin is dict:
        return _value(inner[1])
    if origin is Literal:
        return Value(Text(ja="、".join(inner), en=", ".join(inner)))
    if isinstance(hint, type) and issubclass(hint, BaseModel):
        return Value(block=hint)
    return Value(_NUMBER if hint is float else _SHORT)


def _marked(marks: tuple[Any, ...]) -> Value | None:
    """What the marks of a type say, the last one first: it is the type's own."""
    for mark in reversed(marks):
        if isinstance(mark, RefersTo):
            return Value(kinds=mark.kinds)
        if isinstance(mark, WithJsonSchema):
            rule = (mark.json_schema or {}).get("x-rule", "")
            return Value(_NAMES[rule], rule) if rule in _NAMES else Value(_SHORT)
    return None
