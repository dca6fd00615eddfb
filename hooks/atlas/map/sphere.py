"""Points on the earth taken as a sphere: projecting them, and sorting them into regions.

Plain numbers, without numpy: to import it takes longer than all that is computed here.
"""

from bisect import insort
from collections.abc import Iterable, Sequence
from functools import lru_cache
from math import acos, atan2, cos, degrees, hypot, inf, radians, sin, sqrt

Point = tuple[float, float]
"""Latitude and longitude in degrees, WGS 84."""

Vector = tuple[float, float, float]
"""A point as the direction from the earth's centre: towards 0° N 0° E, 0° N 90° E and north."""

EARTH_RADIUS = 6371.0
"""Kilometres: the mean radius of the earth (IUGG)."""

REGION = radians(20)
"""The largest distance of a place from the middle of its region, as an angle at the earth's centre.

Europe fits into it, and so do Japan and eastern China together; Europe with Japan does not.
"""


@lru_cache(maxsize=16_384)  # every pairing's map asks of each panel whether it shows its places
def project(centre: Point, point: Point) -> tuple[float, float]:
    """Project onto a plane that touches the earth at `centre`; kilometres east and south of it.

    Lambert's azimuthal equal-area projection, which serves any region of the earth alike:
    Snyder, Map Projections: A Working Manual (USGS 1395, 1987), equations 22-4, 24-2 and 24-13.
    """
    phi, phi0 = radians(point[0]), radians(centre[0])
    turn = radians(point[1] - centre[1])
    cosine = sin(phi0) * sin(phi) + cos(phi0) * cos(phi) * cos(turn)
    if cosine < 1e-9 - 1:  # the point that the projection spreads over a whole circle
        return inf, -inf
    scale = EARTH_RADIUS * sqrt(2 / (1 + cosine))
    east = scale * cos(phi) * sin(turn)
    north = scale * (cos(phi0) * sin(phi) - sin(phi0) * cos(phi) * cos(turn))
    return east, -north


def middle(points: Iterable[Point]) -> Point:
    """Return the point in the middle of others: the direction of the sum of their vectors."""
    x, y, z = _sum(vector(point) for point in points)
    return degrees(atan2(z, hypot(x, y))), degrees(atan2(y, x))


def regions(home: Sequence[Point], others: Sequence[Point]) -> list[list[Point]]:
    """Sort points into regions of the earth; the first holds all of `home`, which stays together.

    Each of the others, the nearest to home first, joins the first region that does not grow too
    large by it, or founds a new one.
    """
    if not home:
        return []
    first = _Region(home)
    first.limit = max(REGION, first.radius())
    found = [first]
    here = first.sum
    for point in sorted(others, key=lambda other: (_angle(vector(other), here), other)):
        if not any(region.welcomes(point) for region in found):
            found.append(_Region([point]))
    return [region.points for region in found]


class _Region:
    """Points, and how far the furthest lies from the middle of all.

    The middle moves as points join, and to measure from all of them each time would be quadratic.
    So they are kept in the order of their distances from where the middle once was: those that
    were too near then to be the furthest now need not be looked at.
    """

    def __init__(self, points: Sequence[Point]) -> None:
        self.points = list(points)
        self.sum = _sum(vector(point) for point in points)
        self.limit = REGION
        self._measure()

    def _measure(self) -> None:
        self._once = self.sum
        vectors = [vector(point) for point in self.points]
        self._nearing = sorted((-_angle(each, self._once), each) for each in vectors)

    def radius(self, also: Vector | None = None) -> float:
        """How far the furthest lies from the middle, with one more point or without."""
        towards = _sum([self.sum, also]) if also else self.sum
        moved = _angle(_unit(towards), self._once)
        furthest = _angle(also, towards) if also else 0.0
        for nearness, each in self._nearing:
            if moved - nearness < furthest:
                break
            furthest = max(furthest, _angle(each, towards))
        return furthest

    def welcomes(self, point: Point) -> bool:
        """Take a point in, unless that makes the region too large."""
        new = vector(point)
        if self.radius(new) > self.limit:
            return False
        self.points.append(point)
        self.sum = _sum([self.sum, new])
        insort(self._nearing, (-_angle(new, self._once), new))
        if len(self.points).bit_count() == 1:  # doubled: the middle may have moved far
            self._measure()
        return True


def vector(point: Point) -> Vector:
    """Return a point as the direction from the earth's centre."""
    latitude, longitude = radians(point[0]), radians(point[1])
    level = cos(latitude)
    return level * cos(longitude), level * sin(longitude), sin(latitude)


def _sum(vectors: Iterable[Vector]) -> Vector:
    x = y = z = 0.0
    for vx, vy, vz in vectors:
        x, y, z = x + vx, y + vy, z + vz
    return x, y, z


def _unit(towards: Vector) -> Vector:
    length = sqrt(towards[0] ** 2 + towards[1] ** 2 + towards[2] ** 2) or 1.0
    return towards[0] / length, towards[1] / length, towards[2] / length


def _angle(unit: Vector, towards: Vector) -> float:
    """The angle between a vector of length one and any other."""
    x, y, z = _unit(towards)
    return acos(max(-1.0, min(unit[0] * x + unit[1] * y + unit[2] * z, 1.0)))
