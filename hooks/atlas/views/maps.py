"""The maps of pages: what is drawn, and what everything on it is called and leads to."""

from collections.abc import Iterable, Mapping, Sequence

from atlas import routes
from atlas.map import Drawing, Layout, Stop, Tie, draw, locate
from atlas.model import Pairing, Place, Programme
from atlas.views import names
from atlas.views.map_blocks import Locator, Map, MapDrawing, MapFrame, MapLink, MapPlace
from atlas.views.writer import Writer

_OF_PROGRAMME: tuple[Layout, ...] = ("wide", "upright")


def of_programme(w: Writer, programme: Programme) -> Map | None:
    """All pairings of a programme; none if there are none."""
    pairings = w.graph.pairings_of[programme.id]
    if not pairings:
        return None
    label = w.filled(w.sentences.map_of, name=w.to(programme.name))
    drawings = []
    for layout in _OF_PROGRAMME:
        key = (programme.id, w.language, layout)
        if key not in w.setting.drawings:  # the first page and the programme's own show the same
            w.setting.drawings[key] = _drawn(w, programme, pairings, layout)
        drawings.append(_laid_out(w, w.setting.drawings[key], programme, pairings))
    return Map(label, w.to(w.words.map_hint), programme.colour, tuple(drawings))


def of_pairing(w: Writer, pairing: Pairing) -> Map:
    """One pairing."""
    programme = w.graph.programme(pairing.programme)
    label = w.filled(w.sentences.map_of, name=w.pairing_name(pairing))
    drawing = _drawn(w, programme, [pairing], "compact")
    return Map(label, "", programme.colour, (_laid_out(w, drawing, programme, [pairing]),))


def of_place(w: Writer, place: Place, tone: str = "") -> Locator | None:
    """Where a place lies; none if its coordinates are not known."""
    panel = w.setting.survey.around(place)
    if panel is None or place.coordinates is None:
        return None
    label = w.filled(w.sentences.location_of, place=w.to(place.name))
    drawing = locate(panel, place.coordinates)
    (dot,) = drawing.dots
    (frame,) = _frames(w, drawing, {})
    return Locator(label, tone, drawing.width, drawing.height, frame, dot.x, dot.y)


def present(*found: Map | Locator | None) -> tuple[Map | Locator, ...]:
    """Keep the maps that there are."""
    return tuple(one for one in found if one is not None)


def _drawn(w: Writer, programme: Programme, pairings: Sequence[Pairing], layout: Layout) -> Drawing:
    stops = [
        Stop(place.id, w.to(place.name), place.coordinates, place.label_offset)
        for place in _members(w, pairings).values()
        if place.coordinates
    ]
    ties = [Tie(pairing.id, pairing.japan, pairing.partner) for pairing in pairings]
    return draw(w.setting.survey.of_programme[programme.id], stops, ties, layout)


def _members(w: Writer, pairings: Iterable[Pairing]) -> dict[str, Place]:
    sides = (side for pairing in pairings for side in w.graph.sides(pairing))
    return {place.id: place for side in sides for place in side}


def _captions(w: Writer, programme: Programme, drawing: Drawing) -> dict[str, str]:
    """The country that all members of a programme in a panel are in; none if they are of several."""
    countries = {
        panel.name: w.setting.survey.countries_of[panel.name]
        for panel in w.setting.survey.of_programme[programme.id]
    }
    return {
        frame.panel: names.country(*countries[frame.panel], w.language)
        for frame in drawing.frames
        if len(countries[frame.panel]) == 1
    }


def _laid_out(
    w: Writer, drawing: Drawing, programme: Programme, pairings: Sequence[Pairing]
) -> MapDrawing:
    """Give everything that is drawn its name and the address it leads to."""
    by_id = {pairing.id: pairing for pairing in pairings}

    def address(kind: str, record_id: str) -> str:
        return routes.link(w.here, routes.record(kind, record_id))

    links = tuple(
        MapLink(
            w.pairing_name(by_id[arc.id]),
            address("pairings", arc.id),
            arc.path,
            tuple((round(x, 1), round(y, 1)) for x, y in arc.ends),
            " ".join(arc.places),
        )
        for arc in drawing.arcs
    )
    places = tuple(
        MapPlace(dot.id, address("places", dot.id), dot.x, dot.y, dot.anchor, dot.lines, dot.leader)
        for dot in drawing.dots
    )
    frames = _frames(w, drawing, _captions(w, programme, drawing))
    return MapDrawing(drawing.layout, drawing.width, drawing.height, frames, links, places)


def _frames(w: Writer, drawing: Drawing, captions: Mapping[str, str]) -> tuple[MapFrame, ...]:
    return tuple(
        MapFrame(
            frame.x,
            frame.y,
            frame.width,
            frame.height,
            " ".join(f"{value:.0f}" for value in frame.view),
            routes.land_link(w.here, w.language, frame.panel),
            captions.get(frame.panel, ""),
        )
        for frame in drawing.frames
    )
