"""Calendars of events to subscribe to: iCalendar (RFC 5545, with what RFC 7986 adds).

A subscriber's program knows an event by its UID and keeps what is told of it until SEQUENCE
rises. So neither the build nor the address of the site has a part in them.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from icalendar import Calendar, Component, Event, vText

from atlas import routes
from atlas.dates import Date
from atlas.graph import Happening
from atlas.model import Kept
from atlas.text import LANGUAGES
from atlas.views import Setting, bilingual, happenings, retirement
from atlas.views.writer import Writer, plain

_REFRESH = timedelta(days=1)
"""How often a program may look again: editors work by day, and nothing here is urgent."""

_DAY = timedelta(days=1)
_END = b"END:VCALENDAR\r\n"

Property = tuple[str, object, Mapping[str, str]]
"""A property's name, value and parameters."""


@dataclass(frozen=True, slots=True)
class _Subject:
    """What a calendar is of."""

    name: str
    descriptions: tuple[str, ...]
    page: str
    """The route of the page that tells the same."""
    id: str
    formerly: tuple[str, ...]
    happenings: tuple[Happening, ...]


def files(setting: Setting) -> Iterator[tuple[str, bytes]]:
    """Yield the path and content of each calendar that has events, in each language.

    A calendar must hold something (RFC 5545, 3.6), so where nothing happened there is none.
    """
    for language in LANGUAGES:
        w = Writer(setting, language, routes.HOME)
        events = {told.id: _event(w, told).to_ical() for told in setting.graph.happenings}
        for subject in filter(lambda each: each.happenings, _subjects(w)):
            for name in (subject.id, *subject.formerly):
                yield routes.calendar_file(language, name), _written(w, subject, name, events)


def _subjects(w: Writer) -> Iterator[_Subject]:
    """The calendar of all events, and those of programmes and pairings."""
    graph = w.graph
    site, events = graph.site, graph.happenings
    about = w.to(site.description)
    yield _Subject(w.to(site.name), (about,), routes.TIMELINE, routes.ALL, (), events)
    for kind, records in (("programmes", graph.programmes), ("pairings", graph.pairings)):
        for record in records:
            yield _of_record(w, kind, record)


def _of_record(w: Writer, kind: str, record: Kept) -> _Subject:
    name = w.to(bilingual.name(w.setting, record))
    retired, over = (
        plain(retirement.notice(w, kept)) for kept in (record, w.graph.timelines.get(record.id))
    )
    return _Subject(
        w.filled(w.sentences.labelled, value=name, label=w.to(w.graph.site.name)),
        (retired, w.filled(w.sentences.timeline_of, name=name), over),
        routes.record(kind, record.id),
        record.id,
        record.formerly,
        w.graph.happenings_of[record.id],
    )


def _written(w: Writer, subject: _Subject, name: str, events: Mapping[str, bytes]) -> bytes:
    """Write a calendar around its events, each of which is written only once for all calendars."""
    head: bytes = _head(w, subject, name).to_ical()
    return head.removesuffix(_END) + b"".join(events[each.id] for each in subject.happenings) + _END


def _head(w: Writer, subject: _Subject, name: str) -> Component:
    """A calendar without its events; under a former name it tells the new address."""
    source = routes.file(w.setting.base, routes.calendar_file(w.language, subject.id))
    moved = w.filled(w.sentences.calendar_moved, address=source) if name != subject.id else ""
    licence = w.to(w.graph.site.licence)
    description = _paragraphs((moved, *subject.descriptions, licence))
    language: Mapping[str, str] = {"LANGUAGE": w.language}
    return _component(Calendar(), (
        ("VERSION", "2.0", {}),
        ("PRODID", f"-//City Partnership Atlas//Events//{w.language.upper()}", {}),
        ("CALSCALE", "GREGORIAN", {}),
        ("NAME", subject.name, language),
        ("X-WR-CALNAME", vText(subject.name), {}),
        ("DESCRIPTION", description, language),
        ("X-WR-CALDESC", vText(description), {}),
        ("LAST-MODIFIED", max(each.changed for each in subject.happenings), {}),
        ("URL", routes.absolute(w.setting.base, subject.page, w.language), {}),
        ("SOURCE", source, {"VALUE": "URI"}),
        ("REFRESH-INTERVAL", _REFRESH, {"VALUE": "DURATION"}),
        ("X-PUBLISHED-TTL", "P1D", {}),
    ))  # fmt: skip


def _event(w: Writer, told: Happening) -> Component:
    """An event of whole days, which leaves the time of whoever subscribes to it free."""
    event = told.event
    language: Mapping[str, str] = {"LANGUAGE": w.language}
    address = happenings.address(w, told)
    description = _paragraphs((_note(w, told), *happenings.details(w, told), address))
    first, after = _days(told.date)
    return _component(Event(), (
        ("UID", told.uid, {}),
        ("SEQUENCE", len(told.corrections), {}),
        ("DTSTAMP", told.changed, {}),
        ("LAST-MODIFIED", told.changed, {}),
        ("DTSTART", first, {}),
        ("DTEND", after, {}),
        ("TRANSP", "TRANSPARENT", {}),
        ("STATUS", "TENTATIVE" if told.planned else "CONFIRMED", {}),
        ("SUMMARY", _summary(w, told), language),
        ("DESCRIPTION", description, language),
        ("CATEGORIES", [happenings.kind(w, told)], language),
        ("URL", address, {}),
        *((("LOCATION", w.to(event.where), language),) if event and event.where else ()),
    ))  # fmt: skip


def _component(component: Component, properties: Iterable[Property]) -> Component:
    for name, value, parameters in properties:
        component.add(name, value, dict(parameters))
    return component


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
