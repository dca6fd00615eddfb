"""The land of a panel as an SVG path, from the coasts of the world.

Natural Earth's land at 1:50 million, prepared in `geometry/coast.json`: land only, no borders.
Corners that a panel is too small to show are left out by what the file says of them; the rest is
cut and projected here, without a library: to import one takes ten times as long.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import asin, cos, hypot, pi, radians, sin, sqrt
from typing import Any

from atlas.map.panels import SIDE, Panel
from atlas.map.sphere import EARTH_RADIUS, Vector, vector
from atlas.map.spots import XY

SURROUNDINGS = 0.52 * SIDE
"""How far land is drawn beyond each edge of a panel, in its units: a drawing of another shape shows
more than the panel, the most where a tall panel alone fills a low frame."""

SMALLEST = 12.0
"""Islands of fewer square units are left out."""

COARSENESS = 1.8
"""The coast may be off by this many units."""

_RIM = 1 / 6
"""The steps, as shares of the way, in which the edge of a hemisphere is followed."""


@dataclass(frozen=True, slots=True)
class Run:
    """A part of a coast: a circle around it, and its corners.

    The circle holds the first corner of the next run, too.
    """

    middle: Vector
    reach: float
    """The radius of the circle, as an angle at the earth's centre."""
    corners: str
    """Latitude and longitude of each, in hundredths of a degree, and how much it matters: in
    tenths of a kilometre. They are read only where they are shown."""


Coast = Sequence[Run]
"""A ring around land, or the other way round about the water in it."""

Ring = list[XY]
"""Corners in the units of a panel; the last is joined to the first."""


def coasts(content: Any) -> list[Coast]:
    """Read the coasts of the world."""
    return [
        [
            Run(vector((latitude, longitude)), reach / EARTH_RADIUS, corners)
            for latitude, longitude, reach, corners in runs
        ]
        for runs in content
    ]


def rings(panel: Panel, world: Sequence[Coast]) -> Iterator[Ring]:
    """Yield the land of a panel and its surroundings, and the water in it the other way round."""
    more = SURROUNDINGS
    edges = (-more, -more, panel.width + more, panel.height + more)
    near = _nearness(panel, edges)
    for coast in world:
        corners = list(_corners(coast, near, panel.unit))
        if len(corners) > 2:
            ring = _within(_projected(panel, corners), edges)
            if _area(ring) >= SMALLEST:
                yield ring


def _nearness(panel: Panel, edges: tuple[float, float, float, float]) -> Callable[[Run], bool]:
    """Whether a run comes into the circle around all that is shown."""
    left, upper, right, lower = edges
    corner = hypot(
        max(abs(left * panel.unit + panel.west), abs(right * panel.unit + panel.west)),
        max(abs(upper * panel.unit + panel.north), abs(lower * panel.unit + panel.north)),
    )
    shown = 2 * asin(min(corner / (2 * EARTH_RADIUS), 1.0))
    x, y, z = vector(panel.centre)

    def near(run: Run) -> bool:
        u, v, w = run.middle
        apart = 2 * asin(min(sqrt((x - u) ** 2 + (y - v) ** 2 + (z - w) ** 2) / 2, 1.0))
        return apart < shown + run.reach

    return near


def _corners(coast: Coast, near: Callable[[Run], bool], unit: float) -> Iterator[XY]:
    """Those that matter; of a run that is not shown the first, so that the ring stays closed.

    Nothing of an island that is not shown, or that a circle around it says is too small.
    """
    first = coast[0]
    tiny = pi * (first.reach * EARTH_RADIUS / unit) ** 2 < SMALLEST
    if len(coast) == 1 and (tiny or not near(first)):
        return
    least = COARSENESS * unit * 10
    for run in coast:
        if near(run):
            numbers = iter(map(int, run.corners.split()))
            for latitude, longitude, matters in zip(numbers, numbers, numbers, strict=True):
                if matters >= least:
                    yield latitude / 100, longitude / 100
        else:
            north, east, _ = run.corners.split(maxsplit=2)
            yield int(north) / 100, int(east) / 100


