"""Where everything of a map is drawn: frames side by side or one below the other, arcs, names."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from atlas.map.labels import DOT, LEADING, XY, Box, Label, Named, arrange, lines_of
from atlas.map.panels import Panel
from atlas.map.sphere import Point

Layout = Literal["wide", "upright", "compact"]
"""A large map on a wide screen, the same on a narrow one, a small map of few places on any."""


_WIDTH: Mapping[Layout, float] = {"wide": 840.0, "upright": 358.0, "compact": 470.0}
_GUTTER = 10.0
_TALLEST: Mapping[Layout, float] = {"wide": 500.0, "upright": 420.0, "compact": 270.0}
_TYPE: Mapping[Layout, float] = {"wide": 13.0, "upright": 11.5, "compact": 15.0}
_INSET = 3.0
_ABREAST = 3
"""How many frames stand in one row at most."""

_NAMED = 48
"""How many names a drawing bears at most; on a fuller one names would hide everything."""

_LOCATOR = (300.0, 180.0)
_LOCATOR_SHOWS = 0.85
"""The share of a panel's longer side that a locator shows."""

_STEPS = 24
"""How many points of a curve names keep clear of."""

_BOW = 0.13
"""How far an arc within one frame rises, as a share of its length."""


@dataclass(frozen=True, slots=True)
class Stop:
    """A place with its name in one language."""

    id: str
    name: str
    point: Point
    label_offset: XY = (0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Tie:
    """A pairing: the places on either side, by their ids."""

    id: str
    one: tuple[str, ...]
    other: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Frame:
    """A window onto a panel. `view` is what is seen of it, in the panel's units, as in viewBox."""

    panel: str
    x: float
    y: float
    width: float
    height: float
    view: tuple[float, float, float, float]

    def at(self, position: XY) -> XY:
        """Return where a position of the panel lies in the drawing."""
        left, upper, wide, _ = self.view
        scale = self.width / wide
        return self.x + (position[0] - left) * scale, self.y + (position[1] - upper) * scale

    @property
    def view_box(self) -> str:
        """What is seen, as SVG writes it, in whole units."""
        return " ".join(f"{value:.0f}" for value in self.view)

    @property
    def inside(self) -> Box:
        """The room that names may use."""
        return (
            self.x + _INSET, self.y + _INSET,
            self.x + self.width - _INSET, self.y + self.height - _INSET,
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Arc:
    """A tie as the data of an SVG path, with its ends."""

    id: str
    path: str
    ends: tuple[XY, ...]
    places: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Dot:
    """A place, its name, and the line between the two, if one is needed.

    The name is one line or two, each with the point of its base line where it is held.
    """

    id: str
    x: float
    y: float
    anchor: str
    lines: tuple[tuple[str, XY], ...]
    leader: str
    box: Box


@dataclass(frozen=True, slots=True)
class Drawing:
    """A map, with the height of its type and the radius of its dots."""

    layout: Layout
    width: float
    height: float
    type: float
    dot: float
    frames: tuple[Frame, ...]
    arcs: tuple[Arc, ...]
    dots: tuple[Dot, ...]


def draw(
    panels: Sequence[Panel], stops: Sequence[Stop], ties: Sequence[Tie], layout: Layout
) -> Drawing:
    """Draw ties between places on those of the panels that show one of the places."""
    shown = {stop.id: _panel_of(stop, panels) for stop in stops}
    used = [panel for panel in panels if any(other is panel for other in shown.values())]
    frames = {
        frame.panel: frame for frame in (_column if layout == "upright" else _row)(used, layout)
    }
    at = {
        stop.id: frames[panel.name].at(panel.position(stop.point))
        for stop in stops
        if (panel := shown[stop.id])
    }
    frame_of = {stop: frames[panel.name] for stop, panel in shown.items() if panel}
    curves = {tie.id: _curves(tie, at, frame_of, layout) for tie in ties}
    drawn = [point for tied in curves.values() for curve in tied for point in _along(curve)]
    dots = _dots([stop for stop in stops if stop.id in at], at, frame_of, drawn, _TYPE[layout])
    arcs = tuple(_arc(tie, at, curves[tie.id]) for tie in ties)
    bottom = max((frame.y + frame.height for frame in frames.values()), default=0.0)
    return Drawing(
        layout, _WIDTH[layout], round(bottom, 1), _TYPE[layout], DOT,
        tuple(frames.values()), arcs, dots,
    )  # fmt: skip


def locate(panel: Panel, point: Point) -> Frame:
    """Return a window onto a panel with one place in its middle."""
    width, height = _LOCATOR
    x, y = panel.position(point)
    wide = max(panel.width, panel.height) * _LOCATOR_SHOWS
    high = wide * height / width
    return Frame(panel.name, 0, 0, width, height, (x - wide / 2, y - high / 2, wide, high))


def _panel_of(stop: Stop, panels: Sequence[Panel]) -> Panel | None:
    holding = (panel for panel in panels if panel.holds(stop.point))
    return min(holding, key=lambda panel: panel.unit, default=None)


def _row(panels: Sequence[Panel], layout: Layout) -> Iterator[Frame]:
    """Side by side over the whole width, those of a row of one height; at most three in a row."""
    top, rows = 0.0, -(-len(panels) // _ABREAST)
    for number in range(rows):
        row = panels[number * len(panels) // rows : (number + 1) * len(panels) // rows]
        frames = list(_abreast(row, layout, round(top, 1)))
        yield from frames
        top += frames[0].height + _GUTTER


def _abreast(panels: Sequence[Panel], layout: Layout, top: float) -> Iterator[Frame]:
    room = _WIDTH[layout] - _GUTTER * (len(panels) - 1)
    shapes = [panel.width / panel.height for panel in panels]
    height = round(min(room / sum(shapes or [1]), _TALLEST[layout]), 1)
    x = 0.0
    for panel, shape in zip(panels, shapes, strict=True):
        width = room * shape / sum(shapes)
        yield _frame(panel, round(x, 1), top, round(width, 1), height)
        x += width + _GUTTER


def _column(panels: Sequence[Panel], layout: Layout) -> Iterator[Frame]:
    """One below the other, all of one width."""
    width, y = _WIDTH[layout], 0.0
    for panel in panels:
        height = round(min(max(width * panel.height / panel.width, 250.0), _TALLEST[layout]), 1)
        yield _frame(panel, 0.0, round(y, 1), width, height)
        y += height + _GUTTER


def _frame(panel: Panel, x: float, y: float, width: float, height: float) -> Frame:
    """A window that shows the whole panel, and more of its surroundings if their shapes differ."""
    scale = max(panel.width / width, panel.height / height)
    wide, high = width * scale, height * scale
    view = ((panel.width - wide) / 2, (panel.height - high) / 2, wide, high)
    return Frame(panel.name, x, y, width, height, view)


def _dots(
    stops: Sequence[Stop],
    at: Mapping[str, XY],
    frame_of: Mapping[str, Frame],
    drawn: Sequence[XY],
    size: float,
) -> tuple[Dot, ...]:
    named = [
        Named(*at[stop.id], stop.name, frame_of[stop.id].inside, stop.label_offset)
        for stop in stops
    ]
    labels = arrange(named[:_NAMED], drawn, size)
    bare = (
        Dot(stop.id, *_rounded(at[stop.id]), "", (), "", (*at[stop.id], *at[stop.id]))
        for stop in stops[_NAMED:]
    )
    return (*(_dot(*each, size) for each in zip(stops, named, labels, strict=False)), *bare)


def _dot(stop: Stop, named: Named, label: Label, size: float) -> Dot:
    left, upper, right, lower = label.box
    leader = ""
    if label.apart:
        end = (min(max(named.x, left), right), min(max(named.y, upper + 2), lower - 2))
        leader = f"M{_xy((named.x, named.y))}L{_xy(end)}"
    held = {"start": left, "middle": (left + right) / 2, "end": right}[label.anchor]
    lines = tuple(
        (line, _rounded((held, upper + size * (0.86 + LEADING * number))))
        for number, line in enumerate(lines_of(stop.name))
    )
    return Dot(stop.id, *_rounded((named.x, named.y)), label.anchor, lines, leader, label.box)


Curve = tuple[XY, XY, XY, XY]
"""A cubic Bézier curve: its beginning, two controls, and its end."""


def _arc(tie: Tie, at: Mapping[str, XY], curves: Sequence[Curve]) -> Arc:
    ends = tuple(stop for stop in (*tie.one, *tie.other) if stop in at)
    path = "".join(
        f"M{_xy(start)}C{_xy(one)} {_xy(other)} {_xy(end)}" for start, one, other, end in curves
    )
    return Arc(tie.id, path, tuple(_rounded(at[stop]) for stop in ends), ends)


def _curves(
    tie: Tie, at: Mapping[str, XY], frame_of: Mapping[str, Frame], layout: Layout
) -> tuple[Curve, ...]:
    """A curve from each place of one side to each of the other."""
    return tuple(
        _bow(at[one], at[other])
        if frame_of[one] is frame_of[other]
        else _bridge(at[one], at[other], layout)
        for one in tie.one
        for other in tie.other
        if one in at and other in at
    )


def _bow(one: XY, other: XY) -> Curve:
    """A bow within a frame, rising towards the top."""
    (x1, y1), (x2, y2) = sorted((one, other))
    rise = ((y2 - y1) * _BOW, (x1 - x2) * _BOW)
    controls = [
        (x1 + (x2 - x1) * share + rise[0], y1 + (y2 - y1) * share + rise[1])
        for share in (1 / 3, 2 / 3)
    ]
    return (x1, y1), controls[0], controls[1], (x2, y2)


def _bridge(one: XY, other: XY, layout: Layout) -> Curve:
    """A curve between frames, which leaves and arrives straight."""
    if layout == "upright":
        (x1, y1), (x2, y2) = sorted((one, other), key=lambda point: point[1])
        half = (y2 - y1) / 2
        return (x1, y1), (x1, y1 + half), (x2, y2 - half), (x2, y2)
    (x1, y1), (x2, y2) = sorted((one, other))
    half = (x2 - x1) / 2
    return (x1, y1), (x1 + half, y1), (x2 - half, y2), (x2, y2)


def _along(curve: Curve) -> Iterator[XY]:
    """Points on a curve, without its ends."""
    for step in range(1, _STEPS):
        t = step / _STEPS
        weights = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t**2 * (1 - t), t**3)
        x, y = (sum(w * p[axis] for w, p in zip(weights, curve, strict=True)) for axis in (0, 1))
        yield x, y


def _rounded(point: XY) -> XY:
    return round(point[0], 1), round(point[1], 1)


def _xy(point: XY) -> str:
    return f"{point[0]:.1f} {point[1]:.1f}"
