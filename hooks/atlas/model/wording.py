"""Every text for readers in a record, by its path."""

from collections.abc import Iterator

from pydantic import BaseModel

from atlas.text import Text

Path = tuple[str | int, ...]


def texts(value: object, path: Path = ()) -> Iterator[tuple[Path, Text]]:
    """Go through a record, or any value of one, at any depth; of a faulty one, what is there."""
    if isinstance(value, Text):
        yield path, value
    elif isinstance(value, BaseModel):
        for name, inner in value.__dict__.items():
            if isinstance(inner, _HOLDERS):
                yield from texts(inner, (*path, name))
    elif isinstance(value, tuple):
        for number, item in enumerate(value):
            if isinstance(item, _HOLDERS):
                yield from texts(item, (*path, number))
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from texts(item, (*path, key))


_HOLDERS = (BaseModel, tuple, dict)
