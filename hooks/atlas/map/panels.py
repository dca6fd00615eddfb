"""Which parts of the earth the maps show, chosen from the coordinates of the places."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from atlas.graph import Graph
from atlas.map import sphere
from atlas.map.sphere import Point
from atlas.model import Place

SIDE = 1000.0
"""The longer side of a panel, in its own units."""

_MARGIN = 0.14
"""What stays free around the places, as a share of the longer side."""

LEAST = 1500.0
"""Kilometres that a panel shows at least, so that a lone city is seen in its surroundings."""

SLENDER = 0.72
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
        east, south = sphere.project(self.centre, point)
        return (east - self.west) / self.unit, (south - self.north) / self.unit

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
    of_programme, countries_of = {}, {}
    for programme in graph.programmes:
        japan, partner = graph.members(graph.pairings_of[programme.id])
        chosen = panels(programme.id, _points(japan), _points(partner))
        of_programme[programme.id] = chosen
        for panel in chosen:
            countries_of[panel.name] = frozenset(
                place.country
                for place in (*japan, *partner)
                if place.coordinates and panel.holds(place.coordinates)
            )
    others = {
        place.id: panel_of(f"{place.id}.place", [place.coordinates])
        for place in graph.places
        if place.coordinates and _nearest(of_programme, place.coordinates) is None
    }
    return Survey(of_programme, countries_of, others)


def _points(places: Iterable[Place]) -> list[Point]:
    return [place.coordinates for place in places if place.coordinates]


def _nearest(of_programme: Mapping[str, tuple[Panel, ...]], point: Point) -> Panel | None:
    holding = (p for panels in of_programme.values() for p in panels if p.holds(point))
    return min(holding, key=lambda panel: panel.unit, default=None)


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
    return tuple(panel_of(f"{name}.{n}", region) for n, region in enumerate(regions, 1))


def panel_of(name: str, points: Sequence[Point]) -> Panel:
    """Choose the panel that shows points with something around them."""
    centre = sphere.middle(points)
    east, south = zip(*(sphere.project(centre, point) for point in points), strict=True)
    spans = max(east) - min(east), max(south) - min(south)
    longest = max(*spans, LEAST * (1 - 2 * _MARGIN))
    margin = longest * _MARGIN / (1 - 2 * _MARGIN)
    whole = longest + 2 * margin
    width, height = (max(span + 2 * margin, whole * SLENDER) for span in spans)
    unit = max(width, height) / SIDE
    west = (min(east) + max(east) - width) / 2
    north = (min(south) + max(south) - height) / 2
    return Panel(name, centre, west, north, width / unit, height / unit, unit)
