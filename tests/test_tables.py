"""The tables, read back as CSV by the standard library and held against the YAML of the data."""

import re
from collections import Counter
from pathlib import Path
from typing import Any
from unittest.mock import Mock

import pytest
import yaml

from atlas import routes
from atlas.exports import making, tables
from tests.conftest import BASE_URL, REAL_DATA
from tests.published import Row, by_id, change, publish, rows

KINDS = ("pairings", "events", "places")
PROGRAMMES = ("iuc", "japan-china-air-quality")


@pytest.fixture(scope="module")
def real() -> dict[str, bytes]:
    """What the real data publish."""
    return publish(REAL_DATA)


def _given(path: str) -> Any:
    return yaml.safe_load((REAL_DATA / path).read_text("utf-8"))


def test_the_site_has_the_tables_byte_for_byte(site: Path) -> None:
    """MkDocs writes them as they are: the byte order mark, and CRLF that ends each line."""
    tables = sorted((site / "api").rglob("*.csv"))
    assert len(tables) == len(KINDS) + 2 * len(PROGRAMMES)
    for table in tables:
        content = table.read_bytes()
        assert content.startswith(b"\xef\xbb\xbf")
        assert content.count(b"\xef\xbb\xbf") == 1
        assert content.endswith(b"\r\n")
        unquoted = re.sub(r'"(?:[^"]|"")*"', "", content.decode("utf-8-sig"))
        assert not re.search(r"(?<!\r)\n|\r(?!\n)", unquoted), table


@pytest.mark.parametrize("kind", KINDS)
def test_every_row_has_every_column(kind: str, real: dict[str, bytes]) -> None:
    """And each text for readers has a column in either language, side by side."""
    found = rows(real[routes.table_file(kind)])
    assert found
    for row in found:
        assert None not in row
        assert None not in row.values()
    heads = list(found[0])
    assert len(heads) == len(set(heads))
    for head, after in zip(heads, [*heads[1:], ""], strict=True):
        assert head.endswith("_ja") == after.endswith("_en"), head
        if head.endswith("_ja"):
            assert head[:-3] == after[:-3]


def test_pairings_are_as_the_data_give_them(real: dict[str, bytes]) -> None:
    """Every pairing, with its places, themes, beginning and sources."""
    table = by_id(real["api/v1/pairings.csv"])
    files = {file.stem: file for file in (REAL_DATA / "pairings").glob("*.yml")}
    assert table.keys() == files.keys()
    sources = _given("sources.yml")
    for name, row in table.items():
        given = _given(f"pairings/{name}.yml")
        places = [_given(f"places/{place}.yml") for place in (*given["japan"], *given["partner"])]
        assert row["programme"] == given["programme"]
        assert row["japan"].split("; ") == given["japan"]
        assert row["partner"].split("; ") == given["partner"]
        assert row["themes"].split("; ") == given["themes"]
        assert row["since"] == str(given.get("since", ""))
        assert bool(row["since_label_en"]) == ("since" in given)
        assert row["as_of"] == str(_given(f"programmes/{row['programme']}.yml").get("as_of", ""))
        assert row["sources"].split("; ") == given["sources"]
        told = [sources[source] for source in given["sources"]]
        assert row["source_as_of"].split("; ") == [
            str(source.get("as_of", source.get("updated"))) for source in told
        ]
        for language in ("ja", "en"):
            assert all(place["name"][language] in row[f"name_{language}"] for place in places)
            assert row[f"theme_text_{language}"] == given.get("theme_text", {}).get(language, "")
            assert row[f"summary_{language}"]
            assert row[f"source_name_{language}"] == "; ".join(s["title"][language] for s in told)
        assert row["page_ja"] == f"{BASE_URL}pairings/{name}/"
        assert row["page_en"] == f"{BASE_URL}en/pairings/{name}/"
        assert row["api"] == f"{BASE_URL}api/v1/pairings/{name}.json"
    assert table["nagano-obuse-turku"]["japan_name_en"] == "Nagano; Obuse"
    assert table["kitakyushu-tianjin"]["ties_text_ja"] == "環境交流都市（覚書あり）"
    assert table["kobe-marseille"]["partner_country"] == "FR"
    assert table["kobe-marseille"]["partner_country_name_ja"] == "フランス"


