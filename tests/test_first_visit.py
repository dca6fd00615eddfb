"""What a first visit weighs, and that nothing on a page moves while it loads."""

import gzip
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, Route

from tests.browsing import NARROW, WIDE, context
from tests.test_browser import PAGES

MOVED = 0.1
"""Cumulative layout shift; what Web Vitals call good. On a slow line the columns of a table settle while
its rows arrive, by 0.06 at most; a form that a script put in moved the list by 0.35."""

MOST = 60 * 1024
"""Bytes of a first visit to a pairing's page, compressed."""

FILTERED = (
    "pairings/?country=SK",
    "pairings/?text=市&sort=since&order=desc",
    "pairings/?text=none",
)

NOTE_SHIFTS = """
  window.shifts = [];
  new PerformanceObserver((list) => {
    for (const { value, sources } of list.getEntries()) {
      window.shifts.push([value, sources.map(({ node }) => (node?.parentNode ?? node)?.outerHTML?.slice(0, 90))]);
    }
  }).observe({ type: "layout-shift", buffered: true });
"""


def _asked(browser: Browser, address: str, site: Path, path: str) -> dict[str, int]:
    """The files that a browser asks for on its first visit, and their compressed sizes."""
    asked: set[str] = set()
    with context(browser) as opened:
        page = opened.new_page()
        page.on("request", lambda request: asked.add(urlsplit(request.url).path))
        page.goto(address + path)
        page.wait_for_load_state("networkidle")
    start = urlsplit(address).path
    names = {name.removeprefix(start) for name in asked}
    files = {name: site / (f"{name}index.html" if name.endswith("/") else name) for name in names}
    return {name: len(gzip.compress(file.read_bytes(), 6)) for name, file in files.items()}


@pytest.mark.parametrize("language", ["", "en/"], ids=["ja", "en"])
def test_a_first_visit_to_a_pairing_is_light(
    browser: Browser, address: str, site: Path, language: str
) -> None:
    """Every pairing's page and all that a browser fetches with it: 60 KiB compressed at the most."""
    root = site / language / "pairings"
    heavy = []
    for page in sorted(each.parent.name for each in root.glob("*/index.html")):
        files = _asked(browser, address, site, f"{language}pairings/{page}/")
        assert len(files) > 4
        if (total := sum(files.values())) > MOST:
            parts = ", ".join(
                f"{name} {size}" for name, size in sorted(files.items(), key=lambda f: -f[1])
            )
            heavy.append(
                f"{language}pairings/{page}/ weighs {total} bytes, more than {MOST}: {parts}"
            )
    assert not heavy, "\n".join(heavy)


@pytest.mark.parametrize("language", ["ja", "en"])
def test_the_search_is_fetched_when_it_is_first_used(
    page: Page, address: str, language: str
) -> None:
    """Neither on the visit nor while reading; then the index of the page's language alone."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(urlsplit(request.url).path))
    root = address if language == "ja" else f"{address}en/"
    page.goto(f"{root}pairings/tokorozawa-bratislava/")
    page.wait_for_load_state("networkidle")
    assert not [path for path in asked if "javascripts/" in path]
    page.mouse.wheel(0, 500)
    page.locator("script[src*='javascripts/bundle']").wait_for(state="attached")
    page.wait_for_load_state("networkidle")
    assert not [path for path in asked if "search" in path]
    page.locator(".md-search__input").focus()
    page.locator(".md-search__input").fill("Tokorozawa")
    page.locator(".md-search-result__link").first.wait_for()
    assert {path.rpartition("/")[2] for path in asked if path.endswith(".json")} == {
        f"{language}.json"
    }


@pytest.mark.parametrize("language", ["", "en/"], ids=["ja", "en"])
@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
def test_nothing_moves_while_a_page_loads(
    browser: Browser, address: str, size: tuple[int, int], language: str
) -> None:
    """On every kind of page, and on the list with something to choose in its address."""
    moved = []
    with context(browser, size) as opened:
        page = opened.new_page()
        page.add_init_script(NOTE_SHIFTS)
        for path in (*PAGES, *FILTERED):
            page.goto(address + language + path)
            page.wait_for_load_state("networkidle")
            shifts = page.evaluate("shifts")
            if sum(value for value, _ in shifts) >= MOVED:
                moved.append((language + path, shifts))
    assert moved == []


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
def test_the_search_has_its_room_before_its_script(
    browser: Browser, address: str, size: tuple[int, int]
) -> None:
    """Where the script is long in coming, the header is painted without it, and stays as it is."""
    header = """() => [...document.querySelectorAll(".md-header__inner *")].map((each) => {
      const { left, width } = each.getBoundingClientRect();
      return [left, width];
    })"""
    held: list[Route] = []
    with context(browser, size) as opened:
        page = opened.new_page()
        page.route("**/on-demand.js", lambda route: held.append(route))
        page.goto(address, wait_until="commit")
        page.locator(".md-copyright").wait_for()
        assert page.locator("html.no-js").count() == len(held) == 1
        before = page.evaluate(header)
        held[0].continue_()
        page.locator("html.js").wait_for()
        assert page.evaluate(header) == before
