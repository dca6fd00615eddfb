"""What form a key's value has, read from the model's own annotations."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel

from atlas.model import FOLDER_MODELS, LIST_MODELS, Kept
from atlas.model.references import RefersTo

MODELS: Mapping[str, type[Kept]] = {**FOLDER_MODELS, **LIST_MODELS}
"""What can be added, by kind."""


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
