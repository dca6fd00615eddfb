"""Places → maps: which part of the earth to show, its land, and where everything is drawn.

Nothing here knows a language or a page: names come in, coordinates of a drawing come out.
"""

from atlas.map import land
from atlas.map.drawing import Arc, Dot, Drawing, Stop, Tie, draw
from atlas.map.frames import Frame, Layout, locate
from atlas.map.panels import Panel, Survey, survey

__all__ = [
    "Arc", "Dot", "Drawing", "Frame", "Layout", "Panel", "Stop", "Survey", "Tie", "draw", "land",
    "locate", "survey",
]  # fmt: skip
