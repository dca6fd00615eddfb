"""Maps: which part of the earth they show, its land, and where everything is drawn."""

from itertools import combinations
from math import hypot
from pathlib import Path

import pytest

import atlas
from atlas.graph import Graph
from atlas.map import (
    Drawing,
    Layout,
    Panel,
    Stop,
    Survey,
    Tie,
    draw,
    lettering,
    locate,
    spots,
    survey,
)
from atlas.map.labels import meet
from atlas.map.panels import panel_of, panels
from atlas.model import Programme
from atlas.text import LANGUAGES, Language
from tests.conftest import NOW, REAL_DATA

TOKYO, BRATISLAVA, BEIJING = (35.68, 139.69), (48.15, 17.11), (39.9, 116.4)


@pytest.fixture(scope="module")
def graph() -> Graph:
    """The real records."""
    loaded = atlas.load(REAL_DATA).graph
    assert loaded is not None
    return loaded


def test_europe_and_japan_get_a_panel_each_and_east_asia_one(graph: Graph) -> None:
    """Europe stands to the left of Japan."""
    found = survey(graph)
    europe, japan = found.of_programme["iuc"]
    assert europe.holds(BRATISLAVA)
    assert not europe.holds(TOKYO)
    assert japan.holds(TOKYO)
    (east_asia,) = found.of_programme["japan-china-air-quality"]
    assert east_asia.holds(TOKYO)
    assert east_asia.holds(BEIJING)


def test_every_place_is_shown_from_nearest_by(graph: Graph) -> None:
    """Each place with coordinates lies in the panel that shows it."""
    found = survey(graph)
    for place in graph.places:
        if place.coordinates:
            around = found.around(place)
            assert around is not None
            assert around.holds(place.coordinates)
    tokorozawa = found.around(next(p for p in graph.places if p.id == "tokorozawa"))
    assert tokorozawa is found.of_programme["iuc"][1]


ANYWHERE = {
    "vancouver": (49.26, -123.11),
    "sao-paulo": (-23.55, -46.63),
    "suva": (-18.14, 178.44),
    "apia": (-13.83, -171.76),
    "nairobi": (-1.29, 36.82),
    "anchorage": (61.22, -149.9),
    "wellington": (-41.29, 174.78),
    "reykjavik": (64.15, -21.94),
    "longyearbyen": (78.22, 15.63),
    "ushuaia": (-54.8, -68.3),
}


@pytest.mark.parametrize("name", ANYWHERE)
def test_a_partner_anywhere_on_earth_gets_a_sensible_panel(name: str) -> None:
    """It is shown, Japan too, and what lies east of Japan stands to its right."""
    point = ANYWHERE[name]
    found = panels("x", [TOKYO], [point])
    assert all(any(panel.holds(at) for panel in found) for at in (TOKYO, point))
    assert len(found) == 2
    east_of_japan = 0 < (point[1] - TOKYO[1]) % 360 < 180
    assert found[0 if east_of_japan else 1].holds(TOKYO)


def test_japan_and_europe_stay_whole_whoever_else_takes_part() -> None:
    """Neither is torn between panels by partners on other continents."""
    japan = [TOKYO, (43.06, 141.35), (26.21, 127.68), (33.88, 130.88)]
    europe = [BRATISLAVA, (38.72, -9.14), (60.17, 24.94), (37.98, 23.73), (53.35, -6.26)]
    for others in (
        (),
        ("suva", "vancouver"),
        ("nairobi",),
        ("vancouver", "sao-paulo", "wellington", "apia"),
    ):
        found = panels("x", japan, [*europe, *(ANYWHERE[name] for name in others)])
        for group in (japan, europe):
            assert any(all(shown.holds(point) for point in group) for shown in found), others


def test_many_regions_stand_in_rows_that_can_be_read() -> None:
    """No frame is a mere strip."""
    stops = [Stop("tokyo", "Tokyo", TOKYO), *(Stop(n, n, at) for n, at in ANYWHERE.items())]
    found = panels("x", [TOKYO], list(ANYWHERE.values()))
    assert len(found) > 5
    for layout in ("wide", "upright"):
        drawing = draw(found, stops, [], layout)
        assert len(drawing.dots) == len(stops)
        for frame in drawing.frames:
            assert frame.height > 150
            assert frame.width > 150


