"""Which values of a record are ids of other records: read from the model's own annotations."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from sys import intern
from typing import Annotated, Any, get_args, get_origin

from pydantic import BaseModel, GetJsonSchemaHandler
from pydantic_core import CoreSchema

Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class RefersTo:
    """Marks an id as that of a record of one of these kinds."""

    kinds: tuple[str, ...]

    def __init__(self, *kinds: str) -> None:
        object.__setattr__(self, "kinds", kinds)

    def __get_pydantic_json_schema__(
        self, core_schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        """Name the kinds where a JSON Schema tells how data are written: the ids are not ours."""
        return handler(core_schema) if handler.mode == "serialization" else {"x-ids": self.kinds}


@dataclass(frozen=True, slots=True)
class Reference:
    """A link from a record: where in it, the id, and the kinds of record it may name."""

    path: Path
    id: str
    kinds: tuple[str, ...]


_ways: dict[Path, Path] = {}
"""Each way once: of 10,000 pairings they took 50 MiB."""


def references(model: type[BaseModel], content: object, path: Path = ()) -> Iterator[Reference]:
    """Find every link in what a file says of a record, whether or not the record is valid."""
    if not isinstance(content, dict):
        return
    for name, kinds, inner in _plan(model):
        value = content.get(name)
        if value is None:
            continue
        items = enumerate(value) if isinstance(value, list) else ((None, value),)
        for number, item in items:
            if inner is not None and not isinstance(item, dict):
                continue
            here = (*path, name) if number is None else (*path, name, number)
            if inner is not None:
                yield from references(inner, item, here)
            elif isinstance(item, str) and item.strip():
                yield Reference(_ways.setdefault(here, here), intern(item.strip()), kinds)


@cache
def _plan(
    model: type[BaseModel],
) -> tuple[tuple[str, tuple[str, ...], type[BaseModel] | None], ...]:
    """The fields of a model that are links, with the kinds they link to, or that hold blocks with links."""
    plan = []
    for name, field in model.model_fields.items():
        marks, inner = _look_into(field.annotation)
        marks += [mark for mark in field.metadata if isinstance(mark, RefersTo)]
        if marks or (inner and _plan(inner)):
            plan.append((field.alias or name, marks[0].kinds if marks else (), inner))
    return tuple(plan)


def _look_into(annotation: Any) -> tuple[list[RefersTo], type[BaseModel] | None]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [], annotation
    marks: list[RefersTo] = []
    if get_origin(annotation) is Annotated:
        marks = [mark for mark in annotation.__metadata__ if isinstance(mark, RefersTo)]
    inner: type[BaseModel] | None = None
    for part in get_args(annotation):
        inner_marks, inner_model = _look_into(part)
        marks += inner_marks
        inner = inner or inner_model
    return marks, inner


def inner_model(annotation: Any) -> type[BaseModel] | None:
    """Return the model inside `X | None`, `tuple[X, ...]` or `dict[str, X]`, if there is one."""
    return _look_into(annotation)[1]