def test_places_are_as_the_data_give_them(real: dict[str, bytes]) -> None:
    """Every place, with its names and where it is; what is not known is empty."""
    table = by_id(real["api/v1/places.csv"])
    assert table.keys() == {file.stem for file in (REAL_DATA / "places").glob("*.yml")}
    for name, row in table.items():
        given = _given(f"places/{name}.yml")
        assert [row["name_ja"], row["name_en"]] == [given["name"]["ja"], given["name"]["en"]]
        assert row["reading"] == given["reading"]
        assert row["native"] == given.get("native", {}).get("text", "")
        assert row["within"] == given.get("within", "")
        aliases = [a["text"] if isinstance(a, dict) else a for a in given.get("aliases", [])]
        assert row["aliases"] == "; ".join(aliases)
        numbers = [float(row[key]) for key in ("latitude", "longitude") if row[key]]
        assert numbers == given.get("coordinates", [])
        assert row["sources"].split("; ") == list(dict.fromkeys([*given["sources"], "editorial"]))
    assert table["kobe"]["pairings"].split("; ") == ["kobe-marseille", "kobe-tianjin"]


def test_events_are_as_the_data_give_them(real: dict[str, bytes]) -> None:
    """Every event of every timeline, and the selection of each pairing whose start is known."""
    table = by_id(real["api/v1/events.csv"])
    told = {
        f"{file.stem}/{event['id']}": event
        for file in (REAL_DATA / "timelines").glob("*.yml")
        for event in yaml.safe_load(file.read_text("utf-8"))["events"]
    }
    begun = {
        f"{file.stem}/selection"
        for file in (REAL_DATA / "pairings").glob("*.yml")
        if "since" in yaml.safe_load(file.read_text("utf-8"))
    }
    assert table.keys() == told.keys() | begun
    for name, event in told.items():
        row = table[name]
        assert row["date"] == str(event["date"])
        assert row["uid"] == f"{name}@city-partnership-atlas"
        assert row["title_ja"] == event["title"]["ja"]
        assert row["where_en"] == event.get("where", {}).get("en", "")
        assert row["planned"] == ("true" if event.get("planned") else "false")
        assert row["kind"] == event["kind"]
        assert row["page_en"] == f"{BASE_URL}en/timeline/#{name.replace('/', '--')}"
    meetings = table["tokorozawa-bratislava/web-meetings"]
    assert [meetings[key] for key in ("date", "first_day", "last_day", "date_text_ja")] == [
        "2020-04/2021-03", "2020-04-01", "2021-03-31", "令和2年度",
    ]  # fmt: skip
    selection = table["tokorozawa-bratislava/selection"]
    assert (selection["kind"], selection["kind_name_ja"]) == ("selection", "選定")
    assert selection["title_en"] == "Bratislava selected as partner of Tokorozawa"
    assert selection["text_en"] == ""


@pytest.mark.parametrize("kind", ["pairings", "events"])
def test_the_parts_of_the_programmes_are_the_whole(kind: str, real: dict[str, bytes]) -> None:
    """Each row is in the table of its own programme, in the order of the whole."""
    whole = rows(real[routes.table_file(kind)])
    parts = {name: rows(real[routes.table_file(kind, name)]) for name in PROGRAMMES}
    assert all(parts.values())
    for name, part in parts.items():
        assert part == [row for row in whole if row["programme"] == name]
    assert sum(map(len, parts.values())) == len(whole)


def test_a_programme_without_events_has_an_empty_table(data: Path) -> None:
    """Its address holds, with the headings alone."""
    for timeline in (data / "timelines").glob("*.yml"):
        timeline.unlink()
    change(data / "pairings" / "kawabe-donaustadt.yml", lambda pairing: pairing.pop("since"))
    content = publish(data)["api/v1/programmes/river-links/events.csv"]
    assert rows(content) == []
    assert content.startswith(b"\xef\xbb\xbfid,uid,timeline,")


HARMLESS = ("Says \"no\", 'yes'", "Two\nlines", "a,b;c", "Ōtsu 🏯 é", "5 - 3 = 2")
FORMULAE = ("=cmd|'/c calc'!A1", "-1+1", "+1", "@SUM(A1)", '=HYPERLINK("x","y")', "-5")


