"""`atlas check`: the data alone, within a second."""

import os
import sys
import time
from pathlib import Path

import click

import atlas
from atlas import problem
from atlas.cli.options import DATA, LANG
from atlas.text import Language, Text, language_of_locale

_CHECKED = Text(
    ja="{files}ファイルを確かめました。問題はありません（{seconds}秒）。次は make serve で見られます。",
    en="Checked {files} files: no problems ({seconds} s). Next: make serve shows the site.",
)


@click.command()
@LANG
@DATA
def check(lang: Language | None, data: Path) -> None:
    """データを確かめます。 / Check the data."""
    language = lang or language_of_locale(os.environ)
    began = time.monotonic()
    loaded = atlas.load(data)
    if loaded.problems:
        click.echo(problem.report(loaded.problems, language), err=True)
        sys.exit(1)
    values = {"files": str(len(loaded.files)), "seconds": f"{time.monotonic() - began:.1f}"}
    click.echo(_CHECKED.fill(language, values))
