"""Options that several commands take."""

from pathlib import Path

import click

from atlas.text import LANGUAGES

LANG = click.option(
    "--lang", type=click.Choice(LANGUAGES), help="表示の言語 / language of what is printed"
)
DATA = click.option(
    "--data",
    type=click.Path(path_type=Path),
    default=Path("data"),
    help="データのフォルダー / the data folder",
)
