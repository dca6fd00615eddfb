"""What form a key's value has, read from the model's own annotations."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel

from atlas.model import Kept
from atlas.model.references import RefersTo
from atlas.source.nodes import Plain


@dataclass(frozen=True, slots=True)
class Shape:
    """The form of a value: one or many, of what."""

    required: bool
    many: bool
    """A list of as many as there are."""
    pair: bool
    """A list of exactly two."""
    switch: bool
    """true or false."""
    kinds: tuple[str, ...]
    """Of an id: the kinds of record that it may name."""
    model: type[BaseModel] | None
    """Of a block: what it holds."""


@cache
def shape(model: type[BaseModel], key: str) -> Shape:
    """Return the form of a field of a model."""
    field = model.model_fields[key]
    marks, inner = [*field.metadata], field.annotation
    many = pair = False
    while True:
        origin, parts = get_origin(inner), get_args(inner)
        if origin is Annotated:
            marks += inner.__metadata__  # type: ignore[union-attr]  # what Annotated has
            inner = parts[0]
        elif origin in (Union, UnionType):
            inner = next(part for part in parts if part is not NoneType)
        elif origin is tuple and Ellipsis in parts:
            many, inner = True, parts[0]
        else:
            break
    pair = origin is tuple
    kinds = next((mark.kinds for mark in marks if isinstance(mark, RefersTo)), ())
    block: Any = inner if isinstance(inner, type) and issubclass(inner, BaseModel) else None
    return Shape(field.is_required(), many, pair, inner is bool, kinds, block)


def in_order(model: type[BaseModel], content: Mapping[str, Plain]) -> dict[str, Plain]:
    """Put keys, at any depth, in the order of the model.

    What every record may carry stands behind the record's own keys.
    """

    def rank(key: str) -> tuple[bool, int]:
        known = list(model.model_fields)
        common = issubclass(model, Kept) and key in Kept.model_fields
        return common, known.index(key) if key in known else len(known)

    return {key: _inner_order(model, key, content[key]) for key in sorted(content, key=rank)}


def _inner_order(model: type[BaseModel], key: str, value: Plain) -> Plain:
    inner = shape(model, key).model if key in model.model_fields else None
    if inner is not None and isinstance(value, dict):
        return in_order(inner, value)
    if inner is not None and isinstance(value, list):
        return [in_order(inner, item) if isinstance(item, dict) else item for item in value]
    return value
