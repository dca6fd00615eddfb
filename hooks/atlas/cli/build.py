"""`atlas build`: the whole site, verified before it takes the place of the old one."""

import os
import runpy
import shutil
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from traceback import format_exc

import click

from atlas import parallel, routes
from atlas.cli.options import LANG
from atlas.text import Language, Text, language_of_locale

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
        parallel.abandon()
        shutil.rmtree(new, ignore_errors=True)
        not_built = _NOT_BUILT.fill(language, {"site": f"{site}/"})
        click.echo("\n".join(part for part in (fault.strip(), not_built) if part), err=True)
        sys.exit(1)
    _swap(new, site, old)
    files = list(_sizes(site))
    values = {
        "site": f"{site}/",
        "pages": str(sum(name == routes.PAGE_FILE for name, _ in files)),
        "size": f"{sum(size for _, size in files) / 1e6:.1f}",
        "seconds": f"{time.monotonic() - began:.1f}",
    }
    click.echo(_BUILT.fill(language, values))


def _sizes(folder: str | Path) -> Iterator[tuple[str, int]]:
    """Go through all files below a folder: their names, and how many bytes they have."""
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir():
                yield from _sizes(entry.path)
            else:
                yield entry.name, entry.stat().st_size


def _build_into(folder: Path) -> str | None:
    """Run MkDocs strictly, as its own command would; return why it failed, if it did.

    What it has to say of that it prints itself; then the text is blank. It runs in this process: in another, Python
    would have to start and to import everything once more, half a second of two.
    """
    arguments = ["mkdocs", "build", "--strict", "--site-dir", str(folder)]
    before, sys.argv = sys.argv, arguments
    try:
        runpy.run_module("mkdocs", run_name="__main__", alter_sys=True)
    except SystemExit as end:
        return None if not end.code else " "
    except Exception:  # a broken template, say: whoever works on it is told all
        return format_exc()
    finally:
        sys.argv = before
    return None


def _fault(folder: Path, language: Language) -> str | None:
    """Name what the built site lacks, if anything: of the pages that its own map names, and beside."""
    if not (folder / routes.SITEMAP_FILE).is_file():
        missing = [routes.SITEMAP_FILE]
    else:
        pages = routes.mapped((folder / routes.SITEMAP_FILE).read_text("utf-8"))
        names = (*pages, *routes.SITE_FILES)
        missing = [name for name in names if not _is_whole(f"{folder}/{name}")]
    return _INCOMPLETE.fill(language, {"names": ", ".join(missing[:20])}) if missing else None


_ENDINGS = {".html": b"</html>", ".xml": b"</urlset>", ".json": b"}"}


def _is_whole(name: str) -> bool:
    """Whether a file was written to its end."""
    try:
        with open(name, "rb", buffering=0) as file:  # noqa: PTH123 - a Path takes longer, 20,000 times
            size = file.seek(0, os.SEEK_END)
            file.seek(max(size - 64, 0))
            end = file.read().rstrip()
    except OSError:
        return False
    return size > 0 and end.endswith(_ENDINGS.get(name[name.rfind(".") :], b""))


def _swap(new: Path, site: Path, old: Path) -> None:
    shutil.rmtree(old, ignore_errors=True)
    if site.exists():
        site.rename(old)
    new.rename(site)
    shutil.rmtree(old, ignore_errors=True)
