"""The page of terms and abbreviations."""

from atlas import routes
from atlas.model import Term
from atlas.views import blocks, offers, retirement
from atlas.views.blocks import Terms
from atlas.views.lines import Span
from atlas.views.page import Page, Section
from atlas.views.writer import Writer, plain

_ALL = "all_terms"
"""The anchor of all terms. The terms' own are their ids, and in no id is there an underscore."""


def page(w: Writer) -> Page:
    """Every term with its explanation."""
    words = w.words
    lead = w.sentence(w.sentences.glossary_lead, count=str(len(w.graph.terms)))
    terms = sorted(w.graph.terms, key=lambda term: _sort_key(w, term))
    listed = Terms(tuple(_term(w, term) for term in terms))
    section = Section(_ALL, w.to(words.terms), (listed, offers.of_kind(w, "glossary")))
    return Page(
        routes.GLOSSARY, w.language, w.to(words.glossary), plain(lead), (section,), lead=(lead,),
        record_file=routes.record_file("glossary", ""),
    )  # fmt: skip


def _sort_key(w: Writer, term: Term) -> str:
    return (term.reading or term.name.ja) if w.language == "ja" else term.name.en.casefold()


def _term(w: Writer, term: Term) -> blocks.Term:
    names: list[Span] = []
    if w.language != "ja":
        names.append(w.foreign(term.name.ja, "ja"))
    if term.reading:
        names.append(w.foreign(term.reading, "ja"))
    names += (w.other_name(alias) for alias in term.aliases)
    other_names = w.listed((name,) for name in names)
    paragraphs = w.paragraphs(term.text)
    cite = w.cite_id(None, term.sources)
    return blocks.Term(
        term.id,
        term.formerly,
        w.line(term.name),
        other_names,
        retirement.notice(w, term),
        paragraphs,
        cite,
    )
