"""The land of a panel as an SVG path, from the world's land as TopoJSON.

Natural Earth's land at 1:50 million, vendored in `geometry/`: land only, no borders.
"""

from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
import shapely
from shapely.geometry import Polygon
from shapely.geometry.base import BaseGeometry

from atlas.map.panels import SIDE, Panel

Array = Any

Ring = Array
"""Longitudes and latitudes in degrees, one row a corner; longitudes run on beyond ±180."""

SURROUNDINGS = 0.52 * SIDE
"""How far land is drawn beyond each edge of a panel, in its units: a drawing of another shape shows
more than the panel, the most where a tall panel alone fills a low frame."""

_REACH = (80.0, 45.0)
"""Degrees of longitude and latitude around the middle that can come into a panel's surroundings."""

_SMALLEST = 12.0
"""Islands of fewer square units are left out."""

_COARSENESS = 1.8
"""Corners may be moved by this many units."""


def polygons(topology: Any) -> list[list[Ring]]:
    """Read the land of the world: polygons of rings, the outer one first.

    Source: the TopoJSON format specification, "Quantized and delta-encoded coordinates" and
    "Arc indexes". Rings that cross the antimeridian have their longitudes made continuous;
    those that go round a pole are left out (Antarctica, where no city is).
    """
    scale, translate = (np.array(topology["transform"][key]) for key in ("scale", "translate"))
    arcs = [np.cumsum(arc, axis=0) * scale + translate for arc in topology["arcs"]]
    land = (
        [_ring(arcs, numbers) for numbers in polygon]
        for geometry in topology["objects"]["land"]["geometries"]
        for polygon in geometry["arcs"]
    )
    return [rings for rings in land if np.allclose(rings[0][0], rings[0][-1])]


def _ring(arcs: Sequence[Array], numbers: Sequence[int]) -> Ring:
    pieces = [arcs[n] if n >= 0 else arcs[~n][::-1] for n in numbers]
    ring = np.concatenate([pieces[0], *(piece[1:] for piece in pieces[1:])])
    ring[:, 0] = np.unwrap(ring[:, 0], period=360)
    return ring


def shape(panel: Panel, land: Sequence[Sequence[Ring]]) -> BaseGeometry:
    """Return the land of a panel and its surroundings, in the panel's units."""
    parts = shapely.GeometryCollection([p for rings in land for p in _near(panel, rings)])
    flat = shapely.transform(shapely.segmentize(parts, 2.0), _onto(panel))
    more = SURROUNDINGS
    window = (-more, -more, panel.width + more, panel.height + more)
    return shapely.clip_by_rect(flat, *window)


def _near(panel: Panel, rings: Sequence[Ring]) -> Iterator[BaseGeometry]:
    """A polygon's part near the middle of the panel, wherever its longitudes began to count."""
    latitude, longitude = panel.centre
    outer = rings[0]
    if abs(outer[:, 1] - latitude).min() > _REACH[1]:
        return
    box = (
        longitude - _REACH[0],
        max(latitude - _REACH[1], -89.0),
        longitude + _REACH[0],
        min(latitude + _REACH[1], 89.0),
    )
    for turn in (-360.0, 0.0, 360.0):
        if outer[:, 0].max() + turn > box[0] and outer[:, 0].min() + turn < box[2]:
            around = [ring + np.array([turn, 0.0]) for ring in _together(rings)]
            yield shapely.clip_by_rect(Polygon(around[0], around[1:]), *box)


def _together(rings: Sequence[Ring]) -> Iterator[Ring]:
    """Rings of a polygon, holes counted in the same turn of the earth as their outer ring."""
    outer = rings[0]
    yield outer
    middle = (outer[:, 0].min() + outer[:, 0].max()) / 2
    for hole in rings[1:]:
        yield hole + np.array([360.0 * round((middle - hole[:, 0].mean()) / 360.0), 0.0])


def _onto(panel: Panel) -> Any:
    def project(corners: Array) -> Array:
        return np.array([panel.position((latitude, longitude)) for longitude, latitude in corners])

    return project


def path(geometry: BaseGeometry) -> str:
    """Write a geometry as the data of an SVG path, in whole units."""
    simple = shapely.simplify(geometry, _COARSENESS)
    polygons = [p for p in shapely.get_parts(simple) if p.geom_type == "Polygon"]
    large = (polygon for polygon in polygons if polygon.area >= _SMALLEST)
    rings = (ring for polygon in large for ring in (polygon.exterior, *polygon.interiors))
    return "".join(_closed(np.rint(np.array(ring.coords)).astype(int)) for ring in rings)


def _closed(corners: Any) -> str:
    steps = np.diff(corners[:-1], axis=0)
    steps = steps[steps.any(axis=1)]
    x, y = corners[0]
    moves = "".join(f"{dx}{'' if dy < 0 else ' '}{dy} " for dx, dy in steps.tolist())
    return f"M{x} {y}l{moves.strip()}z" if len(steps) > 1 else ""
