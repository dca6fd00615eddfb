"""Lines of iCalendar, against a library that writes them too."""

from datetime import UTC, date, datetime

import pytest
from icalendar import Calendar, Event

from atlas.exports.content_lines import day, moment, text, text_in, written
from tests.changing import HOSTILE, LONG

TEXTS = [
    "",
    "A visit",
    HOSTILE,
    LONG,
    "\r\n\r^n^",
    *(
        "a" * before + mark * 50
        for before in range(60, 75)
        for mark in ("\\", ";", "é", "長", "🎉")
    ),
]


@pytest.mark.parametrize("said", TEXTS)
def test_lines_are_those_of_the_library(said: str) -> None:
    """To the byte, wherever a line is broken: its letters, its escapes, its days and moments."""
    first, then = date(1, 1, 1), datetime(2020, 1, 31, 0, 0, 1, tzinfo=UTC)
    theirs = Event()
    theirs.add("SUMMARY", said, {"LANGUAGE": "en"})
    theirs.add("DTSTART", first)
    theirs.add("DTSTAMP", then)
    theirs.add("LOCATION", said)
    ours = written((
        "BEGIN:VEVENT",
        text_in("en", "SUMMARY", said),
        day("DTSTART", first),
        moment("DTSTAMP", then),
        text("LOCATION", said),
        "END:VEVENT",
    ))  # fmt: skip
    assert ours == theirs.to_ical()


def test_what_is_written_can_be_read() -> None:
    """A text comes back as it was, for the same library."""
    lines = (
        "BEGIN:VCALENDAR",
        "BEGIN:VEVENT",
        text("SUMMARY", LONG),
        "END:VEVENT",
        "END:VCALENDAR",
    )
    (event,) = Calendar.from_ical(written(lines)).events
    assert str(event["SUMMARY"]) == LONG
