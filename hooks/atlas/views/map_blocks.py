"""What a map on a page is made of: what was drawn, with its names and the addresses it leads to."""

from dataclasses import dataclass

from atlas.map import Arc, Dot, Drawing, Frame


@dataclass(frozen=True, slots=True)
class MapFrame:
    """A window onto a part of the earth, the address of its land, and what it is called."""

    drawn: Frame
    land: str
    caption: str


@dataclass(frozen=True, slots=True)
class MapLink:
    """A pairing, drawn as a curve that leads to its page."""

    drawn: Arc
    name: str
    href: str


@dataclass(frozen=True, slots=True)
class MapPlace:
    """A place, whose dot and name lead to its page."""

    drawn: Dot
    href: str


@dataclass(frozen=True, slots=True)
class MapDrawing:
    """A map in one layout."""

    drawn: Drawing
    frames: tuple[MapFrame, ...]
    links: tuple[MapLink, ...]
    places: tuple[MapPlace, ...]


@dataclass(frozen=True, slots=True)
class Map:
    """A map in the layouts that the page may need; the style sheet shows one of them."""

    template = "map"
    label: str
    hint: str
    tone: str
    drawings: tuple[MapDrawing, ...]
    overview: bool = False
    """Whether pairings are drawn as one and lead nowhere, for they are too many."""


@dataclass(frozen=True, slots=True)
class Locator:
    """A small map that shows where one place lies: in its middle."""

    template = "locator"
    label: str
    frame: MapFrame
