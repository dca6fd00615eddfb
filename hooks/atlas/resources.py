"""The files that belong to this package: its templates."""

from pathlib import Path

_PACKAGE = Path(__file__).parent

TEMPLATES = _PACKAGE / "templates"
"""The folder of the Jinja templates."""
