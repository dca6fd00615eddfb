"""The JSON API: its answers against its own description, and against the data."""

import json
import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import rfc3986  # type: ignore[import-untyped]
import yaml
from jsonschema import Draft202012Validator, FormatChecker
from openapi_spec_validator import OpenAPIV31SpecValidator
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT202012
from rfc3986.exceptions import RFC3986Exception  # type: ignore[import-untyped]
from rfc3986.validators import Validator  # type: ignore[import-untyped]

import atlas
from atlas.made import encoded
from tests.changing import copy_pairing, rename, tell
from tests.changing import event as made_up
from tests.conftest import BASE, BASE_URL, NOW, REAL_DATA, add_line

API = "api/v1/"
COLLECTIONS = ("programmes", "pairings", "places", "themes", "organisations", "sources",
               "glossary", "events")  # fmt: skip
SINGLE = COLLECTIONS[:6]
Json = dict[str, Any]

FORMATS = FormatChecker()
"""What judges the formats of texts; jsonschema itself has nothing for addresses."""


@FORMATS.checks("uri", raises=RFC3986Exception)
def _is_uri(value: object) -> bool:
    """Whether it is an absolute address, as an independent reader of RFC 3986 sees it."""
    if isinstance(value, str):
        judge = Validator().require_presence_of("scheme", "host")
        judge.check_validity_of("scheme", "host", "path", "query", "fragment")
        judge.validate(rfc3986.uri_reference(value))
    return True


@cache
def _published(data: Path) -> Mapping[str, bytes]:
    files = atlas.publish(data, BASE_URL, NOW).files
    return {path: encoded(files[path]) for path in files}


def _answers(data: Path) -> dict[str, Json]:
    """Every JSON answer of the API, by its path below the API's own address."""
    single = tuple(f"{API}{kind}/" for kind in SINGLE)
    whole = {f"{API}{name}.json" for name in ("index", "vocabulary", *COLLECTIONS)}
    return {
        path.removeprefix(API): json.loads(content)
        for path, content in _published(data).items()
        if path in whole or (path.startswith(single) and path.endswith(".json"))
    }


def _description(data: Path) -> Json:
    return dict(json.loads(_published(data)[f"{API}openapi.json"]))


