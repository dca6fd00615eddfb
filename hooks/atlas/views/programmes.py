"""Pages of programmes: all of them, and each one."""

from atlas import routes
from atlas.model import Programme
from atlas.views import event_lists, maps, offers, pairings, parts, retirement
from atlas.views.blocks import Card, Cards, Links, Row
from atlas.views.blocks import Facts as FactsBlock
from atlas.views.lines import Span
from atlas.views.page import Page, Section
from atlas.views.writer import Writer, plain


def index(w: Writer) -> Page:
    """All programmes, and the bodies behind them."""
    words = w.words
    lead = w.sentence(w.sentences.programmes_lead, count=str(len(w.graph.programmes)))
    bodies = Links(tuple(retirement.marked(w, body) for body in w.in_order(w.graph.organisations)))
    sections = (
        Section(
            "programmes", w.to(words.all_programmes), (cards(w), offers.of_kind(w, "programmes"))
        ),
        Section(
            "organisations", w.to(words.organisations), (bodies, offers.of_kind(w, "organisations"))
        ),
    )
    return Page(
        routes.PROGRAMMES, w.language, w.to(words.programmes), plain(lead), sections, lead=(lead,)
    )


def cards(w: Writer) -> Cards:
    """A card for each programme."""
    return Cards(tuple(_card(w, programme) for programme in w.graph.programmes))


def _card(w: Writer, programme: Programme) -> Card:
    count = str(len(w.graph.pairings_of[programme.id]))
    facts = w.filled(w.sentences.pairings_count, count=count)
    name = retirement.marked(w, programme)
    return Card(name, w.paragraphs(programme.summary), facts, programme.colour)


def page(w: Writer, programme: Programme) -> Page:
    """One programme: what it is, its pairings, bodies, statements and events."""
    words, graph = w.words, w.graph
    partners = graph.pairings_of[programme.id]
    happenings = graph.happenings_of[programme.id]
    sayings = [said for said in graph.sayings if said.programme.id == programme.id]
    table = parts.pairing_table(w, partners, w.to(programme.name), name_programme=False)
    sections = parts.present(
        parts.plain_language(w, programme.plain, programme.sources),
        Section("at-a-glance", w.to(words.at_a_glance), (_facts(w, programme),)),
        Section("pairings", w.to(words.pairings),
                parts.present(maps.of_programme(w, programme), table,
                              offers.of_programme(w, programme) if partners else None)),
        *(pairings.section(w, s, f"section-{number}", programme.sources)
          for number, s in enumerate(programme.sections, 1)),
        parts.statements(w, sayings, offers.of_record(w, programme)),
        event_lists.section(w, happenings, offers.of_timeline(w, programme), programme.id),
        parts.sources(w, programme, programme.sources),
        parts.citation(w, w.to(programme.name), programme.sources),
    )  # fmt: skip
    lead = w.paragraphs(programme.summary)
    return Page(
        routes.record("programmes", programme.id),
        w.language,
        w.to(programme.name),
        plain(lead[0]),
        sections,
        kind=w.line(words.programme),
        tone=programme.colour,
        lead=lead,
        notice=retirement.notice(w, programme),
        record_file=routes.record_file("programmes", programme.id),
    )


def _facts(w: Writer, programme: Programme) -> FactsBlock:
    words, graph = w.words, w.graph
    cite = w.cite_id(None, programme.sources)
    count = w.filled(w.sentences.pairings_count, count=str(len(graph.pairings_of[programme.id])))
    rows = [Row(w.to(words.pairings), ((Span(count),),), cite=cite)]
    if programme.as_of:
        as_of = w.date(programme.as_of, programme.as_of_text)
        rows.append(Row(w.to(words.as_of), (as_of,), cite=cite))
    if programme.since_label:
        meaning = (w.line(programme.since_label),)
        rows.append(Row(w.to(words.meaning_of_since), meaning, cite=cite))
    if programme.bodies:
        bodies = tuple(w.party(body) for body in programme.bodies)
        rows.append(Row(w.to(words.bodies), bodies, cite=cite))
    return FactsBlock(tuple(rows))
