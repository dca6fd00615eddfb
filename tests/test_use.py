"""The real site used as readers use it: by mouse, by keyboard, on paper, in either language."""

import gzip
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browsing import NARROW, WIDE, context

PAIRING = "pairings/tokorozawa-bratislava/"


def test_a_line_on_a_map_lights_up_and_leads_to_its_pairing(page: Page, address: str) -> None:
    """The other lines step back, and the names of its places stand out."""
    page.goto(f"{address}programmes/iuc/")
    drawing = page.locator(".atlas-map__wide")
    line = drawing.get_by_role("link", name="所沢市 – ブラチスラバ市", exact=True)
    other = drawing.get_by_role("link", name="神戸市 – マルセイユ市", exact=True)
    page.add_style_tag(content="* { transition: none !important; }")
    style = "(e, name) => parseFloat(getComputedStyle(e.querySelector('.atlas-map__arc'))[name])"
    before = line.evaluate(style, "strokeWidth")
    line.focus()
    page.keyboard.press("Shift+Tab")  # and back, so that the keyboard has brought the focus
    page.keyboard.press("Tab")
    assert line.evaluate(style, "strokeWidth") > before
    assert other.evaluate(style, "strokeOpacity") < line.evaluate(style, "strokeOpacity")
    lit = drawing.locator(".atlas-map__place.atlas-lit")
    assert set(lit.evaluate_all("all => all.map(e => e.dataset.place)")) == {
        "tokorozawa", "bratislava",
    }  # fmt: skip
    page.keyboard.press("Enter")
    page.wait_for_url(f"{address}{PAIRING}")


def test_a_place_on_a_map_lights_up_its_pairings(page: Page, address: str) -> None:
    """Kitakyushu has four, and its dot leads to its page."""
    page.goto(f"{address}en/programmes/japan-china-air-quality/")
    drawing = page.locator(".atlas-map__wide")
    place = drawing.locator("[data-place=kitakyushu]")
    place.locator("circle").hover(force=True)
    lit = drawing.locator(".atlas-map__link.atlas-lit")
    expect(lit).to_have_count(4)
    for name in lit.evaluate_all("all => all.map(e => e.getAttribute('aria-label'))"):
        assert name.startswith("Kitakyushu – ")
    place.locator("circle").dispatch_event("click")
    page.wait_for_url(f"{address}en/places/kitakyushu/")


@pytest.mark.parametrize(("size", "layout"), [(WIDE, "wide"), (NARROW, "upright")])
def test_a_map_is_a_list_of_links_with_names(
    browser: Browser, address: str, size: tuple[int, int], layout: str
) -> None:
    """One drawing is shown, whichever suits the window; without JavaScript too."""
    with context(browser, size, scripts=False) as opened:
        page = opened.new_page()
        page.goto(f"{address}en/")
        shown = page.locator(".atlas-map > svg:visible")
        assert shown.count() == 2
        for number, pairings in enumerate((10, 12)):
            assert layout in (shown.nth(number).get_attribute("class") or "")
            links = shown.nth(number).get_by_role("listitem").get_by_role("link")
            expect(links).to_have_count(pairings)
        expect(shown.first.get_by_role("link", name="Nagano and Obuse – Turku")).to_have_count(1)


@pytest.mark.parametrize("language", ["", "en/"])
def test_the_land_of_a_map_is_there(page: Page, address: str, language: str) -> None:
    """It is a file of its own, fetched once for all maps of a region."""
    fetched: list[str] = []
    page.on("response", lambda r: fetched.append(r.url) if "/assets/land/" in r.url else None)
    page.goto(f"{address}{language}{PAIRING}", wait_until="networkidle")
    assert sorted(url.rpartition("/")[2] for url in fetched) == ["iuc.1.svg", "iuc.2.svg"]
    land = page.locator(".atlas-map__land").first
    box = land.bounding_box()
    assert box is not None
    assert box["width"] > 100


def test_the_language_switch_keeps_the_section_and_the_filters(page: Page, address: str) -> None:
    """The section being read, whether it is in the address or was scrolled to."""
    page.goto(f"{address}{PAIRING}#timeline")
    page.get_by_role("link", name="English").click()
    page.wait_for_url(f"{address}en/{PAIRING}#timeline")
    page.goto(f"{address}en/{PAIRING}")
    page.locator("h2#section-1").evaluate("e => e.scrollIntoView()")
    page.get_by_role("link", name="日本語").click()
    page.wait_for_url(f"{address}{PAIRING}#section-1")
    page.goto(f"{address}about/#use")
    page.get_by_role("link", name="English").click()
    page.wait_for_url(f"{address}en/about/#use")
    assert page.locator("#use").inner_text() == "If you use it"
    page.go_back()
    page.wait_for_url(f"{address}about/#use")