def _strict(schema: Any) -> Any:
    """The same schema, under which a key that is not described is a mistake."""
    if isinstance(schema, list):
        return [_strict(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    inner = {name: _strict(value) for name, value in schema.items()}
    if "properties" in inner and isinstance(inner.get("type"), str):
        inner["additionalProperties"] = False
        assert set(inner["required"]) == set(inner["properties"]), inner.get("title")
    return inner


def _validator(description: Json, path: str) -> Draft202012Validator:
    document: Resource[Any] = DRAFT202012.create_resource(_strict(description))
    answer = description["paths"][f"/{API}{path}"]["get"]["responses"]["200"]
    reference = answer["content"]["application/json"]["schema"]["$ref"]
    registry: Registry[Any] = Registry().with_resource("urn:api", document)
    return Draft202012Validator(
        {"$ref": f"urn:api{reference}"}, registry=registry, format_checker=FORMATS
    )


def _pattern(path: str) -> str:
    folder, _, _ = path.rpartition("/")
    return f"{folder}/{{id}}.json" if folder else path


@pytest.mark.parametrize("data", [REAL_DATA, BASE], ids=["real", "small"])
def test_the_description_is_openapi(data: Path) -> None:
    """As an independent validator of OpenAPI 3.1 sees it."""
    OpenAPIV31SpecValidator(_description(data)).validate()


@pytest.mark.parametrize("data", [REAL_DATA, BASE], ids=["real", "small"])
def test_every_answer_is_as_described(data: Path) -> None:
    """Every key is described, and every described key is there."""
    description, seen = _description(data), set()
    validators: dict[str, Draft202012Validator] = {}
    for path, answer in _answers(data).items():
        pattern = _pattern(path)
        validator = validators.setdefault(pattern, _validator(description, pattern))
        assert [error.message for error in validator.iter_errors(answer)] == [], path
        seen.add(f"/{API}{pattern}")
    assert seen == set(description["paths"])


@pytest.mark.parametrize(
    "spoilt",
    [
        {"name": None},
        {"since": "2018-05"},
        {"themes": "climate"},
        {"surprise": 1},
        {"url": 1},
        {"url": "pairings/x"},
    ],
    ids=str,
)
def test_an_answer_that_is_not_as_described_is_noticed(spoilt: Json) -> None:
    """So that the test before can fail."""
    validator = _validator(_description(REAL_DATA), "pairings/{id}.json")
    answer = _answers(REAL_DATA)["pairings/kobe-marseille.json"]
    assert validator.is_valid(answer)
    assert not validator.is_valid({**answer, "result": {**answer["result"], **spoilt}})


def test_every_format_is_judged() -> None:
    """A format that nothing judges would let everything pass."""
    formats = {each["format"] for each in _objects(_description(REAL_DATA)) if "format" in each}
    assert {"uri", "date", "date-time"} <= formats <= set(FORMATS.checkers)


def test_the_envelope_says_how_many_and_when(data: Path) -> None:
    """The version, the moment of the build in UTC, and the number of things."""
    for path, answer in _answers(data).items():
        assert set(answer) == {"schema_version", "generated_at", "total", "result"}, path
        assert answer["schema_version"] == "1.0"
        assert answer["generated_at"] == "2020-02-02T12:30:00Z"
        result = answer["result"]
        assert answer["total"] == (len(result) if isinstance(result, list) else 1)


def _objects(value: Any) -> Iterator[Json]:
    """Every object within a value, outer ones first."""
    if isinstance(value, dict):
        yield value
    for item in (
        value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    ):
        yield from _objects(item)


def _texts(value: Any) -> set[tuple[str, str]]:
    """Every text in two languages within a value."""
    return {
        (str(each["ja"]).strip(), str(each["en"]).strip())
        for each in _objects(value) if set(each) == {"ja", "en"}
    }  # fmt: skip


@pytest.mark.parametrize("kind", ["programmes", "pairings", "places", "themes"])
def test_every_text_of_a_file_is_in_its_record_in_both_languages(kind: str) -> None:
    """Also in the collection; the files are read independently."""
    answers = _answers(REAL_DATA)
    listed = {each["id"]: each for each in answers[f"{kind}.json"]["result"]}
    for file in sorted((REAL_DATA / kind).glob("*.yml")):
        content = yaml.safe_load(file.read_text("utf-8"))
        content.pop("pairing_summary", None)  # each pairing tells it, with its gaps filled
        written = _texts(content)
        single = answers[f"{kind}/{file.stem}.json"]["result"]
        for told in (single, listed[file.stem]):
            assert written <= _texts(told), file


def test_every_event_is_told_with_its_texts_and_its_source() -> None:
    """Those of the timelines, and the selections, which the data give as `since`."""
    events = {each["id"]: each for each in _answers(REAL_DATA)["events.json"]["result"]}
    written = {}
    for file in sorted((REAL_DATA / "timelines").glob("*.yml")):
        for event in yaml.safe_load(file.read_text("utf-8"))["events"]:
            written[f"{file.stem}/{event['id']}"] = event
    for name, event in written.items():
        assert _texts(event) <= _texts(events[name])
        assert events[name]["date"]["edtf"] == str(event["date"])
        assert events[name]["source"]["id"] == event["source"]
    selections = {
        f"{file.stem}/selection"
        for file in (REAL_DATA / "pairings").glob("*.yml")
        if "since" in yaml.safe_load(file.read_text("utf-8"))
    }
    assert set(events) == {*written, *selections}


def test_links_lead_to_what_they_name() -> None:
    """To a file of the API whose record has that id and that name."""
    files, addresses, links = _published(REAL_DATA), 0, 0
    answers = _answers(REAL_DATA)
    for path, answer in answers.items():
        for each in _objects(answer["result"]):
            if "url" in each:
                addresses += 1
                assert each["url"].removeprefix(BASE_URL) in files, (path, each)
            if {"kind", "id", "name", "url"} == set(each) and each["kind"] in SINGLE:
                links += 1
                record = answers[f"{each['kind']}/{each['id']}.json"]["result"]
                assert (record["id"], record.get("name", record.get("title"))) == (
                    each["id"], each["name"]), path  # fmt: skip
    assert addresses > 1500
    assert links > 500


def test_every_source_and_date_stands_beside_its_fact() -> None:
    """Sections, statements, ties, facts, contacts and events all carry their own source."""
    as_of = {"iges-2014": "2014-05-31", "tokorozawa-iuc": "2022-11-25"}
    seen = 0
    for answer in _answers(REAL_DATA).values():
        for each in _objects(answer["result"]):
            if "source" in each:
                seen += 1
                assert each["source"]["as_of"] == as_of.get(each["source"]["id"], "2026-11-21")
            for parts in ({"items"}, {"value"}, {"division"}, {"date"}, {"kind", "since"}):
                assert not parts <= set(each) or "source" in each, each
    assert seen > 100


def test_the_index_counts_and_leads_to_every_collection(data: Path) -> None:
    """And its patterns lead to single records."""
    answers = _answers(data)
    for collection in answers["index.json"]["result"]["collections"]:
        listed = answers[collection["url"].removeprefix(f"{BASE_URL}{API}")]
        assert listed["total"] == collection["total"]
        for record in listed["result"] if collection["record"] else ():
            path = collection["record"].replace("{id}", record["id"])
            assert path.removeprefix(f"{BASE_URL}{API}") in answers


def test_a_single_record_tells_what_its_page_tells(data: Path) -> None:
    """Events, statements, and what leads to it, beside all that the collection has."""
    answers = _answers(data)
    for kind in SINGLE:
        for listed in answers[f"{kind}.json"]["result"]:
            single = answers[f"{kind}/{listed['id']}.json"]["result"]
            assert listed.items() <= single.items()
    pairing = answers["pairings/kawabe-donaustadt.json"]["result"]
    assert [event["id"] for event in pairing["events"]] == [
        "kawabe-donaustadt/selection", "river-links/summer-visit",
        "kawabe-donaustadt/visit", "kawabe-donaustadt/fiscal-2019",
    ]  # fmt: skip
    assert [said["id"] for said in pairing["statements"]] == ["donau-2014"]
    assert pairing["calendar"]["en"] == f"{BASE_URL}calendar/en/kawabe-donaustadt.ics"
    place = answers["places/donaustadt.json"]["result"]
    assert [each["id"] for each in place["pairings"]] == ["kawabe-donaustadt"]
    assert answers["places/kawa-prefecture.json"]["result"]["places_within"][0]["id"] == "kawabe"
    cited = answers["sources/bulletin.json"]["result"]["cited_by"]
    assert "kawabe-donaustadt" in {each["id"] for each in cited}


def test_an_event_that_a_statement_tells_has_its_text(data: Path) -> None:
    """Once in the data, and wherever a reader looks."""
    events = {each["id"]: each for each in _answers(data)["events.json"]["result"]}
    visit = events["river-links/summer-visit"]
    assert visit["text"] == {"ja": "7月頃に訪問予定。", "en": "A visit is planned around July."}
    assert visit["statement"]["id"] == "donau-2014"
    assert [each["id"] for each in visit["pairings"]] == ["kawabe-donaustadt"]
    assert visit["items"] == [{"ja": "視察", "en": "Inspection"}]
    assert events["kawabe-donaustadt/visit"]["items"] == []
    assert visit["planned"] is True
    assert visit["date"]["edtf"] == "2014-07~"
    assert (visit["date"]["first_day"], visit["date"]["last_day"]) == ("2014-07-01", "2014-07-31")


def test_an_event_keeps_its_uid_under_a_new_name(data: Path) -> None:
    """It is that of the calendars, and does not change with the id."""
    before = {each["id"]: each["uid"] for each in _answers(data)["events.json"]["result"]}
    assert before["kawabe-donaustadt/visit"] == "kawabe-donaustadt/visit@city-partnership-atlas"
    calendar = _published(data)["calendar/ja/all.ics"]
    assert isinstance(calendar, bytes)
    assert sorted(re.findall(r"(?m)^UID:(.*)\r$", calendar.decode())) == sorted(before.values())
    _published.cache_clear()
    rename(data, "kawabe-donaustadt", "kawa-vienna")
    after = {each["id"]: each["uid"] for each in _answers(data)["events.json"]["result"]}
    assert after["kawa-vienna/visit"] == before["kawabe-donaustadt/visit"]
    assert sorted(after.values()) == sorted(before.values())


def test_a_pairing_that_is_named_twice_takes_part_once(data: Path) -> None:
    """In the order in which they are first named, its own timeline's first."""
    pairing, other = "kawabe-donaustadt", "another"
    copy_pairing(data, other)
    tell(data, made_up(pairings=[other, pairing, other]))
    events = {each["id"]: each for each in _answers(data)["events.json"]["result"]}
    told = events[f"{pairing}/meeting"]
    assert [each["id"] for each in told["pairings"]] == [pairing, other]


def test_a_pairing_is_told_whether_a_statement_speaks_of_it(data: Path) -> None:
    """Without all the others that it speaks of; those stand in programmes and with its party."""
    pairing = "kawabe-donaustadt"
    copy_pairing(data, "another")
    answers = _answers(data)
    for name, about in ((pairing, True), ("another", False)):
        (told,) = answers[f"pairings/{name}.json"]["result"]["statements"]
        assert (told["id"], told["about_this"], "about" in told) == ("donau-2014", about, False)
        assert told["source"]["id"] == "report"
    for path in ("programmes/river-links.json", "places/donaustadt.json"):
        (told,) = answers[path]["result"]["statements"]
        assert [each["id"] for each in told["about"]] == [pairing]
        assert "about_this" not in told


def test_what_a_timeline_says_of_itself_is_told(data: Path) -> None:
    """When it was checked or retired, whoever's it is; null where there is none."""
    retired = "retired: {on: 2020-01-01, reason: {ja: 終わり。, en: It ended.}}"
    add_line(data, "timelines/river-links", retired)
    add_line(data, "timelines/kawabe-donaustadt", "verified_on: 2020-02-01")
    answers = _answers(data)
    programme = answers["programmes/river-links.json"]["result"]["timeline"]
    pairing = answers["pairings/kawabe-donaustadt.json"]["result"]["timeline"]
    assert (programme["retired"]["reason"]["en"], programme["verified_on"]) == ("It ended.", None)
    assert pairing["verified_on"]["edtf"] == "2020-02-01"
    assert set(pairing) == {"retired", "verified_on", "formerly"}
    assert _answers(REAL_DATA)["pairings/kobe-marseille.json"]["result"]["timeline"] is None


def test_an_old_id_goes_on_working_and_says_the_new_one(data: Path) -> None:
    """The record is found under both, and is the same."""
    pairing = data / "pairings" / "kawabe-donaustadt.yml"
    pairing.write_text(pairing.read_text("utf-8") + "formerly: [kawa-donau]\n", "utf-8")
    files = _published(data)
    assert files[f"{API}pairings/kawa-donau.json"] == files[f"{API}pairings/kawabe-donaustadt.json"]
    record = json.loads(files[f"{API}pairings/kawa-donau.json"])["result"]
    assert (record["id"], record["formerly"]) == ("kawabe-donaustadt", ["kawa-donau"])
    assert [each["id"] for each in _answers(data)["pairings.json"]["result"]] == [record["id"]]


def test_a_retired_record_leads_on(data: Path) -> None:
    """With the reason, the day, and a link to what to look at instead."""
    theme = data / "themes" / "flooding.yml"
    retired = "retired: {on: 2020-01-01, reason: {ja: まとめました。, en: Merged.}, see: kawabe}\n"
    theme.write_text(theme.read_text("utf-8") + retired, "utf-8")
    record = _answers(data)["themes/flooding.json"]["result"]
    assert record["retired"]["on"]["edtf"] == "2020-01-01"
    assert record["retired"]["reason"]["en"] == "Merged."
    assert record["retired"]["see"]["url"] == f"{BASE_URL}{API}places/kawabe.json"


def test_what_concerns_only_editors_is_left_out() -> None:
    """Excuses, colours, and nudges of names on maps."""
    keys = {
        name
        for answer in _answers(REAL_DATA).values()
        for each in _objects(answer)
        for name in each
    }
    assert not keys & {"excuses", "label_offset", "colour"}


def test_pages_named_in_the_api_are_there(site: Path) -> None:
    """Each with its anchor."""
    files = {path: json.loads(path.read_bytes()) for path in (site / API).rglob("*.json")}
    pages = {
        path.parent.relative_to(site).as_posix(): set(re.findall(r' id="([^"]+)"', text))
        for path in site.rglob("index.html")
        if (text := path.read_text("utf-8"))
    }
    seen = 0
    for path, answer in files.items():
        for each in _objects(answer.get("result")):
            for address in each.get("pages", {}).values():
                route, _, anchor = address.removeprefix(BASE_URL).partition("#")
                ids = pages[route.rstrip("/") or "."]
                assert not anchor or anchor in ids, (path, address)
                seen += 1
    assert seen > 500
