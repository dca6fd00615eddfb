"""The windows of a map: side by side or one below the other, each onto one part of the earth."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from atlas.map.panels import Panel
from atlas.map.sphere import Point
from atlas.map.spots import XY, Box

Layout = Literal["wide", "upright", "compact"]
"""A large map on a wide screen, the same on a narrow one, a small map of few places on any."""


WIDTH: Mapping[Layout, float] = {"wide": 840.0, "upright": 358.0, "compact": 470.0}
_GUTTER = 10.0
_TALLEST: Mapping[Layout, float] = {"wide": 500.0, "upright": 420.0, "compact": 270.0}
_INSET = 3.0
_ABREAST = 3
"""How many frames stand in one row at most."""


_LOCATOR = (300.0, 180.0)
_LOCATOR_SHOWS = 0.85
"""The share of a panel's longer side that a locator shows."""


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


def frames(panels: Sequence[Panel], layout: Layout) -> Iterator[Frame]:
    """Lay out a window onto each panel."""
    return (_column if layout == "upright" else _row)(panels, layout)


def locate(panel: Panel, point: Point) -> Frame:
    """Return a window onto a panel with one place in its middle."""
    width, height = _LOCATOR
    x, y = panel.position(point)
    wide = max(panel.width, panel.height) * _LOCATOR_SHOWS
    high = wide * height / width
    return Frame(panel.name, 0, 0, width, height, (x - wide / 2, y - high / 2, wide, high))


def _row(panels: Sequence[Panel], layout: Layout) -> Iterator[Frame]:
    """Side by side over the whole width, those of a row of one height; at most three in a row."""
    top, rows = 0.0, -(-len(panels) // _ABREAST)
    for number in range(rows):
        row = panels[number * len(panels) // rows : (number + 1) * len(panels) // rows]
        frames = list(_abreast(row, layout, round(top, 1)))
        yield from frames
        top += frames[0].height + _GUTTER


def _abreast(panels: Sequence[Panel], layout: Layout, top: float) -> Iterator[Frame]:
    room = WIDTH[layout] - _GUTTER * (len(panels) - 1)
    shapes = [panel.width / panel.height for panel in panels]
    height = round(min(room / sum(shapes or [1]), _TALLEST[layout]), 1)
    x = 0.0
    for panel, shape in zip(panels, shapes, strict=True):
        width = room * shape / sum(shapes)
        yield _frame(panel, round(x, 1), top, round(width, 1), height)
        x += width + _GUTTER


def _column(panels: Sequence[Panel], layout: Layout) -> Iterator[Frame]:
    """One below the other, all of one width."""
    width, y = WIDTH[layout], 0.0
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
