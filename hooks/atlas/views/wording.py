"""Puts texts and sentences of the data into one language, as one page needs them."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache

from atlas import routes
from atlas.graph import Graph
from atlas.model import OtherName, Sentences, Term, Words
from atlas.text import JAPANESE, Language, Text, paragraphs
from atlas.views import once
from atlas.views.lines import Line, Span
from atlas.views.setting import Setting

_PLACEHOLDER = re.compile(r"\{(\w+)\}")


def _itself(text: str) -> str:
    return text


@lru_cache(maxsize=256)
def _pieces(pattern: str) -> tuple[str | Line, ...]:
    """Split the pattern of a sentence into what stands in it and the names of its gaps."""
    parts = enumerate(_PLACEHOLDER.split(pattern))
    return tuple(part if number % 2 else (Span(part),) for number, part in parts if part)


@dataclass(frozen=True, slots=True)
class Wording:
    """What a page has been given, and what it has said so far: sources numbered, terms explained."""

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
        return text.ja if self.language == "ja" else text.en

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
        if text is None:
            return ()
        without_terms = self._without_terms(self.to(text))
        return without_terms or tuple(map(self.explain, self.texts(text)))

    @once.in_language_by(_itself)
    def _without_terms(self, text: str) -> tuple[Line, ...]:
        """Return the paragraphs of a text if it has no terms; nothing if it has."""
        own = paragraphs(text)
        terms = any(map(self.setting.explainers[self.language].terms, own))
        return () if terms else tuple((Span(paragraph),) for paragraph in own)

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
        for piece in _pieces(self.to(pattern)):
            value = values[piece] if isinstance(piece, str) else piece
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