def _projected(panel: Panel, corners: Sequence[XY]) -> Ring:
    """As `Panel.position`, for many points and the half of the earth around the panel's middle.

    Seen from there: x and y lead east and south, and z to the middle.
    """
    phi0, lambda0 = radians(panel.centre[0]), radians(panel.centre[1])
    sine, cosine = sin(phi0), cos(phi0)
    seen = []
    for latitude, longitude in corners:
        phi, turn = radians(latitude), radians(longitude) - lambda0
        level, up = cos(phi), sin(phi)
        ahead = level * cos(turn)
        seen.append((level * sin(turn), sine * ahead - cosine * up, sine * up + cosine * ahead))
    if min(z for _, _, z in seen) < 0:
        seen = list(_front(seen))
    scale, west, north = (
        sqrt(2) * EARTH_RADIUS / panel.unit,
        panel.west / panel.unit,
        panel.north / panel.unit,
    )
    return [(x * (spread := scale / sqrt(1 + z)) - west, y * spread - north) for x, y, z in seen]


def _front(ring: Sequence[Vector]) -> Iterator[Vector]:
    """The part of a ring on the near half of the earth, closed along the edge of that."""
    out: list[Vector] = []
    for one, other in zip(ring, (*ring[1:], ring[0]), strict=True):
        if one[2] >= 0:
            out.append(one)
        if (one[2] >= 0) != (other[2] >= 0):
            share = one[2] / (one[2] - other[2])
            x, y = (a + (b - a) * share for a, b in zip(one[:2], other[:2], strict=True))
            length = hypot(x, y)
            out.append((x / length, y / length, 0.0))
    for one, other in zip(out, (*out[1:], *out[:1]), strict=True):
        yield one
        if one[2] == other[2] == 0:
            for step in range(1, round(1 / _RIM)):
                x, y = (a + (b - a) * step * _RIM for a, b in zip(one[:2], other[:2], strict=True))
                length = hypot(x, y) or 1.0
                yield x / length, y / length, 0.0


def _within(ring: Ring, edges: tuple[float, float, float, float]) -> Ring:
    """The part of a ring inside a rectangle: Sutherland and Hodgman, 1974, edge by edge."""
    for axis, sign, edge in zip((0, 1, 0, 1), (1, 1, -1, -1), edges, strict=True):
        depths = [(point[axis] - edge) * sign for point in ring]
        if depths and min(depths) < 0:
            ring = list(_beyond(ring, depths)) if max(depths) >= 0 else []
    return ring


def _beyond(ring: Ring, depths: Sequence[float]) -> Iterator[XY]:
    """The part of a ring beyond an edge, which its corners lie so far behind."""
    before, there = ring[-1], depths[-1]
    for point, here in zip(ring, depths, strict=True):
        if (here < 0) != (there < 0):
            share = there / (there - here)
            x, y = before
            yield x + (point[0] - x) * share, y + (point[1] - y) * share
        if here >= 0:
            yield point
        before, there = point, here


def _area(ring: Ring) -> float:
    twice = sum(x * v - u * y for (x, y), (u, v) in zip(ring, (*ring[1:], *ring[:1]), strict=True))
    return abs(twice) / 2


def path(land: Iterator[Ring]) -> str:
    """Write rings as the data of an SVG path, in whole units."""
    return "".join(map(_closed, land))


def _closed(ring: Ring) -> str:
    corners = [(round(x), round(y)) for x, y in ring]
    steps = [(u - x, v - y) for (x, y), (u, v) in pairwise(corners) if (x, y) != (u, v)]
    moves = "".join(f"{dx}{'' if dy < 0 else ' '}{dy} " for dx, dy in steps)
    return f"M{corners[0][0]} {corners[0][1]}l{moves.strip()}z" if len(steps) > 1 else ""
