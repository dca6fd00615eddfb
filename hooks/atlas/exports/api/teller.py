"""Tells what several answers need: links to records, citations, dates and words."""

from dataclasses import dataclass, field

from atlas import routes
from atlas.dates import Date
from atlas.model import kind_of
from atlas.text import LANGUAGES, Language, Text
from atlas.views import bilingual, names
from atlas.views.setting import Setting
from atlas.views.writer import Writer, plain

Told = dict[str, object]
"""A JSON object."""

GLOSSARY = "glossary"


def both(text: Text) -> dict[str, str]:
    """Return a text in both languages."""
    return {"ja": text.ja, "en": text.en}


@dataclass(frozen=True, slots=True)
class Teller:
    """The site, seen from a record; what many records need is made once."""

    setting: Setting
    sources: tuple[str, ...] = ()
    """The sources of the record, the first of which stands behind what names none of its own."""
    made: dict[object, Told] = field(default_factory=dict)

    @property
    def writer(self) -> Writer:
        """One who writes in the site's first language."""
        return Writer(self.setting, LANGUAGES[0], routes.HOME)

    def api(self, kind: str, record_id: str) -> str:
        """Return the address of a record in the API; a term has only that of the glossary."""
        if kind == GLOSSARY:
            return routes.file(self.setting.base, routes.api_collection(kind))
        return routes.file(self.setting.base, routes.api_record(kind, record_id))

    def pages(self, route: str, anchor: str = "") -> dict[str, str]:
        """Return the addresses of a page in both languages."""
        return both(bilingual.pages(self.setting, route, anchor))

    def link(self, record_id: str) -> Told:
        """Name another record."""
        return self.made.get(record_id) or self._make(record_id, self._link(record_id))

    def _link(self, record_id: str) -> Told:
        record = self.setting.graph.by_id[record_id]
        return {
            "kind": kind_of(record),
            "id": record_id,
            "name": both(bilingual.name(self.setting, record)),
            "url": self.api(kind_of(record), record_id),
        }

    def statement(self, statement_id: str) -> Told:
        """Name a statement: by who made it, and where it is told."""
        said = self.setting.graph.said(statement_id)
        party = self.setting.graph.by_id[said.statement.party]
        return {
            "kind": "statements",
            "id": statement_id,
            "name": both(bilingual.name(self.setting, party)),
            "url": self.api("programmes", said.programme.id),
        }

    def cite(self, source_id: str) -> Told:
        """Name the document that a fact comes from, and the date for which it speaks."""
        key = ("source", source_id)
        return self.made.get(key) or self._make(key, self._citation(source_id))

    def _citation(self, source_id: str) -> Told:
        source = self.setting.graph.source(source_id)
        date = source.speaks_for
        url = self.api("sources", source_id)
        return {"id": source_id, "url": url, "as_of": date.edtf if date else None}

    def date(self, date: Date) -> Told:
        """Tell a date, for machines and for readers."""
        return self.made.get(date) or self._make(date, self._date(date))

    def _date(self, date: Date) -> Told:
        written = bilingual.in_both(self.setting, lambda w: plain(w.date(date)))
        return {
            "edtf": date.edtf,
            "first_day": date.first.isoformat(),
            "last_day": date.last.isoformat(),
            "precision": date.start.precision if date.start is date.end else "interval",
            "approximate": date.start.around or date.end.around,
            "text": both(written),
        }

    def word(self, kinds: str, word: str) -> Told:
        """Name a word of one of the vocabulary's lists."""
        vocabulary = self.setting.graph.vocabulary
        selection = vocabulary.words.selection  # the one kind of event that no file names
        return {"id": word, "name": both(getattr(vocabulary, kinds).get(word, selection))}

    def country(self, code: str) -> Told:
        """Name a country, given as ISO 3166-1."""

        def name(language: Language) -> str:
            return names.country(code, language)

        return {"id": code, "name": {language: name(language) for language in LANGUAGES}}

    def _make(self, key: object, told: Told) -> Told:
        self.made[key] = told
        return told
