"""A reader of JSON-LD that knows schema.org's vocabulary, from a package and not from our code.

It is as strict as the vocabulary: an unknown type or property, one that does not belong to its
type or was replaced by another, a value of a type that the property does not take, an
enumeration's member that does not exist, and a reference to nothing are all errors.
"""

import re
from collections.abc import Mapping
from contextlib import suppress
from datetime import date
from typing import Any

import pytest
from schema_org import SchemaModel, registry

ONE_PROCESS = pytest.mark.xdist_group("schema.org")
"""For tests that read: the vocabulary takes a second for each type to be put together."""


class SchemaOrgError(ValueError):
    """The JSON-LD says something that schema.org has no word for."""


def check(document: Mapping[str, Any]) -> list[SchemaModel]:
    """Read every object of a JSON-LD document; raise SchemaOrgError if one is wrong."""
    if document.get("@context") != "https://schema.org":
        raise SchemaOrgError("the context is not schema.org's")
    things = document["@graph"]
    by_name = {thing["@id"]: thing for thing in things}
    if len(by_name) != len(things):
        raise SchemaOrgError("two objects have one name")
    return [_read(thing, by_name) for thing in things]


def _read(thing: Mapping[str, Any], by_name: Mapping[str, Any]) -> SchemaModel:
    if set(thing) == {"@id"}:
        if thing["@id"] not in by_name:
            raise SchemaOrgError(f"nothing has the name {thing['@id']}")
        return _read(by_name[thing["@id"]], by_name)
    kind = thing.get("@type", "")
    try:
        model = registry.get_model(kind)
    except KeyError:
        raise SchemaOrgError(f"no type is called {kind!r}") from None
    known = {each.schema_name: each for each in model.SCHEMA_PROPERTIES}
    values = {}
    for name, value in thing.items():
        if name.endswith(("-input", "-output")) and "Action" in model.SCHEMA_TYPES:
            continue  # what an action needs; no property of its own (schema.org/docs/actions.html)
        if name in known and known[name].superseded_by:
            raise SchemaOrgError(f"{name} was replaced by {known[name].superseded_by}")
        values[name] = _value(value, known[name].ranges if name in known else (), by_name)
    try:
        return model(**values)
    except ValueError as error:
        raise SchemaOrgError(f"{kind}: {error}") from error


def _value(value: Any, ranges: tuple[str, ...], by_name: Mapping[str, Any]) -> Any:
    if isinstance(value, list):
        return [_value(item, ranges, by_name) for item in value]
    if isinstance(value, dict):
        return _read(value, by_name)
    return _typed(value, ranges) if isinstance(value, str) else value


def _typed(text: str, ranges: tuple[str, ...]) -> Any:
    """JSON has no dates and no members of enumerations: read them where they are meant."""
    for kind in ranges:
        if enumeration := registry.ENUM_BY_SCHEMA.get(kind):
            with suppress(ValueError):
                return enumeration(text)
    if "Date" in ranges and re.fullmatch(r"\d{4}-\d\d-\d\d", text):
        return date.fromisoformat(text)
    if "URL" in ranges and "Text" not in ranges and not re.fullmatch(r"https?://\S+", text):
        raise SchemaOrgError(f"not an address: {text}")
    return text
