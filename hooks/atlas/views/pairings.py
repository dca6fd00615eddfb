"""The page of each pairing."""

from atlas import routes
from atlas.graph import Said
from atlas.model import Pairing, Place, Programme, Section, Theme
from atlas.similar import similar
from atlas.views import blocks, event_lists, maps, offers, once, parts, places, retirement
from atlas.views.blocks import Facts, Links, PlaceCards, Prose, Row
from atlas.views.lines import Line, Span
from atlas.views.page import Page
from atlas.views.page import Section as PageSection
from atlas.views.writer import Writer, plain


def page(w: Writer, pairing: Pairing) -> Page:
    """One pairing: who, since when, what about, what was done and said, and who says so."""
    programme = w.graph.programme(pairing.programme)
    words, title = w.words, w.pairing_name(pairing)
    lead = summary(w, pairing)
    members = [place for side in w.graph.sides(pairing) for place in side]
    before, after = w.graph.neighbours_of[pairing.id]
    sections = parts.present(
        parts.plain_language(w, pairing.plain, pairing.sources),
        PageSection("at-a-glance", w.to(words.at_a_glance), (_facts(w, pairing, programme),)),
        PageSection("places", w.to(words.places),
                       (PlaceCards(tuple(places.card(w, place) for place in members)),
                        offers.of_members(w, members))),
        *(section(w, s, f"section-{number}", pairing.sources)
          for number, s in enumerate(pairing.sections, 1)),
        event_lists.section(w, w.graph.happenings_of[pairing.id], offers.of_timeline(w, pairing),
                            pairing.id, of_pairing=True),
        _statements(w, pairing, programme),
        *(parts.contact(w, place) for place in members),
        _similar(w, pairing),
        parts.sources(w, pairing, pairing.sources),
        parts.citation(w, title, pairing.sources),
    )  # fmt: skip
    return Page(
        routes.record("pairings", pairing.id),
        w.language,
        title,
        plain(lead[0]),
        sections,
        kind=w.programme(programme),
        tone=programme.colour,
        subtitle=parts.readings(w, pairing),
        lead=lead,
        notice=retirement.notice(w, pairing),
        record_file=routes.record_file("pairings", pairing.id),
        aside=(maps.of_pairing(w, pairing), offers.of_map(w, pairing)),
        neighbours=tuple(
            (w.to(label), w.pairing(other))
            for label, other in ((words.previous, before), (words.next, after))
            if other
        ),
        neighbours_label=w.to(words.neighbours),
    )


def section(w: Writer, given: Section, anchor: str, sources: tuple[str, ...]) -> PageSection:
    """A further text of a record."""
    prose = Prose(
        w.paragraphs(given.text),
        tuple(w.explain(w.to(item)) for item in given.items),
        w.paragraphs(given.closing),
        w.cite_id(given.source, sources),
    )
    return PageSection(anchor, w.to(given.title), (prose,))


def summary(w: Writer, pairing: Pairing) -> tuple[Line, ...]:
    """What a pairing is, in short: its own paragraphs, else a sentence composed of its sides."""
    return w.paragraphs(pairing.summary) or (_composed_summary(w, pairing),)


def _composed_summary(w: Writer, pairing: Pairing) -> Line:
    japan, partner = (
        w.joined((Span(w.to(place.name)),) for place in side) for side in w.graph.sides(pairing)
    )
    words, programme = w.words, w.graph.programme(pairing.programme)
    if programme.pairing_summary:
        return w.sentence(programme.pairing_summary, japan=japan, partner=partner)
    return w.sentence(
        w.sentences.pairing_summary,
        programme=w.to(programme.name),
        japan_label=w.to(programme.japan_label or words.japan_side),
        japan=japan,
        partner_label=w.to(programme.partner_label or words.partner_side),
        partner=partner,
    )


def _facts(w: Writer, pairing: Pairing, programme: Programme) -> Facts:
    words, graph = w.words, w.graph
    cite = w.cite_id(None, pairing.sources)
    japan, partner = graph.sides(pairing)
    rows = [Row(w.to(words.programme), (w.programme(programme),), cite=cite)]
    for label, side in (
        (programme.japan_label or words.japan_side, japan),
        (programme.partner_label or words.partner_side, partner),
    ):
        rows.append(Row(w.to(label), tuple(w.place(place) for place in side), cite=cite))
    rows.append(Row(w.to(words.since), (parts.since(w, pairing),), cite=cite))
    if programme.as_of:
        as_of = w.date(programme.as_of, programme.as_of_text)
        rows.append(Row(w.to(words.as_of), (as_of,), cite=w.cite_id(None, programme.sources)))
    themes = tuple(w.theme(graph.theme(theme)) for theme in pairing.themes)
    rows.append(Row(w.to(words.theme), themes, cite=cite))
    if pairing.theme_text:
        rows.append(Row(w.to(words.theme_text), (w.line(pairing.theme_text),), cite=cite))
    rows += [parts.tie(w, relationship, pairing.sources) for relationship in pairing.relationships]
    return Facts(tuple(rows))


def _statements(w: Writer, pairing: Pairing, programme: Programme) -> PageSection | None:
    """What was said about the pairing or by its members; in its programme, silence is told too."""
    if not programme.statements:
        return None
    told: tuple[blocks.Block, ...]
    if said := sayings(w, pairing):
        told = (parts.statement_list(w, said, pairing), offers.of_record(w, pairing))
    else:
        partner = w.joined(w.place(w.graph.place(place)) for place in pairing.partner)
        silence = w.sentence(w.sentences.no_statement, party=partner)
        told = (Prose((silence,), cite=w.cite_id(None, programme.sources)),)
    return PageSection("statements", w.to(w.words.statements), told)


def sayings(w: Writer, pairing: Pairing) -> tuple[Said, ...]:
    """What was said in the pairing's programme about the pairing or by one of its members."""
    return tuple(
        {
            said.statement.id: said
            for subject in (pairing.id, *pairing.japan, *pairing.partner)
            for said in w.graph.sayings_of[subject]
            if said.programme.id == pairing.programme
        }.values()
    )


@once.anywhere
def _found_similar(w: Writer, pairing: Pairing) -> list[tuple[Pairing, tuple[Place | Theme, ...]]]:
    return similar(w.graph, pairing)


def _similar(w: Writer, pairing: Pairing) -> PageSection | None:
    """Pairings that share a place or themes with this one, and what they share."""
    lines = tuple(
        w.sentence(
            w.sentences.similar,
            pairing=w.pairing(other),
            shared=w.listed(w.record(record) for record in shared),
        )
        for other, shared in _found_similar(w, pairing)
    )
    return PageSection("similar", w.to(w.words.similar), (Links(lines),)) if lines else None
