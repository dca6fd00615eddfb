"""Parts that pages of several kinds share."""

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from atlas import routes
from atlas.graph import Said
from atlas.model import Contact, Kept, Pairing, Place, Relationship, Source
from atlas.text import Text
from atlas.views import once, retirement
from atlas.views.blocks import (
    Block,
    Citation,
    Facts,
    Prose,
    Row,
    SourceNote,
    SourceNotes,
    Statement,
    Statements,
    Table,
)
from atlas.views.data_blocks import DataLinks
from atlas.views.lines import Line, Span
from atlas.views.page import Section
from atlas.views.writer import Writer, plain

T = TypeVar("T")

Cell = tuple[Line, ...]

Column = tuple[Text, Callable[[Pairing], Cell]]
"""The heading of a column, and what it says of a pairing."""


def pairing_table(
    w: Writer, pairings: Sequence[Pairing], caption: str, *, name_programme: bool = True
) -> Table:
    """Pairings with their sides, themes and beginnings, each with its source.

    On the page of a programme its name need not stand in each row.
    """
    columns = pairing_columns(w)
    if not name_programme:
        del columns["programme"]
    rows = tuple(tuple(cell(pairing) for _, cell in columns.values()) for pairing in pairings)
    return Table(caption, tuple(w.to(heading) for heading, _ in columns.values()), rows)


def pairing_columns(w: Writer) -> dict[str, Column]:
    """What tables say of a pairing: by the column's name, its heading and its cells."""
    words = w.words
    return {
        "pairing": (words.pairing, lambda p: (retirement.marked(w, p),)),
        "programme": (
            words.programme,
            lambda p: (w.programme(w.graph.programme(p.programme), short=True),),
        ),
        "country": (words.country, lambda p: _countries(w, p)),
        "theme": (
            words.theme,
            lambda p: tuple(w.theme(w.graph.theme(theme)) for theme in p.themes),
        ),
        "since": (words.since, lambda p: (since(w, p),)),
        "source": (words.source, lambda p: (w.provenance(w.graph.source(p.sources[0])),)),
    }


@once.in_language
def _countries(w: Writer, pairing: Pairing) -> Cell:
    """The countries of the other side, each once."""
    _, partner = w.graph.sides(pairing)
    return tuple((Span(name),) for name in dict.fromkeys(w.country(place) for place in partner))


@once.in_language
def since(w: Writer, pairing: Pairing) -> Line:
    """When a pairing began and what that means; where no source says it, so."""
    programme = w.graph.programme(pairing.programme)
    if pairing.since is None:
        return w.line(w.words.not_stated)
    date = w.date(pairing.since)
    if programme.since_label is None:
        return date
    return w.sentence(w.sentences.labelled, label=w.to(programme.since_label), value=date)


def statements(w: Writer, sayings: Iterable[Said], data: DataLinks) -> Section | None:
    """The part of a page that tells what parties said, if they said anything, with its data."""
    said = statement_list(w, sayings)
    return Section("statements", w.to(w.words.statements), (said, data)) if said.items else None


def statement_list(
    w: Writer, sayings: Iterable[Said], shown_with: Pairing | None = None
) -> Statements:
    """What parties said; on a pairing's page it is told where they spoke of another one."""
    return Statements(tuple(_statement(w, said, shown_with) for said in sayings))


def _statement(w: Writer, said: Said, shown_with: Pairing | None) -> Statement:
    statement = said.statement
    about = w.listed(w.pairing(pairing) for pairing in said.about)
    elsewhere = shown_with and about and shown_with not in said.about
    pattern = w.sentences.about_another if elsewhere else w.sentences.about
    return Statement(
        anchor=f"statement-{statement.id}",
        party=w.party(statement.party),
        about=w.sentence(pattern, pairings=about) if about else (),
        paragraphs=w.paragraphs(statement.text),
        items=tuple(w.explain(w.to(item)) for item in statement.items),
        cite=w.cite(said.source),
    )


def readings(w: Writer, pairing: Pairing) -> Line:
    """How the names of a pairing's two sides are read; in a row of names, readings in brackets."""

    def read(place: Place) -> Line:
        if w.language == "ja":
            return (Span(place.reading),)
        return (w.foreign(f"{place.name.ja}（{place.reading}）", "ja"),)

    japan, partner = (w.joined(map(read, side)) for side in w.graph.sides(pairing))
    return (*japan, Span(" – "), *partner)


