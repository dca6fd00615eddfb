"""The first page."""

from atlas import routes
from atlas.views import parts, programmes
from atlas.views.blocks import Figures, Links, Page, Section
from atlas.views.writer import Writer

LATEST = 5
"""How many events the first page shows."""


def page(w: Writer) -> Page:
    """What this is, the programmes, the latest activity, the figures, and ways in."""
    words, graph = w.words, w.graph
    done = [happening for happening in reversed(graph.happenings) if not happening.planned]
    latest = parts.event_list(w, done[:LATEST], name_pairings=True)
    all_events = Links(((w.link(routes.TIMELINE, w.to(words.whole_timeline)),),))
    sections = (
        Section("figures", w.to(words.figures), (_figures(w),)),
        Section("programmes", w.to(words.programmes), (programmes.cards(w),)),
        Section("pairings", w.to(words.pairings),
                (Links(tuple(w.pairing(pairing) for pairing in graph.pairings)),)),
        Section("latest", w.to(words.latest), (latest, all_events)),
    )  # fmt: skip
    return Page(
        routes.HOME,
        w.language,
        w.to(graph.site.name),
        w.to(graph.site.description),
        sections,
        lead=w.paragraphs(graph.site.description),
        record_file=routes.record_file("site", ""),
        menu_title=w.to(words.home),
    )


def _figures(w: Writer) -> Figures:
    words, graph = w.words, w.graph
    countries = {place.country for place in graph.places}
    figures = (
        (len(graph.programmes), routes.PROGRAMMES, words.programmes),
        (len(graph.pairings), routes.PAIRINGS, words.pairings),
        (len(graph.places), routes.PLACES, words.places),
        (len(countries), routes.PLACES, words.countries),
        (len(graph.themes), routes.THEMES, words.themes),
        (len(graph.happenings), routes.TIMELINE, words.events),
        (len(graph.sources), routes.SOURCES, words.sources),
    )
    items = tuple((str(number), (w.link(route, w.to(word)),)) for number, route, word in figures)
    return Figures(items)
