"""JSON Schemas of the data's files, for editors' programs and for the form: draft-07."""

import json
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from atlas import routes
from atlas.exports.schemas import kinds
from atlas.exports.schemas.generator import DRAFT, mended, schema_of, schema_of_value, words
from atlas.model import FOLDER_MODELS, LIST_MODELS, SINGLE_MODELS, Kept, meaning, meaning_of
from atlas.model.base import Id
from atlas.views import Setting

__all__ = ["files", "of_files", "of_ids"]

Json = dict[str, Any]


def files(setting: Setting) -> Iterator[tuple[str, str]]:
    """Describe every file of the data, and the ids that they may name: paths and contents."""
    for name, schema in {**of_files(), **of_ids(setting)}.items():
        path = routes.schema_file(name)
        yield path, text({**schema, "$id": routes.file(setting.base, path)})


@cache
def of_files() -> Mapping[str, Json]:
    """Describe every kind of file, by the name of the schema. Only the model is asked."""
    of_records = {model.__name__.lower(): schema_of(model) for model in FOLDER_MODELS.values()}
    of_lists = {kind: _list(model) for kind, model in LIST_MODELS.items()}
    of_singles = {kind: schema_of(model) for kind, model in SINGLE_MODELS.items()}
    named: Mapping[str, Json] = {**of_records, **of_lists, **of_singles}
    return {name: _headed(schema) for name, schema in named.items()}


def of_ids(setting: Setting) -> dict[str, Json]:
    """List the ids that exist, by kind, each with its name."""
    definitions = mended(kinds.definitions(setting))
    return {"ids": _headed({**words(meaning(Kept, "id")), "definitions": definitions})}


def text(schema: Json) -> str:
    """Write a schema as a file, its name and title first."""
    first = {key: schema[key] for key in ("$schema", "$id", "title") if key in schema}
    return json.dumps(first | schema, ensure_ascii=False, indent=2) + "\n"


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
