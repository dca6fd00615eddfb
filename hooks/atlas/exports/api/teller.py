"""Tells what several answers need: links to records, citations, dates and words.

What is told is JSON as it will be written, and not yet put together: thus what stands in many
files, as an event does in those of its pairings and places, is written only once.
"""

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from json import JSONEncoder
from json.encoder import encode_basestring
from typing import TypeVar

from atlas import routes
from atlas.dates import Date
from atlas.exports.making import Shelf
from atlas.model import kind_of
from atlas.text import LANGUAGES, Text
from atlas.views import bilingual, names
from atlas.views.setting import Setting
from atlas.views.writer import Writer, plain

H = TypeVar("H", bound=Hashable)

Json = str
"""A value as JSON writes it."""

Told = dict[str, Json]
"""The keys of a JSON object, each with its value."""

NULL: Json = "null"

GLOSSARY = "glossary"


_written = JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def value(given: object) -> Json:
    """Write a text, a number, a truth value or nothing."""
    # Nearly all are texts, and the encoder does more before it comes to this.
    return encode_basestring(given) if isinstance(given, str) else _written(given)


def both(text: Text) -> Json:
    """Write a text in both languages."""
    return f'{{"ja":{encode_basestring(text.ja)},"en":{encode_basestring(text.en)}}}'


def named(code: str, name: Text) -> Json:
    """Write a word of a fixed list, with what it is called."""
    return whole({"id": value(code), "name": both(name)})


def whole(told: Mapping[str, Json]) -> Json:
    """Write an object."""
    return "{" + ",".join([f'"{key}":{value}' for key, value in told.items()]) + "}"


def extended(one: Json, told: Mapping[str, Json]) -> Json:
    """Write an object that has been written before, and further keys."""
    return f"{one[:-1]},{whole(told)[1:]}" if told else one


def every(items: Iterable[Json]) -> Json:
    """Write a list."""
    return f"[{','.join(items)}]"


def listed(items: Iterable[Json]) -> Iterator[Json]:
    """Write a list that may be long, piece by piece."""
    yield "["
    for number, item in enumerate(items):
        yield f",{item}" if number else item
    yield "]"


@dataclass(frozen=True, slots=True)
class Teller:
    """The site, seen from a record; what many records need is made once."""

    setting: Setting
    sources: tuple[str, ...] = ()
    """The sources of the record, the first of which stands behind what names none of its own."""
    made: dict[tuple[str, Hashable], Json] = field(default_factory=dict)
    """What is short and has been written, by what kind of thing it is and what tells it from others."""
    shelf: Shelf[Hashable] = field(default_factory=Shelf)
    """Events and records that have been written; as octets they take half the memory."""

    def citing(self, *sources: str) -> "Teller":
        """Return one who tells of a record that has these sources."""
        return Teller(self.setting, sources, self.made, self.shelf)

    def once(self, what: str, of: H, tell: Callable[[H], Json]) -> Json:
        """Return what is told of something, which is written the first time only."""
        found = self.made.get((what, of))
        if found is None:
            found = self.made[what, of] = tell(of)
        return found

    @property
    def writer(self) -> Writer:
        """One who writes in the site's first language."""
        return Writer(self.setting, LANGUAGES[0], routes.HOME)

    def api(self, kind: str, record_id: str) -> str:
        """Return the address of a record in the API; a term has only that of the glossary."""
        if kind == GLOSSARY:
            return routes.file(self.setting.base, routes.api_collection(kind))
        return routes.file(self.setting.base, routes.api_record(kind, record_id))

    def pages(self, route: str, anchor: str = "") -> Json:
        """Return the addresses of a page in both languages."""
        return both(bilingual.pages(self.setting, route, anchor))

    def link(self, record_id: str) -> Json:
        """Name another record."""
        return self.once("link", record_id, self._link)

    def _link(self, record_id: str) -> Json:
        record = self.setting.graph.by_id[record_id]
        return whole({
            "kind": value(kind_of(record)),
            "id": value(record_id),
            "name": both(bilingual.name(self.setting, record)),
            "url": value(self.api(kind_of(record), record_id)),
        })  # fmt: skip

    def statement(self, statement_id: str) -> Json:
        """Name a statement: by who made it, and where it is told."""
        said = self.setting.graph.said(statement_id)
        party = self.setting.graph.by_id[said.statement.party]
        return whole({
            "kind": value("statements"),
            "id": value(statement_id),
            "name": both(bilingual.name(self.setting, party)),
            "url": value(self.api("programmes", said.programme.id)),
        })  # fmt: skip

    def cite(self, source_id: str) -> Json:
        """Name the document that a fact comes from, and the date for which it speaks."""
        return self.once("citation", source_id, self._citation)

    def _citation(self, source_id: str) -> Json:
        date = self.setting.graph.source(source_id).speaks_for
        url = value(self.api("sources", source_id))
        return whole(
            {"id": value(source_id), "url": url, "as_of": value(date.edtf) if date else NULL}
        )

    def date(self, date: Date) -> Json:
        """Tell a date, for machines and for readers."""
        return self.once("date", date.edtf, lambda edtf: self._date(edtf, date))

    def _date(self, edtf: str, date: Date) -> Json:
        return whole({
            "edtf": value(edtf),
            "first_day": value(date.first.isoformat()),
            "last_day": value(date.last.isoformat()),
            "precision": value(date.start.precision if date.start is date.end else "interval"),
            "approximate": value(date.start.around or date.end.around),
            "text": self.date_text(date),
        })  # fmt: skip

    def date_text(self, date: Date) -> Json:
        """Tell a date for readers."""
        return self.once("date in words", date.edtf, lambda _: self._date_text(date))

    def _date_text(self, date: Date) -> Json:
        return both(bilingual.in_both(self.setting, lambda w: plain(w.date(date))))

    def word(self, kinds: str, word: str) -> Json:
        """Name a word of one of the vocabulary's lists."""
        return self.once(kinds, word, lambda _: self._word(kinds, word))

    def _word(self, kinds: str, word: str) -> Json:
        vocabulary = self.setting.graph.vocabulary
        selection = vocabulary.words.selection  # the one kind of event that no file names
        return named(word, getattr(vocabulary, kinds).get(word, selection))

    def country(self, code: str) -> Json:
        """Name a country, given as ISO 3166-1."""
        return self.once("country", code, self._country)

    def _country(self, code: str) -> Json:
        ja, en = (names.country(code, language) for language in LANGUAGES)
        return named(code, Text(ja=ja, en=en))
