"""Where everything of a map is drawn: frames side by side or one below the other, arcs, names."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from atlas.map import overview
from atlas.map.curves import Curve, along, bow, bridge, written, xy
from atlas.map.frames import WIDTH, Frame, Layout, frames
from atlas.map.labels import Label, arrange
from atlas.map.lettering import LEADING, lines_of
from atlas.map.panels import Panel
from atlas.map.sphere import Point
from atlas.map.spots import DOT, XY, Box, Named

_TYPE: Mapping[Layout, float] = {"wide": 13.0, "upright": 11.5, "compact": 15.0}

_NAMED, _LINKED = 48, 96
"""How many names a drawing bears, and how many lines that lead somewhere; with more places or ties
it becomes an overview, for names would hide everything and no line could be chosen."""


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
    """A map, with the height of its type and the radius of its dots.

    An overview has lines and points in place of arcs; its dots are those of places with names.
    """

    layout: Layout
    width: float
    height: float
    type: float
    dot: float
    frames: tuple[Frame, ...]
    arcs: tuple[Arc, ...]
    dots: tuple[Dot, ...]
    lines: tuple[tuple[float, str], ...] = ()
    """Widths, and the data of the path that all lines of a width are."""
    points: str = ""
    """The data of a path of all dots: lines without length, whose ends are round."""

    @property
    def overview(self) -> bool:
        """Whether what is close together is drawn as one."""
        return bool(self.points)


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
    bottom = max((frame.y + frame.height for frame in framed.values()), default=0.0)
    blank = Drawing(
        layout, WIDTH[layout], round(bottom, 1), _TYPE[layout], DOT, tuple(framed.values()), (), ()
    )
    inside = [stop for stop in stops if stop.id in at]
    if len(inside) > _NAMED or len(ties) > _LINKED:
        return _overview(blank, inside, ties, at, frame_of)
    curves = {tie.id: _curves(tie, at, frame_of, layout) for tie in ties}
    drawn = [point for tied in curves.values() for curve in tied for point in along(curve)]
    arcs = tuple(_arc(tie, at, curves[tie.id]) for tie in ties)
    return replace(blank, arcs=arcs, dots=_dots(inside, at, frame_of, drawn, _TYPE[layout]))


def _overview(
    blank: Drawing,
    stops: Sequence[Stop],
    ties: Sequence[Tie],
    at: Mapping[str, XY],
    frame_of: Mapping[str, Frame],
) -> Drawing:
    links = [link for tie in ties for link in _links(tie, at)]
    known = {stop.id: stop for stop in stops}
    ranked = dict.fromkeys((*overview.by_links(links), *known))
    named = {_named(known[place], at, frame_of): known[place] for place in ranked}
    fitting = overview.fitting(named, blank.frames, blank.type)
    counts = overview.bundled(links, at, frame_of)
    return replace(
        blank,
        dots=tuple(_dot(named[dot], dot, label, blank.type) for dot, label in fitting),
        lines=tuple(overview.lines(counts, lambda link: _curve(*link, at, frame_of, blank.layout))),
        points=overview.points(at.values()),
    )


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
    named = [_named(stop, at, frame_of) for stop in stops]
    labels = arrange(named, drawn, size)
    return tuple(_dot(*each, size) for each in zip(stops, named, labels, strict=True))


def _named(stop: Stop, at: Mapping[str, XY], frame_of: Mapping[str, Frame]) -> Named:
    return Named(*at[stop.id], stop.name, frame_of[stop.id].inside, stop.label_offset)


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
    return tuple(_curve(*link, at, frame_of, layout) for link in _links(tie, at))


def _links(tie: Tie, at: Mapping[str, XY]) -> Iterator[tuple[str, str]]:
    """From each place of one side to each of the other."""
    for one in tie.one:
        for other in tie.other:
            if one in at and other in at:
                yield one, other


def _curve(
    one: str, other: str, at: Mapping[str, XY], frame_of: Mapping[str, Frame], layout: Layout
) -> Curve:
    if frame_of[one] is frame_of[other]:
        return bow(at[one], at[other])
    return bridge(at[one], at[other], layout)


def _rounded(point: XY) -> XY:
    return round(point[0], 1), round(point[1], 1)
