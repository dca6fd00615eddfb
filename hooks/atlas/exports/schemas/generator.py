"""Turns a record of the model into JSON Schema draft-07, as those who type the data need it.

It differs from pydantic's own in what a file may hold: no null, no key that the file's name says,
and lists of a fixed length as draft-07 has them.

An id that names another record is a `$ref` to the list of those ids. Beside a `$ref` stand titles
and descriptions only: editors show them, and a reader that passes over them (as draft-07 has it)
misses no rule.
"""

from typing import Any

from pydantic import BaseModel, TypeAdapter
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import core_schema

from atlas import routes
from atlas.exports.schemas.kinds import definition_of
from atlas.exports.short_names import ShortNames
from atlas.model import Meaning, meaning, meaning_of, written_keys
from atlas.rules.shape import SHAPE_RULES_BY_ID
from atlas.text import LANGUAGES

Json = dict[str, Any]

DRAFT = "http://json-schema.org/draft-07/schema#"


def schema_of(model: type[BaseModel]) -> Json:
    """Describe a record of the model: its keys, in their order, and what each may hold."""
    made = model.model_json_schema(
        ref_template="#/definitions/{model}", schema_generator=_Generator
    )
    found: Json = mended(made)
    definitions = found.pop("$defs", {})
    return {**words(meaning_of(model)), **found, "definitions": definitions}


def schema_of_value(hint: Any) -> Json:
    """Describe a single value of a type of the model."""
    made: Json = mended(TypeAdapter(hint).json_schema(schema_generator=_Generator))
    return made


def words(means: Meaning) -> Json:
    """Say what something is called and means: for editors' programs, and for the form."""
    said = [means.text, means.writing] if means.writing else [means.text]
    joints = {"ja": "", "en": " "}
    text = {lang: joints[lang].join(each.to(lang) for each in said) for lang in LANGUAGES}
    both = "\n\n".join(text.values())
    return {
        "title": f"{means.title.ja} / {means.title.en}",
        "description": both,
        **({"markdownDescription": both} if "`" in both else {}),  # there they are code
        "x-title": means.title.model_dump(),
        "x-description": text,
        "x-meaning": means.text.model_dump(),  # for the form, where nobody writes YAML
    }


class _Generator(ShortNames):
    def sort(self, value: JsonSchemaValue, parent_key: str | None = None) -> JsonSchemaValue:  # noqa: ARG002  # pydantic's signature
        """Keep the order of the model, which is that of its files."""
        return value

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        """A value that may be missing is left out of a file; nobody writes null."""
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        """Only defaults that could be written are worth telling: not null or an empty list."""
        inner = self.generate_inner(schema["schema"])
        default = schema.get("default")
        return {**inner, "default": default} if isinstance(default, str | bool) else inner

    def tuple_schema(self, schema: core_schema.TupleSchema) -> JsonSchemaValue:
        """Draft-07 has `items` where later drafts have `prefixItems`."""
        made = super().tuple_schema(schema)
        if "prefixItems" in made:
            return {**made, "items": made.pop("prefixItems"), "additionalItems": False}
        return made

    def dict_schema(self, schema: core_schema.DictSchema) -> JsonSchemaValue:
        """Every key is an id, and no other key is let through."""
        keys, values = (
            self.generate_inner(schema[part]) for part in ("keys_schema", "values_schema")
        )
        return {"type": "object", "propertyNames": keys, "additionalProperties": values}

    def model_schema(self, schema: core_schema.ModelSchema) -> JsonSchemaValue:
        """Name each key in both languages; a record's own keys go before those of every record."""
        made, model = super().model_schema(schema), schema["cls"]
        for said in ("title", "description"):
            made.pop(said, None)  # pydantic's; a key that holds such a block says what it is
        fields = {field.alias or name: name for name, field in model.model_fields.items()}
        order = written_keys(model)
        given = made["properties"]
        made["properties"] = {key: {**words(meaning(model, fields[key])), **_bare(given[key])}
                              for key in order}  # fmt: skip
        made["required"] = [key for key in made.get("required", ()) if key in order]
        return made


def _bare(schema: Json) -> Json:
    """Without the title and description that pydantic or a type's own meaning gave."""
    return {key: value for key, value in schema.items() if key not in ("title", "description")}


def mended(schema: Any) -> Any:
    """Turn our marks into what editors' programs know: kinds of id, names, the wording of rules."""
    if isinstance(schema, list):
        return [mended(each) for each in schema]
    if not isinstance(schema, dict):
        return schema
    made = {key: mended(value) for key, value in schema.items() if key != "x-ids"}
    if kinds := schema.get("x-ids"):
        made["$ref"] = f"{routes.IDS_SCHEMA}#/definitions/{definition_of(tuple(kinds))}"
    if rule := SHAPE_RULES_BY_ID.get(schema.get("x-rule", "")):
        made["patternErrorMessage"] = f"{rule.statement.ja} / {rule.statement.en}"
    if names := schema.get("x-names"):
        said = [f"{names[value]['ja']} / {names[value]['en']}" for value in schema["enum"]]
        made |= {"enumDescriptions": said, "markdownEnumDescriptions": said}
    return made
