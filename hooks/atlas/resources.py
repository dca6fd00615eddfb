"""The files that belong to this package: its templates, its font, and the geometry of the maps."""

import json
from pathlib import Path
from struct import unpack
from typing import Any

_PACKAGE = Path(__file__).parent

TEMPLATES = _PACKAGE / "templates"
"""The folder of the Jinja templates."""

_LAYOUT = _PACKAGE / "html"
"""The modules that write parts of pages as HTML."""

FONT = _PACKAGE / "fonts" / "BIZUDPGothic_700Bold.ttf"
"""The font of drawn pictures; see the README beside it."""


def layouts() -> tuple[str, ...]:
    """Return the text of all that lays pages out: of the templates, and of functions for parts."""
    files = [*TEMPLATES.rglob("*.html"), *_LAYOUT.glob("*.py")]
    return tuple(file.read_text("utf-8") for file in sorted(files))


def font_table(name: str) -> bytes:
    """Return a table of the font by its tag of four letters (OpenType, "Organization of an OpenType font").

    Raises LookupError if the font has no such table.
    """
    with FONT.open("rb") as file:
        (tables,) = unpack(">4xH6x", file.read(12))
        for _ in range(tables):
            tag, start, length = unpack(">4s4xLL", file.read(16))
            if tag == name.encode():
                file.seek(start)
                return file.read(length)
    raise LookupError(name)


LAND = _PACKAGE / "geometry" / "land-50m.json"
"""The world's land as TopoJSON, of which `COAST` is made; see geometry/README.md."""

COAST = _PACKAGE / "geometry" / "coast.json"
"""The world's land as the maps read it."""


def coast() -> Any:
    """Return the world's land; see geometry/README.md."""
    return json.loads(COAST.read_bytes())


def inhabited() -> dict[str, list[list[float]]]:
    """Return points (latitude, longitude) where people live, by country; see geometry/README.md."""
    points: dict[str, list[list[float]]] = json.loads(
        (_PACKAGE / "geometry" / "countries.json").read_bytes()
    )
    return points
