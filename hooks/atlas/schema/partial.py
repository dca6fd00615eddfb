"""As much of a record as is right, where some of it is wrong: only the rules ever see it.

So that everything wrong with a file is told at once, the rules across records look at records with
problems too. There a value that is wrong or missing is what its key has by default, and if it has
no default, None or no items; an item of a list that is wrong keeps its place as None. All else is
as in any record. `model_fields_set` has every key that the file gives, rightly or wrongly: what is
not in it was left out.
"""

from collections.abc import Collection
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any, get_args, get_origin

from pydantic import BaseModel, TypeAdapter, ValidationError

from atlas.model import inner_model

Path = tuple[str | int, ...]

Meant = Collection[tuple[Path, str | None]]
"""Keys that were misspelt: the path of their block, and the key that was probably meant."""


@dataclass(frozen=True, slots=True)
class _Field:
    """A key of a block: how its value is read, whole or item by item, and what it is without one."""

    name: str
    key: str
    whole: TypeAdapter[Any]
    many: Any
    """`tuple` or `dict` if it has items, of any number."""
    item: TypeAdapter[Any]
    inner: type[BaseModel] | None
    nothing: Any


def partial(
    model: type[BaseModel], content: object, meant: Meant = (), path: Path = ()
) -> BaseModel:
    """Make a record of what is valid in a block; an empty one of what is no block at all."""
    written = content if isinstance(content, dict) else {}
    values, given = {}, set()
    for field in _fields(model):
        value = None
        if field.key in written:
            value = _value(field, written[field.key], meant, (*path, field.key))
        if field.key in written or (path, field.key) in meant:
            given.add(field.name)
        values[field.name] = field.nothing if value is None else value
    record = model.model_construct(given)
    record.__dict__.update(values)
    return record


@cache
def _fields(model: type[BaseModel]) -> tuple[_Field, ...]:
    fields = []
    for name, field in model.model_fields.items():
        shape: Any = field.annotation
        whole: Any = Annotated[(shape, *field.metadata)] if field.metadata else shape
        many, item = _items(shape)
        empty = many() if many else None
        fields.append(_Field(
            name,
            field.alias or name,
            TypeAdapter(whole),
            many,
            TypeAdapter(item),
            inner_model(shape),
            empty if field.is_required() else field.default,
        ))  # fmt: skip
    return tuple(fields)


def _items(shape: Any) -> tuple[Any, Any]:
    """Return what holds the items of a list, or of a block with keys of its own, and their shape."""
    match get_origin(shape), get_args(shape):
        case (origin, (item, end)) if origin is tuple and end is ...:
            return tuple, item
        case (origin, (_, item)) if origin is dict:
            return dict, item
    return None, Any


def _value(field: _Field, written: object, meant: Meant, path: Path) -> Any:
    if (value := _valid(field.whole, written)) is not None:
        return value
    match written:
        case list() if field.many is tuple:
            return tuple(_item(field, each, meant, (*path, n)) for n, each in enumerate(written))
        case dict() if field.many is dict:
            return {key: _item(field, each, meant, (*path, key)) for key, each in written.items()}
        case dict() if field.inner and not field.many:
            return partial(field.inner, written, meant, path)
    return None


def _item(field: _Field, written: object, meant: Meant, path: Path) -> Any:
    if (value := _valid(field.item, written)) is not None:
        return value
    return partial(field.inner, written, meant, path) if field.inner else None


def _valid(adapter: TypeAdapter[Any], written: object) -> Any:
    try:
        return adapter.validate_python(written)
    except ValidationError:
        return None
