"""Writes names, dates, sentences and citations in one language, seen from one page."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from operator import attrgetter
from typing import TypeVar

from atlas import dates, routes
from atlas.dates import Date
from atlas.model import (
    Kept,
    Organisation,
    Pairing,
    Place,
    Programme,
    Source,
    Term,
    Theme,
    Timeline,
)
from atlas.text import Text
from atlas.views import names, once
from atlas.views.lines import Line, Span
from atlas.views.wording import Wording

N = TypeVar("N", Place, Theme, Organisation)


def _numbered(given: tuple[Source, int]) -> tuple[str, int]:
    source, number = given
    return source.id, number


@dataclass(frozen=True, slots=True)
class Writer(Wording):
    """Everything that a page needs to put the graph into words.

    It remembers what the page has already said: which sources have a number, and which terms
    have been explained.
    """

    def in_order(self, records: Iterable[N]) -> list[N]:
        """Put named records in the order of their names: by reading in Japanese, where there is one."""
        if self.language == "ja":
            return sorted(records, key=lambda record: getattr(record, "reading", record.name.ja))
        return sorted(records, key=lambda record: names.folded(record.name.en))

    def link(self, route: str, text: str, anchor: str = "", tone: str = "") -> Span:
        """Return a link to a page of the site; on that page itself, the text alone."""
        if route == self.here and not anchor:
            return Span(text, tone=tone)
        return Span(text, href=routes.link(self.here, route, anchor), tone=tone)

    @once.in_folder
    def place(self, place: Place) -> Line:
        """Return a place's name, linked."""
        return (self.link(routes.record("places", place.id), self.to(place.name)),)

    @once.in_language
    def reading(self, place: Place) -> Line:
        """Return how a place's Japanese name is read; on an English page that name before it."""
        reading = self.foreign(place.reading, "ja")
        if self.language == "ja":
            return (reading,)
        return (self.foreign(place.name.ja, "ja"), Span(" "), reading)

    @once.in_folder
    def theme(self, theme: Theme) -> Line:
        """Return a theme's name, linked."""
        return (self.link(routes.record("themes", theme.id), self.to(theme.name)),)

    def record(self, record: Kept) -> Line:
        """Return any record's name, linked to where it can be read."""
        match record:
            case Programme():
                return self.programme(record)
            case Pairing():
                return self.pairing(record)
            case Place():
                return self.place(record)
            case Theme():
                return self.theme(record)
            case Organisation():
                return self.organisation(record)
            case Source():
                return self.source(record)
            case Term():
                return (self.link(routes.GLOSSARY, self.to(record.name), record.id),)
            case Timeline():
                owner = self.graph.by_id[record.id]
                kind = "pairings" if isinstance(owner, Pairing) else "programmes"
                title = self.filled(self.sentences.timeline_of, name=plain(self.record(owner)))
                return (self.link(routes.record(kind, record.id), title, "timeline"),)
        raise TypeError(type(record))

    def programme(self, programme: Programme, *, short: bool = False) -> Line:
        """Return a programme's name, linked; the short one is a tag in its colour."""
        return self._programme_tag(programme) if short else self._programme(programme)

    @once.in_folder
    def _programme(self, programme: Programme) -> Line:
        return (self.link(routes.record("programmes", programme.id), self.to(programme.name)),)

    @once.in_folder
    def _programme_tag(self, programme: Programme) -> Line:
        if programme.short_name is None:
            return self.programme(programme)
        route = routes.record("programmes", programme.id)
        tag = self.link(route, self.to(programme.short_name))
        return (replace(tag, tone=programme.colour, tag=True),)

    @once.in_folder
    def organisation(self, organisation: Organisation) -> Line:
        """Return a body's name, linked."""
        route = routes.record("organisations", organisation.id)
        return (self.link(route, self.to(organisation.name)),)

    def party(self, party_id: str) -> Line:
        """Return the name of a place or a body, linked."""
        return self.record(self.graph.by_id[party_id])

    @once.in_language
    def side_names(self, pairing: Pairing) -> tuple[str, ...]:
        """Return the names of a pairing's two sides: 長野市・小布施町 and トゥルク市."""
        return tuple(
            plain(self.joined((Span(self.to(place.name)),) for place in side))
            for side in self.graph.sides(pairing)
        )

    def pairing_name(self, pairing: Pairing) -> str:
        """Return what a pairing is called: 所沢市 – ブラチスラバ市."""
        return " – ".join(self.side_names(pairing))

    @once.in_folder
    def pairing(self, pairing: Pairing) -> Line:
        """Return a pairing's name, linked, in the colour of its programme."""
        route, name = routes.record("pairings", pairing.id), self.pairing_name(pairing)
        return (self.link(route, name, tone=self.graph.programme(pairing.programme).colour),)

    @once.in_folder
    def source(self, source: Source) -> Line:
        """Return a document's title, linked."""
        return (self.link(routes.record("sources", source.id), self.to(source.title)),)

    def country(self, place: Place) -> str:
        """Return the name of a place's country, as the Unicode CLDR has it."""
        return names.country(place.country, self.language)

    def language_name(self, tag: str) -> str:
        """Return what a language is called, as the Unicode CLDR has it."""
        return names.language(tag, self.language)

    def date(self, date: Date, own_words: Text | None = None) -> Line:
        """Return a date as readers write it, or in its document's own words."""
        return self.line(own_words) if own_words else self._date(date)

    @once.in_language_by(attrgetter("edtf"))
    def _date(self, date: Date) -> Line:
        written = dates.written(date, self.language)
        return tuple(Span(text, datetime=machine) for text, machine in written)

    def calendar(self, date: Date) -> str:
        """Return the fiscal year that a date falls in; on Japanese pages only."""
        year = dates.fiscal_year(date)
        return (dates.fiscal_year_name(year) or "") if year and self.language == "ja" else ""

    def source_date(self, source: Source) -> Line:
        """Return the date that a document speaks for, else the date it bears."""
        if source.as_of_text:
            return self.line(source.as_of_text)
        if source.as_of:
            return self.sentence(self.sentences.as_of, date=self.date(source.as_of))
        if source.updated:
            return self.sentence(self.sentences.updated, date=self.date(source.updated))
        return self.line(self.words.undated)

    def cite(self, source: Source) -> Line:
        """Return which document a fact is from, and as of when.

        On a page that lists its sources it is the number that the document has there.
        """
        if not self.numbered:
            return self.sentence(self.sentences.cite, source=self.provenance(source))
        number = self.numbers.setdefault(source.id, len(self.numbers) + 1)
        return self._note((source, number))

    @once.in_language_by(_numbered)
    def _note(self, numbered: tuple[Source, int]) -> Line:
        """Return the number that a document has on a page, leading to its entry there."""
        source, number = numbered
        called = plain(self.provenance(source))
        note = self.filled(self.sentences.note, number=str(number), source=called)
        return (Span(str(number), href=f"#{routes.source_anchor(source.id)}", note=note),)

    @once.in_folder
    def provenance(self, source: Source) -> Line:
        """Return who issued a document, linked to it, and its date."""
        publisher = self.link(routes.record("sources", source.id), self.to(source.publisher))
        values = {"source": (publisher,), "date": self.source_date(source)}
        return self.sentence(self.sentences.provenance, **values)

    def cite_id(self, own: str | None, of_record: tuple[str, ...]) -> Line:
        """Return the citation of a fact that has a source of its own, or else its record's."""
        return self.cite(self.graph.source(own or of_record[0]))


def plain(line: Line) -> str:
    """Return a line's text without links and marks."""
    return "".join(span.text for span in line)
