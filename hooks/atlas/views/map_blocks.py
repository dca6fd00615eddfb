"""What a map on a page is made of: plain values that a template lays out as SVG."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class MapFrame:
    """A window onto a part of the earth. `view` is an SVG viewBox, `land` an address."""

    x: float
    y: float
    width: float
    height: float
    view: str
    land: str
    caption: str


@dataclass(frozen=True, slots=True)
class MapLink:
    """A pairing, drawn as a curve that leads to its page. `path` is the data of an SVG path."""

    name: str
    href: str
    path: str
    ends: tuple[tuple[float, float], ...]
    places: str


@dataclass(frozen=True, slots=True)
class MapPlace:
    """A place with the lines of its name, and a line between the two where they are apart."""

    id: str
    href: str
    x: float
    y: float
    anchor: str
    lines: tuple[tuple[str, tuple[float, float]], ...]
    leader: str


@dataclass(frozen=True, slots=True)
class MapDrawing:
    """A map in one layout."""

    layout: str
    width: float
    height: float
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


@dataclass(frozen=True, slots=True)
class Locator:
    """A small map that shows where one place lies."""

    template = "locator"
    label: str
    tone: str
    width: float
    height: float
    frame: MapFrame
    x: float
    y: float
