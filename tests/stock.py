"""Stock Material: a small MkDocs project with the theme as it comes, nothing overridden."""

from collections.abc import Mapping
from pathlib import Path

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
