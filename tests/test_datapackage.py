"""The data package, read and judged by frictionless."""

import json
import re
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any

import frictionless
import pytest
import yaml

from tests.conftest import BASE_URL, REAL_DATA
from tests.published import change, publish, rows, write
from tests.test_tables import FORMULAE, HARMLESS

PACKAGE = "api/v1/datapackage.json"


def _errors(descriptor: Path) -> dict[str, list[str]]:
    """What frictionless finds wrong, with its messages, by the type of error."""
    report = frictionless.Package(str(descriptor)).validate()
    found: dict[str, list[str]] = {}
    for kind, message in report.flatten(["type", "message"]):
        found.setdefault(kind, []).append(message)
    assert report.valid == (not found)
    return found


def _read(descriptor: Path) -> Any:
    return json.loads(descriptor.read_text("utf-8"))


def test_the_package_of_the_site_is_valid(site: Path) -> None:
    """Every table is as described: encoding, columns, types, keys, size and hash."""
    assert _errors(site / PACKAGE) == {}


def test_the_package_says_what_it_is(site: Path) -> None:
    """In both languages, with licence, sources and date, as the data give them."""
    package = _read(site / PACKAGE)
    given = yaml.safe_load((REAL_DATA / "site.yml").read_text("utf-8"))
    sources = yaml.safe_load((REAL_DATA / "sources.yml").read_text("utf-8"))
    for language in ("ja", "en"):
        assert given["name"][language] in package["title"]
        assert given["description"][language] in package["description"]
        assert given["licence"][language] in package["licenses"][0]["title"]
    assert package["licenses"][0]["path"] == f"{BASE_URL}data/"
    assert package["id"] == f"{BASE_URL}{PACKAGE}"
    assert len(package["sources"]) == len(sources)
    versions = {source["version"] for source in package["sources"]}
    assert versions >= {"2022-11-25", "2014-05-31"}
    assert package["contributors"][0]["title"] == "都市間連携アトラス / City Partnership Atlas"
    assert "Air quality improvement" in package["keywords"]
    for resource in package["resources"]:
        for field in resource.get("schema", {}).get("fields", ()):
            for text in (field["title"], field["description"]):
                japanese, _, english = text.partition(" / ")
                assert japanese, field
                assert english, field
                assert not re.search(r"[぀-鿿]", english), field


def test_the_package_is_dated_when_the_site_was_built(data: Path) -> None:
    """And is the same, byte for byte, when it is built again at the same time."""
    first, second = publish(data), publish(data)
    assert first == second
    assert json.loads(first[PACKAGE])["created"] == "2020-02-02T12:30:00Z"


def test_sizes_and_hashes_are_those_of_the_files(site: Path) -> None:
    """Of shapes as well as of tables; and every column is described where it stands."""
    package = _read(site / PACKAGE)
    names = [resource["name"] for resource in package["resources"]]
    assert names == ["pairings", "events", "places", "pairings-geojson", "places-geojson"]
    for resource in package["resources"]:
        content = (site / PACKAGE).parent.joinpath(resource["path"]).read_bytes()
        assert resource["bytes"] == len(content)
        assert resource["hash"] == f"sha256:{sha256(content).hexdigest()}"
        if "schema" in resource:
            fields = [field["name"] for field in resource["schema"]["fields"]]
            assert fields == list(rows(content)[0])


def _hostile(data: Path) -> None:
    """Type something awkward into every text of the small data's tables."""
    texts = [*HARMLESS, *FORMULAE]
    events = [
        {"id": f"e-{number}", "date": f"2018-{number + 1:02}", "kind": "visit",
         "title": {"ja": text, "en": text}, "text": {"ja": text, "en": text},
         "where": {"ja": text, "en": text}, "date_text": {"ja": text, "en": text}}
        for number, text in enumerate(texts)
    ]  # fmt: skip
    change(data / "timelines" / "kawabe-donaustadt.yml", lambda given: given.update(events=events))
    change(
        data / "places" / "donaustadt.yml",
        lambda place: place.update(
            country="CL",
            coordinates=[-33.45, -70.6667],
            aliases=texts,
            name={"ja": texts[0], "en": "@x"},
        ),
    )


def test_a_package_of_awkward_text_is_valid(data: Path, tmp_path: Path) -> None:
    """Quotes, line breaks, commas, what looks like formulae; and it is read back as it was typed."""
    _hostile(data)
    descriptor = write(publish(data), tmp_path / "site")
    assert _errors(descriptor) == {}
    package: Any = frictionless.Package(str(descriptor))
    titles = [row["title_ja"] for row in package.get_resource("events").read_rows()]
    for text in HARMLESS:
        assert text in titles
    for text in FORMULAE:
        assert f"'{text}" in titles
    places = {row["id"]: row for row in package.get_resource("places").read_rows()}
    assert float(places["donaustadt"]["longitude"]) == -70.6667
    assert places["kawa-prefecture"]["longitude"] is None
    assert places["donaustadt"]["name_en"] == "'@x"


def _swap(old: str, new: str) -> Callable[[bytes], bytes]:
    def swap(content: bytes) -> bytes:
        assert content.count(old.encode())
        return content.replace(old.encode(), new.encode(), 1)

    return swap


@pytest.mark.parametrize(
    ("table", "spoil", "error"),
    [
        ("places", _swap(",48.2,", ",north,"), "type-error"),
        ("places", _swap(",kawa-prefecture,", ",nowhere,"), "foreign-key"),
        ("places", _swap("\r\ndonaustadt,", "\r\nkawabe,"), "primary-key"),
        ("places", _swap(",reading,", ",lecture,"), "incorrect-label"),
        ("events", _swap(",2018-09-30,", ",2018-09-31,"), "type-error"),
        ("events", _swap(",false,", ",perhaps,"), "type-error"),
        ("events", _swap(",visit,", ",,"), "constraint-error"),
        ("pairings", _swap("flooding", "Flooding"), "hash-count"),
        ("pairings", _swap("\r\n", ",more\r\n"), "extra-label"),
    ],
)
def test_a_planted_mistake_is_found(
    table: str, spoil: Callable[[bytes], bytes], error: str, data: Path, tmp_path: Path
) -> None:
    """So that the description is known to say enough, and the check to be able to fail."""
    files = publish(data)
    files[f"api/v1/{table}.csv"] = spoil(files[f"api/v1/{table}.csv"])
    assert error in _errors(write(files, tmp_path / "site"))