def tie(w: Writer, relationship: Relationship, sources: tuple[str, ...]) -> Row:
    """An older or other tie, and which document tells of it."""
    line = tie_line(w, relationship)
    return Row(w.to(w.words.tie), (line,), cite=w.cite_id(relationship.source, sources))


def tie_line(w: Writer, relationship: Relationship) -> Line:
    """An older or other tie, in the document's words if it has any."""
    kind = w.to(w.graph.vocabulary.tie_kinds[relationship.kind])
    if relationship.text:
        return w.line(relationship.text)
    if relationship.since:
        return w.sentence(w.sentences.tie_since, tie=kind, date=w.date(relationship.since))
    return (Span(kind),)


def contact(w: Writer, place: Place) -> Section | None:
    """Whom to ask, in Japanese as well on an English page."""
    if place.contact is None:
        return None
    c: Contact = place.contact
    rows = []
    for label, text in ((w.words.division, c.division), (w.words.address, c.address)):
        if text:
            lines = [w.line(text)]
            if w.language != "ja":
                lines.append((w.foreign(text.ja, "ja"),))
            rows.append(Row(w.to(label), tuple(lines)))
    for label, number in ((w.words.telephone, c.telephone), (w.words.fax, c.fax)):
        if number:
            rows.append(Row(w.to(label), ((Span(number),),)))
    cite = w.cite_id(c.source, place.sources)
    facts = Facts(tuple(Row(row.label, row.values, cite=cite) for row in rows))
    title = w.filled(w.sentences.contact_of, place=w.to(place.name))
    return Section(f"contact-{place.id}", title, (facts,))


def sources(w: Writer, record: Kept, also: Iterable[str]) -> Section:
    """The documents that a page rests on, by number, and when a person last checked it.

    They are those that the page has cited so far, so this comes last; `also` names others.
    """
    documents = map(w.graph.source, dict.fromkeys([*w.numbers, *also]))
    blocks: list[Block] = [SourceNotes(tuple(_source_note(w, source) for source in documents))]
    if record.verified_on:
        checked = w.sentence(w.sentences.verified, date=w.date(record.verified_on))
        blocks.append(Prose((checked,)))
    return Section("sources", w.to(w.words.sources), tuple(blocks), searched=False)


@once.in_folder
def _source_note(w: Writer, source: Source) -> SourceNote:
    values: dict[str, Line] = {
        "source": w.source(source),
        "publisher": w.line(source.publisher),
        "date": w.source_date(source),
    }
    entry = w.sentence(w.sentences.source_entry, **values)
    return SourceNote(routes.source_anchor(source.id), entry)


def prose(w: Writer, text_paragraphs: tuple[Line, ...], source_ids: tuple[str, ...]) -> Prose:
    """Paragraphs with the document they are from."""
    return Prose(text_paragraphs, cite=w.cite_id(None, source_ids))


def plain_language(w: Writer, text: Text | None, source_ids: tuple[str, ...]) -> Section | None:
    """The same in やさしい日本語 or plain English, where there is such a text."""
    if text is None:
        return None
    return Section("plain", w.to(w.words.plain), (prose(w, w.paragraphs(text), source_ids),))


def citation(w: Writer, title: str, source_ids: Iterable[str]) -> Section:
    """How to cite the page: its title, the site, its address, and the documents behind it."""
    documents = map(w.graph.source, dict.fromkeys(source_ids))
    text = w.sentence(
        w.sentences.citation,
        title=title,
        site=w.to(w.graph.site.name),
        address=w.address,
        sources=w.listed(_document(w, source) for source in documents),
    )
    block = Citation(text, *map(w.to, (w.words.citation_advice, w.words.copy_text, w.words.copied)))
    # The search has it: its address is where a Japanese page has the name in Latin letters.
    return Section("cite", w.to(w.words.cite_page), (block,))


@once.in_language
def _document(w: Writer, source: Source) -> Line:
    return w.sentence(
        w.sentences.document,
        publisher=w.to(source.publisher),
        title=w.to(source.title),
        date=plain(w.source_date(source)),
    )


def present(*parts: T | None) -> tuple[T, ...]:
    """Keep the sections or blocks that there are."""
    return tuple(part for part in parts if part is not None)