WRITINGS = (
    ("所沢", "places/tokorozawa/"), ("ところざわ", "places/tokorozawa/"),
    ("ブラチスラバ", "places/bratislava/"), ("ブラチスラヴァ", "places/bratislava/"),
    ("沈阳", "places/shenyang/"), ("Tokorozawa", "places/tokorozawa/"),
    ("Pozsony", "places/bratislava/"), ("Pressburg", "places/bratislava/"),
    ("PM2.5", "glossary/"), ("pm2.5", "glossary/"), ("ＰＭ２．５", "glossary/"),
    ("PM 2.5", "glossary/"), ("微小粒子状物質", "glossary/"),
    ("PM2.5", "pairings/hyogo-guangdong/"),
)  # fmt: skip


@pytest.mark.parametrize("language", ["", "en/"])
def test_search_finds_every_writing_in_both_languages(
    page: Page, address: str, language: str
) -> None:
    """And leads to pages of the language that was searched in."""
    page.goto(f"{address}{language}")
    box = page.locator("input.md-search__input")
    for words, path in WRITINGS:
        box.fill(words)
        box.press("End")  # the box listens to keys
        found = page.locator(f".md-search-result__link[href*='{path}']")
        found.first.wait_for(state="attached")
        links = page.locator(".md-search-result__link").evaluate_all("all => all.map(a => a.href)")
        for link in links:
            assert link.startswith(f"{address}{language}")
            assert language or not link.startswith(f"{address}en/")
        box.fill("")
        box.press("End")
        expect(page.locator(".md-search-result__link")).to_have_count(0)


def test_nothing_of_the_search_is_fetched_before_somebody_searches(
    page: Page, address: str
) -> None:
    """Then its worker and the index of the page's language alone."""
    fetched: list[str] = []
    page.on("request", lambda request: fetched.append(request.url.removeprefix(address)))
    page.goto(f"{address}en/", wait_until="networkidle")
    assert not [url for url in fetched if "search/" in url or "worker" in url]
    page.locator("input.md-search__input").click()
    page.locator("input.md-search__input").press_sequentially("Umea")
    page.locator(".md-search-result__link").first.wait_for(state="attached")
    assert [url for url in fetched if url.startswith("search/")] == ["search/en.json"]


def test_a_term_is_explained_on_hover_and_focus_and_can_be_shut(page: Page, address: str) -> None:
    """WCAG 2.2, 1.4.13; the link leads to the glossary."""
    page.goto(f"{address}{PAIRING}")
    term = page.locator(".atlas-term").first
    tip = term.get_by_role("tooltip", include_hidden=True)
    expect(tip).to_be_hidden()
    term.locator("a").hover()
    expect(tip).to_be_visible()
    tip.hover()
    expect(tip).to_be_visible()
    page.keyboard.press("Escape")
    expect(tip).to_be_hidden()
    page.mouse.move(0, 0)
    term.locator("a").focus()
    expect(tip).to_be_visible()
    box = tip.bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= WIDE[0]
    page.keyboard.press("Enter")
    page.wait_for_url("**/glossary/#*")


@pytest.mark.parametrize("width", [320, 390])
def test_every_explanation_stays_within_a_narrow_window(
    browser: Browser, address: str, width: int
) -> None:
    """Wherever in its line the term stands."""
    with context(browser, (width, 800)) as opened:
        page = opened.new_page()
        for path in ("en/", PAIRING, f"en/{PAIRING}", "en/pairings/hyogo-guangdong/"):
            page.goto(address + path)
            for term in page.locator(".atlas-term > a:visible").all():
                term.focus()
                box = term.locator("xpath=../*[@role='tooltip']").bounding_box()
                assert box is not None
                assert box["x"] >= 0, path
                assert box["x"] + box["width"] <= width, path


@pytest.mark.parametrize("path", ["", PAIRING, "pairings/"])
def test_the_keyboard_alone_reaches_everything(page: Page, address: str, path: str) -> None:
    """Each link, button and field that can be seen, in the order of the page, with a mark."""
    page.goto(address + path)
    wanted = page.evaluate(
        """() => [...document.querySelectorAll(
            "a[href], button, input:not([type=checkbox]), select, summary, [tabindex='0']")]
          .filter(e => e.checkVisibility({ visibilityProperty: true }) && !e.disabled
                       && e.tabIndex >= 0 && !e.closest("[hidden], .md-search__output"))
          .map((e, i) => (e.dataset.number = i)).length"""
    )
    assert wanted > 20
    reached: set[int] = set()
    unmarked: list[str] = []
    for _ in range(wanted + 40):
        page.keyboard.press("Tab")
        number, marked, name = page.evaluate(
            """() => {
              const e = document.activeElement, style = getComputedStyle(e);
              const reach = e.querySelector?.(".atlas-map__reach");
              const marked = style.outlineStyle !== "none" || style.boxShadow !== "none"
                || (reach && getComputedStyle(reach).stroke !== "rgba(0, 0, 0, 0)")
                || e.matches(".md-search__input");
              return [Number(e.dataset?.number ?? -1), marked, e.outerHTML.slice(0, 100)];
            }"""
        )
        reached.add(number)
        if number >= 0 and not marked:
            unmarked.append(name)
    assert reached >= set(range(wanted))
    assert unmarked == []