@pytest.mark.parametrize("at_hand", [0, making.MOST_AT_HAND])
def test_a_row_is_written_once_for_all_tables(
    at_hand: int, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """For the whole, for the part of a programme, and for the package that describes them."""
    first = publish(data)
    monkeypatch.setattr(making, "MOST_AT_HAND", at_hand)
    writing = Mock(wraps=tables._line)
    monkeypatch.setattr(tables, "_line", writing)
    assert publish(data) == first
    written = Counter(
        tuple(call.args[0]) for call in writing.call_args_list if "id" not in call.args[0]
    )
    assert len(written) > 5
    assert set(written.values()) == {1}


def _event(data: Path, title: str) -> Row:
    file = data / "timelines" / "kawabe-donaustadt.yml"
    change(file, lambda timeline: timeline["events"][0].update(title={"ja": title, "en": title}))
    return by_id(publish(data)["api/v1/events.csv"])["kawabe-donaustadt/visit"]


@pytest.mark.parametrize("typed", HARMLESS)
def test_what_an_editor_typed_is_read_back(typed: str, data: Path) -> None:
    """Quotes, commas, line breaks and characters of any kind."""
    row = _event(data, typed)
    assert row["title_ja"] == row["title_en"] == typed
    assert row["where_ja"] == "ドナウ市"


@pytest.mark.parametrize("typed", FORMULAE)
def test_text_that_looks_like_a_formula_is_made_harmless(typed: str, data: Path) -> None:
    """A quotation mark before it makes a spreadsheet show it and not compute it."""
    assert _event(data, typed)["title_ja"] == f"'{typed}"


def test_numbers_remain_numbers(data: Path) -> None:
    """South and west are negative, and no mark stands before them."""
    place = data / "places" / "donaustadt.yml"
    change(place, lambda given: given.update(country="CL", coordinates=[-33.45, -70.6667]))
    row = by_id(publish(data)["api/v1/places.csv"])["donaustadt"]
    assert (row["latitude"], row["longitude"]) == ("-33.45", "-70.6667")


def test_what_is_not_known_is_empty(data: Path) -> None:
    """Nothing stands for it: no zero, no dash, no word."""
    table = by_id(publish(data)["api/v1/places.csv"])
    row = table["kawa-prefecture"]
    empty = {key for key, value in row.items() if not value}
    assert empty >= {"native", "within", "latitude", "longitude", "pairings", "description_ja"}
    assert table["kawabe"]["within"] == "kawa-prefecture"


def test_a_tie_has_a_source_of_its_own(data: Path) -> None:
    """Or else its record's; one for each tie."""
    row = by_id(publish(data)["api/v1/pairings.csv"])["kawabe-donaustadt"]
    assert (row["ties"], row["ties_source"]) == ("friendship-city", "report")
    assert row["sources"] == "bulletin"


def test_dates_of_documents_stand_in_the_order_of_the_documents(data: Path) -> None:
    """The date that one speaks for, else the one it bears; a gap for one without."""
    change(
        data / "pairings" / "kawabe-donaustadt.yml",
        lambda pairing: pairing.update(sources=["editorial", "report", "bulletin"]),
    )
    row = by_id(publish(data)["api/v1/pairings.csv"])["kawabe-donaustadt"]
    assert row["sources"] == "editorial; report; bulletin"
    assert row["source_as_of"] == "; 2014-05-31; 2020-01-31"


def test_corrections_and_plans_are_told(data: Path) -> None:
    """When the record was last corrected and how; what was only announced is marked."""
    table = by_id(publish(data)["api/v1/events.csv"])
    visit = table["kawabe-donaustadt/visit"]
    assert visit["corrected_on"] == "2019-01-01"
    assert visit["corrections_en"] == "Corrected on 1 January 2019: The date was mended."
    assert visit["planned"] == "false"
    summer = table["river-links/summer-visit"]
    assert (summer["planned"], summer["corrected_on"]) == ("true", "")
    assert summer["text_en"] == "A visit is planned around July.\n\n1. Inspection"


def test_a_retired_record_says_so(data: Path) -> None:
    """Its row remains, with the day on which it was retired."""
    retired = {"on": "2019-03-31", "reason": {"ja": "終了。", "en": "It ended."}}
    change(data / "pairings" / "kawabe-donaustadt.yml", lambda p: p.update(retired=retired))
    row = by_id(publish(data)["api/v1/pairings.csv"])["kawabe-donaustadt"]
    assert (row["retired_on"], row["verified_on"]) == ("2019-03-31", "2020-02-01")
