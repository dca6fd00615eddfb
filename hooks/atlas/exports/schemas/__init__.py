"""JSON Schemas of the data's files, for editors' programs and for the form: draft-07."""

import json
from collections.abc import Callable, Iterator, Mapping
from functools import cache, partial
from typing import Any

from pydantic import BaseModel

from atlas import routes
from atlas.exports.making import Files
from atlas.exports.schemas import kinds
from atlas.exports.schemas.generator import DRAFT, mended, schema_of, schema_of_value, words
from atlas.made import Content
from atlas.model import FOLDER_MODELS, LIST_MODELS, SINGLE_MODELS, Kept, meaning, meaning_of
from atlas.model.base import Id
from atlas.views import Setting

__all__ = ["files", "of_files", "of_ids"]

Json = dict[str, Any]

_IDS = "ids"
"""The schema that lists the ids that exist; all others are of kinds of files."""


def files(setting: Setting) -> Files:
    """Describe every file of the data, and the ids that they may name."""
    for name in (*_DESCRIBED, _IDS):
        yield routes.schema_file(name), partial(_written, setting, name)


def _written(setting: Setting, name: str) -> Content:
    schema = of_ids(setting)[name] if name == _IDS else _of_file(name)
    return _pieces({**schema, "$id": routes.file(setting.base, routes.schema_file(name))})


def of_files() -> Mapping[str, Json]:
    """Describe every kind of file, by the name of the schema. Only the model is asked."""
    return {name: _of_file(name) for name in _DESCRIBED}


@cache
def _of_file(name: str) -> Json:
    describe, model = _DESCRIBED[name]
    return _headed(describe(model))


def of_ids(setting: Setting) -> dict[str, Json]:
    """List the ids that exist, by kind, each with its name."""
    definitions = mended(kinds.definitions(setting))
    return {"ids": _headed({**words(meaning(Kept, "id")), "definitions": definitions})}


def text(schema: Json) -> str:
    """Write a schema as a file, its name and title first."""
    return "".join(_pieces(schema))


def _pieces(schema: Json) -> Iterator[str]:
    """Write a schema in pieces: with 10,000 pairings, the ids would take 20 MB at once."""
    first = {key: schema[key] for key in ("$schema", "$id", "title") if key in schema}
    yield from json.JSONEncoder(ensure_ascii=False, indent=2).iterencode(first | schema)
    yield "\n"


def _headed(schema: Json) -> Json:
    """Say which JSON Schema it is. Without an `$id` it finds its neighbours beside its own file."""
    return {"$schema": DRAFT, **schema}


def _list(model: type[Kept]) -> Json:
    """Describe a file of many records, each under its id."""
    each = schema_of(model)
    definitions = each.pop("definitions")
    return {
        **words(meaning_of(model)),
        "type": "object",
        "propertyNames": schema_of_value(Id),
        "additionalProperties": {"$ref": f"#/definitions/{model.__name__}"},
        "definitions": {**definitions, model.__name__: each},
    }


_DESCRIBED: Mapping[str, tuple[Callable[[Any], Json], type[BaseModel]]] = {
    **{model.__name__.lower(): (schema_of, model) for model in FOLDER_MODELS.values()},
    **{kind: (_list, model) for kind, model in LIST_MODELS.items()},
    **{kind: (schema_of, model) for kind, model in SINGLE_MODELS.items()},
}
"""What describes each kind of file, by the name of the schema."""
