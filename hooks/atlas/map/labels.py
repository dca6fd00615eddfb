"""Where the names of places stand on a map: each nearest to its own dot, none upon another.

A name may stand on any side of its dot, close by or further off at the end of a thin line.
Every position gets a price; the names then move, one after another, to where it is lowest, until
none moves any more.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
import numpy.typing as npt

from atlas.map.sphere import Array

Anchor = Literal["start", "middle", "end"]
"""The end of a text that stays in its place, as SVG calls it."""

XY = tuple[float, float]

Box = tuple[float, float, float, float]
"""Left, upper, right and lower edge, in the units of the drawing."""

DOT = 4.5
"""The radius of a dot, with the ring around it."""

_SIDES = (
    (1, 0), (-1, 0), (1, -1), (1, 1), (-1, -1), (-1, 1), (0, -1), (0, 1),
    (0.5, -1), (0.5, 1), (-0.5, -1), (-0.5, 1),
)  # fmt: skip
"""The side of the dot, east and south: the best one first."""

_ANCHORS: dict[float, Anchor] = {1: "start", -1: "end"}

_DISTANCES = (3.0, 9.0, 16.0, 24.0, 33.0, 44.0, 58.0, 74.0)
"""Gaps between dot and name; beyond the first a line joins the two."""

LEADING = 1.15
"""The distance between two lines of a name, in heights of the type."""

_LONG = 9.0
"""How many heights of the type a name may be wide before it is broken in two."""

_MARK = re.compile("[・＝=/‐-]|(?<=[A-Za-z]) ")
"""Behind what a name may be broken."""

_MARGIN = np.array([-4.0, -3.0, 4.0, 3.0])
"""What stays free around a name."""

_REACH = 180.0
"""How far from its dot a name can lie, so that lines beyond do not matter."""

_ROUNDS = 6
# Prices: of covering what, of leaving the frame, of each unit of distance and each less good side.
_UPON_NAME, _UPON_DOT, _OUTSIDE, _NEARER_TO_ANOTHER, _UPON_LINE = 90.0, 120.0, 2000.0, 200.0, 1.5
_PER_UNIT, _PER_SIDE, _THROUGH_NAME = 0.7, 0.8, 40.0


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
class Label:
    """Where a name stands, where in its box it is held, and whether a line must lead to it.

    It is held on the side of its dot, so that a wrong guess at its width does no harm there.
    """

    box: Box
    anchor: Anchor
    apart: bool


def width(text: str, size: float) -> float:
    """Estimate how wide a name is set: full-width letters are as wide as high, Latin ones half."""
    return size * sum(1.0 if ord(letter) > 0x2E7F else 0.58 for letter in text)


def lines_of(text: str) -> tuple[str, ...]:
    """Break a long name in two, behind the mark nearest to its middle; short ones stay whole.

    A very long one without a mark is broken where it is.
    """
    marks = [match.end() for match in _MARK.finditer(text) if match.end() < len(text)]
    if width(text, 1) > 2 * _LONG:
        marks = marks or list(range(1, len(text)))
    if not marks or width(text, 1) <= _LONG:
        return (text,)
    at = min(marks, key=lambda end: abs(width(text[:end], 1) - width(text, 1) / 2))
    return text[:at].rstrip(), text[at:].lstrip()


def arrange(dots: Sequence[Named], lines: Sequence[XY], size: float) -> list[Label]:
    """Find a place for every name, in the order of the dots.

    `lines` are points on the lines of the map, which names keep clear of where they can; `size`
    is the height of the type.
    """
    if not dots:
        return []
    centres = np.array([(dot.x, dot.y) for dot in dots])
    boxes = np.stack([_candidates(dot, size) for dot in dots])
    drawn = np.array(lines, dtype=np.float64).reshape(-1, 2)
    prices = np.stack([_prices(n, dot, boxes[n], centres, drawn) for n, dot in enumerate(dots)])
    room = _Room(boxes, _leaders(boxes, centres), prices)
    chosen = min(
        (_settle(room, order) for order in _orders(centres)), key=lambda c: _total(room, c)
    )
    near = len(_SIDES)
    return [
        Label(
            _inside(boxes[n, choice], dot.within),
            "start" if any(dot.offset) else _ANCHORS.get(_SIDES[choice % near][0], "middle"),
            bool(choice >= near) and not any(dot.offset),
        )
        for n, (dot, choice) in enumerate(zip(dots, chosen, strict=True))
    ]


def _inside(edges: Array, frame: Box) -> Box:
    """Move a box into its frame, if a name found no place there."""
    left, upper, right, lower = (float(edge) for edge in edges)
    x = max(frame[0] - left, min(frame[2] - right, 0.0))
    y = max(frame[1] - upper, min(frame[3] - lower, 0.0))
    return left + x, upper + y, right + x, lower + y


def _candidates(dot: Named, size: float) -> Array:
    lines = lines_of(dot.text)
    wide, high = max(width(line, size) for line in lines), size * (1 + LEADING * (len(lines) - 1))
    if any(dot.offset):
        left, upper = dot.x + DOT + _DISTANCES[0] + dot.offset[0], dot.y - high / 2 + dot.offset[1]
        fixed = (left, upper, left + wide, upper + high)
        return np.array([fixed] * (len(_SIDES) * len(_DISTANCES)))
    boxes = []
    for distance in _DISTANCES:
        for east, south in _SIDES:
            away = (DOT + distance) * (0.8 if abs(east) == abs(south) else 1.0)
            x, y = dot.x + east * (away + wide / 2), dot.y + south * (away + high / 2)
            if not east:  # a name above or below its dot may slide to stay inside the frame
                x = min(max(x, dot.within[0] + wide / 2), dot.within[2] - wide / 2)
            boxes.append((x - wide / 2, y - high / 2, x + wide / 2, y + high / 2))
    return np.array(boxes)


def _prices(number: int, dot: Named, boxes: Array, centres: Array, lines: Array) -> Array:
    """What each position costs by itself: its distance, what it covers, what it is nearer to."""
    sides, steps = len(_SIDES), np.arange(len(boxes))
    price = np.array(_DISTANCES)[steps // sides] * _PER_UNIT + (steps % sides) * _PER_SIDE
    left, upper, right, lower = dot.within
    edges = np.array([left, upper, -right, -lower])
    beyond = np.maximum(edges - boxes * np.array([1, 1, -1, -1]), 0).sum(axis=1)
    rings = np.concatenate([centres - DOT, centres + DOT], axis=1)
    covered = _overlap(boxes[:, None], rings[None]) > 0
    near = lines[np.abs(lines - centres[number]).max(axis=1, initial=0) < _REACH]
    crossed = (_gap(boxes[:, None], near[None]) < 1.0).sum(axis=1)
    gaps = _gap(boxes[:, None], centres[None])
    nearer = (gaps < gaps[:, [number]] + 1.0).sum(axis=1) - 1
    total: Array = (
        price
        + _OUTSIDE * (beyond > 0)
        + _UPON_DOT * covered.sum(axis=1)
        + _NEARER_TO_ANOTHER * nearer
        + _UPON_LINE * crossed
    )
    return total


def _overlap(one: Array, other: Array) -> Array:
    """How much two boxes share, in squares of ten units; 0 if they are apart."""
    lower = np.minimum(one[..., 2:], other[..., 2:])
    upper = np.maximum(one[..., :2], other[..., :2])
    shared: Array = np.clip(lower - upper, 0, None).prod(axis=-1) / 100
    return shared


def _within(box: Array, point: Array) -> npt.NDArray[np.bool_]:
    """Whether a point lies in a box."""
    x, y = point[..., 0], point[..., 1]
    within: npt.NDArray[np.bool_] = (
        (x >= box[..., 0]) & (x <= box[..., 2]) & (y >= box[..., 1]) & (y <= box[..., 3])
    )
    return within


def _gap(box: Array, point: Array) -> Array:
    """The distance of a point from a box."""
    outside = np.maximum(box[..., :2] - point, point - box[..., 2:])
    gap: Array = np.linalg.norm(np.clip(outside, 0, None), axis=-1)
    return gap


def _orders(centres: Array) -> list[list[int]]:
    """Orders in which names choose; none is best on every map, so each is tried.

    Those with the nearest neighbours first, from the left, and from the right.
    """
    away = np.linalg.norm(centres[:, None] - centres[None], axis=-1)
    loneliness = np.minimum(away, 80).sum(axis=1)
    keys = (loneliness, centres[:, 0], -centres[:, 0])
    return [key.argsort(kind="stable").tolist() for key in keys]


@dataclass(frozen=True, slots=True)
class _Room:
    """All positions of all names: their boxes, points on the lines to them, and their prices."""

    boxes: Array
    leaders: Array
    prices: Array

    def crowding(self, number: int, chosen: npt.NDArray[np.intp]) -> Array:
        """What each position of one name costs with the others where they are."""
        others = np.arange(len(chosen)) != number
        boxes = self.boxes[others, chosen[others]]
        leaders = self.leaders[others, chosen[others]].reshape(-1, 2)
        mine, my_leaders = self.boxes[number], self.leaders[number]
        upon = _overlap(mine[:, None] + _MARGIN, boxes[None])
        through_mine = _within(mine[:, None], leaders[None]).sum(axis=1)
        through_others = _within(boxes[None, None], my_leaders[:, :, None]).sum(axis=(1, 2))
        total: Array = _UPON_NAME * (
            upon.sum(axis=1) + 0.2 * (upon > 0).sum(axis=1)
        ) + _THROUGH_NAME * (through_mine + through_others)
        return total


def _leaders(boxes: Array, centres: Array) -> Array:
    """Points on the line from each dot to each of its boxes."""
    dots = centres[:, None]
    nearest = np.clip(dots, boxes[..., :2], boxes[..., 2:])
    shares = np.array([0.35, 0.6, 0.85])[:, None]
    points: Array = dots[:, :, None] + (nearest - dots)[:, :, None] * shares
    return points


def _settle(room: _Room, order: Sequence[int]) -> npt.NDArray[np.intp]:
    """Let names move in turn to where it is cheapest for them, until none moves any more."""
    chosen = room.prices.argmin(axis=1)
    for _ in range(_ROUNDS):
        before = chosen.copy()
        for n in order:
            chosen[n] = (room.prices[n] + room.crowding(n, chosen)).argmin()
        if (before == chosen).all():
            break
    return np.asarray(chosen)


def _total(room: _Room, chosen: npt.NDArray[np.intp]) -> float:
    """What an arrangement costs altogether; what two names cost each other counts twice."""
    return float(
        sum(
            room.prices[n, choice] + room.crowding(n, chosen)[choice]
            for n, choice in enumerate(chosen)
        )
    )
