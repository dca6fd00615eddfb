"""Problems as a terminal shows them, whatever the command that met them."""

import os
from collections.abc import Iterable, Mapping

import click

from atlas import report
from atlas.problem import Problem
from atlas.text import Language

_COLOURS: Mapping[str, Mapping[str, str | bool]] = {
    "place": {"bold": True},
    "error": {"fg": "red", "bold": True},
    "caret": {"fg": "red"},
    "mended": {"fg": "green"},
}


def site() -> str:
    """Return the address of the published site, where the environment says it."""
    return report.public(os.environ.get("SITE_URL", ""))


def tell(problems: Iterable[Problem], language: Language) -> None:
    """Print problems to standard error."""
    say(report.text(problems, language, site(), _paint), err=True)


def say(text: str, *, err: bool = False) -> None:
    """Print what may have colours: they are kept in a terminal, unless NO_COLOR is set."""
    colour = False if os.environ.get("NO_COLOR") else None  # None: as the terminal can
    click.echo(text, err=err, color=colour)


def _paint(text: str, part: str) -> str:
    return click.style(text, **_COLOURS[part])  # type: ignore[arg-type]  # names of click's own
