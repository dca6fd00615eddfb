"""The real site in a real browser."""

from typing import Any, Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, Request

from tests.browsing import NARROW, WIDE, context
from tests.conftest import BASE_URL
from tests.test_data import PAIRINGS

PAGES = (
    "", "programmes/", "programmes/japan-china-air-quality/", "pairings/",
    "pairings/tokorozawa-bratislava/", "pairings/kobe-tianjin/", "places/", "places/bratislava/",
    "themes/", "themes/smart-city/", "organisations/iges/", "timeline/", "sources/",
    "sources/tokorozawa-iuc/", "glossary/", "data/", "data/api/", "about/", "contribute/", "contribute/rules/",
    "contribute/fields/", "contribute/form/", "accessibility/",
)  # fmt: skip


@pytest.mark.parametrize("language", ["", "en/"])
def test_all_22_pairings_are_to_be_seen(page: Page, address: str, language: str) -> None:
    """In the list, as links that lead to their pages."""
    page.goto(f"{address}{language}pairings/")
    rows = page.locator("table tbody tr")
    links = rows.locator("th a").evaluate_all("all => all.map(a => a.getAttribute('href'))")
    assert {f"{pairing}/" for pairing in PAIRINGS} <= set(links)
    for number in range(len(links)):
        assert rows.nth(number).is_visible()
    rows.nth(0).locator("th a").click()
    assert page.locator("h1").inner_text()


def test_the_language_switch_stays_on_the_page(page: Page, address: str) -> None:
    """From Japanese to English and back."""
    page.goto(f"{address}pairings/kobe-marseille/")
    page.get_by_role("link", name="English").click()
    assert page.url == f"{address}en/pairings/kobe-marseille/"
    assert page.locator("h1").inner_text() == "Kobe – Marseille"
    page.get_by_role("link", name="日本語").click()
    assert page.url == f"{address}pairings/kobe-marseille/"


def test_the_search_that_machines_are_told_of_works(page: Page, address: str) -> None:
    """The address in the first page's JSON-LD, with a word put in its gap, finds it."""
    script = page.request.get(address).text().partition('"urlTemplate":"')[2]
    template = script.partition('"')[0].replace(BASE_URL, address)
    page.goto(template.replace("{search_term_string}", "ところざわし"))
    page.locator(".md-search-result__link[href*='places/tokorozawa/']").first.wait_for()


def test_without_javascript_all_content_is_there(browser: Browser, address: str) -> None:
    """Only search needs it."""
    with context(browser, scripts=False) as opened:
        page = opened.new_page()
        page.goto(f"{address}pairings/")
        assert page.locator("table tbody tr:visible").count() >= 22
        page.goto(f"{address}pairings/tokorozawa-bratislava/")
        assert page.locator(".atlas-events > li:visible").count() >= 10


def test_a_page_that_is_not_there_leads_on(page: Page, address: str) -> None:
    """In both languages, to lists that are there."""
    page.goto(f"{address}404.html")
    assert page.locator("h1").inner_text() == "ページが見つかりません"
    page.get_by_role("link", name="All pairings").click()
    page.locator("table tbody tr").nth(21).wait_for()


WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
AXE = {"runOnly": WCAG, "resultTypes": ["violations"]}  # what passes need not be described
_COLOURS = ["color-contrast", "link-in-text-block"]
AXE_OF_COLOURS = {**AXE, "runOnly": {"type": "rule", "values": _COLOURS}}
"""All that another scheme of colours can change."""
AXE_OF_STRUCTURE = {**AXE, "rules": {rule: {"enabled": False} for rule in _COLOURS}}
"""Everything else. Judging colours takes longest, and their style sheet is the same for all."""


@pytest.mark.parametrize(
    ("size", "language", "colours"),
    [(WIDE, "", True), (WIDE, "en/", False), (NARROW, "", False), (NARROW, "en/", True)],
    ids=["wide-ja", "wide-en", "narrow-ja", "narrow-en"],
)
def test_pages_are_accessible_and_keep_to_themselves(
    browser: Browser, address: str, size: tuple[int, int], language: str, colours: bool
) -> None:
    """Every kind of page, its colours light and dark.

    axe finds nothing (WCAG 2.0 to 2.2, A and AA, and best practice), no request leaves the site,
    none fails, the console stays silent, and nothing scrolls sideways.
    """
    looks: dict[Literal["light", "dark"], Any] = (
        {"light": AXE, "dark": AXE_OF_COLOURS} if colours else {"light": AXE_OF_STRUCTURE}
    )
    trouble: list[str] = []
    note = trouble.append
    under_way: set[Request] = set()
    with context(browser, size) as opened:
        page = opened.new_page()
        page.on("request", lambda r: None if r.url.startswith(address) else note(f"left: {r.url}"))
        page.on("response", lambda r: None if r.status < 400 else note(f"{r.status}: {r.url}"))
        page.on("requestfailed", lambda r: note(f"failed: {r.url}"))
        page.on("request", lambda r: under_way.add(r))
        page.on("requestfinished", lambda r: under_way.discard(r))
        page.on("requestfailed", lambda r: under_way.discard(r))
        page.on("console", lambda m: note(f"console: {m.text}"))
        page.on("pageerror", lambda e: note(f"error: {e}"))
        for path in (*(language + path for path in PAGES), "404.html"):
            page.goto(address + path)
            if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
                note(f"{path}: scrolls sideways")
            page.evaluate(Axe().axe_script)
            for scheme, options in looks.items():  # without motion, colours change at once
                page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
                for found in page.evaluate("options => axe.run(options)", options)["violations"]:
                    names = [node["target"] for node in found["nodes"]]
                    note(f"{path}, {scheme}: {found['id']}: {names}")
            while under_way:  # or leaving would abort it
                page.wait_for_timeout(10)
    assert trouble == []
