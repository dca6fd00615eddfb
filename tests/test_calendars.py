"""Calendars, as two libraries read them that know nothing of one another."""

from collections.abc import Iterator
from dataclasses import replace as changed
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import vobject  # type: ignore[import-untyped]
import yaml
from icalendar import Calendar

import atlas
from atlas.exports import calendars
from atlas.made import encoded
from atlas.text import LANGUAGES
from tests.changing import (
    EXCUSES,
    HOSTILE,
    LONG,
    copy_pairing,
    event,
    events,
    made,
    rename,
    replace,
    setting,
    tell,
)
from tests.conftest import BASE_URL, NOW, REAL_DATA, add_line

PAIRING, PROGRAMME = "kawabe-donaustadt", "river-links"
VISIT = f"{PAIRING}/visit@city-partnership-atlas"
MEETING = f"{PAIRING}/meeting@city-partnership-atlas"


def _files(data: Path) -> dict[str, bytes]:
    return made(calendars.files(setting(data)))


@pytest.fixture(scope="module")
def real() -> dict[str, bytes]:
    """All calendars of the real data."""
    return _files(REAL_DATA)


Read = Any
"""What icalendar has read: it gives the properties of all components thirty types at once."""


def _calendar(content: bytes) -> Read:
    return Calendar.from_ical(content)


def _read(content: bytes) -> dict[str, Read]:
    """Read a calendar's events, by UID."""
    found = _calendar(content).events
    by_uid = {str(each["UID"]): each for each in found}
    assert len(by_uid) == len(found), "a UID is given twice"
    return by_uid


def _all(data: Path, language: str = "en", name: str = "all") -> dict[str, Read]:
    return _read(_files(data)[f"calendar/{language}/{name}.ics"])


def _span(told: Read) -> tuple[date, date]:
    """The first and the last day."""
    start, end = told["DTSTART"], told["DTEND"]
    assert start.params["VALUE"] == end.params["VALUE"] == "DATE"
    return start.dt, end.dt - timedelta(days=1)


def _with_events() -> Iterator[str]:
    """The pairings and programmes that have events, and `all`, read from the files by themselves."""
    yield "all"
    pairings = {file.stem: yaml.safe_load(file.read_text("utf-8"))
                for file in (REAL_DATA / "pairings").glob("*.yml")}  # fmt: skip
    for name, pairing in pairings.items():
        if "since" in pairing:
            yield from (name, pairing["programme"])
    for file in (REAL_DATA / "timelines").glob("*.yml"):
        yield file.stem
        yield pairings[file.stem]["programme"] if file.stem in pairings else file.stem
        for told in yaml.safe_load(file.read_text("utf-8"))["events"]:
            yield from told.get("pairings", ())


def test_every_pairing_and_programme_with_events_has_a_calendar(real: dict[str, bytes]) -> None:
    """In each language, and there are no others."""
    names = set(_with_events())
    assert set(real) == {f"calendar/{lang}/{name}.ics" for lang in LANGUAGES for name in names}


def test_every_event_is_in_the_calendar_of_all(real: dict[str, bytes]) -> None:
    """Those of the timelines, and a selection for each `since`; the same in both languages."""
    timelines = (REAL_DATA / "timelines").glob("*.yml")
    uids = {
        f"{file.stem}/{told['id']}"
        for file in timelines
        for told in yaml.safe_load(file.read_text("utf-8"))["events"]
    }
    uids |= {
        f"{file.stem}/selection"
        for file in (REAL_DATA / "pairings").glob("*.yml")
        if "since" in yaml.safe_load(file.read_text("utf-8"))
    }
    for language in LANGUAGES:
        found = _read(real[f"calendar/{language}/all.ics"])
        assert set(found) == {f"{uid}@city-partnership-atlas" for uid in uids}


def test_the_built_site_has_the_same_bytes(site: Path, real: dict[str, bytes]) -> None:
    """Line ends and all, however MkDocs writes them."""
    built = {f"calendar/{p.relative_to(site / 'calendar').as_posix()}": p.read_bytes()
             for p in (site / "calendar").rglob("*.ics")}  # fmt: skip
    assert built == real


