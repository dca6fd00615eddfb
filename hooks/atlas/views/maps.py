"""The maps of pages: what is drawn, and what everything on it is called and leads to."""

from collections.abc import Iterable, Sequence

from atlas import routes
from atlas.map import Drawing, Layout, Panel, Stop, Tie, draw, locate
from atlas.model import Pairing, Place, Programme
from atlas.views.map_blocks import Locator, Map, MapDrawing, MapFrame, MapLink, MapPlace
from atlas.views.writer import Writer


def of_programme(w: Writer, programme: Programme) -> Map | None:
    """All pairings of a programme; none if there are none."""
    label = w.filled(w.sentences.map_of, name=w.to(programme.name))
    pairings = w.graph.pairings_of[programme.id]
    return _map(w, programme, pairings, label, w.to(w.words.map_hint), ("wide", "upright"))


def of_pairing(w: Writer, pairing: Pairing) -> Map | None:
    """One pairing."""
    programme = w.graph.programme(pairing.programme)
    label = w.filled(w.sentences.map_of, name=w.pairing_name(pairing))
    return _map(w, programme, [pairing], label, "", ("compact",))


def of_place(w: Writer, place: Place, tone: str = "") -> Locator | None:
    """Where a place lies; none if its coordinates are not known."""
    panel = w.setting.survey.around(place)
    if panel is None or place.coordinates is None:
        return None
    label = w.filled(w.sentences.location_of, place=w.to(place.name))
    return Locator(label, tone, _drawing(w, locate(panel, place.coordinates), {}, {}, {}))


def present(*found: Map | Locator | None) -> tuple[Map | Locator, ...]:
    """Keep the maps that there are."""
    return tuple(one for one in found if one is not None)


def _map(
    w: Writer, programme: Programme, pairings: Sequence[Pairing], label: str, hint: str,
    layouts: Iterable[Layout],
) -> Map | None:  # fmt: skip
    panels = w.setting.survey.of_programme[programme.id]
    places = _members(w, pairings)
    if not places:
        return None
    stops = [
        Stop(place.id, w.to(place.name), place.coordinates, place.label_offset)
        for place in places.values()
        if place.coordinates
    ]
    ties = [Tie(pairing.id, pairing.japan, pairing.partner) for pairing in pairings]
    captions = _captions(w, panels, places.values())
    by_id = {pairing.id: pairing for pairing in pairings}
    drawings = (draw(panels, stops, ties, layout) for layout in layouts)
    return Map(
        label, hint, programme.colour,
        tuple(_drawing(w, drawing, captions, by_id, places) for drawing in drawings),
    )  # fmt: skip


def _members(w: Writer, pairings: Iterable[Pairing]) -> dict[str, Place]:
    sides = (side for pairing in pairings for side in w.graph.sides(pairing))
    return {place.id: place for side in sides for place in side}


def _captions(w: Writer, panels: Iterable[Panel], places: Iterable[Place]) -> dict[str, str]:
    """The name of the country that all places of a panel are in; no name if they are in several."""
    captions = {}
    for panel in panels:
        shown = (p for p in places if p.coordinates and panel.holds(p.coordinates))
        countries = {w.country(place) for place in shown}
        captions[panel.name] = countries.pop() if len(countries) == 1 else ""
    return captions


def _drawing(
    w: Writer,
    drawing: Drawing,
    captions: dict[str, str],
    pairings: dict[str, Pairing],
    places: dict[str, Place],
) -> MapDrawing:
    def address(kind: str, record_id: str) -> str:
        return routes.link(w.here, routes.record(kind, record_id))

    frames = tuple(
        MapFrame(
            frame.x, frame.y, frame.width, frame.height,
            " ".join(f"{value:.0f}" for value in frame.view),
            routes.land_link(w.here, w.language, frame.panel),
            captions.get(frame.panel, ""),
        )
        for frame in drawing.frames
    )  # fmt: skip
    links = tuple(
        MapLink(
            w.pairing_name(pairings[arc.id]),
            address("pairings", arc.id),
            arc.path,
            tuple((round(x, 1), round(y, 1)) for x, y in arc.ends),
            " ".join(arc.places),
        )
        for arc in drawing.arcs
    )
    dots = tuple(
        MapPlace(
            dot.id, address("places", dot.id) if dot.id in places else "",
            dot.x, dot.y, dot.anchor, dot.lines, dot.leader,
        )
        for dot in drawing.dots
    )  # fmt: skip
    return MapDrawing(drawing.layout, drawing.width, drawing.height, frames, links, dots)
