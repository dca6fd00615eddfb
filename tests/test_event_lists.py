"""Very many events are told in brief where they are listed, and in full where they belong."""

import json
from pathlib import Path
from typing import Any

import pytest
from lxml import html

import atlas
from atlas.pages import Rendered
from atlas.views import event_lists
from tests.conftest import BASE_URL, NOW


def _pages(data: Path) -> dict[str, Rendered]:
    site = atlas.publish(data, BASE_URL, NOW)
    assert not site.problems, site.report("en")
    return dict(site.pages)


@pytest.fixture
def brief(data: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, Rendered]:
    """The pages of a site for which two events are very many."""
    monkeypatch.setattr(event_lists, "MANY", 1)
    return _pages(data)


@pytest.mark.parametrize("page", ["timeline", "programmes/river-links", "places/kawabe"])
def test_a_list_of_very_many_leads_to_the_pages_that_tell_them(
    page: str, brief: dict[str, Rendered]
) -> None:
    """When it was and what it is called; the list says that there is more, and where."""
    shown = brief[f"{page}/index.en.md"]
    root: Any = html.fromstring(shown.html)
    assert "There are many events" in root.text_content()
    events = root.xpath("//ol[@class='atlas-events']/li")
    assert len(events) > 1
    for event in events:
        (link,) = event.xpath("h3//a/@href")
        target, _, anchor = link.rpartition("#")
        assert target.endswith("pairings/kawabe-donaustadt/")
        told: Any = html.fromstring(brief["pairings/kawabe-donaustadt/index.en.md"].html)
        (full,) = told.xpath(f"//li[@id='{anchor}']")
        assert full.xpath("string(.//h3)").startswith(event.xpath("string(.//h3)"))
        assert full.xpath(".//sup[@class='atlas-ref']")
        assert event.xpath("string(p[@class='atlas-when'])").strip()
        assert not event.xpath("p[not(@class)]")


def test_of_still_more_the_latest_are_listed(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With those that are told nowhere else; the page says how many there are, and where they all are."""
    monkeypatch.setattr(event_lists, "MANY", 1)
    monkeypatch.setattr(event_lists, "MOST", 1)
    pages = _pages(data)
    page: Any = html.fromstring(pages["programmes/river-links/index.en.md"].html)
    shown = page.xpath("//ol[@class='atlas-events']/li/@id")
    assert shown == ["river-links--summer-visit", "kawabe-donaustadt--fiscal-2019"]
    assert "Of 4 events, 2 are listed here, mainly the latest." in page.text_content()
    assert "../../timeline/" in page.xpath("//a[text()='See the whole timeline']/@href")
    whole: Any = html.fromstring(pages["timeline/index.en.md"].html)
    assert len(whole.xpath("//ol[@class='atlas-events']/li")) == 4


def test_machines_are_told_events_where_readers_are(brief: dict[str, Rendered]) -> None:
    """On the page of the pairing, and not on a page that only lists them."""

    def kinds(page: str) -> list[str]:
        return [thing["@type"] for thing in json.loads(brief[page].linked_data)["@graph"]]

    assert "Event" in kinds("pairings/kawabe-donaustadt/index.ja.md")
    assert "Event" not in kinds("timeline/index.ja.md")
    assert "Event" not in kinds("programmes/river-links/index.ja.md")


def test_few_events_are_told_in_full(data: Path) -> None:
    """Nothing is said of many, and what happened is there."""
    page: Any = html.fromstring(_pages(data)["timeline/index.en.md"].html)
    assert "There are many events" not in page.text_content()
    assert "They saw the" in page.text_content()