def test_every_calendar_keeps_to_the_standard(real: dict[str, bytes]) -> None:
    """Both readers find what RFC 5545 requires, and the same events in the same order."""
    for content in real.values():
        _check_lines(content)
        calendar = _calendar(content)
        calendar.validate()
        assert not calendar.errors
        other = vobject.readOne(content.decode())
        assert other.validate(raiseException=True)
        assert [str(e["UID"]) for e in calendar.events] == [e.uid.value for e in other.vevent_list]
        starts = [each.dtstart.value for each in other.vevent_list]
        assert starts == sorted(starts)
        for each in calendar.events:
            assert not each.errors
            assert {"UID", "DTSTAMP", "DTSTART", "SUMMARY", "URL", "SEQUENCE"} <= set(each)
            assert each["DTSTAMP"].dt.tzinfo is not None
            assert each["TRANSP"] == "TRANSPARENT"
            first, last = _span(each)
            assert first <= last


def _check_lines(content: bytes) -> None:
    """RFC 5545, 3.1: lines end in CRLF, have at most 75 octets, and are whole characters."""
    assert content.endswith(b"END:VCALENDAR\r\n")
    for line in content.removesuffix(b"\r\n").split(b"\r\n"):
        assert len(line) <= 75
        assert b"\r" not in line
        assert b"\n" not in line
        assert line.strip()
        line.decode("utf-8")


def test_a_calendar_says_what_it_is_and_where(data: Path) -> None:
    """With the old names of its properties (X-…) for programs that know no RFC 7986."""
    calendar = _calendar(_files(data)[f"calendar/en/{PAIRING}.ics"])
    assert calendar["VERSION"] == "2.0"
    assert calendar["CALSCALE"] == "GREGORIAN"
    assert str(calendar["NAME"]) == "Kawabe – Donau City (River Links)"
    assert calendar["NAME"].params["LANGUAGE"] == "en"
    assert str(calendar["X-WR-CALNAME"]) == str(calendar["NAME"])
    assert calendar["X-WR-CALDESC"].replace("\\n", "\n") == str(calendar["DESCRIPTION"])
    assert "Free to use." in calendar["DESCRIPTION"]
    assert calendar["URL"] == f"{BASE_URL}en/pairings/{PAIRING}/"
    assert calendar["SOURCE"] == f"{BASE_URL}calendar/en/{PAIRING}.ics"
    assert calendar["SOURCE"].params["VALUE"] == "URI"
    assert calendar.refresh_interval == timedelta(days=1)
    assert calendar["LAST-MODIFIED"].dt == datetime(2020, 1, 31, 0, 0, 1, tzinfo=UTC)


def test_an_event_tells_what_the_page_tells(data: Path) -> None:
    """Its place, its kind, its text, its corrections, who took part, and who says so as of when."""
    told = _all(data, "ja")[VISIT]
    assert str(told["SUMMARY"]) == "訪問"
    assert told["SUMMARY"].params["LANGUAGE"] == "ja"
    assert _span(told) == (date(2018, 9, 30), date(2018, 10, 2))
    assert str(told["LOCATION"]) == "ドナウ市"
    assert told.categories == ["訪問"]
    assert told["STATUS"] == "CONFIRMED"
    address = f"{BASE_URL}pairings/{PAIRING}/#{PAIRING}--visit"
    assert told["URL"] == address
    assert str(told["DESCRIPTION"]).split("\n\n") == [
        "堤防を見ました。",
        "2019年1月1日訂正：日付を直しました。",
        "連携：川辺市 – ドナウ市",
        "出典：川辺市、2020年1月31日更新",
        address,
    ]


def test_an_event_that_a_statement_tells_has_its_items(data: Path) -> None:
    """After its text, numbered."""
    told = _all(data)[f"{PROGRAMME}/summer-visit@city-partnership-atlas"]
    paragraphs = str(told["DESCRIPTION"]).split("\n\n")
    assert paragraphs[1:3] == ["A visit is planned around July.", "1. Inspection"]


@pytest.mark.parametrize(("number", "named"), [(10, True), (11, False)])
def test_an_event_of_many_pairings_tells_only_their_number(
    number: int, named: bool, data: Path
) -> None:
    """It stands in the calendar of each."""
    others = [f"other-{n}" for n in range(number - 1)]
    copy_pairing(data, *others)
    tell(data, event(pairings=others))
    told = _all(data)[MEETING]["DESCRIPTION"]
    assert told.count("Kawabe – Donau City") == (number if named else 0)
    assert (f"Pairings: {number}" in told) is not named


def test_what_is_only_planned_is_tentative(data: Path) -> None:
    """And its title says so, for programs that show no status."""
    told = _all(data)[f"{PROGRAMME}/summer-visit@city-partnership-atlas"]
    assert told["STATUS"] == "TENTATIVE"
    assert str(told["SUMMARY"]) == "Summer visit (Planned) (around July 2014)"


