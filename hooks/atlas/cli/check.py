"""`atlas check`: the data alone, within a second."""

import os
import sys
import time
from pathlib import Path

import click

import atlas
from atlas import report
from atlas.cli.options import DATA, LANG
from atlas.cli.telling import site, tell
from atlas.text import Language, Text, language_of_locale

_CHECKED = Text(
    ja="{files}ファイルを確かめました。問題はありません（{seconds}秒）。次は make serve で見られます。",
    en="Checked {files} files: no problems ({seconds} s). Next: make serve shows the site.",
)


@click.command()
@LANG
@DATA
@click.option(
    "--format",
    "form",
    type=click.Choice(("text", "github", "json")),
    default="text",
    help="text、GitHub の注釈、JSON / text, annotations for GitHub, or JSON",
)
def check(lang: Language | None, data: Path, form: str) -> None:
    """データを確かめます。 / Check the data.

    文章は標準エラーに、GitHub の注釈と JSON は標準出力に出します。問題があれば1で終わります。 /
    Text goes to standard error, annotations and JSON to standard output. Problems end it with 1.
    """
    language = lang or language_of_locale(os.environ)
    began = time.monotonic()
    loaded = atlas.load(data)
    if form == "json":
        click.echo(report.as_json(loaded.problems, len(loaded.files), site()))
    elif form == "github":
        click.echo(report.github(loaded.problems, language, site()), nl=False)
    elif loaded.problems:
        tell(loaded.problems, language)
    if loaded.problems:
        sys.exit(1)
    if form != "json":
        seconds = f"{time.monotonic() - began:.1f}"
        click.echo(_CHECKED.fill(language, {"files": str(len(loaded.files)), "seconds": seconds}))
