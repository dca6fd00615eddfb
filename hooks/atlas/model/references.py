"""Which values of a record are ids of other records: read from the model's own annotations."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any, get_args, get_origin

from pydantic import BaseModel

Step = str | int


@dataclass(frozen=True, slots=True)
class RefersTo:
    """Marks an id as that of a record of one of these kinds."""

    kinds: tuple[str, ...]

    def __init__(self, *kinds: str) -> None:
        object.__setattr__(self, "kinds", kinds)


@dataclass(frozen=True, slots=True)
class Reference:
    """A link from a record: where in it, the id, and the kinds of record it may name."""

    path: tuple[Step, ...]
    id: str
    kinds: tuple[str, ...]


def references(record: BaseModel, path: tuple[Step, ...] = ()) -> Iterator[Reference]:
    """Find every link of a record, in the order of its fields."""
    for name, kinds in _plan(type(record)):
        value = getattr(record, name)
        many = isinstance(value, tuple)
        for number, item in enumerate(value if many else (value,)):
            here = (*path, name, number) if many else (*path, name)
            if isinstance(item, BaseModel):
                yield from references(item, here)
            elif item is not None and kinds:
                yield Reference(here, item, kinds)


@cache
def _plan(model: type[BaseModel]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The fields of a model that are links or hold records, with the kinds they link to."""
    plan = []
    for name, field in model.model_fields.items():
        marks, has_records = _look_into(field.annotation)
        marks += [mark for mark in field.metadata if isinstance(mark, RefersTo)]
        if marks or has_records:
            plan.append((name, marks[0].kinds if marks else ()))
    return tuple(plan)


def _look_into(annotation: Any) -> tuple[list[RefersTo], bool]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [], True
    marks: list[RefersTo] = []
    if get_origin(annotation) is Annotated:
        marks = [mark for mark in annotation.__metadata__ if isinstance(mark, RefersTo)]
    has_records = False
    for part in get_args(annotation):
        inner_marks, inner_records = _look_into(part)
        marks += inner_marks
        has_records |= inner_records
    return marks, has_records
