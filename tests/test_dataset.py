"""What catalogues are told of the data as a whole: schema.org's Dataset, as a file and in pages."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from lxml import html

from tests import schema_org
from tests.changing import published
from tests.conftest import BASE_URL, NOW, REAL_DATA

FILE = "api/v1/dataset.jsonld"


@pytest.fixture(scope="module")
def dataset(site: Path) -> dict[str, Any]:
    """The file of the real site."""
    content: dict[str, Any] = json.loads((site / FILE).read_text("utf-8"))
    return content


def _given(name: str) -> Any:
    return yaml.safe_load((REAL_DATA / f"{name}.yml").read_text("utf-8"))


def _records(kind: str) -> list[Any]:
    return [yaml.safe_load(file.read_text("utf-8")) for file in (REAL_DATA / kind).iterdir()]


@schema_org.ONE_PROCESS
def test_schema_org_has_a_word_for_everything_that_is_said(dataset: dict[str, Any]) -> None:
    """It is one object of a known type, with properties and values that belong to it."""
    thing = {key: value for key, value in dataset.items() if key != "@context"}
    assert schema_org.check({"@context": dataset["@context"], "@graph": [thing]})
    assert thing["@type"] == "Dataset"


def test_it_says_what_search_engines_for_data_ask_for(dataset: dict[str, Any]) -> None:
    """In both languages, as the data have it: Google requires a name and 50 to 5000 characters."""
    given = _given("site")
    assert [dataset["name"], dataset["alternateName"]] == list(given["name"].values())
    assert dataset["description"].split("\n\n") == list(given["description"].values())
    assert 50 <= len(dataset["description"]) <= 5000
    assert dataset["license"]["text"].split("\n\n") == list(given["licence"].values())
    assert dataset["url"] == f"{BASE_URL}data/"
    assert dataset["inLanguage"] == ["ja", "en"]
    assert dataset["isAccessibleForFree"] is True
    documents = _given("sources")
    assert [(d["name"], d["alternateName"]) for d in dataset["isBasedOn"]] == [
        (documents[name]["title"]["ja"], documents[name]["title"]["en"])
        for name in sorted(documents) if name != "editorial"
    ]  # fmt: skip
    publisher = documents["editorial"]["publisher"]
    assert [dataset["creator"]["name"], dataset["creator"]["alternateName"]] == list(
        publisher.values()
    )
    assert {name for theme in _records("themes") for name in theme["name"].values()} == {
        *dataset["keywords"]
    }


def test_it_covers_the_countries_of_the_places_and_the_years_of_the_events(
    dataset: dict[str, Any],
) -> None:
    """Each country by its code and its name in both languages."""
    countries = {
        c["identifier"]: (c["name"], c["alternateName"]) for c in dataset["spatialCoverage"]
    }
    assert countries.keys() == {place["country"] for place in _records("places")}
    assert countries["SK"] == ("スロバキア", "Slovakia")
    dates = [str(event["date"]) for t in _records("timelines") for event in t["events"]]
    dates += [str(pairing["since"]) for pairing in _records("pairings") if "since" in pairing]
    years = sorted(year for date in dates for year in re.findall(r"\b\d{4}\b", date))
    assert dataset["temporalCoverage"] == f"{years[0]}/{years[-1]}"


def test_it_is_dated_by_the_build(data: Path) -> None:
    """Not by the clock of whoever reads it."""
    assert json.loads(published(data, FILE))["dateModified"] == NOW.date().isoformat()


def test_every_download_is_there_and_as_large_as_is_said(
    site: Path, dataset: dict[str, Any]
) -> None:
    """At the address that is given, in the format that its name tells."""
    media_types = {
        ".json": "application/json",  # RFC 8259
        ".csv": "text/csv",  # RFC 4180
        ".geojson": "application/geo+json",  # RFC 7946
        ".ics": "text/calendar",  # RFC 5545
        ".atom": "application/atom+xml",  # RFC 4287
    }
    downloads = dataset["distribution"]
    assert len({download["contentUrl"] for download in downloads}) == len(downloads) > 0
    for download in downloads:
        file = site / download["contentUrl"].removeprefix(BASE_URL)
        assert download["contentSize"] == f"{file.stat().st_size} B"
        assert download["encodingFormat"] == media_types[file.suffix]
        assert download["name"] == file.relative_to(site).as_posix().removeprefix("api/v1/")
        if file.suffix in {".ics", ".atom"}:
            assert download["inLanguage"] == file.parent.name


def test_all_files_of_whole_data_are_listed_and_no_others(
    site: Path, dataset: dict[str, Any]
) -> None:
    """Single records, parts, and what describes the service are no copies of the data.

    They come in the order of the kinds, whatever order they are made in.
    """
    api = {file for file in (site / "api" / "v1").iterdir() if file.is_file()}
    service = {
        site / "api" / "v1" / name
        for name in ("index.json", "openapi.json", "vocabulary.json", "dataset.jsonld")
    }
    assert service < api
    calendars = {*site.glob("calendar/*/all.ics"), *site.glob("feeds/*/*.atom")}
    listed = {site / d["contentUrl"].removeprefix(BASE_URL) for d in dataset["distribution"]}
    assert listed == api - service | calendars
    kinds = ("programmes", "pairings", "places", "themes", "organisations", "sources", "glossary")
    names = [download["name"] for download in dataset["distribution"]]
    assert names[: len(kinds)] == [f"{kind}.json" for kind in kinds]
    assert {site / "api" / "v1" / name for name in ("pairings.json", "pairings.csv",
            "places.geojson", "datapackage.json")} < listed  # fmt: skip


@pytest.mark.parametrize(("page", "language"), [("", "ja"), ("en/", "en")])
def test_the_first_page_and_that_of_the_data_tell_of_the_same_data(
    site: Path, dataset: dict[str, Any], page: str, language: str
) -> None:
    """Under the same name (`@id`), with the same downloads, in its own language."""
    (told,) = _datasets(site, page)
    (also,) = _datasets(site, f"{page}data/")
    assert also == told
    same = ("@id", "url", "temporalCoverage", "dateModified", "inLanguage")
    downloads = [{key: value for key, value in download.items() if key != "contentSize"}
                 for download in dataset["distribution"]]  # fmt: skip
    assert told["distribution"] == downloads  # to tell sizes, pages would wait for all files
    assert [told[key] for key in same] == [dataset[key] for key in same]
    assert told["name"] == _given("site")["name"][language]
    assert "alternateName" not in told


def _datasets(site: Path, page: str) -> list[dict[str, Any]]:
    root: Any = html.fromstring((site / page / "index.html").read_bytes().decode("utf-8"))
    (script,) = root.xpath("/html/head/script[@type='application/ld+json']/text()")
    return [t for t in json.loads(script)["@graph"] if t["@type"] == "Dataset"]
