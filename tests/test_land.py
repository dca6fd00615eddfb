"""The land of the maps."""

import json

import pytest

import atlas
from atlas import resources
from atlas.graph import Graph
from atlas.map import land, survey
from atlas.map.panels import Panel, panel_of
from tests import coastline
from tests.conftest import REAL_DATA


@pytest.fixture(scope="module")
def graph() -> Graph:
    """The real records."""
    loaded = atlas.load(REAL_DATA).graph
    assert loaded is not None
    return loaded


@pytest.fixture(scope="module")
def world() -> list[land.Coast]:
    """The coasts of the world."""
    return land.coasts(resources.coast())


def test_the_coasts_are_those_of_the_vendored_land() -> None:
    """To make them anew: `PYTHONPATH=hooks python -m tests.coastline`."""
    topology = json.loads(resources.LAND.read_bytes())
    assert coastline.made(topology) == resources.COAST.read_text("utf-8")


def _on_land(rings: list[land.Ring], point: tuple[float, float]) -> bool:
    """Whether what is drawn is filled there: rings are counted by the way they wind around it."""
    (px, py), winds = point, 0
    for ring in rings:
        for (x, y), (u, v) in zip(ring, [*ring[1:], ring[0]], strict=True):
            if (y <= py) != (v <= py):
                aside = (u - x) * (py - y) - (px - x) * (v - y)
                winds += (aside > 0) - (aside < 0) if (aside > 0) == (v > y) else 0
    return winds != 0


LAND = {
    "iuc.1": [(48.15, 17.11), (40.4, -3.7), (62.0, 15.0), (52.5, 13.4), (52.5, -1.5)],
    "iuc.2": [(36.2, 138.2), (40.6, 140.5), (34.2, 135.9)],
    "japan-china-air-quality.1": [(39.9, 116.4), (30.0, 112.0), (36.2, 138.2), (36.5, 127.8)],
}
SEA = {
    "iuc.1": [(65.0, 0.0), (68.0, -5.0), (41.0, 5.0), (56.0, 3.0), (58.0, 20.0), (70.0, 5.0)],
    "iuc.2": [(38.5, 136.0), (33.0, 141.0), (35.0, 132.5 - 0.7)],
    "japan-china-air-quality.1": [(38.0, 131.0), (30.0, 126.0), (36.0, 123.0), (25.0, 130.0)],
}


@pytest.mark.parametrize("name", LAND)
def test_land_is_land_and_sea_is_sea(name: str, graph: Graph, world: list[land.Coast]) -> None:
    """North of Norway, too, where land that crosses the antimeridian could be drawn by mistake."""
    shown = next(p for p in survey(graph).panels if p.name == name)
    rings = list(land.rings(shown, world))
    assert all(_on_land(rings, shown.position(point)) for point in LAND[name])
    assert not any(_on_land(rings, shown.position(point)) for point in SEA[name])


@pytest.mark.parametrize(
    ("point", "on_land"),
    [
        ((65.0, -170.5 + 4), True), ((66.0, 172.0), True), ((60.0, -178.0), False),
        ((-17.8, 178.0), True), ((-15.0, -178.0), False), ((-41.5, 172.8), True),
        ((-38.0, 165.0), False), ((64.8, -18.5), True), ((66.9, -10.0), False),
        ((78.7, 16.0), True), ((75.0, 8.0), False), ((-51.0, -70.5), True),
        ((43.0, 50.5), False), ((19.6, -155.5), True), ((20.5, -158.5), False),
        ((47.0, 67.0), True), ((-14.0, -55.0), True), ((22.0, 10.0), True), ((-25.0, 134.0), True),
        ((40.0, -100.0), True), ((-40.0, -120.0), False), ((42.0, -40.0), False),
    ],
)  # fmt: skip
def test_land_is_right_all_over_the_world(
    point: tuple[float, float], on_land: bool, world: list[land.Coast]
) -> None:
    """Alaska, Chukotka, Fiji, New Zealand, Iceland, Svalbard, Patagonia, the Caspian, Hawaii.

    And the midst of each continent and ocean, from where no coast may be in sight.
    """
    around = panel_of("x", [point])
    rings = list(land.rings(around, world))
    assert _on_land(rings, around.position(point)) == on_land


def test_the_land_of_a_panel_is_a_light_path(graph: Graph, world: list[land.Coast]) -> None:
    """Whole numbers, closed rings, and less than 20 kB before compression."""
    for shown in survey(graph).panels:
        path = land.path(land.rings(shown, world))
        assert path.startswith("M")
        assert path.endswith("z")
        assert len(path) < 20_000


def test_nothing_of_the_far_side_of_the_earth_is_drawn(world: list[land.Coast]) -> None:
    """Seen from New Zealand, Spain lies straight below: its continent would fill the whole map."""
    around: Panel = panel_of("x", [(-40.0, 176.0)])
    for x, y in ((-400, 1300), (1400, -400), (1400, 1300)):
        assert not _on_land(list(land.rings(around, world)), (x, y))


def test_a_very_wide_panel_has_its_land(world: list[land.Coast]) -> None:
    """Of one that shows more than half of the earth, what is in sight."""
    wide = panel_of("x", [(0.0, -60.0), (0.0, 20.0), (45.0, -20.0), (-45.0, -20.0)])
    rings = list(land.rings(wide, world))
    assert all(_on_land(rings, wide.position(at)) for at in ((0.0, 20.0), (-14.0, -55.0)))
    assert not any(_on_land(rings, wide.position(at)) for at in ((0.0, -25.0), (45.0, -30.0)))
