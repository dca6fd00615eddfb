"""What the pages say to machines: JSON-LD in the words of schema.org, read from the built site."""

import json
from collections.abc import Iterator, Mapping
from copy import deepcopy
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
import yaml
from lxml import html

import atlas
from tests import schema_org
from tests.conftest import BASE_URL, NOW, REAL_DATA, add_line

Document = dict[str, Any]


@cache
def _documents(site: Path) -> Mapping[str, Document]:
    """The JSON-LD of every page, by the page's canonical address."""
    found = {}
    for page in sorted(site.rglob("*.html")):
        root: Any = html.fromstring(page.read_bytes().decode("utf-8"))
        if page.name != "404.html":
            (script,) = root.xpath("/html/head/script[@type='application/ld+json']/text()")
            (address,) = root.xpath("//link[@rel='canonical']/@href")
            found[address] = json.loads(script)
    return found


def _things(document: Document, kind: str) -> list[Document]:
    return [thing for thing in document["@graph"] if thing["@type"] == kind]


def _values(value: Any) -> Iterator[tuple[str, str]]:
    """Every text of a document with the key that it stands under."""
    if isinstance(value, list):
        for item in value:
            yield from _values(item)
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from ([(key, item)] if isinstance(item, str) else _values(item))


@schema_org.ONE_PROCESS
def test_schema_org_has_a_word_for_everything_that_is_said(site: Path) -> None:
    """On every page, in both languages: types, properties, and what kind of value each takes."""
    for address, document in _documents(site).items():
        try:
            assert schema_org.check(document)
        except schema_org.SchemaOrgError as error:
            raise AssertionError(f"{address}: {error}") from error


@schema_org.ONE_PROCESS
def test_the_judge_of_schema_org_is_strict() -> None:
    """It accepts what is right, and sees each way of being wrong."""
    right = {
        "@id": "https://example.org/#event",
        "@type": "Event",
        "name": "A visit",
        "startDate": "2018-10-15",
        "eventStatus": "https://schema.org/EventScheduled",
        "location": {"@type": "City", "geo": {"@type": "GeoCoordinates", "latitude": 48.1}},
        "url": "https://example.org/",
    }
    assert schema_org.check({"@context": "https://schema.org", "@graph": [right]})
    for wrong in (
        {"nmae": "A visit"},
        {"temporalCoverage": "2018"},  # belongs to creative works
        {"attendees": {"@type": "Organization"}},  # replaced by attendee
        {"@type": "Visit"},
        {"name": 3},
        {"startDate": "2018-10"},
        {"startDate": "soon"},
        {"eventStatus": "https://schema.org/EventHeld"},
        {"location": {"@type": "Person", "name": "Brussels"}},
        {"location": {"@type": "City", "geo": {"@type": "GeoCoordinates", "latitud": 48.1}}},
        {"location": {"@id": "https://example.org/#nowhere"}},
        {"url": "example"},
    ):
        document = {"@context": "https://schema.org", "@graph": [deepcopy(right) | wrong]}
        with pytest.raises(schema_org.SchemaOrgError):
            schema_org.check(document)


def test_every_address_is_whole_and_leads_somewhere(site: Path) -> None:
    """Addresses that readers could follow are of pages that were built, anchors included."""
    for page, document in _documents(site).items():
        for key, value in _values(document["@graph"]):
            if key == "@id":
                assert value.startswith(BASE_URL), f"{page}: {value}"
            if key in {"url", "mainEntityOfPage"} and value.startswith(BASE_URL):
                assert _is_there(site, value), f"{page}: {value}"
            elif key in {"url", "mainEntityOfPage"}:
                assert urlsplit(value).netloc, f"{page}: {value}"


def _is_there(site: Path, address: str) -> bool:
    path, _, anchor = address.removeprefix(BASE_URL).partition("#")
    file = site / path / "index.html"
    return file.is_file() and (not anchor or anchor in _anchors(file))


@cache
def _anchors(file: Path) -> frozenset[str]:
    root: Any = html.fromstring(file.read_bytes().decode("utf-8"))
    return frozenset(root.xpath("//@id"))


def test_breadcrumbs_lead_from_the_first_page_to_the_page_itself(site: Path) -> None:
    """On every page but the first one; each step is a page in the same language."""
    for page, document in _documents(site).items():
        home = f"{BASE_URL}en/" if page.startswith(f"{BASE_URL}en/") else BASE_URL
        trails = _things(document, "BreadcrumbList")
        if page == home:
            assert trails == []
            continue
        ((trail,), (itself,)) = (trails, _things(document, "WebPage"))
        steps = trail["itemListElement"]
        assert [step["position"] for step in steps] == list(range(1, len(steps) + 1))
        assert all(step["name"].strip() for step in steps)
        addresses = [step["item"]["@id"] for step in steps]
        assert (addresses[0], addresses[-1]) == (home, page)
        assert itself["url"] == page
        assert itself["breadcrumb"] == {"@id": trail["@id"]}
        assert all(a.startswith(home) and _is_there(site, a) for a in addresses), page
        assert len(set(addresses)) == len(addresses)


def test_breadcrumbs_name_the_list_that_a_page_stands_in(site: Path) -> None:
    """In the language of the page."""
    for path, names in (
        ("pairings/kobe-marseille/", ["ホーム", "連携", "神戸市 – マルセイユ市"]),
        ("en/places/kobe/", ["Home", "Places", "Kobe"]),
        ("en/pairings/", ["Home", "Pairings"]),
        ("about/", ["ホーム", "このサイトについて"]),
    ):
        (trail,) = _things(_documents(site)[BASE_URL + path], "BreadcrumbList")
        assert [step["name"] for step in trail["itemListElement"]] == names


