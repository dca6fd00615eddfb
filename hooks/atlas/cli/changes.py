"""`atlas changes`: what a change of the data does, for those who review it."""

import os
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, nullcontext
from datetime import UTC, datetime
from pathlib import Path
from typing import NoReturn

import click

import atlas
from atlas import views
from atlas.changes import markdown, report, summary, terminal
from atlas.changes.document import Block
from atlas.changes.figures import figures
from atlas.changes.teller import Teller
from atlas.cli.options import DATA
from atlas.cli.revision import RevisionError, data_at
from atlas.text import LANGUAGES, Language, Text, language_of_locale

_LIMIT = 1024 * 1024 - 4096
"""How many bytes GitHub takes as the summary of a step (1 MiB), and a little less."""

_WHICH = Text(
    ja="前のデータを一つ指定してください：データのフォルダー（BASE）か、--git 版。",
    en="Say which earlier data to compare with: a data folder (BASE), or --git REVISION.",
)
_NO_BASE = Text(
    ja="前のデータのフォルダー「{path}」がありません。",
    en="There is no folder “{path}” with earlier data.",
)

Tell = Callable[[Teller], Iterator[Block]]


@click.command()
@click.argument("base", type=click.Path(path_type=Path), required=False)
@click.option("--git", "revision", help="BASEの代わりに、Gitの版 / a revision instead of BASE")
@DATA
@click.option(
    "--lang",
    type=click.Choice([*LANGUAGES, "both"]),
    help="言語。markdownでは、指定しなければ両方 / language; of markdown both, if not given",
)
@click.option(
    "--format",
    "layout",
    type=click.Choice(["text", "markdown"]),
    default="text",
    help="出力の形 / how it is written",
)
@click.option(
    "--site",
    envvar="SITE_URL",
    default="http://127.0.0.1:8000/",
    help="リンク先のサイト / address of the site that links lead to",
)
@click.option("--download", default="", help="作ったサイトの置き場所 / where the built site is")
def changes(
    base: Path | None,
    revision: str | None,
    data: Path,
    lang: str | None,
    layout: str,
    site: str,
    download: str,
) -> None:
    """前のデータ BASE からの変更点をまとめます。 / Sum up what changed since the data in BASE."""
    if (base is None) == (revision is None):
        _stop(_WHICH, {})
    if base is not None and not base.exists():
        _stop(_NO_BASE, {"path": str(base)})
    try:
        with _earlier(base, revision, data) as folder:
            tell = _teller(folder, data, site, download)
    except RevisionError as error:
        _stop(error.reason, error.values)
    tellers = [Teller(language, site) for language in _languages(lang, layout)]
    texts = [_written(teller, tell, layout, len(tellers)) for teller in tellers]
    click.echo("\n---\n\n".join(texts), nl=False)


def _languages(lang: str | None, layout: str) -> tuple[Language, ...]:
    """A summary is for readers of either language; who sits at a terminal has a locale."""
    if lang == "both" or (lang is None and layout == "markdown"):
        return LANGUAGES
    spoken = lang or language_of_locale(os.environ)
    return tuple(language for language in LANGUAGES if language == spoken)


def _stop(reason: Text, values: Mapping[str, str]) -> NoReturn:
    click.echo(reason.fill(language_of_locale(os.environ), values), err=True)
    sys.exit(2)


def _earlier(base: Path | None, revision: str | None, data: Path) -> AbstractContextManager[Path]:
    return data_at(revision, data) if revision is not None else nullcontext(base or Path())


def _teller(base: Path, data: Path, site: str, download: str) -> Tell:
    """Load and compare the data, and return what tells of them."""
    now = datetime.now(UTC)
    later = atlas.load(data)
    if later.graph is None:
        return lambda t: report.of_problems(t, later.problems)
    earlier = atlas.load(base) if base.exists() else None
    if earlier and earlier.graph is None:
        counted = figures(None, views.setting(later.graph, site, now))
        return lambda t: report.of_unreadable_base(t, earlier.problems, counted, download)
    before = summary.version(earlier, site, now) if earlier else None
    found = summary.between(before, summary.version(later, site, now))
    return lambda t: report.of_changes(t, found, download, alone=before is None)


def _written(t: Teller, tell: Tell, layout: str, languages: int) -> str:
    if layout == "text":
        return terminal.written(tell(t))
    return markdown.written(tell(t), _LIMIT // languages, report.too_long(t))
