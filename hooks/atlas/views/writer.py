"""Writes names, dates, sentences and citations in one language, seen from one page."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import TypeVar

from atlas import dates, routes
from atlas.dates import Date
from atlas.graph import Graph
from atlas.model import (
    Kept,
    Organisation,
    OtherName,
    Pairing,
    Place,
    Programme,
    Sentences,
    Source,
    Term,
    Theme,
    Timeline,
    Words,
)
from atlas.text import JAPANESE, Language, Text, paragraphs
from atlas.views import names
from atlas.views.lines import Line, Span
from atlas.views.setting import Setting

N = TypeVar("N", Place, Theme, Organisation)

_PLACEHOLDER = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, slots=True)
class Writer:
    """Everything that a page needs to put the graph into words.

    It remembers what the page has already said: which sources have a number, and which terms
    have been explained.
    """

    setting: Setting
    language: Language
    here: str
    """The route of the page."""
    numbered: bool = False
    """Whether the page lists its sources, so that facts can point to them by number."""
    numbers: dict[str, int] = field(default_factory=dict)
    """The numbers of the sources that the page has cited, by the source's id."""
    explained: set[str] = field(default_factory=set)
    """The ids of the terms that the page has explained."""

    @property
    def graph(self) -> Graph:
        """All records."""
        return self.setting.graph

    @property
    def address(self) -> str:
        """The whole address of the page."""
        return routes.absolute(self.setting.base, self.here, self.language)

    @property
    def words(self) -> Words:
        """The fixed words of the vocabulary."""
        return self.graph.vocabulary.words

    @property
    def sentences(self) -> Sentences:
        """The sentences of the vocabulary that have gaps to fill."""
        return self.graph.vocabulary.sentences

    def to(self, text: Text) -> str:
        """Return a text in the page's language."""
        return text.to(self.language)

    def line(self, text: Text) -> Line:
        """Return a text as a line without links."""
        return (Span(self.to(text)),)

    def foreign(self, text: str, lang: str) -> Span:
        """Return text in a language of its own, marked if it is not the page's."""
        return Span(text, lang=None if lang == self.language else lang)

    def unmarked(self, text: str) -> Span:
        """Return text of unknown language; on an English page Japanese script is marked."""
        japanese = self.language != "ja" and JAPANESE.search(text)
        return Span(text, lang="ja" if japanese else None)

    def other_name(self, name: OtherName) -> Span:
        """Return another name, marked with its language if the data give one."""
        return self.foreign(name.text, name.lang) if name.lang else self.unmarked(name.text)

    def texts(self, text: Text | None) -> tuple[str, ...]:
        """Return the paragraphs of a text; none if there is no text."""
        return paragraphs(self.to(text)) if text else ()

    def paragraphs(self, text: Text | None) -> tuple[Line, ...]:
        """Return the paragraphs of a text, with its terms explained."""
        return tuple(map(self.explain, self.texts(text)))

    def explain(self, text: str) -> Line:
        """Return a text whose terms lead to the glossary, each where the page first uses it."""
        return tuple(
            Span(part) if term is None else self._explained(part, term)
            for part, term in self.setting.explainers[self.language].parts(text, self.explained)
        )

    def _explained(self, text: str, term: Term) -> Span:
        meaning = " ".join(paragraphs(self.to(term.text)))
        return Span(text, routes.link(self.here, routes.GLOSSARY, term.id), tip=meaning, id=term.id)

    def sentence(self, pattern: Text, **values: Line | str) -> Line:
        """Fill the gaps of a sentence with text or with lines that may hold links."""
        spans: list[Span] = []
        for number, part in enumerate(_PLACEHOLDER.split(self.to(pattern))):
            value = values[part] if number % 2 else part
            spans += value if isinstance(value, tuple) else [Span(value)] if value else []
        return tuple(spans)

    def filled(self, pattern: Text, **values: str) -> str:
        """Fill the gaps of a sentence and return it as plain text."""
        return pattern.fill(self.language, values)

    def joined(self, names: Iterable[Line]) -> Line:
        """Join names: 長野市・小布施町, Nagano and Obuse."""
        return self._chain(names, self.sentences.joined, self.sentences.joined_last)

    def listed(self, names: Iterable[Line]) -> Line:
        """Put names after one another: 奉天、シェンヤン."""
        return self._chain(names, self.sentences.listed, self.sentences.listed)

    def _chain(self, names: Iterable[Line], each: Text, last: Text) -> Line:
        items = list(names)
        chain: Line = items[0] if items else ()
        for number, item in enumerate(items[1:], 2):
            pattern = last if number == len(items) else each
            chain = self.sentence(pattern, before=chain, next=item)
        return chain

    def in_order(self, records: Iterable[N]) -> list[N]:
        """Put named records in the order of their names: by reading in Japanese, where there is one."""
        if self.language == "ja":
            return sorted(records, key=lambda record: getattr(record, "reading", record.name.ja))
        return sorted(records, key=lambda record: names.folded(record.name.en))

    def link(self, route: str, text: str, anchor: str = "") -> Span:
        """Return a link to a page of the site; on that page itself, the text alone."""
        if route == self.here and not anchor:
            return Span(text)
        return Span(text, href=routes.link(self.here, route, anchor))

    def place(self, place: Place) -> Line:
        """Return a place's name, linked."""
        return (self.link(routes.record("places", place.id), self.to(place.name)),)

    def reading(self, place: Place) -> Line:
        """Return how a place's Japanese name is read; on an English page that name before it."""
        reading = self.foreign(place.reading, "ja")
        if self.language == "ja":
            return (reading,)
        return (self.foreign(place.name.ja, "ja"), Span(" "), reading)

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
        route = routes.record("programmes", programme.id)
        if short and programme.short_name:
            tag = self.link(route, self.to(programme.short_name))
            return (replace(tag, tone=programme.colour, tag=True),)
        return (self.link(route, self.to(programme.name)),)

    def organisation(self, organisation: Organisation) -> Line:
        """Return a body's name, linked."""
        route = routes.record("organisations", organisation.id)
        return (self.link(route, self.to(organisation.name)),)

    def party(self, party_id: str) -> Line:
        """Return the name of a place or a body, linked."""
        return self.record(self.graph.by_id[party_id])

    def side_names(self, pairing: Pairing) -> tuple[str, ...]:
        """Return the names of a pairing's two sides: 長野市・小布施町 and トゥルク市."""
        return tuple(
            plain(self.joined((Span(self.to(place.name)),) for place in side))
            for side in self.graph.sides(pairing)
        )

    def pairing_name(self, pairing: Pairing) -> str:
        """Return what a pairing is called: 所沢市 – ブラチスラバ市."""
        return " – ".join(self.side_names(pairing))

    def pairing(self, pairing: Pairing) -> Line:
        """Return a pairing's name, linked, in the colour of its programme."""
        link = self.link(routes.record("pairings", pairing.id), self.pairing_name(pairing))
        return (replace(link, tone=self.graph.programme(pairing.programme).colour),)

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
        if own_words:
            return (Span(self.to(own_words)),)
        return tuple(
            Span(text, datetime=machine) for text, machine in dates.written(date, self.language)
        )

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
        number = str(self.numbers.setdefault(source.id, len(self.numbers) + 1))
        name = self.filled(
            self.sentences.note, number=number, source=plain(self.provenance(source))
        )
        return (Span(number, href=f"#{routes.source_anchor(source.id)}", note=name),)

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
