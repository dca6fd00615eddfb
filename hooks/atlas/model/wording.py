"""Every text for readers in a record, by its path."""

from collections.abc import Iterator
from functools import cache

from pydantic import BaseModel

from atlas.model.references import inner_model
from atlas.text import Text

Path = tuple[str | int, ...]


def texts(value: object, path: Path = ()) -> Iterator[tuple[Path, Text]]:
    """Go through a record, or any value of one, at any depth; of a faulty one, what is there."""
    if isinstance(value, Text):
        yield path, value
    elif isinstance(value, BaseModel):
        for name in _holding(type(value)):
            if inner := getattr(value, name):
                yield from texts(inner, (*path, name))
    elif isinstance(value, tuple):
        for number, item in enumerate(value):
            yield from texts(item, (*path, number))
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from texts(item, (*path, key))


@cache
def _holding(model: type[BaseModel]) -> tuple[str, ...]:
    """The fields of a model that hold texts, or blocks that may."""
    fields = model.model_fields.items()
    return tuple(name for name, field in fields if inner_model(field.annotation))
