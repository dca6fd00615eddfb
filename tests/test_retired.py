"""Records that are kept only as signposts: what their pages say, and how lists show them."""

from collections.abc import Callable
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from lxml import html

import atlas
from tests.conftest import BASE_URL, NOW, add_line

RETIRED = "retired: {on: 2020-01-01, reason: {ja: まとめました。, en: Merged.}, see: kawabe}"
PAGE = {
    "ja": "このページの更新は、2020年1月1日に終わりました。まとめました。代わりに「川辺市」をご覧ください。",
    "en": "This page has not been updated since 1 January 2020. Merged. Please see Kawabe instead.",
}
TAG = {"ja": "更新終了", "en": "No longer updated"}
ENTRY = {
    "ja": PAGE["ja"].replace("このページ", "この項目"),
    "en": PAGE["en"].replace("This page", "This entry"),
}


def _publish(data: Path) -> Callable[[str, str], Any]:
    """Make the site, and return what reads one of its pages."""
    pages = atlas.publish(data, BASE_URL, NOW).pages
    return lambda page, language: html.fromstring(pages[f"{page}index.{language}.md"].html)


@pytest.mark.parametrize(
    ("record", "page", "said"),
    [
        ("programmes/river-links", "programmes/river-links/", PAGE),
        ("pairings/kawabe-donaustadt", "pairings/kawabe-donaustadt/", PAGE),
        ("places/donaustadt", "places/donaustadt/", PAGE),
        ("themes/flooding", "themes/flooding/", PAGE),
        ("organisations/institute", "organisations/institute/", PAGE),
        ("sources/report", "sources/report/", PAGE),
        ("glossary/levee", "glossary/", ENTRY),
        ("timelines/kawabe-donaustadt", "pairings/kawabe-donaustadt/", ENTRY),
        ("timelines/river-links", "programmes/river-links/", ENTRY),
    ],
)
def test_a_retired_record_says_so_and_leads_on(
    record: str, page: str, said: dict[str, str], data: Path
) -> None:
    """Why, since when, and what to look at instead; a part of a page says so at that part."""
    add_line(data, record, RETIRED)
    read = _publish(data)
    for language, text in said.items():
        (notice,) = read(page, language).find_class("atlas-notice")
        assert notice.text_content() == text
        (link,) = notice.iter("a")
        assert link.get("href").endswith("/kawabe/")
        around = notice.xpath("ancestor::*[@id='levee']|ancestor::section/h2[@id='timeline']")
        assert len(around) == (said is ENTRY)


@pytest.mark.parametrize(
    ("record", "pages"),
    [
        ("programmes/river-links", ["programmes/"]),
        ("pairings/kawabe-donaustadt", ["pairings/", "themes/flooding/", "places/kawabe/"]),
        ("places/donaustadt", ["places/", "sources/bulletin/"]),
        ("themes/flooding", ["themes/", "sources/bulletin/"]),
        ("organisations/institute", ["programmes/", "sources/report/"]),
        ("sources/report", ["sources/"]),
    ],
)
def test_lists_mark_what_is_retired(record: str, pages: list[str], data: Path) -> None:
    """Once, right after the name, and nothing else."""
    before = _publish(data)
    add_line(data, record, RETIRED)
    after = _publish(data)
    for page, (language, tag) in product(pages, TAG.items()):
        assert tag not in before(page, language).text_content()
        marks = [m for m in after(page, language).find_class("atlas-tag") if m.text == tag]
        assert [mark.getprevious().tag for mark in marks] == ["a"]
        assert marks[0].getprevious().get("href").rstrip("/").endswith(record.partition("/")[2])


def test_what_is_retired_still_counts(data: Path) -> None:
    """It was so: figures, maps and events stay as they were."""
    before = _publish(data)("", "en")
    add_line(data, "pairings/kawabe-donaustadt", RETIRED)
    after = _publish(data)("", "en")
    for name in ("atlas-figures", "atlas-map"):
        (old,), (new,) = before.find_class(name), after.find_class(name)
        assert html.tostring(old) == html.tostring(new)
