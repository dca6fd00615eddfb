"""In which order the keys of a file are written: the order in which the model has them."""

from functools import cache
from typing import get_origin

from pydantic import BaseModel

from atlas.model import (
    FOLDER_MODELS,
    LIST_MODELS,
    SINGLE_MODELS,
    Sentences,
    Words,
    inner_model,
    written_keys,
)
from atlas.source import FREE, Order
from atlas.text import Text

_GROUPED = (Words, Sentences)
"""Their keys stand in groups under headings, which are comments; they stay where they are."""


def order_of(kind: str) -> Order:
    """Return the order of keys in files of a kind (`places`, `sources`, `site`, …)."""
    if kind in LIST_MODELS:
        return Order(each=_of(LIST_MODELS[kind]), apart=True)
    return _of({**FOLDER_MODELS, **SINGLE_MODELS}[kind])


@cache
def _of(model: type[BaseModel]) -> Order:
    if model in _GROUPED:
        return Order(each=_of(Text))
    keys = {}
    for name in written_keys(model):
        field = next(f for n, f in model.model_fields.items() if name in (n, f.alias))
        inner = inner_model(field.annotation)
        below = _of(inner) if inner else FREE
        keys[name] = Order(each=below) if get_origin(field.annotation) is dict else below
    return Order(keys)