@pytest.mark.parametrize(
    ("edtf", "first", "last", "exact"),
    [
        ("2018-10-15", "2018-10-15", "2018-10-15", True),
        ("2018-10-15/2018-10-17", "2018-10-15", "2018-10-17", True),
        ("2018-12-31/2019-01-01", "2018-12-31", "2019-01-01", True),
        ("2020-02", "2020-02-01", "2020-02-29", False),
        ("2019", "2019-01-01", "2019-12-31", False),
        ("2020-04/2021-03", "2020-04-01", "2021-03-31", False),
        ("2018/2019", "2018-01-01", "2019-12-31", False),
        ("2018-10-15/2018-11", "2018-10-15", "2018-11-30", False),
        ("2014-07~", "2014-07-01", "2014-07-31", False),
        ("2014-07-10~", "2014-07-10", "2014-07-10", False),
        ("0001-01-01", "0001-01-01", "0001-01-01", True),
    ],
)
def test_a_vague_date_is_its_whole_period(
    edtf: str, first: str, last: str, exact: bool, data: Path
) -> None:
    """With a note that the exact day is not known; and nobody's time is taken by it."""
    tell(data, event(date=edtf))
    for language, note in (
        ("ja", "資料に正確な日の記載がない"),
        ("en", "does not give the exact day"),
    ):
        told = _all(data, language)[MEETING]
        assert tuple(map(str, _span(told))) == (first, last)
        assert told["TRANSP"] == "TRANSPARENT"
        assert (note not in told["DESCRIPTION"]) is exact


def test_time_may_end_with_an_event(data: Path) -> None:
    """A slip such as 9999 spoils no build, though no calendar has a day after it."""
    tell(data, event(date="9999"))
    assert _all(data)[MEETING]["DTSTART"].dt == date(9999, 1, 1)


@pytest.mark.parametrize("when", ["2018-10-15", "2018-10"])
def test_the_words_of_the_document_are_shown(when: str, data: Path) -> None:
    """Whether they stand for a day or for something vaguer."""
    tell(data, event(date=when, date_text={"ja": "文化の日の前", "en": "before Culture Day"}))
    assert "before Culture Day" in _all(data)[MEETING]["DESCRIPTION"]
    assert "文化の日の前" in _all(data, "ja")[MEETING]["DESCRIPTION"]


def test_a_correction_makes_the_same_event_newer(data: Path) -> None:
    """The UID stays, SEQUENCE and LAST-MODIFIED rise; even on the day of the one before."""
    note = {"ja": "直しました。", "en": "Mended."}
    days = ("2020-05-05", "2020-05-06", "2020-05-06")
    versions = []
    for number in range(len(days) + 1):
        revised = [{"on": day, "note": note} for day in days[:number]]
        tell(data, event(**({"revised": revised} if revised else {})))
        told = _all(data)[MEETING]
        assert told["SEQUENCE"] == number
        assert told["DTSTAMP"].dt == told["LAST-MODIFIED"].dt
        assert str(told["DESCRIPTION"]).count("Mended.") == number
        versions.append(told["LAST-MODIFIED"].dt)
    assert versions == sorted(set(versions))


def test_moving_an_event_keeps_its_uid(data: Path) -> None:
    """A program moves the event that it has, and shows no second one."""
    before = _all(data)
    replace(data, "timelines/kawabe-donaustadt.yml", "2018-09-30/2018-10-02", "2019-05-05")
    after = _all(data)
    assert set(after) == set(before)
    assert _span(after[VISIT]) == (date(2019, 5, 5), date(2019, 5, 5))


def test_the_order_of_a_file_changes_nothing(data: Path) -> None:
    """Events stand in the order of time, wherever an editor writes them."""
    before = _files(data)
    tell(data, *reversed(events(data)))
    assert _files(data) == before


