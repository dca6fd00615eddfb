"""Where the names of places stand on a map: each nearest to its own dot, none upon another.

A name may stand on any side of its dot, close by or further off at the end of a thin line.
Every position gets a price; the names then move, one after another, to where it is lowest, until
none moves any more.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt
from typing import Literal

from atlas.map.spots import MARGIN, SIDES, XY, Box, Name, Named, Spot

Anchor = Literal["start", "middle", "end"]
"""The end of a text that stays in its place, as SVG calls it."""

_ANCHORS: dict[float, Anchor] = {1: "start", -1: "end"}

_ROUNDS = 6
# Prices: of covering another name, and the line to one.
_UPON_NAME, _THROUGH_NAME = 90.0, 40.0


@dataclass(frozen=True, slots=True)
class Label:
    """Where a name stands, where in its box it is held, and whether a line must lead to it.

    It is held on the side of its dot, so that a wrong guess at its width does no harm there.
    """

    box: Box
    anchor: Anchor
    apart: bool


def arrange(dots: Sequence[Named], lines: Sequence[XY], size: float) -> list[Label]:
    """Find a place for every name, in the order of the dots.

    `lines` are points on the lines of the map, which names keep clear of where they can; `size`
    is the height of the type.
    """
    centres = [(dot.x, dot.y) for dot in dots]
    drawn = sorted(lines)
    names = [Name(dot, size, centres, drawn) for dot in dots]
    chosen = [_cheapest(name, ()) for name in names]
    if any(_crowding(spot, _but(chosen, n)) for n, spot in enumerate(chosen)):
        chosen = min((_settle(names, chosen, order) for order in _orders(centres)), key=_total)
    return [label_of(dot, spot) for dot, spot in zip(dots, chosen, strict=True)]


def label_of(dot: Named, spot: Spot) -> Label:
    """Put a name where one of its positions is."""
    far, side = divmod(spot.number, len(SIDES))
    anchor = "start" if any(dot.offset) else _ANCHORS.get(SIDES[side][0], "middle")
    return Label(_inside(spot.box, dot.within), anchor, far > 0)


def _inside(edges: Box, frame: Box) -> Box:
    """Move a box into its frame, if a name found no place there."""
    left, upper, right, lower = edges
    x = max(frame[0] - left, min(frame[2] - right, 0.0))
    y = max(frame[1] - upper, min(frame[3] - lower, 0.0))
    return left + x, upper + y, right + x, lower + y


def meet(one: Box, other: Box) -> bool:
    """Whether two boxes touch."""
    return (
        one[0] <= other[2] and other[0] <= one[2] and one[1] <= other[3] and other[1] <= one[3]
    )  # fmt: skip


def _holds(box: Box, points: Sequence[XY]) -> int:
    """How many points lie in a box."""
    left, upper, right, lower = box
    held = 0
    for x, y in points:  # a plain loop, for a build asks this ten thousand times and more
        held += left <= x <= right and upper <= y <= lower
    return held


def _between(spot: Spot, other: Spot) -> tuple[float, int, int]:
    """How much of another name's box one takes, if any of it, and the points of lines covered."""
    left, upper, right, lower = spot.box
    wide = min(right + MARGIN[0], other.box[2]) - max(left - MARGIN[0], other.box[0])
    high = min(lower + MARGIN[1], other.box[3]) - max(upper - MARGIN[1], other.box[1])
    shared = wide * high / 100 if wide > 0 and high > 0 else 0.0
    return shared, shared > 0, _holds(spot.box, other.leader) + _holds(other.box, spot.leader)


def _crowding(spot: Spot, others: Sequence[Spot]) -> float:
    """What a position costs with the others where they are."""
    area, upon, through = 0.0, 0, 0
    for other in others:
        if meet(spot.taken, other.taken):
            shared, covers, crossings = _between(spot, other)
            area, upon, through = area + shared, upon + covers, through + crossings
    return _UPON_NAME * (area + 0.2 * upon) + _THROUGH_NAME * through


def _cheapest(name: Name, others: Sequence[Spot]) -> Spot:
    """The cheapest position with the others where they are; of equal ones the first."""
    found: tuple[float, int, Spot] | None = None
    for base, number in name.positions:
        if found and base > found[0]:
            break
        spot = name.spot(base, number)
        if not found or (spot.price, number) < found[:2]:
            price = spot.price + _crowding(spot, others)
            if not found or (price, number) < found[:2]:
                found = price, number, spot
    assert found
    return found[2]


def _settle(names: Sequence[Name], alone: Sequence[Spot], order: Sequence[int]) -> list[Spot]:
    """Let names move in turn to where it is cheapest for them, until none moves any more."""
    chosen = list(alone)
    moves, seen = 0, [-1] * len(names)
    for _ in range(_ROUNDS):
        for n in order:
            if seen[n] != moves:  # else all others are where they were when it chose
                spot = _cheapest(names[n], _but(chosen, n))
                moves += spot is not chosen[n]
                chosen[n], seen[n] = spot, moves
        if all(known == moves for known in seen):
            break
    return chosen


def _but(chosen: Sequence[Spot], n: int) -> list[Spot]:
    return [*chosen[:n], *chosen[n + 1 :]]


def _total(chosen: Sequence[Spot]) -> float:
    """What an arrangement costs altogether; what two names cost each other counts twice."""
    return sum(spot.price + _crowding(spot, _but(chosen, n)) for n, spot in enumerate(chosen))


def _orders(centres: Sequence[XY]) -> list[list[int]]:
    """Orders in which names choose; none is best on every map, so each is tried.

    Those with the nearest neighbours first, from the left, and from the right.
    """
    numbers = range(len(centres))
    loneliness = [
        sum(min(sqrt((x - u) ** 2 + (y - v) ** 2), 80.0) for u, v in centres) for x, y in centres
    ]
    return [
        sorted(numbers, key=lambda n: loneliness[n]),
        sorted(numbers, key=lambda n: centres[n][0]),
        sorted(numbers, key=lambda n: -centres[n][0]),
    ]