def test_the_keyboard_alone_searches_the_site(page: Page, address: str) -> None:
    """From the box to a result, and Escape closes it again."""
    page.goto(address)
    page.locator("input.md-search__input").focus()
    page.keyboard.type("Umea")
    page.locator(".md-search-result__link").first.wait_for()
    page.keyboard.press("Escape")
    expect(page.locator("#__search")).not_to_be_checked()
    # The theme looks a millisecond later where the focus is, and nobody's hands are as quick as ours.
    page.evaluate("() => new Promise((done) => setTimeout(done, 20))")
    page.locator("input.md-search__input").focus()
    page.locator(".md-search-result__link").first.wait_for()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**umea/**")


def test_a_pairing_prints_as_one_clean_document(page: Page, address: str) -> None:
    """No menus and buttons; its sources and its address are there; nothing is cut off."""
    page.goto(f"{address}{PAIRING}")
    page.emulate_media(media="print")
    for gone in (".md-header", ".md-tabs", ".md-footer", ".md-sidebar", ".atlas-neighbours",
                 ".atlas-button", ".md-skip"):  # fmt: skip
        for element in page.locator(gone).all():
            expect(element).to_be_hidden()
    for kept in ("h1", ".atlas-facts", ".atlas-events", ".atlas-sources", "#citation",
                 ".atlas-map__compact"):  # fmt: skip
        expect(page.locator(kept).first).to_be_visible()
    assert "https://example.org/atlas/pairings/tokorozawa-bratislava/" in (
        page.locator("#citation").inner_text()
    )
    assert len(page.pdf(format="A4").split(b"/Type /Page\n")) <= 7


def test_a_citation_is_copied(browser: Browser, address: str) -> None:
    """The button says that it did, and is not there where nothing can be copied."""
    with context(browser) as opened:
        opened.grant_permissions(["clipboard-read", "clipboard-write"])
        page = opened.new_page()
        page.goto(f"{address}en/{PAIRING}")
        button = page.locator("[data-atlas-copy]")
        button.click()
        expect(page.locator(".atlas-citation [role=status]")).to_have_text("Copied")
        copied = page.evaluate("navigator.clipboard.readText()")
        assert copied == page.locator("#citation").inner_text()
        assert "‘Tokorozawa – Bratislava’, City Partnership Atlas" in copied
    with context(browser, scripts=False) as opened:
        page = opened.new_page()
        page.goto(f"{address}en/{PAIRING}")
        expect(page.locator("[data-atlas-copy]")).to_be_hidden()


@pytest.mark.parametrize(
    ("page_of", "language", "lists"),
    [("404.html", "ja", "pairings/"), ("404.html", "en", "en/pairings/"), ("", "ja", "pairings/")],
)
def test_the_search_boxes_of_pages_lead_to_the_list(
    page: Page, address: str, page_of: str, language: str, lists: str
) -> None:
    """On the first page, and in both languages where a page is missing."""
    page.goto(address + page_of)
    part = page.locator(f"div[lang={language}]") if page_of else page.locator(".atlas-aside")
    part.locator("input").fill("Turku")
    part.locator("button").click()
    page.wait_for_url(f"{address}{lists}?text=Turku")
    expect(page.locator("tbody tr:visible")).to_have_count(1)


@pytest.mark.parametrize("media", [{"forced_colors": "active"}, {"reduced_motion": "reduce"}])
def test_settings_of_the_system_are_followed(
    browser: Browser, address: str, media: dict[str, str]
) -> None:
    """Forced colours keep the dots of programmes; with reduced motion nothing moves."""
    opened = browser.new_context(**media)  # type: ignore[arg-type]  # one key of many
    with opened:
        page = opened.new_page()
        page.goto(f"{address}programmes/iuc/")
        if "reduced_motion" in media:
            arc = page.locator(".atlas-map__arc").first
            assert arc.evaluate("e => getComputedStyle(e).transitionDuration") in {"0s", ""}
        else:
            dot = page.locator("tbody .atlas-toned").first
            shown = dot.evaluate("e => getComputedStyle(e, '::before').forcedColorAdjust")
            assert shown == "none"


@pytest.mark.parametrize("path", ["", PAIRING, "pairings/", "places/bratislava/"])
def test_a_first_visit_is_light(page: Page, address: str, site: Path, path: str) -> None:
    """Everything that is fetched, compressed, weighs less than stock Material's 82 KiB, by far."""
    fetched: set[str] = set()
    page.on("request", lambda request: fetched.add(request.url.removeprefix(address)))
    page.goto(address + path, wait_until="networkidle")
    files = [
        site / (url + "index.html" if url.endswith("/") or not url else url) for url in fetched
    ]
    weights = {file.name: len(gzip.compress(file.read_bytes())) for file in files}
    assert sum(weights.values()) < 60 * 1024, weights
