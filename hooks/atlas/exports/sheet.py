"""Draws shapes with smooth edges: several times larger than they will be, and then made smaller."""

from collections.abc import Sequence
from itertools import pairwise

from PIL import Image, ImageDraw

Point = tuple[float, float]

FULL = 255
"""How much ink there is at most."""


class Sheet:
    """A sheet whose pixels say how much ink they have; it is drawn larger than it will be."""

    def __init__(self, size: tuple[int, int], scale: int = 4) -> None:
        """Take a sheet without ink."""
        self.scale = scale
        self.image = Image.new("L", (size[0] * scale, size[1] * scale), 0)
        self.pen = ImageDraw.Draw(self.image)

    def at_size(self) -> Image.Image:
        """Return it as large as it is meant to be."""
        return self.image.reduce(self.scale)

    def dot(self, middle: Point, radius: float, ink: int = FULL) -> None:
        """Draw a disc."""
        (x, y), s = middle, self.scale
        box = ((x - radius) * s, (y - radius) * s, (x + radius) * s, (y + radius) * s)
        self.pen.ellipse(box, fill=ink)

    def square(self, first: Point, last: Point, radius: float, ink: int) -> None:
        """Draw a square with round corners."""
        box = tuple(part * self.scale for part in (*first, *last))
        self.pen.rounded_rectangle(box, radius * self.scale, fill=ink)

    def curve(self, points: tuple[Point, Point, Point, Point], width: float) -> None:
        """Draw a cubic Bézier curve with round ends."""
        for step in range(401):
            self.dot(_on_curve(points, step / 400), width / 2)


def _on_curve(points: Sequence[Point], t: float) -> Point:
    """Return the point that lies at `t`, from 0 to 1, on a Bézier curve (de Casteljau)."""
    while len(points) > 1:
        points = [(a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t) for a, b in pairwise(points)]
    return points[0]
