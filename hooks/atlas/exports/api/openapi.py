"""The description of the API: OpenAPI 3.1, made from the same types as its answers."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any

from pydantic import BaseModel, create_model
from pydantic.json_schema import models_json_schema

from atlas import routes
from atlas.exports.api.answers import several
from atlas.exports.api.events import event_item
from atlas.exports.api.index import Index
from atlas.exports.api.kinds import KINDS
from atlas.exports.api.shapes import SCHEMA_VERSION, Envelope
from atlas.exports.api.words import Words
from atlas.exports.short_names import ShortNames
from atlas.graph import Graph
from atlas.model import meaning, meaning_of
from atlas.text import LANGUAGES, Text
from atlas.views import bilingual
from atlas.views.setting import Setting

Json = dict[str, Any]

_APART = "\n\n"

_ID = {"type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"}


@dataclass(frozen=True, slots=True)
class Operation:
    """An address of the API, or a pattern of addresses, and what it answers."""

    path: str
    name: str
    """What programs call it."""
    summary: Text
    """What it answers."""
    tag: str
    """The kind of record that it is about."""
    answer: type[BaseModel]
    example: str = ""
    """An id that the pattern can be filled with."""


def operations(graph: Graph) -> Iterator[Operation]:
    """Name everything that the API answers."""
    words = graph.vocabulary.words
    for path, summary, model in (
        (routes.API_INDEX, words.api_index, Index),
        (routes.VOCABULARY, words.vocabulary, Words),
    ):
        name = model.__name__
        yield Operation(path, f"get{name}", summary, "index", _answer(f"{name}Answer", model))
    for kind in KINDS:
        name, records = kind.model.__name__, kind.records(graph)
        listed = _answer(f"{name}List", several(kind.item))
        path = routes.api_collection(kind.name)
        of_all: Text = getattr(words, kind.name)
        yield Operation(path, f"list{kind.name.title()}", of_all, kind.name, listed)
        if kind.alone and records:
            path = routes.api_record(kind.name, "{id}")
            single = _answer(f"{name}Answer", kind.whole)
            of_one = meaning_of(kind.model).title
            yield Operation(path, f"get{name}", of_one, kind.name, single, records[0].id)
    path, listed = routes.api_collection(routes.EVENTS), _answer("EventList", several(event_item()))
    yield Operation(path, "listEvents", words.events, routes.EVENTS, listed)


@cache
def _answer(name: str, result: Any) -> type[BaseModel]:
    content = Annotated[result, meaning(Envelope, "result")]
    return create_model(name, __base__=Envelope, __doc__="An answer.", result=(content, ...))


@cache
def _schemas(answers: tuple[type[BaseModel], ...]) -> Json:
    """Describe types of answer. They are the code's own, and no data change them."""
    _, schemas = models_json_schema(
        [(answer, "serialization") for answer in answers],
        ref_template="#/components/schemas/{model}",
        schema_generator=ShortNames,
    )
    described: Json = schemas["$defs"]
    for schema in described.values():
        schema.pop("additionalProperties", None)  # keys may be added: the guide promises no less
    return described


def description(setting: Setting) -> Json:
    """Describe every answer in JSON. Descriptions are in Japanese, then in English."""
    graph, site = setting.graph, setting.graph.site
    described = list(operations(graph))
    guide = bilingual.pages(setting, routes.API_GUIDE)
    return {
        "openapi": "3.1.0",
        "info": {
            "title": _both(site.name),
            "version": SCHEMA_VERSION,
            "description": f"{_both(site.description, _APART)}\n\n{_both(site.licence, _APART)}",
            "license": {
                "name": _both(graph.vocabulary.words.licence),
                "url": routes.absolute(setting.base, routes.DATA, LANGUAGES[0], "licence"),
            },
        },
        "servers": [{"url": setting.base.rstrip("/")}],
        "paths": {f"/{each.path}": {"get": _get(each)} for each in described},
        "components": {
            "schemas": _schemas(tuple(each.answer for each in described)),
            "responses": {"Missing": {"description": _both(graph.vocabulary.words.not_found)}},
        },
        "tags": [{"name": tag} for tag in dict.fromkeys(each.tag for each in described)],
        "externalDocs": {"url": guide.ja, "description": f"English: {guide.en}"},
    }


def _get(operation: Operation) -> Json:
    summary = _both(operation.summary)
    schema = {"$ref": f"#/components/schemas/{operation.answer.__name__}"}
    answers: Json = {
        "200": {"description": summary, "content": {"application/json": {"schema": schema}}}
    }
    told: Json = {
        "operationId": operation.name,
        "summary": summary,
        "tags": [operation.tag],
        "responses": answers,
    }
    if operation.example:
        told["parameters"] = [{"name": "id", "in": "path", "required": True, "schema": _ID,
                               "example": operation.example}]  # fmt: skip
        answers["404"] = {"$ref": "#/components/responses/Missing"}
    return told


def _both(text: Text, joint: str = " / ") -> str:
    return f"{text.ja}{joint}{text.en}"
