"""Where everything of a map is drawn: frames side by side or one below the other, arcs, names."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from atlas.map.curves import Curve, along, bow, bridge, written, xy
from atlas.map.frames import WIDTH, Frame, Layout, frames
from atlas.map.labels import Label, arrange
from atlas.map.lettering import LEADING, lines_of
from atlas.map.panels import Panel
from atlas.map.sphere import Point
from atlas.map.spots import DOT, XY, Box, Named

_TYPE: Mapping[Layout, float] = {"wide": 13.0, "upright": 11.5, "compact": 15.0}

_NAMED = 48
"""How many names a drawing bears at most; on a fuller one names would hide everything."""


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
    framed = {frame.panel: frame for frame in frames(used, layout)}
    at = {
        stop.id: framed[panel.name].at(panel.position(stop.point))
        for stop in stops
        if (panel := shown[stop.id])
    }
    frame_of = {stop: framed[panel.name] for stop, panel in shown.items() if panel}
    curves = {tie.id: _curves(tie, at, frame_of, layout) for tie in ties}
    drawn = [point for tied in curves.values() for curve in tied for point in along(curve)]
    dots = _dots([stop for stop in stops if stop.id in at], at, frame_of, drawn, _TYPE[layout])
    arcs = tuple(_arc(tie, at, curves[tie.id]) for tie in ties)
    bottom = max((frame.y + frame.height for frame in framed.values()), default=0.0)
    return Drawing(
        layout, WIDTH[layout], round(bottom, 1), _TYPE[layout], DOT,
        tuple(framed.values()), arcs, dots,
    )  # fmt: skip


def _panel_of(stop: Stop, panels: Sequence[Panel]) -> Panel | None:
    holding = (panel for panel in panels if panel.holds(stop.point))
    return min(holding, key=lambda panel: panel.unit, default=None)


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
        leader = f"M{xy((named.x, named.y))}L{xy(end)}"
    held = {"start": left, "middle": (left + right) / 2, "end": right}[label.anchor]
    lines = tuple(
        (line, _rounded((held, upper + size * (0.86 + LEADING * number))))
        for number, line in enumerate(lines_of(stop.name))
    )
    return Dot(stop.id, *_rounded((named.x, named.y)), label.anchor, lines, leader, label.box)


def _arc(tie: Tie, at: Mapping[str, XY], curves: Sequence[Curve]) -> Arc:
    ends = tuple(stop for stop in (*tie.one, *tie.other) if stop in at)
    path = "".join(map(written, curves))
    return Arc(tie.id, path, tuple(_rounded(at[stop]) for stop in ends), ends)


def _curves(
    tie: Tie, at: Mapping[str, XY], frame_of: Mapping[str, Frame], layout: Layout
) -> tuple[Curve, ...]:
    """A curve from each place of one side to each of the other."""
    return tuple(
        bow(at[one], at[other])
        if frame_of[one] is frame_of[other]
        else bridge(at[one], at[other], layout)
        for one in tie.one
        for other in tie.other
        if one in at and other in at
    )


def _rounded(point: XY) -> XY:
    return round(point[0], 1), round(point[1], 1)
