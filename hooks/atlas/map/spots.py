"""Where a name can stand beside its dot, and what each of the positions costs by itself.

A position is priced only when its turn comes, for most names never get beyond their first few.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

from atlas.map.lettering import measured

XY = tuple[float, float]

Box = tuple[float, float, float, float]
"""Left, upper, right and lower edge, in the units of the drawing."""

DOT = 4.5
"""The radius of a dot, with the ring around it."""

SIDES = (
    (1, 0), (-1, 0), (1, -1), (1, 1), (-1, -1), (-1, 1), (0, -1), (0, 1),
    (0.5, -1), (0.5, 1), (-0.5, -1), (-0.5, 1),
)  # fmt: skip
"""The side of the dot, east and south: the best one first."""

_DISTANCES = (3.0, 9.0, 16.0, 24.0, 33.0, 44.0, 58.0, 74.0)
"""Gaps between dot and name; beyond the first a line joins the two."""

MARGIN = (4.0, 3.0)
"""What stays free around a name, on either side and above and below."""

_REACH = 180.0
"""How far from its dot a name can lie, so that lines beyond do not matter."""

_SHARES = (0.35, 0.6, 0.85)
"""The points of the line from a dot to its name that no other name may cover."""

# Prices: of covering what, of leaving the frame, of each unit of distance and each less good side.
_UPON_DOT, OUTSIDE, _NEARER_TO_ANOTHER, _UPON_LINE = 120.0, 2000.0, 200.0, 1.5
_PER_UNIT, _PER_SIDE = 0.7, 0.8


_POSITIONS = sorted(
    (distance * _PER_UNIT + side * _PER_SIDE, far * len(SIDES) + side)
    for far, distance in enumerate(_DISTANCES)
    for side in range(len(SIDES))
)
"""Every position by its number, behind what it costs where nothing is in its way."""


@dataclass(frozen=True, slots=True)
class Named:
    """A dot with the name that belongs to it."""

    x: float
    y: float
    text: str
    within: Box
    offset: tuple[float, float] = (0.0, 0.0)
    """If not zero, where an editor wants the name: this far from right beside the dot."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A position of a name: what it costs by itself, and what the others must make way for."""

    number: int
    price: float
    box: Box
    leader: tuple[XY, ...]
    taken: Box
    """All that it covers: the box with what stays free around it, and the line to it."""


class Name:
    """A name with its positions, each made when it is first asked for.

    `drawn` are points on the lines of the map, from left to right.
    """

    def __init__(self, dot: Named, size: float, centres: Sequence[XY], drawn: Sequence[XY]) -> None:
        self.dot = dot
        wide, high = measured(dot.text)
        self._wide, self._high = size * wide, size * high
        self._centres = centres
        begin, end = bisect_left(drawn, (dot.x - _REACH,)), bisect_left(drawn, (dot.x + _REACH,))
        upper, lower = dot.y - _REACH, dot.y + _REACH
        self._near = [point for point in drawn[begin:end] if upper < point[1] < lower]
        self._spots: dict[int, Spot] = {}

    @property
    def positions(self) -> Sequence[tuple[float, int]]:
        """The numbers of its positions, as `_POSITIONS` has them."""
        return _POSITIONS[:1] if any(self.dot.offset) else _POSITIONS

    @property
    def close_by(self) -> Sequence[tuple[float, int]]:
        """Those of them that no line needs to lead to."""
        return [position for position in self.positions if position[1] < len(SIDES)]

    def spot(self, price: float, number: int) -> Spot:
        """Return one of them."""
        found = self._spots.get(number)
        if found is None:
            found = self._spots[number] = self._spot(price, number)
        return found

    def _spot(self, price: float, number: int) -> Spot:
        dot, box = self.dot, self._box(number)
        left, upper, right, lower = box
        x, y = min(max(dot.x, left), right) - dot.x, min(max(dot.y, upper), lower) - dot.y
        one, two, three = _SHARES
        leader = (
            (dot.x + x * one, dot.y + y * one),
            (dot.x + x * two, dot.y + y * two),
            (dot.x + x * three, dot.y + y * three),
        )
        aside, above = MARGIN
        taken = (
            min(left - aside, dot.x), min(upper - above, dot.y),
            max(right + aside, dot.x), max(lower + above, dot.y),
        )  # fmt: skip
        return Spot(number, price + self._hindrance(box), box, leader, taken)

    def _box(self, number: int) -> Box:
        dot, wide, high = self.dot, self._wide, self._high
        if any(dot.offset):
            left = dot.x + DOT + _DISTANCES[0] + dot.offset[0]
            upper = dot.y - high / 2 + dot.offset[1]
            return left, upper, left + wide, upper + high
        far, side = divmod(number, len(SIDES))
        east, south = SIDES[side]
        away = (DOT + _DISTANCES[far]) * (0.8 if abs(east) == abs(south) else 1.0)
        x, y = dot.x + east * (away + wide / 2), dot.y + south * (away + high / 2)
        if not east:  # a name above or below its dot may slide to stay inside the frame
            x = min(max(x, dot.within[0] + wide / 2), dot.within[2] - wide / 2)
        return x - wide / 2, y - high / 2, x + wide / 2, y + high / 2

    def _hindrance(self, box: Box) -> float:
        """What is in the way of a box: the frame's edge, dots, other dots nearer by, lines."""
        left, upper, right, lower = box
        frame, own = self.dot.within, gap(box, self.dot.x, self.dot.y) + 1.0
        out = left < frame[0] or upper < frame[1] or right > frame[2] or lower > frame[3]
        covered, nearer = 0, -1  # it is near its own dot
        within = max(own, DOT)
        for x, y in self._centres:
            if left - within < x < right + within and upper - within < y < lower + within:
                covered += left - DOT < x < right + DOT and upper - DOT < y < lower + DOT
                nearer += gap(box, x, y) < own
        near = self._near
        begin, end = bisect_left(near, (left - 1.0,)), bisect_left(near, (right + 1.0,))
        crossed = 0
        for x, y in near[begin:end]:
            crossed += upper - 1.0 < y < lower + 1.0 and gap(box, x, y) < 1.0
        return (
            OUTSIDE * out + _UPON_DOT * covered + _NEARER_TO_ANOTHER * nearer + _UPON_LINE * crossed
        )


def gap(box: Box, x: float, y: float) -> float:
    """Return the distance of a point from a box."""
    left, upper, right, lower = box
    aside, above = max(left - x, x - right, 0.0), max(upper - y, y - lower, 0.0)
    return sqrt(aside * aside + above * above)
