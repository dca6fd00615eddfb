"""`atlas build`: the whole site, verified before it takes the place of the old one."""

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import click

import atlas
from atlas import routes, views
from atlas.cli.options import LANG
from atlas.graph import Graph
from atlas.text import LANGUAGES, Language, Text, language_of_locale

_NOT_BUILT = Text(
    ja="サイトは作りませんでした。{site} はもとのままです。",
    en="The site was not built; {site} is as it was.",
)
_BUILT = Text(
    ja="{site} にサイトを作りました：{pages}ページ（日本語と英語）、{size} MB、{seconds}秒。",
    en="Built the site into {site}: {pages} pages in Japanese and English, {size} MB, {seconds} s.",
)
_INCOMPLETE = Text(
    ja="できあがったサイトに、あるはずのファイルがないか空です：{names}",
    en="Files of the built site are missing or empty: {names}",
)


@click.command()
@LANG
def build(lang: Language | None) -> None:
    """サイトを site/ に作ります。 / Build the site into site/.

    It is built beside the old site, verified, and only then put in its place.
    """
    language = lang or language_of_locale(os.environ)
    began = time.monotonic()
    site, new, old = Path("site"), Path(".site.new"), Path(".site.old")
    if old.exists() and not site.exists():  # a build was cut short between the two renamings
        old.rename(site)
    shutil.rmtree(new, ignore_errors=True)
    fault = _build_into(new) or _fault(new, language)
    if fault:
        shutil.rmtree(new, ignore_errors=True)
        not_built = _NOT_BUILT.fill(language, {"site": f"{site}/"})
        click.echo("\n".join(part for part in (fault.strip(), not_built) if part), err=True)
        sys.exit(1)
    _swap(new, site, old)
    values = {
        "site": f"{site}/",
        "pages": str(sum(1 for _ in site.rglob(routes.PAGE_FILE))),
        "size": f"{sum(f.stat().st_size for f in site.rglob('*') if f.is_file()) / 1e6:.1f}",
        "seconds": f"{time.monotonic() - began:.1f}",
    }
    click.echo(_BUILT.fill(language, values))


def _build_into(folder: Path) -> str | None:
    """Run MkDocs strictly, as a command of its own; return blank text if it fails.

    What it has to say of the failure it prints itself.
    """
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(folder)]
    return None if subprocess.run(command, check=False).returncode == 0 else " "


def _fault(folder: Path, language: Language) -> str | None:
    """Name what the built site lacks, if anything."""
    graph = atlas.load(Path("data")).graph
    assert graph is not None  # MkDocs has just built the site from it
    missing = [name for name in _expected_files(graph) if not _is_whole(folder / name)]
    return _INCOMPLETE.fill(language, {"names": ", ".join(missing[:20])}) if missing else None


def _expected_files(graph: Graph) -> list[str]:
    pages = [
        routes.output_file(route, language)
        for route in views.all_routes(graph)
        for language in LANGUAGES
    ]
    return [*pages, *routes.SITE_FILES]


_ENDINGS = {".html": "</html>", ".xml": "</urlset>", ".json": "}"}


def _is_whole(file: Path) -> bool:
    """Whether a file was written to its end."""
    if not file.is_file():
        return False
    content = file.read_text("utf-8").rstrip()
    return bool(content) and content.endswith(_ENDINGS.get(file.suffix, ""))


def _swap(new: Path, site: Path, old: Path) -> None:
    shutil.rmtree(old, ignore_errors=True)
    if site.exists():
        site.rename(old)
    new.rename(site)
    shutil.rmtree(old, ignore_errors=True)
