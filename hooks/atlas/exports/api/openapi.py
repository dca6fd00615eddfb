"""The description of the API: OpenAPI 3.1, made from the same types as its answers."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any

from pydantic import BaseModel, create_model
from pydantic.json_schema import models_json_schema

from atlas import routes
from atlas.exports.api.answers import several
from atlas.exports.api.events import EventItem
from atlas.exports.api.index import Index
from atlas.exports.api.kinds import KINDS
from atlas.exports.api.shapes import SCHEMA_VERSION, Envelope
from atlas.graph import Graph
from atlas.model import key, meaning_of
from atlas.text import Text
from atlas.views.setting import Setting

Json = dict[str, Any]

_ID = {"type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"}


@dataclass(frozen=True, slots=True)
class Operation:
    """An address of the API, or a pattern of addresses, and what it answers."""

    path: str
    name: str
    """What programs call it."""
    summary: Text
    """What it answers."""
    answer: type[BaseModel]
    example: str = ""
    """An id that the pattern can be filled with."""


def operations(graph: Graph) -> Iterator[Operation]:
    """Name everything that the API answers."""
    words = graph.vocabulary.words
    yield Operation(routes.API_INDEX, "getIndex", words.api_index, _answer("IndexAnswer", Index))
    for kind in KINDS:
        name, records = kind.model.__name__, kind.records(graph)
        listed = _answer(f"{name}List", several(kind.item))
        path = routes.api_collection(kind.name)
        summary: Text = getattr(words, kind.name)
        yield Operation(path, f"list{kind.name.title()}", summary, listed)
        if kind.alone and records:
            path, single = (
                routes.api_record(kind.name, "{id}"),
                _answer(f"{name}Answer", kind.whole),
            )
            yield Operation(path, f"get{name}", meaning_of(kind.model).title, single, records[0].id)
    listed = _answer("EventList", several(EventItem))
    yield Operation(routes.api_collection(routes.EVENTS), "listEvents", words.events, listed)


@cache
def _answer(name: str, result: Any) -> type[BaseModel]:
    meaning = key("内容", "Content", "答えの内容です。", "What was asked for.")
    return create_model(
        name, __base__=Envelope, __doc__="An answer.", result=(Annotated[result, meaning], ...)
    )


def description(setting: Setting) -> Json:
    """Describe every answer in JSON. Descriptions are in Japanese, then in English."""
    graph, site = setting.graph, setting.graph.site
    described = list(operations(graph))
    _, schemas = models_json_schema(
        [(operation.answer, "serialization") for operation in described],
        ref_template="#/components/schemas/{model}",
    )
    return {
        "openapi": "3.1.0",
        "info": {
            "title": _both(site.name),
            "version": SCHEMA_VERSION,
            "description": _both(site.description, "\n\n"),
            "license": {"name": _both(site.licence, "\n\n")},
        },
        "servers": [{"url": setting.base.rstrip("/")}],
        "paths": {f"/{each.path}": {"get": _get(each)} for each in described},
        "components": {
            "schemas": schemas["$defs"],
            "responses": {"Missing": {"description": _both(graph.vocabulary.words.not_found)}},
        },
        "externalDocs": {"url": routes.absolute(setting.base, routes.API_GUIDE, "ja")},
    }


def _get(operation: Operation) -> Json:
    summary = _both(operation.summary)
    schema = {"$ref": f"#/components/schemas/{operation.answer.__name__}"}
    answers: Json = {
        "200": {"description": summary, "content": {"application/json": {"schema": schema}}}
    }
    told: Json = {"operationId": operation.name, "summary": summary, "responses": answers}
    if operation.example:
        told["parameters"] = [{"name": "id", "in": "path", "required": True, "schema": _ID,
                               "example": operation.example}]  # fmt: skip
        answers["404"] = {"$ref": "#/components/responses/Missing"}
    return told


def _both(text: Text, joint: str = " / ") -> str:
    return f"{text.ja}{joint}{text.en}"
