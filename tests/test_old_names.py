"""Ids that records once had: their addresses lead to the new ones, and so does what names them."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from lxml import html
from playwright.sync_api import Browser, Page

from tests import nu
from tests.browsing import context
from tests.changing import published
from tests.conftest import BASE_URL, ROOT, Golden, add_line, copy_project, run
from tests.published import publish
from tests.serving import served
from tests.test_browser import AXE

OLD_IDS = {
    "programmes/river-links": ["a-programme"],
    "pairings/kawabe-donaustadt": ["a-first-pairing", "a-pairing"],
    "places/donaustadt": ["a-place"],
    "themes/flooding": ["a-theme"],
    "organisations/institute": ["a-body"],
    "sources/report": ["a-document"],
    "glossary/levee": ["a-term"],
}
"""Records of the small data, and the ids that they are said to have had."""

PAGES = {
    f"{record.partition('/')[0]}/{old}": record
    for record, ids in OLD_IDS.items() if not record.startswith("glossary/")
    for old in ids
}  # fmt: skip
"""The new address of a page by its old one."""

ROOTS = {"ja": "", "en": "en/"}

pytestmark = pytest.mark.xdist_group("old names")  # one process builds the site


def _rename(data: Path) -> None:
    for record, ids in OLD_IDS.items():
        add_line(data, record, f"formerly: [{', '.join(ids)}]")


@pytest.fixture(scope="module")
def renamed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the small data with old ids, built strictly."""
    project = copy_project(tmp_path_factory.mktemp("renamed") / "project")
    _rename(project / "data")
    built = run("mkdocs", "build", "--strict", cwd=project, SITE_URL=BASE_URL)
    assert built.returncode == 0, built.stderr
    return project / "site"


@pytest.fixture(scope="module")
def home(renamed: Path) -> Iterator[str]:
    """The address at which that site is served."""
    with served(renamed) as server:
        yield server.address


def _read(file: Path) -> Any:
    return html.fromstring(file.read_bytes().decode("utf-8"))


@pytest.mark.parametrize("language", ROOTS)
def test_what_stands_at_an_old_address_is_as_before(
    language: str, data: Path, golden: Golden
) -> None:
    """A change of its template or view shows in the golden file."""
    _rename(data)
    text = published(data, f"{ROOTS[language]}pairings/a-pairing/index.html")
    golden(ROOT / "tests" / "golden" / f"moved.{language}.html", text.decode())


@pytest.mark.parametrize("language", ROOTS)
@pytest.mark.parametrize("old", PAGES)
def test_every_old_address_leads_to_the_record(renamed: Path, old: str, language: str) -> None:
    """In its language: by the canonical address, the refresh, and a link that names the record."""
    root, new = renamed / ROOTS[language], PAGES[old]
    moved, page = (_read(root / path / "index.html") for path in (old, new))
    (canonical,) = moved.xpath("/html/head/link[@rel='canonical']/@href")
    assert canonical == f"{BASE_URL}{ROOTS[language]}{new}/"
    assert page.xpath("//link[@rel='canonical']/@href") == [canonical]
    (link,) = moved.iter("a")
    assert moved.xpath("/html/head//meta[@http-equiv='refresh']/@content") == [
        f"0; url={link.get('href')}"
    ]
    assert (root / old / link.get("href")).resolve() == root / new
    assert link.text_content() == page.find(".//h1").text_content()
    assert moved.get("lang") == page.get("lang") == language
    assert moved.xpath("//meta[@name='robots']/@content") == ["noindex"]


@pytest.mark.parametrize("root", ROOTS.values(), ids=ROOTS)
def test_the_old_anchors_of_events_are_on_every_page_that_tells_them(
    renamed: Path, root: str
) -> None:
    """Calendars, tables and links that others saved name them."""
    anchors = {
        "kawabe-donaustadt--visit": ["a-first-pairing--visit", "a-pairing--visit"],
        "river-links--summer-visit": ["a-programme--summer-visit"],
    }
    for route in ("timeline", "pairings/kawabe-donaustadt", "programmes/river-links",
                  "places/donaustadt"):  # fmt: skip
        page = _read(renamed / root / route / "index.html")
        for anchor, old in anchors.items():
            (event,) = page.xpath(f"//li[@id='{anchor}']")
            assert event.xpath(".//span[not(node())]/@id") == old, route


