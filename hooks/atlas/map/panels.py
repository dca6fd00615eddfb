"""Which parts of the earth the maps show, chosen from the coordinates of the places."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from atlas.graph import Graph
from atlas.map import sphere
from atlas.map.sphere import Point
from atlas.model import Pairing, Place

SIDE = 1000.0
"""The longer side of a panel, in its own units."""

_MARGIN = 0.14
"""What stays free around the places, as a share of the longer side."""

_LEAST = 1500.0
"""Kilometres that a panel shows at least, so that a lone city is seen in its surroundings."""

_SLENDER = 0.72
"""The shorter side is at least this share of the longer one."""


@dataclass(frozen=True, slots=True)
class Panel:
    """A part of the earth, seen from above its middle.

    Its own units run from (0, 0) in the upper left corner to (width, height).
    """

    name: str
    centre: Point
    west: float
    """Kilometres from the middle to the left edge; negative."""
    north: float
    """Kilometres from the middle to the upper edge; negative."""
    width: float
    height: float
    unit: float
    """Kilometres."""

    def position(self, point: Point) -> tuple[float, float]:
        """Return where a point of the earth lies, in the panel's units."""
        east, south = sphere.project(self.centre, np.array([point[0]]), np.array([point[1]]))
        return (
            float((east[0] - self.west) / self.unit),
            float((south[0] - self.north) / self.unit),
        )

    def holds(self, point: Point) -> bool:
        """Whether a point of the earth lies in the panel."""
        x, y = self.position(point)
        return 0 <= x <= self.width and 0 <= y <= self.height


@dataclass(frozen=True, slots=True)
class Survey:
    """All panels of the site."""

    of_programme: Mapping[str, tuple[Panel, ...]]
    """A programme's panels from west to east, seen from Japan."""
    countries_of: Mapping[str, frozenset[str]]
    """The countries of the members of a programme that a panel of it shows, by its name."""
    others: Mapping[str, Panel]
    """Panels of places that lie in none of a programme's, by the place's id."""

    @property
    def panels(self) -> tuple[Panel, ...]:
        """Every panel."""
        programmes = (panel for panels in self.of_programme.values() for panel in panels)
        return (*programmes, *self.others.values())

    def around(self, place: Place) -> Panel | None:
        """Return the panel that shows a place from nearest by; None if its whereabouts are open."""
        if place.coordinates is None:
            return None
        return self.others.get(place.id) or _nearest(self.of_programme, place.coordinates)


def survey(graph: Graph) -> Survey:
    """Choose the panels: for each programme, and for places that lie outside all of those."""
    of_programme = {
        programme.id: panels(programme.id, *_whereabouts(graph, graph.pairings_of[programme.id]))
        for programme in graph.programmes
    }
    others = {
        place.id: panel(f"{place.id}.place", [place.coordinates])
        for place in graph.places
        if place.coordinates and _nearest(of_programme, place.coordinates) is None
    }
    countries_of = {
        panel.name: frozenset(
            place.country
            for place in graph.places
            if programme in {pairing.programme for pairing in graph.pairings_of[place.id]}
            and place.coordinates
            and panel.holds(place.coordinates)
        )
        for programme, panels_of_it in of_programme.items()
        for panel in panels_of_it
    }
    return Survey(of_programme, countries_of, others)


def _nearest(of_programme: Mapping[str, tuple[Panel, ...]], point: Point) -> Panel | None:
    holding = (p for panels in of_programme.values() for p in panels if p.holds(point))
    return min(holding, key=lambda panel: panel.unit, default=None)


def _whereabouts(graph: Graph, pairings: Sequence[Pairing]) -> tuple[list[Point], list[Point]]:
    """The coordinates of the members of pairings: those of the Japanese side, and the others'."""
    sides = [graph.sides(pairing) for pairing in pairings]
    japan, partner = (
        [
            p.coordinates
            for p in {p.id: p for side in sides for p in side[n]}.values()
            if p.coordinates
        ]
        for n in (0, 1)
    )
    return japan, partner


def panels(name: str, home: Sequence[Point], others: Sequence[Point]) -> tuple[Panel, ...]:
    """Choose a panel for each region of the earth that points lie in, from west to east.

    The world is cut opposite the home region, which is Japan's: Europe is to its left, the
    Americas are to its right.
    """
    regions = sphere.regions(home, others)
    if not regions:
        return ()
    origin = sphere.middle(home)[1]
    regions.sort(key=lambda region: (sphere.middle(region)[1] - origin + 180) % 360)
    return tuple(panel(f"{name}.{n}", region) for n, region in enumerate(regions, 1))


def panel(name: str, points: Sequence[Point]) -> Panel:
    """Choose the panel that shows points with something around them."""
    centre = sphere.middle(points)
    latitude, longitude = np.array(points, dtype=np.float64).T
    east, south = sphere.project(centre, latitude, longitude)
    spans = float(np.ptp(east)), float(np.ptp(south))
    longest = max(*spans, _LEAST * (1 - 2 * _MARGIN))
    margin = longest * _MARGIN / (1 - 2 * _MARGIN)
    whole = longest + 2 * margin
    width, height = (max(span + 2 * margin, whole * _SLENDER) for span in spans)
    unit = max(width, height) / SIDE
    west = float(east.min() + east.max() - width) / 2
    north = float(south.min() + south.max() - height) / 2
    return Panel(name, centre, west, north, width / unit, height / unit, unit)
