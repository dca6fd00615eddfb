"""Make `geometry/coast.json`, the land as the maps read it, from `geometry/land-50m.json`.

    PYTHONPATH=hooks python -m tests.coastline

What it holds: rings of land (and of the water in it, the other way round), each cut into runs of
corners. A run is the middle (latitude, longitude) and the reach (kilometres) of a circle around
it, and its corners as a text that is read only where it is shown, three numbers each: latitude and longitude in hundredths of a degree, and how
much the corner matters: by so many tenths of a kilometre the coast would be off without it and
all that matter less (Douglas and Peucker, 1973). A map leaves out what it is too small to show.
`tests/test_land.py` holds that the file is what is made here.
"""

import json
from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from atlas import resources
from atlas.map.land import COARSENESS, SMALLEST
from atlas.map.panels import LEAST, SIDE, SLENDER
from atlas.map.sphere import EARTH_RADIUS

Array = npt.NDArray[np.float64]

RUN = 40
"""Corners of a run."""

FINEST = LEAST * SLENDER / SIDE
"""Kilometres: no panel's unit is smaller."""

ALWAYS = 99999
"""How much those corners matter that hold a ring open."""


def made(topology: Any) -> str:
    """Return the content of the file, a line for each ring."""
    rings = (list(_runs(ring)) for ring in _rings(topology))
    lines = (json.dumps(runs, separators=(",", ":")) for runs in rings if runs)
    return "[\n" + ",\n".join(lines) + "\n]\n"


def _rings(topology: Any) -> Iterator[Array]:
    """Longitudes and latitudes of each ring, closed.

    Source: the TopoJSON format specification, "Quantized and delta-encoded coordinates" and
    "Arc indexes". Land round a pole is left out: Antarctica, where no city is.
    """
    scale, translate = (np.array(topology["transform"][key]) for key in ("scale", "translate"))
    arcs = [np.cumsum(arc, axis=0) * scale + translate for arc in topology["arcs"]]
    for geometry in topology["objects"]["land"]["geometries"]:
        for polygon in geometry["arcs"]:
            rings = [_joined(arcs, numbers) for numbers in polygon]
            longitudes = np.unwrap(rings[0][:, 0], period=360)
            if abs(longitudes[0] - longitudes[-1]) < 1:
                yield from rings


def _joined(arcs: Sequence[Array], numbers: Sequence[int]) -> Array:
    pieces = [arcs[n] if n >= 0 else arcs[~n][::-1] for n in numbers]
    return np.concatenate([pieces[0], *(piece[1:] for piece in pieces[1:])])


def _runs(ring: Array) -> Iterator[list[Any]]:
    vectors = _vectors(ring)
    if _area(vectors) < SMALLEST * FINEST**2:
        return
    matters = _matters(vectors)
    kept = np.flatnonzero(matters >= COARSENESS * FINEST)
    numbers = [
        f"{lat * 100:.0f} {lon * 100:.0f} {min(m * 10, ALWAYS):.0f}"
        for (lon, lat), m in zip(ring[kept], matters[kept].tolist(), strict=True)
    ]
    for begin in range(0, len(kept), RUN):
        until = begin + RUN
        corners = numbers[begin:until]
        first, last = kept[begin], kept[until] if until < len(kept) else len(ring) - 1
        yield [*_circle(vectors[first : last + 1]), " ".join(corners)]


def _vectors(ring: Array) -> Array:
    longitude, latitude = np.radians(ring).T
    level = np.cos(latitude)
    return np.stack([level * np.cos(longitude), level * np.sin(longitude), np.sin(latitude)], 1)


def _area(vectors: Array) -> float:
    """Square kilometres that a small ring encloses."""
    crossed = np.cross(vectors[:-1], vectors[1:]).sum(axis=0)
    return float(np.linalg.norm(crossed)) / 2 * EARTH_RADIUS**2


def _circle(vectors: Array) -> tuple[float, float, int]:
    """A circle around a run and the first corner of the next: its middle, and its reach in km."""
    x, y, z = middle = vectors.sum(axis=0)
    reach = np.arccos(np.clip(vectors @ middle / np.linalg.norm(middle), -1, 1)).max()
    latitude, longitude = np.degrees([np.arctan2(z, np.hypot(x, y)), np.arctan2(y, x)]).round(2)
    return float(latitude), float(longitude), int(reach * EARTH_RADIUS) + 2


def _matters(vectors: Array) -> Array:
    """How much each corner matters, in kilometres; the last, which is the first again, not at all.

    Distances are taken straight through the earth: so a long line keeps corners enough to follow
    its bend. No corner matters more than that which parted the line it stands in.
    """
    matters = np.zeros(len(vectors))
    far = int(np.linalg.norm(vectors - vectors[0], axis=1).argmax())
    matters[[0, far]] = ALWAYS
    parts = [(0, far, float(ALWAYS)), (far, len(vectors) - 1, float(ALWAYS))]
    while parts:
        begin, end, limit = parts.pop()
        if end - begin > 1:
            away = _away(vectors[begin + 1 : end], vectors[begin], vectors[end])
            at = int(away.argmax())
            limit = min(limit, float(away[at]) * EARTH_RADIUS)
            matters[begin + 1 + at] = limit
            parts += [(begin, begin + 1 + at, limit), (begin + 1 + at, end, limit)]
    return matters


def _away(points: Array, one: Array, other: Array) -> Array:
    """How far points are from the straight line between two others."""
    along = other - one
    share = np.clip((points - one) @ along / max(float(along @ along), 1e-18), 0, 1)
    return np.asarray(np.linalg.norm(points - one - share[:, None] * along, axis=1))


if __name__ == "__main__":
    resources.COAST.write_text(made(json.loads(resources.LAND.read_bytes())), "utf-8")
