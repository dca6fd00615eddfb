"""Stock Material: a small MkDocs project with the theme as it comes, nothing overridden."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from lxml import html

from tests.conftest import run

SETTINGS = """\
site_name: Stock Material
site_url: {address}
theme: {{name: material, language: {language}}}
"""


def build(
    folder: Path,
    pages: Mapping[str, str],
    address: str = "http://127.0.0.1:8000/",
    language: str = "en",
) -> Path:
    """Build Markdown pages, by their paths below docs/, in an empty folder; return the site."""
    for path, text in {"mkdocs.yml": SETTINGS.format(address=address, language=language),
                       **{f"docs/{page}": text for page, text in pages.items()}}.items():  # fmt: skip
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, "utf-8")
    built = run("mkdocs", "build", "--strict", cwd=folder)
    if built.returncode:
        raise RuntimeError(built.stderr)
    return folder / "site"


def markdown(page: bytes) -> str:
    """Write the text of one of our built pages as plain Markdown: headings, lists, tables, text."""
    root: Any = html.fromstring(page.decode("utf-8"))
    (article,) = root.find_class("md-content__inner")
    blocks = []
    for part in article.iter("h1", "h2", "h3", "p", "li", "dt", "dd", "table"):
        if part.tag == "table":
            blocks.append(_table(part))
        elif not part.xpath("ancestor::table or descendant::p or descendant::li"):
            blocks.append(LEADS.get(part.tag, "") + _text(part))
    return "\n\n".join(blocks) + "\n"


LEADS = {"h1": "# ", "h2": "## ", "h3": "### ", "li": "- ", "dt": "#### "}


def _table(table: Any) -> str:
    rows = [[_text(cell) for cell in row.xpath("th|td")] for row in table.iter("tr")]
    rows.insert(1, ["---"] * len(rows[0]))
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def _text(part: Any) -> str:
    return re.sub(r"([\\`*_<\[|])", r"\\\1", " ".join(part.text_content().split()))
