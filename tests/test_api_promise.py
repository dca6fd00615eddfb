"""What programs may rely on: the keys of version 1 of the API do not go away or change."""

import json
from collections.abc import Mapping
from typing import Any

import pytest

from tests.changing import published
from tests.conftest import BASE, ROOT, Golden

GOLDEN = ROOT / "tests" / "golden" / "api-v1.json"

HELP = (
    "A key or address of API v1 is gone or differs: {broken}. That breaks the promise of "
    "/data/api/. New ones: {added}. These need a higher SCHEMA_VERSION and an entry in the "
    "changelog of data/api.yml; then `make golden`."
)

Json = dict[str, Any]


def _type(schema: Mapping[str, Any]) -> str:
    """Write a type on one line: Link[], string (uri) | null."""
    if "$ref" in schema:
        return str(schema["$ref"].rpartition("/")[2])
    if "anyOf" in schema:
        return " | ".join(map(_type, schema["anyOf"]))
    if schema.get("type") == "array":
        return f"{_type(schema['items'])}[]"
    detail = schema.get("format") or ", ".join(schema.get("enum", ()))
    name = str(schema.get("type", "any"))
    return f"{name} ({detail})" if detail else name


def _flat(promise: Json) -> dict[str, str]:
    """Every address, and every key of every answer, with its type."""
    keys = {f"{name}.{key}": kind
            for name, schema in promise["answers"].items() for key, kind in schema.items()}  # fmt: skip
    return {**promise["addresses"], **keys}


def _promise(description: Json) -> Json:
    get = {path: item["get"]["responses"]["200"] for path, item in description["paths"].items()}
    return {
        "version": description["info"]["version"],
        "addresses": {
            path: _type(answer["content"]["application/json"]["schema"])
            for path, answer in sorted(get.items())
        },
        "answers": {
            name: {key: _type(kind) for key, kind in sorted(schema["properties"].items())}
            for name, schema in sorted(description["components"]["schemas"].items())
        },
    }


def _differences(before: Json, after: Json) -> tuple[list[str], list[str]]:
    """What is gone or differs, and what is new."""
    old, new = _flat(before), _flat(after)
    broken = sorted(key for key, kind in old.items() if new.get(key) != kind)
    return broken, sorted(new.keys() - old.keys())


def test_no_key_is_gone_and_a_new_one_has_a_new_version(golden: Golden) -> None:
    """All addresses, and all keys of all answers with their types, are those of the golden file."""
    promise = _promise(json.loads(published(BASE, "api/v1/openapi.json")))
    before = json.loads(GOLDEN.read_text("utf-8")) if GOLDEN.exists() else promise
    try:
        golden(GOLDEN, json.dumps(promise, ensure_ascii=False, indent=1) + "\n")
    except AssertionError:
        broken, added = _differences(before, promise)
        pytest.fail(HELP.format(broken=broken or "none", added=added or "none"))


def test_a_broken_promise_is_noticed() -> None:
    """What is gone or of another type is told from what is only new."""
    before = {"addresses": {"/a": "A"}, "answers": {"A": {"id": "string", "name": "Text"}}}
    after = {"addresses": {"/a": "A"}, "answers": {"A": {"id": "string | null", "new": "Link[]"}}}
    assert _differences(before, after) == (["A.id", "A.name"], ["A.new"])
