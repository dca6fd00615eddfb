"""Pages of the documents that facts come from."""

from atlas import routes
from atlas.model import Source
from atlas.views import offers, parts, retirement
from atlas.views.blocks import Facts, Group, Links, Prose, Row, Table
from atlas.views.lines import Line, Span
from atlas.views.page import Page, Section
from atlas.views.writer import Writer, plain


def index(w: Writer) -> Page:
    """All documents, with their dates and how much rests on them."""
    words, graph = w.words, w.graph
    lead = w.sentence(w.sentences.sources_lead, count=str(len(graph.sources)))
    rows = tuple(
        (
            (retirement.marked(w, source),),
            (w.line(source.publisher),),
            (w.source_date(source),),
            ((Span(str(len(graph.cited_by[source.id]))),),),
        )
        for source in graph.sources
    )
    columns = (words.source, words.publisher, words.date, words.cited_records)
    table = Table(w.to(words.all_sources), tuple(w.to(column) for column in columns), rows)
    section = Section("all", w.to(words.all_sources), (table, offers.of_kind(w, "sources")))
    return Page(
        routes.SOURCES, w.language, w.to(words.sources), plain(lead), (section,), lead=(lead,)
    )


def page(w: Writer, source: Source) -> Page:
    """One document: what it is, how it was read, and what rests on it."""
    words = w.words
    summary = w.sentence(
        w.sentences.source_entry,
        source=w.to(source.title),
        publisher=w.line(source.publisher),
        date=w.source_date(source),
    )
    sections = parts.present(
        Section("at-a-glance", w.to(words.at_a_glance), (_facts(w, source),)),
        Section("note", w.to(words.how_it_was_read), (Prose(w.paragraphs(source.note)),))
        if source.note else None,
        _corrections(w, source),
        _cited(w, source),
    )  # fmt: skip
    subtitle: Line = ()
    if w.language != "ja" and source.language == "ja":
        subtitle = (w.foreign(source.title.ja, "ja"),)
    return Page(
        routes.record("sources", source.id),
        w.language,
        w.to(source.title),
        plain(summary),
        sections,
        kind=w.line(words.source),
        window_title=w.filled(
            w.sentences.labelled, value=w.to(source.title), label=w.to(words.source)
        ),
        subtitle=subtitle,
        notice=retirement.notice(w, source),
        record_file=routes.record_file("sources", source.id),
    )


def _facts(w: Writer, source: Source) -> Facts:
    words = w.words
    rows = [Row(w.to(words.publisher), (w.line(source.publisher),))]
    if source.updated:
        rows.append(Row(w.to(words.updated), (w.date(source.updated),)))
    if source.as_of:
        rows.append(Row(w.to(words.as_of), (w.date(source.as_of, source.as_of_text),)))
    rows.append(Row(w.to(words.language), ((Span(w.language_name(source.language)),),)))
    for label, url in ((words.address_web, source.url), (words.archive, source.archived_url)):
        value: Line = (Span(url, href=url),) if url else w.line(words.not_stated)
        rows.append(Row(w.to(label), (value,)))
    if source.accessed:
        rows.append(Row(w.to(words.accessed), (w.date(source.accessed),)))
    return Facts(tuple(rows))


def _corrections(w: Writer, source: Source) -> Section | None:
    if not source.corrections:
        return None
    rows = tuple(
        (
            ((_quoted(w, source, correction.from_),),),
            ((_quoted(w, source, correction.to),),),
        )
        for correction in source.corrections
    )
    columns = (w.to(w.words.in_the_document), w.to(w.words.on_this_site))
    title = w.to(w.words.corrections)
    return Section("corrections", title, (Table(title, columns, rows),))


def _quoted(w: Writer, source: Source, text: str) -> Span:
    """Words of the document; Latin letters alone are in no particular language."""
    return Span(text) if text.isascii() else w.foreign(text, source.language)


def _cited(w: Writer, source: Source) -> Section | None:
    cited = w.graph.cited_by[source.id]
    if not cited:
        return None
    words = w.words
    groups = []
    for kind, title in (
        ("programmes", words.programmes), ("pairings", words.pairings), ("timelines", words.timeline),
        ("places", words.places), ("themes", words.themes), ("organisations", words.organisations),
        ("glossary", words.terms),
    ):  # fmt: skip
        lines = sorted(
            (retirement.marked(w, record) for cited_kind, record in cited if cited_kind == kind),
            key=plain,
        )
        if lines:
            groups.append(Group(w.line(title), "", (Links(tuple(lines)),)))
    return Section("cited-by", w.to(words.cited_by), (*groups, offers.of_record(w, source)))
