"""Calendars of events to subscribe to: iCalendar (RFC 5545, with what RFC 7986 adds).

A subscriber's program knows an event by its UID and keeps what is told of it until SEQUENCE
rises. So neither the build nor the address of the site has a part in them.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from functools import partial

from atlas import routes
from atlas.dates import Date
from atlas.exports.content_lines import day, moment, text, text_in, written
from atlas.exports.making import Files, Shelf
from atlas.graph import Happening
from atlas.made import Content
from atlas.model import Kept
from atlas.text import LANGUAGES, Language
from atlas.views import Setting, bilingual, happenings, retirement
from atlas.views.writer import Writer, plain

_REFRESH = "P1D"
"""How often a program may look again: editors work by day, and nothing here is urgent."""

_DAY = timedelta(days=1)


def files(setting: Setting) -> Files:
    """Yield the path of each calendar that has events, in each language, and what makes it.

    A calendar must hold something (RFC 5545, 3.6), so where nothing happened there is none. Those
    that tell of little are first (see `exports.all_files`).
    """
    graph = setting.graph
    of_kinds = (("pairings", graph.pairings), ("programmes", graph.programmes))
    for language in LANGUAGES if graph.happenings else ():
        events = _Events(setting, language)
        for kind, records in of_kinds:
            for record in records:
                if graph.happenings_of[record.id]:
                    for name in (record.id, *record.formerly):
                        make = partial(_of_record, events, kind, record, name)
                        yield routes.calendar_file(language, name), make
        yield routes.calendar_file(language), partial(_of_all, events)


def _of_all(events: "_Events") -> Content:
    """The calendar of all events."""
    w = events.writer
    site = w.graph.site
    return _calendar(events, w.to(site.name), (w.to(site.description),), routes.TIMELINE, routes.ALL,
                     w.graph.happenings)  # fmt: skip


def _of_record(events: "_Events", kind: str, record: Kept, name: str) -> Content:
    """The calendar of a programme or pairing; under a former name it tells the new address."""
    w = events.writer
    called = w.to(bilingual.name(w.setting, record))
    there = routes.file(w.setting.base, routes.calendar_file(w.language, record.id))
    retired, over = (
        plain(retirement.notice(w, kept)) for kept in (record, w.graph.timelines.get(record.id))
    )
    about = (
        w.filled(w.sentences.calendar_moved, address=there) if name != record.id else "",
        retired,
        w.filled(w.sentences.timeline_of, name=called),
        over,
    )
    title = w.filled(w.sentences.labelled, value=called, label=w.to(w.graph.site.name))
    page = routes.record(kind, record.id)
    return _calendar(events, title, about, page, record.id, w.graph.happenings_of[record.id])


def _calendar(
    events: "_Events", name: str, about: Iterable[str], page: str, owner: str,
    told: Sequence[Happening],
) -> Iterator[bytes]:  # fmt: skip
    """Write a calendar around its events, each of which is written only once for all calendars."""
    w = events.writer
    description = _paragraphs((*about, w.to(w.graph.site.licence)))
    source = routes.file(w.setting.base, routes.calendar_file(w.language, owner))
    yield written((
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:-//City Partnership Atlas//Events//{w.language.upper()}",
        "CALSCALE:GREGORIAN",
        text_in(w.language, "DESCRIPTION", description),
        text("X-WR-CALDESC", description),
        text_in(w.language, "NAME", name),
        text("X-WR-CALNAME", name),
        moment("LAST-MODIFIED", max(each.changed for each in told)),
        f"REFRESH-INTERVAL;VALUE=DURATION:{_REFRESH}",
        f"SOURCE;VALUE=URI:{source}",
        f"URL:{routes.absolute(w.setting.base, page, w.language)}",
        f"X-PUBLISHED-TTL:{_REFRESH}",
    ))  # fmt: skip
    yield from map(events.entry, told)
    yield b"END:VCALENDAR\r\n"


class _Events:
    """The events of the site in one language, each written when a calendar first has it."""

    def __init__(self, setting: Setting, language: Language) -> None:
        self.writer = Writer(setting, language, routes.HOME)
        self._entries = Shelf[tuple[str, int]]()

    def entry(self, told: Happening) -> bytes:
        """Return an event as it stands in calendars."""
        return self._entries.once(happenings.key(told), _entry, self.writer, told)


def _entry(w: Writer, told: Happening) -> bytes:
    """An event of whole days, which leaves the time of whoever subscribes to it free."""
    event = told.event
    address = happenings.address(w, told)
    description = _paragraphs((_note(w, told), *happenings.details(w, told), address))
    at = moment("", told.changed)
    place = event.where if event else None
    first, after = _days(told.date)
    return written((
        "BEGIN:VEVENT",
        text_in(w.language, "SUMMARY", _summary(w, told)),
        day("DTSTART", first),
        day("DTEND", after),
        f"DTSTAMP{at}",
        f"UID:{told.uid}",
        f"SEQUENCE:{len(told.corrections)}",
        text_in(w.language, "CATEGORIES", happenings.kind(w, told)),
        text_in(w.language, "DESCRIPTION", description),
        f"LAST-MODIFIED{at}",
        *((text_in(w.language, "LOCATION", w.to(place)),) if place else ()),
        f"STATUS:{'TENTATIVE' if told.planned else 'CONFIRMED'}",
        "TRANSP:TRANSPARENT",
        f"URL:{address}",
        "END:VEVENT",
    ))  # fmt: skip


def _summary(w: Writer, told: Happening) -> str:
    """What an application shows in its squares, even where an entry fills a month or a year."""
    heading = happenings.heading(w, told)
    if told.date.exact:
        return heading
    date = plain(w.date(told.date, happenings.own_words(told)))
    return w.filled(w.sentences.labelled, value=heading, label=date)


def _note(w: Writer, told: Happening) -> str:
    """Say that the exact day is not known; where it is, give the document's words, if any."""
    if not told.date.exact:
        return w.filled(w.sentences.day_unknown, date=happenings.when(w, told))
    words = happenings.own_words(told)
    return happenings.named(w, w.words.date, w.to(words)) if words else ""


def _days(when: Date) -> tuple[date, date]:
    """The first day, and the day after the last (RFC 5545, 3.8.2.2); time itself ends in 9999."""
    return when.first, min(when.last, date.max - _DAY) + _DAY


def _paragraphs(texts: Iterable[str]) -> str:
    return "\n\n".join(filter(None, texts))
