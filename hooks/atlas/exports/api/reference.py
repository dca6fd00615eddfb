"""Tells the page of the API what is answered where, from the same types as OpenAPI."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Annotated, Any, Literal, get_args, get_origin

from pydantic import BaseModel

from atlas.exports.api.kinds import KINDS
from atlas.exports.api.openapi import operations
from atlas.exports.api.shapes import Envelope
from atlas.graph import Graph
from atlas.model import meaning, meaning_of
from atlas.views.reference import Address, AnswerKey, AnswerType, Reference, TypeName

_JSON = {str: "string", bool: "boolean", int: "integer", float: "number", Any: "any"}


def reference(graph: Graph) -> Reference:
    """Describe every address and every type of answer, each where it is first used."""
    found: dict[str, type[BaseModel]] = {Envelope.__name__: Envelope}
    addresses = []
    for each in operations(graph):
        result = each.answer.model_fields["result"].annotation
        example = each.path.replace("{id}", each.example)
        addresses.append(Address(each.path, example, each.summary, _type_name(result)))
        found |= {model.__name__: model for model in _models(result)}
    return Reference(tuple(addresses), tuple(map(_type, found.values())))


def _type(model: type[BaseModel]) -> AnswerType:
    base = _extended().get(model.__name__)
    known = base.model_fields if base else {}
    keys = (
        AnswerKey(name, _type_name(field.annotation), meaning(model, name))
        for name, field in model.model_fields.items()
        if name not in known
    )
    name = base.__name__ if base else ""
    return AnswerType(model.__name__, meaning_of(model), tuple(keys), name)


@cache
def _extended() -> Mapping[str, type[BaseModel]]:
    """What each type of single records adds to."""
    return {kind.whole.__name__: kind.item for kind in KINDS if kind.more}


def _type_name(hint: Any) -> TypeName:
    if get_origin(hint) is Literal:
        return TypeName(_JSON[str])
    inner = [part for part in get_args(hint) if part not in (type(None), ...)]
    if not inner:
        return TypeName(_JSON.get(hint) or hint.__name__)
    of = _type_name(inner[0])
    if get_origin(hint) is Annotated:
        return of
    return TypeName(of.base, of.suffix + ("[]" if get_origin(hint) is tuple else " | null"))


def _models(hint: Any) -> Iterator[type[BaseModel]]:
    """Name every type of answer within a type, itself first."""
    if isinstance(hint, type) and issubclass(hint, BaseModel):
        yield hint
        for field in hint.model_fields.values():
            yield from _models(field.annotation)
    for part in get_args(hint):
        yield from _models(part)
