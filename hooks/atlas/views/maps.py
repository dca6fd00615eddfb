"""The maps of pages: what is drawn, and what everything on it is called and leads to."""

from collections.abc import Iterable, Sequence

from atlas import routes
from atlas.map import Drawing, Frame, Layout, Stop, Tie, draw, locate
from atlas.model import Pairing, Place, Programme
from atlas.text import Language
from atlas.views import names, once
from atlas.views.map_blocks import Locator, Map, MapDrawing, MapFrame, MapLink, MapPlace
from atlas.views.setting import Setting
from atlas.views.writer import Writer

_OF_PROGRAMME: tuple[Layout, ...] = ("wide", "upright")


def of_programme(w: Writer, programme: Programme) -> Map | None:
    """All pairings of a programme; none if there are none."""
    pairings = w.graph.pairings_of[programme.id]
    if not pairings:
        return None
    label = w.filled(w.sentences.map_of, name=w.to(programme.name))
    # The first page and the programme's own show the same.
    drawn = w.setting.once(_whole, w.language, programme.id)
    drawings = tuple(_laid_out(w, drawing, pairings) for drawing in drawn)
    overview = any(drawing.drawn.overview for drawing in drawings)
    hint = w.words.map_overview_hint if overview else w.words.map_hint
    return Map(label, w.to(hint), programme.colour, drawings, overview)


def _whole(setting: Setting, language: Language, programme_id: str) -> tuple[Drawing, ...]:
    w, programme = Writer(setting, language, routes.HOME), setting.graph.programme(programme_id)
    pairings = setting.graph.pairings_of[programme_id]
    return tuple(_drawn(w, programme, pairings, layout) for layout in _OF_PROGRAMME)


def of_pairing(w: Writer, pairing: Pairing) -> Map:
    """One pairing."""
    programme = w.graph.programme(pairing.programme)
    label = w.filled(w.sentences.map_of, name=w.pairing_name(pairing))
    drawing = _drawn(w, programme, [pairing], "compact")
    return Map(label, "", programme.colour, (_laid_out(w, drawing, [pairing]),))


@once.in_folder
def of_place(w: Writer, place: Place) -> Locator | None:
    """Where a place lies; none if its coordinates are not known."""
    panel = w.setting.survey.around(place)
    if panel is None or place.coordinates is None:
        return None
    label = w.filled(w.sentences.location_of, place=w.to(place.name))
    return Locator(label, _frame(w, locate(panel, place.coordinates), ""))


def _drawn(w: Writer, programme: Programme, pairings: Sequence[Pairing], layout: Layout) -> Drawing:
    japan, partner = w.graph.members(pairings)
    stops = [
        Stop(place.id, w.to(place.name), place.coordinates, place.label_offset)
        for place in (*japan, *partner)
        if place.coordinates
    ]
    ties = [Tie(pairing.id, pairing.japan, pairing.partner) for pairing in pairings]
    return draw(w.setting.survey.of_programme[programme.id], stops, ties, layout)


def _laid_out(w: Writer, drawing: Drawing, pairings: Iterable[Pairing]) -> MapDrawing:
    """Give everything that is drawn its name and the address it leads to."""
    drawn = {arc.id for arc in drawing.arcs}
    called = {pairing.id: w.pairing_name(pairing) for pairing in pairings if pairing.id in drawn}

    def address(kind: str, record_id: str) -> str:
        return routes.link(w.here, routes.record(kind, record_id))

    return MapDrawing(
        drawing,
        tuple(_frame(w, frame, _caption(w, frame)) for frame in drawing.frames),
        tuple(MapLink(arc, called[arc.id], address("pairings", arc.id)) for arc in drawing.arcs),
        tuple(MapPlace(dot, address("places", dot.id)) for dot in drawing.dots),
    )


def _frame(w: Writer, frame: Frame, caption: str) -> MapFrame:
    return MapFrame(frame, routes.land_link(w.here, w.language, frame.panel), caption)


def _caption(w: Writer, frame: Frame) -> str:
    """The country that all members of the programme in a frame are in; none if of several."""
    countries = w.setting.survey.countries_of[frame.panel]
    return names.country(*countries, w.language) if len(countries) == 1 else ""