def test_the_parts_of_a_programme_are_found_under_its_old_ids(data: Path) -> None:
    """As tables and shapes, with the same content."""
    _rename(data)
    files = publish(data)
    parts = {path for path in files if "/river-links/" in path}
    assert {Path(part).name for part in parts} == {
        "pairings.csv", "events.csv", "pairings.geojson", "places.geojson"
    }  # fmt: skip
    for part in parts:
        assert files[part.replace("river-links", "a-programme")] == files[part]


def test_old_addresses_are_no_pages_of_the_site(renamed: Path) -> None:
    """Neither the sitemap nor the search knows them, and nothing links to them."""
    for name in ("sitemap.xml", "search/ja.json", "search/en.json"):
        text = (renamed / name).read_text("utf-8")
        assert "pairings/kawabe-donaustadt/" in text
        assert not [old for old in PAGES if f"{old}/" in text]
    for page in renamed.rglob("*.html"):
        old = [
            href for href in _read(page).xpath("//@href") if href.rstrip("/").endswith(tuple(PAGES))
        ]
        assert old == []


def test_what_stands_at_old_addresses_is_valid_html(renamed: Path, tmp_path: Path) -> None:
    """The Nu HTML checker has no error and no warning."""
    for number, old in enumerate(PAGES):
        for language, root in ROOTS.items():
            text = (renamed / root / old / "index.html").read_text("utf-8")
            (tmp_path / f"{number}.{language}.html").write_text(text, "utf-8")
    messages = nu.check(tmp_path)
    assert not messages, f"\n{nu.summary(messages, tmp_path)}"


@pytest.mark.parametrize("root", ROOTS.values(), ids=ROOTS)
@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no-scripts"])
def test_a_browser_is_led_on(browser: Browser, home: str, root: str, scripts: bool) -> None:
    """Scripts take along what follows the address; without them the page itself is found."""
    follows = "?from=a-card#timeline"
    new = f"{home}{root}pairings/kawabe-donaustadt/{follows if scripts else ''}"
    steps = []
    with context(browser, scripts=scripts) as opened:
        for address in (new, f"{home}{root}pairings/a-first-pairing/{follows}"):
            page = opened.new_page()
            page.goto(address, wait_until="commit")
            page.wait_for_url(new)
            page.get_by_role("heading", level=1).wait_for()
            steps.append(page.evaluate("history.length"))
    assert steps[0] == steps[1]  # the old address is no step of the way back


@pytest.mark.parametrize("root", ROOTS.values(), ids=ROOTS)
def test_what_stands_at_an_old_address_is_accessible(
    page: Page, renamed: Path, home: str, root: str
) -> None:
    """Light and dark, axe finds nothing, should a reader ever stay there."""
    text = (renamed / root / "pairings" / "a-pairing" / "index.html").read_text("utf-8")
    stays = re.sub(r"<(script|noscript)>.*?</\1>", "", text)
    assert len(text) - len(stays) > 100
    page.route("**/a-pairing/", lambda route: route.fulfill(body=stays, content_type="text/html"))
    page.goto(f"{home}{root}pairings/a-pairing/")
    page.evaluate(Axe().axe_script)
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        assert page.evaluate("options => axe.run(options)", AXE)["violations"] == []


@pytest.mark.parametrize("root", ROOTS.values(), ids=ROOTS)
def test_the_old_anchor_of_a_term_leads_to_it(page: Page, home: str, root: str) -> None:
    """And the term is set off, as with its own anchor."""
    grounds = []
    for anchor in ("levee", "a-term", "all_terms"):
        page.goto("about:blank")
        page.goto(f"{home}{root}glossary/#{anchor}")
        term = page.locator("#levee")
        grounds.append(term.evaluate("term => getComputedStyle(term).backgroundColor"))
        assert page.evaluate(
            "document.querySelector(':target').closest('#levee, section') !== null"
        )
    assert grounds[0] == grounds[1] != grounds[2]
