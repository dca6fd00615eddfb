"""The first page."""

from collections.abc import Iterable
from typing import TypeVar

from atlas import routes
from atlas.model import Place, Programme, Theme
from atlas.views import event_lists, maps, offers, parts, timeline
from atlas.views.blocks import Block, Columns, Figures, Group, Links, More, Search
from atlas.views.lines import Line
from atlas.views.map_blocks import Map
from atlas.views.page import Page, Section
from atlas.views.writer import Writer

R = TypeVar("R", Place, Theme)

LATEST = 3
"""How many events the first page shows."""

WAYS = 60
"""How many ways in of one kind it shows at most."""


def page(w: Writer) -> Page:
    """What this is, the maps of the programmes, the latest activity, and ways in."""
    words, graph = w.words, w.graph
    done = [happening for happening in reversed(graph.happenings) if not happening.planned]
    latest = event_lists.items(w, done[:LATEST], brief=False)
    all_events = Links(((w.link(routes.TIMELINE, w.to(words.whole_timeline)),),))
    sections = (
        Section("programmes", w.to(words.programmes),
                tuple(_programme(w, programme) for programme in graph.programmes)),
        Section("latest", w.to(words.latest), (latest, all_events, offers.of_events(w))),
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
    """A programme with its map, and the content of the map as a table, here or on its own page."""
    pairings = w.graph.pairings_of[programme.id]
    shown = maps.of_programme(w, programme)
    blocks: tuple[Block, ...] = parts.present(
        parts.prose(w, w.paragraphs(programme.summary), programme.sources),
        shown,
        _table(w, programme, shown) if shown else None,
        offers.of_programme(w, programme) if pairings else None,
    )
    return Group(w.programme(programme), programme.colour, blocks)


def _table(w: Writer, programme: Programme, shown: Map) -> Block:
    """The pairings of a map; of very many, the way to them."""
    title = w.to(w.words.map_as_table)
    if shown.overview:
        return Links(((w.link(routes.record("programmes", programme.id), title, "pairings"),),))
    pairings, name = w.graph.pairings_of[programme.id], w.to(programme.name)
    return More(title, (parts.pairing_table(w, pairings, name, name_programme=False),))


def _ways_in(w: Writer) -> Columns:
    words, graph = w.words, w.graph
    places, themes = _busiest(w, graph.places), _busiest(w, graph.themes)
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


def _busiest(w: Writer, records: Iterable[R]) -> list[R]:
    """Those with most pairings, by name; none that has no pairing."""
    pairings_of = w.graph.pairings_of
    busy = [record for record in records if pairings_of[record.id]]
    busy.sort(key=lambda record: -len(pairings_of[record.id]))
    return w.in_order(busy[:WAYS])


def _year(w: Writer, year: int) -> Line:
    return (w.link(routes.TIMELINE, timeline.year_name(w, year), timeline.anchor(year)),)
