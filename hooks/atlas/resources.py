"""The files that belong to this package: its templates, its font, and the geometry of the maps."""

import json
from pathlib import Path
from typing import Any

_PACKAGE = Path(__file__).parent

TEMPLATES = _PACKAGE / "templates"
"""The folder of the Jinja templates."""

FONT = _PACKAGE / "fonts" / "BIZUDPGothic_700Bold.ttf"
"""The font of drawn pictures; see the README beside it."""


def land() -> Any:
    """Return the world's land as TopoJSON; see geometry/README.md."""
    return json.loads((_PACKAGE / "geometry" / "land-50m.json").read_bytes())
