"""What a data folder publishes as tables, shapes and their description, without the whole site."""

import csv
import io
import json
from collections.abc import Callable, Mapping
from itertools import chain
from pathlib import Path
from typing import Any

import yaml

import atlas
from atlas import routes, views
from atlas.exports import datapackage, geojson, tables
from tests.changing import made
from tests.conftest import BASE_URL, NOW

Row = dict[str, str]


def publish(data: Path) -> dict[str, bytes]:
    """Return the content of each file by its path below the site."""
    loaded = atlas.load(data)
    assert loaded.graph, loaded.problems
    setting = views.setting(loaded.graph, BASE_URL, NOW)
    files = dict(chain(tables.files(setting), geojson.files(setting)))
    described = datapackage.text(setting, files).encode()
    return {**made(files.items()), routes.DATA_PACKAGE: described}


def write(files: Mapping[str, bytes], folder: Path) -> Path:
    """Write files into a folder, and return where their description is."""
    for path, content in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)
    return folder / routes.DATA_PACKAGE


def rows(content: bytes) -> list[Row]:
    """Read a table, as a program would that knows nothing of us."""
    text = io.StringIO(content.decode("utf-8-sig"), newline="")
    return list(csv.DictReader(text, strict=True))


def by_id(content: bytes) -> dict[str, Row]:
    """Read a table, each row under its id."""
    return {row["id"]: row for row in rows(content)}


def features(content: bytes) -> dict[str, Any]:
    """Read GeoJSON, each feature under its id."""
    return {feature["id"]: feature for feature in json.loads(content)["features"]}


def change(file: Path, edit: Callable[[Any], object]) -> None:
    """Edit a file of the data, whose values are all text here: `on` is a key, and no truth."""
    content = yaml.load(file.read_text("utf-8"), yaml.BaseLoader)
    edit(content)
    file.write_text(yaml.safe_dump(content, allow_unicode=True), "utf-8")
