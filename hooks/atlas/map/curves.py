"""The lines of a map: bows within a frame, bridges between two."""

from collections.abc import Iterator

from atlas.map.frames import Layout
from atlas.map.spots import XY

_STEPS = 24
"""How many points of a curve names keep clear of."""

_BOW = 0.13
"""How far an arc within one frame rises, as a share of its length."""


Curve = tuple[XY, XY, XY, XY]
"""A cubic Bézier curve: its beginning, two controls, and its end."""


def written(curve: Curve) -> str:
    """Write a curve as the data of an SVG path."""
    start, one, other, end = curve
    return f"M{xy(start)}C{xy(one)} {xy(other)} {xy(end)}"


def bow(one: XY, other: XY) -> Curve:
    """A bow within a frame, rising towards the top."""
    (x1, y1), (x2, y2) = sorted((one, other))
    rise = ((y2 - y1) * _BOW, (x1 - x2) * _BOW)
    controls = [
        (x1 + (x2 - x1) * share + rise[0], y1 + (y2 - y1) * share + rise[1])
        for share in (1 / 3, 2 / 3)
    ]
    return (x1, y1), controls[0], controls[1], (x2, y2)


def bridge(one: XY, other: XY, layout: Layout) -> Curve:
    """A curve between frames, which leaves and arrives straight."""
    if layout == "upright":
        (x1, y1), (x2, y2) = sorted((one, other), key=lambda point: point[1])
        half = (y2 - y1) / 2
        return (x1, y1), (x1, y1 + half), (x2, y2 - half), (x2, y2)
    (x1, y1), (x2, y2) = sorted((one, other))
    half = (x2 - x1) / 2
    return (x1, y1), (x1 + half, y1), (x2 - half, y2), (x2, y2)


_WEIGHTS = tuple(
    ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t**2 * (1 - t), t**3)
    for t in (step / _STEPS for step in range(1, _STEPS))
)
"""How much each of the four points of a curve counts, step by step (Bernstein's polynomials)."""


def along(curve: Curve) -> Iterator[XY]:
    """Points on a curve, without its ends."""
    (x1, y1), (x2, y2), (x3, y3), (x4, y4) = curve
    for a, b, c, d in _WEIGHTS:
        yield a * x1 + b * x2 + c * x3 + d * x4, a * y1 + b * y2 + c * y3 + d * y4


def xy(point: XY) -> str:
    """Write a point, to a tenth of a unit."""
    return f"{point[0]:.1f} {point[1]:.1f}"