@pytest.mark.parametrize(("path", "language"), [("", "ja"), ("en/", "en")])
def test_the_first_page_describes_the_site_and_its_data(
    site: Path, path: str, language: str
) -> None:
    """As search engines for data sets ask for it, in the language of the page."""
    document = _documents(site)[BASE_URL + path]
    ((website,), (dataset,)) = (_things(document, kind) for kind in ("WebSite", "Dataset"))
    given = yaml.safe_load((REAL_DATA / "site.yml").read_text("utf-8"))
    for thing in (website, dataset):
        assert thing["name"] == given["name"][language]
    assert website["url"] == BASE_URL + path
    assert dataset["url"] == f"{BASE_URL}data/"
    assert website["inLanguage"] == language
    assert 50 <= len(dataset["description"]) <= 5000
    assert dataset["license"]["text"] == given["licence"][language]
    assert len(dataset["isBasedOn"]) >= 2
    assert dataset["creator"]["name"]
    first, last = dataset["temporalCoverage"].split("/")
    assert (int(first), int(last)) <= (2014, 9999)
    assert int(last) >= 2021


def test_places_say_where_they_are(site: Path) -> None:
    """What the data say: the kind, the name, the coordinates, the country, what it lies in."""
    kinds = {"city": "City", "town": "City", "prefecture": "AdministrativeArea"}
    for file in sorted((REAL_DATA / "places").glob("*.yml")):
        given = yaml.safe_load(file.read_text("utf-8"))
        for root, language in ((BASE_URL, "ja"), (f"{BASE_URL}en/", "en")):
            address = f"{root}places/{file.stem}/"
            (place,) = [t for t in _documents(site)[address]["@graph"] if t.get("address")]
            assert place["url"] == address
            assert place["name"] == given["name"][language]
            assert place["name"] not in place["alternateName"]
            assert given["reading"] in place["alternateName"]
            assert place["address"]["addressCountry"] == given["country"]
            if given["kind"] in kinds:
                assert place["@type"] == kinds[given["kind"]]
            if coordinates := given.get("coordinates"):
                assert [place["geo"]["latitude"], place["geo"]["longitude"]] == coordinates
            within = place.get("containedInPlace", {}).get("url")
            assert within == (f"{root}places/{given['within']}/" if "within" in given else None)


def test_events_are_told_where_their_days_are_known(site: Path) -> None:
    """With whole dates; months, years and fiscal years are no days."""
    documents = _documents(site)
    events = _things(documents[f"{BASE_URL}pairings/tokorozawa-bratislava/"], "Event")
    anchors = {
        event["url"].partition("#")[2]: (event["startDate"], event["endDate"]) for event in events
    }
    assert anchors.items() >= {
        ("tokorozawa-bratislava--visit-to-bratislava", ("2018-10-15", "2018-10-17")),
        ("tokorozawa-bratislava--joint-presentation", ("2021-11-10", "2021-11-10")),
        ("iuc--city-to-city-event-3", ("2019-11-19", "2019-11-21")),
    }
    assert not {"tokorozawa-bratislava--web-meetings", "tokorozawa-bratislava--u-cap",
                "tokorozawa-bratislava--selection"} & anchors.keys()  # fmt: skip
    for page, document in documents.items():
        for event in _things(document, "Event"):
            begins, ends = (date.fromisoformat(event[key]) for key in ("startDate", "endDate"))
            assert begins <= ends, page


def test_events_are_told_on_the_pages_that_show_them(site: Path) -> None:
    """The timeline has them all; on each page only those that the page shows."""
    documents = _documents(site)
    for root in (BASE_URL, f"{BASE_URL}en/"):
        everything = {e["@id"]: e for e in _things(documents[f"{root}timeline/"], "Event")}
        assert everything
        for page, document in documents.items():
            for event in _things(document, "Event"):
                if event["@id"].startswith(f"{root}timeline/"):
                    assert event == everything[event["@id"]]
                    shown = _anchors(site / page.removeprefix(BASE_URL) / "index.html")
                    assert event["url"].partition("#")[2] in shown, page
    (visit,) = [e for e in _things(documents[f"{BASE_URL}en/programmes/iuc/"], "Event")
                if e["url"].endswith("--visit-to-bratislava")]  # fmt: skip
    assert visit["location"] == {"@type": "Place", "name": "Bratislava"}
    (talk,) = [e for e in _things(documents[f"{BASE_URL}en/timeline/"], "Event")
               if e["url"].endswith("--joint-presentation")]  # fmt: skip
    assert "location" not in talk


def test_what_was_typed_ends_no_script(data: Path) -> None:
    """Angle brackets and ampersands reach machines as they were typed."""
    typed = "A </script><!-- & B"
    place = data / "places" / "kawabe.yml"
    text = place.read_text("utf-8")
    name = yaml.safe_load(text)["name"]["en"]
    place.write_text(text.replace(f"en: {name}", f'en: "{typed}"', 1), "utf-8")
    add_line(data, "places/kawabe", "excuses: [{rule: html-in-text, reason: a test}]")
    rendered = atlas.publish(data, BASE_URL, NOW).pages["places/kawabe/index.en.md"]
    assert not set("<>&") & set(rendered.linked_data)
    assert typed in {thing.get("name") for thing in json.loads(rendered.linked_data)["@graph"]}
