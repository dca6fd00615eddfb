"""The first page."""

from collections.abc import Iterable, Sequence
from typing import TypeVar

from atlas import routes
from atlas.model import Programme
from atlas.views import maps, parts, timeline
from atlas.views.blocks import Block, Columns, Figures, Group, Line, Links, More, Prose, Search
from atlas.views.page import Page, Section
from atlas.views.writer import Writer

T = TypeVar("T")

LATEST = 3
"""How many events the first page shows."""

WAYS = 60
"""How many ways in of one kind it shows at most."""


def page(w: Writer) -> Page:
    """What this is, the maps of the programmes, the latest activity, and ways in."""
    words, graph = w.words, w.graph
    done = [happening for happening in reversed(graph.happenings) if not happening.planned]
    latest = parts.event_list(w, done[:LATEST], name_pairings=True)
    all_events = Links(((w.link(routes.TIMELINE, w.to(words.whole_timeline)),),))
    sections = (
        Section("programmes", w.to(words.programmes),
                tuple(_programme(w, programme) for programme in graph.programmes)),
        Section("latest", w.to(words.latest), (latest, all_events)),
        Section("ways-in", w.to(words.ways_in), (_ways_in(w),)),
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
        aside=(_search(w), _figures(w)),
        wide=True,
    )


def _search(w: Writer) -> Search:
    words = w.words
    action = routes.link(w.here, routes.PAIRINGS)
    return Search(action, w.to(words.find), w.to(words.find_hint), w.to(words.find_button))


def _figures(w: Writer) -> Figures:
    words, graph = w.words, w.graph
    countries = {place.country for place in graph.places}
    figures = (
        (len(graph.pairings), routes.PAIRINGS, words.pairings),
        (len(graph.places), routes.PLACES, words.places),
        (len(countries), routes.PLACES, words.countries),
        (len(graph.themes), routes.THEMES, words.themes),
        (len(graph.happenings), routes.TIMELINE, words.events),
        (len(graph.sources), routes.SOURCES, words.sources),
    )
    items = tuple((str(number), (w.link(route, w.to(word)),)) for number, route, word in figures)
    return Figures(items)


def _programme(w: Writer, programme: Programme) -> Group:
    """A programme with its map, and the content of the map as a table."""
    pairings = w.graph.pairings_of[programme.id]
    name = w.to(programme.name)
    table = parts.pairing_table(w, pairings, name, name_programme=False)
    blocks: list[Block] = [
        Prose(w.paragraphs(programme.summary), cite=w.cite_id(None, programme.sources))
    ]
    blocks += maps.present(maps.of_programme(w, programme))
    if pairings:
        blocks.append(More(w.to(w.words.map_as_table), (table,)))
    return Group(w.programme(programme), programme.colour, tuple(blocks))


def _ways_in(w: Writer) -> Columns:
    words, graph = w.words, w.graph
    places = w.in_order(
        _busiest(graph.places, [len(graph.pairings_of[p.id]) for p in graph.places])
    )
    themes = w.in_order(
        _busiest(graph.themes, [len(graph.pairings_of[t.id]) for t in graph.themes])
    )
    years = dict.fromkeys(timeline.year(happening) for happening in graph.happenings)
    columns = (
        (words.by_place, (w.place(p) for p in places), routes.PLACES, words.all_places),
        (words.by_theme, (w.theme(t) for t in themes), routes.THEMES, words.all_themes),
        (words.by_year, (_year(w, y) for y in years), routes.TIMELINE, words.whole_timeline),
    )
    return Columns(
        tuple(
            (w.to(title), tuple(items), (w.link(route, w.to(all_of_them)),))
            for title, items, route, all_of_them in columns
        )
    )


def _busiest(records: Sequence[T], counts: Iterable[int]) -> list[T]:
    """Those with most pairings, in the order given; none that has no pairing."""
    ranked = sorted(zip(counts, range(len(records)), strict=True), key=lambda c: (-c[0], c[1]))
    chosen = sorted(number for count, number in ranked[:WAYS] if count)
    return [records[number] for number in chosen]


def _year(w: Writer, year: int) -> Line:
    return (w.link(routes.TIMELINE, timeline.year_name(w, year), timeline.anchor(year)),)
