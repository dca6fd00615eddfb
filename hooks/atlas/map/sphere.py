"""Points on the earth taken as a sphere: projecting them, and sorting them into regions."""

from collections.abc import Sequence
from math import radians

import numpy as np
import numpy.typing as npt

Point = tuple[float, float]
"""Latitude and longitude in degrees, WGS 84."""

Array = npt.NDArray[np.float64]

EARTH_RADIUS = 6371.0
"""Kilometres: the mean radius of the earth (IUGG)."""

REGION = radians(20)
"""The largest distance of a place from the middle of its region, as an angle at the earth's centre.

Europe fits into it, and so do Japan and eastern China together; Europe with Japan does not.
"""


def project(centre: Point, latitude: Array, longitude: Array) -> tuple[Array, Array]:
    """Project onto a plane that touches the earth at `centre`; kilometres east and south of it.

    Lambert's azimuthal equal-area projection, which serves any region of the earth alike:
    Snyder, Map Projections: A Working Manual (USGS 1395, 1987), equations 22-4, 24-2 and 24-13.
    """
    phi, phi0 = np.radians(latitude), radians(centre[0])
    turn = np.radians(longitude - centre[1])
    cosine = np.sin(phi0) * np.sin(phi) + np.cos(phi0) * np.cos(phi) * np.cos(turn)
    opposite = cosine < 1e-9 - 1  # the point that the projection spreads over a whole circle
    scale = EARTH_RADIUS * np.sqrt(2 / np.where(opposite, 1, 1 + cosine))
    east = scale * np.cos(phi) * np.sin(turn)
    north = scale * (np.cos(phi0) * np.sin(phi) - np.sin(phi0) * np.cos(phi) * np.cos(turn))
    return np.where(opposite, np.inf, east), np.where(opposite, np.inf, -north)


def middle(points: Sequence[Point]) -> Point:
    """Return the point in the middle of others: the direction of the sum of their vectors."""
    x, y, z = _vectors(points).sum(axis=0)
    return float(np.degrees(np.arctan2(z, np.hypot(x, y)))), float(np.degrees(np.arctan2(y, x)))


def regions(home: Sequence[Point], others: Sequence[Point]) -> list[list[Point]]:
    """Sort points into regions of the earth; the first holds all of `home`, which stays together.

    Each of the others, the nearest to home first, joins the first region that does not grow too
    large by it, or founds a new one.
    """
    if not home:
        return []
    found = [list(home)]
    limits = [max(REGION, _radius(home))]
    here = _vectors(home).sum(axis=0)
    for point in sorted(
        others, key=lambda other: (float(_angles(_vectors([other]), here)[0]), other)
    ):
        for region, limit in zip(found, limits, strict=True):
            if _radius([*region, point]) <= limit:
                region.append(point)
                break
        else:
            found.append([point])
            limits.append(REGION)
    return found


def _radius(points: Sequence[Point]) -> float:
    vectors = _vectors(points)
    return float(_angles(vectors, vectors.sum(axis=0)).max())


def _vectors(points: Sequence[Point]) -> Array:
    latitude, longitude = np.radians(np.array(points, dtype=np.float64)).T
    level = np.cos(latitude)
    return np.stack([level * np.cos(longitude), level * np.sin(longitude), np.sin(latitude)], 1)


def _angles(vectors: Array, towards: Array) -> Array:
    length = float(np.linalg.norm(towards)) or 1.0
    angles: Array = np.arccos(np.clip(vectors @ towards / length, -1, 1))
    return angles