def test_a_full_map_names_some_and_shows_all() -> None:
    """So that names do not hide everything."""
    here = panel_of("x", [TOKYO])
    stops = [Stop(f"p{n}", f"Place {n}", (35 + n % 10 / 5, 138 + n // 10 / 5)) for n in range(90)]
    drawing = draw([here], stops, [], "wide")
    assert drawing.points.count("m") == 90
    assert 0 < len(drawing.dots) < 60
    for one, other in combinations(drawing.dots, 2):
        assert not meet(one.box, other.box), (one.id, other.id)


def test_of_very_many_ties_those_close_together_are_one_line() -> None:
    """A line is thicker for standing for more, and the best-linked place is named."""
    here = panel_of("x", [TOKYO])
    stops = [
        Stop(f"p{n}", f"Place {n}", (35 + n % 40 / 50, 138 + n // 40 / 50)) for n in range(2000)
    ]
    ties = [Tie(f"t{n}", ("p1234",), (f"p{n}",)) for n in range(1000)]
    drawing = draw([here], stops, ties, "upright")
    assert drawing.arcs == ()
    assert 1 < sum(path.count("M") for _, path in drawing.lines) <= 240
    assert len({width for width, _ in drawing.lines}) > 1
    assert drawing.dots[0].id == "p1234"


def test_a_very_long_name_stays_in_the_frame() -> None:
    """It is broken, and moved inside."""
    here = panel_of("x", [TOKYO])
    drawing = draw([here], [Stop("a", "あ" * 40, TOKYO)], [], "upright")
    (dot,), (frame,) = drawing.dots, drawing.frames
    assert len(dot.lines) == 2
    assert dot.box[0] >= frame.x


def test_places_either_side_of_the_antimeridian_share_a_panel() -> None:
    """Suva and Apia are neighbours."""
    (pacific,) = panels("x", [ANYWHERE["suva"]], [ANYWHERE["apia"]])
    assert pacific.unit * pacific.width < 3000


def _drawn(graph: Graph, programme: Programme, language: Language, layout: Layout) -> Drawing:
    found: Survey = survey(graph)
    pairings = graph.pairings_of[programme.id]
    members = {p.id: p for pairing in pairings for side in graph.sides(pairing) for p in side}
    stops = [
        Stop(place.id, place.name.to(language), place.coordinates, place.label_offset)
        for place in members.values()
        if place.coordinates
    ]
    ties = [Tie(pairing.id, pairing.japan, pairing.partner) for pairing in pairings]
    return draw(found.of_programme[programme.id], stops, ties, layout)


@pytest.mark.parametrize("layout", ["wide", "upright"])
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("number", [0, 1], ids=["iuc", "japan-china"])
def test_names_stand_nearest_to_their_own_dots(
    graph: Graph, number: int, language: Language, layout: Layout
) -> None:
    """No name upon another or beyond its frame; each nearer to its dot than to any other."""
    drawing = _drawn(graph, graph.programmes[number], language, layout)
    for one, other in combinations(drawing.dots, 2):
        apart = (
            one.box[2] <= other.box[0] or other.box[2] <= one.box[0]
            or one.box[3] <= other.box[1] or other.box[3] <= one.box[1]
        )  # fmt: skip
        assert apart, (one.id, other.id)
    for dot in drawing.dots:
        assert any(_inside(dot.box, frame.inside) for frame in drawing.frames), dot.id
        nearest = min(drawing.dots, key=lambda d: _distance(dot.box, (d.x, d.y)))
        assert nearest is dot or _distance(dot.box, (nearest.x, nearest.y)) == pytest.approx(
            _distance(dot.box, (dot.x, dot.y)), abs=2
        ), (dot.id, nearest.id)


def _inside(box: spots.Box, frame: spots.Box) -> bool:
    return (
        box[0] >= frame[0] and box[1] >= frame[1] and box[2] <= frame[2] and box[3] <= frame[3]
    )  # fmt: skip


def _distance(box: spots.Box, point: tuple[float, float]) -> float:
    x, y = point
    return hypot(max(box[0] - x, x - box[2], 0), max(box[1] - y, y - box[3], 0))


def test_every_pairing_is_an_arc_between_its_places(graph: Graph) -> None:
    """Nagano and Obuse each have a curve to Turku."""
    drawing = _drawn(graph, graph.programmes[0], "ja", "wide")
    assert {arc.id for arc in drawing.arcs} == {p.id for p in graph.pairings_of["iuc"]}
    at = {dot.id: (dot.x, dot.y) for dot in drawing.dots}
    for arc in drawing.arcs:
        for place, (x, y) in zip(arc.places, arc.ends, strict=True):
            assert at[place] == pytest.approx((x, y), abs=0.1)
    (turku,) = (arc for arc in drawing.arcs if arc.id == "nagano-obuse-turku")
    assert turku.path.count("M") == 2


def test_an_editor_can_move_a_name() -> None:
    """`label_offset` counts from right beside the dot, and no line leads to the name."""
    here = panel_of("x", [TOKYO])
    stops = [Stop("a", "Tokyo", TOKYO, (0, 0)), Stop("b", "Tokyo", TOKYO, (30, -40))]
    plain, moved = draw([here], stops, [], "wide").dots
    assert moved.box[0] - moved.x == pytest.approx(30 + spots.DOT + 3)
    assert (moved.box[1] + moved.box[3]) / 2 - moved.y == pytest.approx(-40)
    assert moved.leader == ""
    assert plain.box != moved.box


def test_long_names_are_broken_in_two() -> None:
    """Behind a mark near the middle; short ones, and those without a mark, are not."""
    assert lettering.lines_of("ドノスティア・サンセバスティアン市") == (
        "ドノスティア・",
        "サンセバスティアン市",
    )
    assert lettering.lines_of("Donostia / San Sebastián") == ("Donostia /", "San Sebastián")
    assert lettering.lines_of("所沢市") == ("所沢市",)
    assert lettering.lines_of("あ" * 15) == ("あ" * 15,)


def test_a_locator_shows_the_place_in_its_middle(graph: Graph) -> None:
    """Whatever panel it is cut from."""
    found = survey(graph)
    for place in graph.places:
        around = found.around(place)
        if around and place.coordinates:
            frame = locate(around, place.coordinates)
            middle = (frame.width / 2, frame.height / 2)
            assert frame.at(around.position(place.coordinates)) == pytest.approx(middle)


def test_a_programme_without_pairings_has_no_map(data: Path) -> None:
    """And its pages are there all the same."""
    for folder in ("pairings", "timelines"):
        for file in (data / folder).iterdir():
            file.unlink()
    programme = data / "programmes" / "river-links.yml"
    text = programme.read_text("utf-8").replace("    about: [kawabe-donaustadt]\n", "")
    programme.write_text(text, "utf-8")
    site = atlas.publish(data, "https://example.org/", NOW)
    assert site.problems == ()
    assert "<svg" not in site.pages["programmes/river-links/index.ja.md"].html


def test_a_panel_knows_what_lies_outside() -> None:
    """Even what lies on the other side of the earth."""
    japan: Panel = panel_of("x", [TOKYO])
    assert not japan.holds((-35.68, -40.31))
    assert not japan.holds(BRATISLAVA)