@pytest.mark.parametrize(
    ("kind", "old", "new"),
    [("pairings", PAIRING, "kawabe-vienna"), ("programmes", PROGRAMME, "rivers")],
)
def test_a_new_name_keeps_every_uid_and_the_old_address(
    kind: str, old: str, new: str, data: Path
) -> None:
    """Whoever has subscribed goes on, and is told the new address."""
    before = _files(data)
    rename(data, old, new)
    after = _files(data)
    assert set(after) == {*before, *(f"calendar/{lang}/{new}.ics" for lang in LANGUAGES)}
    for language, word in (("ja", "新しいアドレス"), ("en", "new address")):
        path, moved = (f"calendar/{language}/{name}.ics" for name in (old, new))
        assert list(_read(after[path])) == list(_read(before[path])) == list(_read(after[moved]))
        assert _read(after[path]) == _read(after[moved])
        here, there = (_calendar(after[name]) for name in (path, moved))
        assert here["SOURCE"] == there["SOURCE"] == f"{BASE_URL}{moved}"
        assert here["URL"] == there["URL"]
        assert there["URL"].endswith(f"{kind}/{new}/")
        assert word in here["DESCRIPTION"]
        assert f"{BASE_URL}{moved}" in here["DESCRIPTION"]
        assert word not in there["DESCRIPTION"]
        assert set(_read(after[f"calendar/{language}/all.ics"])) == set(
            _read(before[f"calendar/{language}/all.ics"])
        )


def test_a_retired_record_says_so_in_its_calendar(data: Path) -> None:
    """With the reason; its events remain."""
    file = data / "pairings" / f"{PAIRING}.yml"
    retired = "retired: {on: 2021-04-01, reason: {ja: 終わりました。, en: It has ended.}}\n"
    file.write_text(retired + file.read_text("utf-8"), "utf-8")
    content = _files(data)[f"calendar/en/{PAIRING}.ics"]
    assert len(_read(content)) == 4
    assert "It has ended." in _calendar(content)["DESCRIPTION"]
    assert "1 April 2021" in _calendar(content)["DESCRIPTION"]


def test_a_retired_timeline_says_so_in_its_calendar(data: Path) -> None:
    """Whether it is of a pairing or of a programme."""
    for owner in (PAIRING, PROGRAMME):
        reason = f"It ended with {owner}."
        retired = f"retired: {{on: 2021-04-01, reason: {{ja: 終わり。, en: {reason}}}}}"
        add_line(data, f"timelines/{owner}", retired)
        calendar = _calendar(_files(data)[f"calendar/en/{owner}.ics"])
        assert reason in calendar["DESCRIPTION"]


def test_a_build_leaves_no_trace(data: Path) -> None:
    """Neither when it was made, nor, in UIDs, where it is put."""
    now = setting(data)
    later = changed(now, generated_at=NOW + timedelta(days=1000))
    assert made(calendars.files(later)) == made(calendars.files(now))
    elsewhere = made(calendars.files(changed(now, base="https://example.net/", made={})))
    for path, content in made(calendars.files(now)).items():
        assert list(_read(elsewhere[path])) == list(_read(content))


def test_any_text_comes_through_whole(data: Path) -> None:
    """Marks of the format, several bytes a letter, very long lines: both readers get it back."""
    short, long = ({"ja": text, "en": text} for text in (HOSTILE, LONG))
    revised = [{"on": "2020-05-05", "note": short}]
    tell(data, event(title=short, where=short, text=long, revised=revised), excuses=EXCUSES)
    for path, content in _files(data).items():
        _check_lines(content)
        told = _read(content)[MEETING]
        other = next(e for e in vobject.readOne(content.decode()).vevent_list
                     if e.uid.value == MEETING)  # fmt: skip
        for name in ("SUMMARY", "LOCATION"):
            assert str(told[name]) == HOSTILE, path
            assert other.contents[name.lower()][0].value == HOSTILE
        assert LONG.split("\n")[1] in other.description.value
        assert str(told["DESCRIPTION"]) == other.description.value


def test_where_nothing_happened_there_is_no_calendar(data: Path) -> None:
    """For a calendar must hold something."""
    for file in (data / "timelines").iterdir():
        file.unlink()
    replace(data, f"pairings/{PAIRING}.yml", "since: 2013-04\n", "")
    assert _files(data) == {}


def test_every_event_leads_to_its_place_on_a_page(data: Path) -> None:
    """In both languages, whether a pairing's or a programme's timeline has it."""
    site = atlas.publish(data, BASE_URL, NOW)
    for language in LANGUAGES:
        content = encoded(site.files[f"calendar/{language}/all.ics"])
        for told in _read(content).values():
            address, _, anchor = told["URL"].partition("#")
            route = address.removeprefix(BASE_URL).removeprefix("en/")
            page = site.pages[f"{route}index.{language}.md"]
            assert f'id="{anchor}"' in page.html
