"""The list of pairings in a real browser: filters, search, order, address and download."""

import csv
import gzip
import io
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from lxml import html
from playwright.sync_api import Browser, Locator, Page, Route, expect

from atlas import routes, schema, source, views
from atlas.exports import list_words
from atlas.graph import build
from atlas.pages import render
from atlas.views import pairing_list
from atlas.views.writer import Writer
from tests.bench import world
from tests.browsing import NARROW, WIDE, context
from tests.conftest import NOW
from tests.serving import served
from tests.test_browser import WCAG

IUC, JAPAN_CHINA = "iuc", "japan-china-air-quality"
Open = Callable[[str], Page]


@pytest.fixture
def listed(page: Page, address: str) -> Iterator[Open]:
    """Opens the list with what follows its address; errors and stray messages fail the test."""
    trouble: list[str] = []
    page.on("pageerror", lambda error: trouble.append(str(error)))
    page.on("console", lambda message: trouble.append(message.text))

    def go(query: str = "", language: str = "") -> Page:
        page.goto(f"{address}{language}pairings/{query}")
        _settled(page)
        return page

    yield go
    assert trouble == []


def _shown(page: Page) -> list[str]:
    """The ids of the pairings that are to be seen, from top to bottom."""
    links = page.locator(".atlas-table--list tbody tr:visible th a")
    return [link.strip("/") for link in links.evaluate_all("all => all.map(a => a.pathname.split('/').at(-2))")]  # fmt: skip


def _status(page: Page) -> str:
    return page.get_by_role("status").inner_text()


def _options(page: Page, name: str) -> list[str]:
    options = page.locator(f"select[name={name}] option:enabled")
    return [text for text in options.all_inner_texts() if text != "すべて"]


def _type(page: Page, text: str) -> None:
    page.locator("#filter-text").fill(text)
    _settled(page)


def _settled(page: Page) -> None:
    """Wait for the words that are searched, and for the last row to be drawn."""
    page.locator("html:not(.atlas-choosing) .atlas-table--list:not([aria-busy])").wait_for(
        state="attached"
    )


def _heading(page: Page, name: str) -> Locator:
    return page.locator(f"thead th[data-name={name}]")


@pytest.mark.parametrize(
    ("name", "value", "ids"),
    [
        ("country", "SK", {"tokorozawa-bratislava"}),
        ("country", "DE", {"koriyama-essen", "yokohama-frankfurt"}),
        ("theme", "social-inclusion", {"kamakura-umea"}),
        ("year", "2019", {"kobe-marseille", "nagano-obuse-turku"}),
    ],
)
def test_a_filter_leaves_what_has_its_value(
    listed: Open, name: str, value: str, ids: set[str]
) -> None:
    """And says how many of all are shown."""
    page = listed("")
    assert _status(page) == "22件中22件を表示"
    page.select_option(f"[name={name}]", value)
    assert set(_shown(page)) == ids
    assert _status(page) == f"22件中{len(ids)}件を表示"


def test_the_programmes_share_the_list(listed: Open) -> None:
    """Ten pairings and twelve; those without a beginning are found by the year of their document."""
    page = listed("")
    page.select_option("[name=programme]", IUC)
    assert len(_shown(page)) == 10
    assert _options(page, "programme") == ["IUC（10）", "日中都市間連携（12）"]
    page.select_option("[name=programme]", JAPAN_CHINA)
    assert len(_shown(page)) == 12
    assert _options(page, "year") == ["2014年（12）"]


def test_counts_are_of_what_the_other_filters_leave(listed: Open) -> None:
    """What would leave nothing cannot be chosen; what is chosen stays."""
    page = listed("")
    page.select_option("[name=theme]", "smart-city")
    assert _options(page, "country") == [
        f"{country}（1）"
        for country in _countries_of(page)
    ]  # fmt: skip
    page.select_option("[name=country]", "SE")
    assert _shown(page) == ["kamakura-umea"]
    assert "スマートシティ（1）" in _options(page, "theme")
    assert page.locator("select[name=country] option:enabled").count() == 4
    assert page.locator("select[name=programme] option:disabled").all_inner_texts() == [
        "日中都市間連携（0）"
    ]
    _type(page, "沈阳")
    assert _shown(page) == []
    assert page.locator("select[name=country]").input_value() == "SE"
    assert "スウェーデン（0）" in _options(page, "country")


def _countries_of(page: Page) -> list[str]:
    """The countries in the rows that are shown."""
    cells = page.locator("tbody tr:visible td:nth-child(3)").all_inner_texts()
    return sorted(cell.strip() for cell in cells)


FOUND = {
    "所沢": {"tokorozawa-bratislava"},
    "ところざわ": {"tokorozawa-bratislava"},
    "トコロザワ": {"tokorozawa-bratislava"},
    "ﾄｺﾛｻﾞﾜ": {"tokorozawa-bratislava"},
    "Pressburg": {"tokorozawa-bratislava"},
    "ＰＯＺＳＯＮＹ": {"tokorozawa-bratislava"},
    "tokorozawa-bratislava": {"tokorozawa-bratislava"},
    "埼玉": {"tokorozawa-bratislava"},
    "沈阳": {"kawasaki-shenyang"},
    "奉天": {"kawasaki-shenyang"},
    "Mukden": {"kawasaki-shenyang"},
    "San Sebastian": {"hirosaki-donostia"},
    "サンセバスチャン": {"hirosaki-donostia"},
    "san sebastián": {"hirosaki-donostia"},
    "umea": {"kamakura-umea"},
    "Ιωαννινα": {"ichinomiya-ioannina"},
    "kobe": {"kobe-marseille", "kobe-tianjin"},
    "kobe　中国": {"kobe-tianjin"},
    "Germany": {"koriyama-essen", "yokohama-frankfurt"},
    "ドイツ": {"koriyama-essen", "yokohama-frankfurt"},
    "ＰＭ２．５": {"hyogo-guangdong"},
    "pm2.5": {"hyogo-guangdong"},
    "social inclusion": {"kamakura-umea"},
}


@pytest.mark.parametrize("language", ["", "en/"], ids=["ja", "en"])
def test_text_is_found_however_it_is_written(
    listed: Callable[[str, str], Page], language: str
) -> None:
    """Kanji, readings, other names, ids, full width, no accents, both languages on both pages."""
    page = listed("", language)
    found = {}
    for words in FOUND:
        _type(page, words)
        found[words] = set(_shown(page))
    assert found == FOUND


def test_marks_that_make_other_letters_are_kept(listed: Open) -> None:
    """か is not が, as o is ō."""
    page = listed("")
    _type(page, "どころさわ")
    assert _shown(page) == []


def test_nothing_found_says_so_and_clearing_brings_all_back(listed: Open) -> None:
    """With an order, too, and the address; there is then nothing to save."""
    page = listed("?sort=since&order=desc&country=SK")
    _type(page, "大阪")
    assert _shown(page) == []
    assert page.locator(".atlas-filter-nothing").is_visible()
    assert not page.locator("table").is_visible()
    assert _status(page) == "22件中0件を表示"
    assert page.locator("[data-action=download]").is_disabled()
    page.get_by_role("button", name="条件をクリア").click()
    assert not page.locator(".atlas-filter-nothing").is_visible()
    assert len(_shown(page)) == 22
    assert _heading(page, "since").get_attribute("aria-sort") is None
    page.wait_for_url("**/pairings/")


def test_a_heading_sorts_both_ways(listed: Open) -> None:
    """What is not stated comes last in both; equals stay as they were; names go by reading."""
    page = listed("")
    before = _shown(page)
    _heading(page, "since").get_by_role("button").click()
    assert _heading(page, "since").get_attribute("aria-sort") == "ascending"
    rising = _shown(page)
    assert rising[:5] == before[:5]
    assert rising[5:8] == ["kamakura-umea", "toyota-grenoble", "tokorozawa-bratislava"]
    _heading(page, "since").get_by_role("button").click()
    assert _heading(page, "since").get_attribute("aria-sort") == "descending"
    falling = _shown(page)
    assert falling[:3] == ["kobe-marseille", "nagano-obuse-turku", "tokorozawa-bratislava"]
    assert falling[10:] == rising[10:] == before[10:]
    _heading(page, "pairing").get_by_role("button").click()
    assert _heading(page, "since").get_attribute("aria-sort") is None
    by_name = _shown(page)
    assert by_name[:3] == ["ikoma-ancona", "ichinomiya-ioannina", "kamakura-umea"]
    assert by_name[-2:] == ["yokohama-frankfurt", "yokkaichi-tianjin"]


def test_english_names_are_sorted_by_the_alphabet(listed: Callable[[str, str], Page]) -> None:
    """And the state in an address is the same in both languages."""
    page = listed("?sort=pairing&order=desc", "en/")
    names = page.locator("tbody tr:visible th a").all_inner_texts()
    first = [name.split()[0] for name in names]
    assert first == sorted(first, reverse=True)
    assert _status(page) == "Showing 22 of 22"


def test_the_address_brings_the_same_list_to_somebody_else(
    listed: Open, browser: Browser, address: str
) -> None:
    """Every part of the state is in it, and in the link to the other language."""
    page = listed("")
    page.select_option("[name=programme]", IUC)
    page.select_option("[name=year]", "2017")
    _type(page, "市")
    for _ in range(2):
        _heading(page, "country").get_by_role("button").click()
    page.wait_for_url("**order=desc*")
    query = page.url.partition("?")[2]
    assert set(query.split("&")) == {
        "text=%E5%B8%82", "programme=iuc", "year=2017", "sort=country", "order=desc",
    }  # fmt: skip
    with context(browser) as elsewhere:
        other = elsewhere.new_page()
        other.goto(page.url)
        _settled(other)
        assert _shown(other) == _shown(page)
        assert len(_shown(other)) == 5
        expect(other.locator("#filter-text")).to_have_value("市")
        expect(other).to_have_url(page.url)
        other.get_by_role("link", name="English").click()
        assert other.url == f"{address}en/pairings/?{query}"
        _settled(other)
        expect(other.locator("#filter-text")).to_have_value("市")
        assert len(_shown(other)) == 5


def test_words_in_an_address_search_the_list_and_not_the_site(listed: Open) -> None:
    """Material would take `q` for its own search and open that over the page."""
    page = listed("?text=ところざわ")
    assert _shown(page) == ["tokorozawa-bratislava"]
    page.wait_for_url("**/pairings/?text=*")
    page.wait_for_load_state("networkidle")
    assert not page.locator("#__search").is_checked()
    assert page.locator("input.md-search__input").input_value() == ""


def test_what_an_address_cannot_mean_is_ignored(listed: Open) -> None:
    """Unknown values, names and columns, and what looks like code."""
    page = listed("?country=XX&year=abc&sort=nothing&order=sideways&__proto__=1&theme=%22%5D")
    assert len(_shown(page)) == 22
    assert page.locator("[name=country]").input_value() == ""
    page.wait_for_url("**/pairings/")


def test_going_back_restores_the_list(listed: Open) -> None:
    """From a pairing's page, and between states of one page."""
    page = listed("?country=SK")
    page.locator("tbody tr:visible th a").click()
    page.go_back()
    assert _shown(page) == ["tokorozawa-bratislava"]
    page.evaluate("history.pushState(null, '', '?country=DE'); history.back()")
    page.evaluate("history.forward()")
    expect(page.locator("[name=country]")).to_have_value("DE")
    assert len(_shown(page)) == 2


def _saved(page: Page) -> list[list[str]]:
    with page.expect_download() as download:
        page.locator("[data-action=download]").click()
    assert download.value.suggested_filename == "pairings.csv"
    data = Path(download.value.path()).read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    assert data.count(b"\n") == data.count(b"\r\n")
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), strict=True))


def test_just_what_is_shown_is_saved_as_csv(listed: Open, address: str) -> None:
    """In the order that is shown, with the whole address of each pairing."""
    page = listed("?programme=iuc&sort=since&order=desc")
    head, *rows = _saved(page)
    assert head == ["連携", "プログラム", "国", "テーマ", "開始", "出典", "URL"]
    ids = _shown(page)
    assert [row[-1] for row in rows] == [f"{address}pairings/{pairing}/" for pairing in ids]
    assert rows[2][:5] == [
        "所沢市 – ブラチスラバ市", "IUC", "スロバキア",
        "気候変動適応策; 都市における自然に根差した課題解決策; スマートエコシティづくり", "2018年5月（選定）",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("=1+1", "'=1+1"),
        ("+81", "'+81"),
        ("-1", "'-1"),
        ("@SUM", "'@SUM"),
        ('A "quoted", B', 'A "quoted", B'),
    ],
)
def test_no_cell_is_a_formula(page: Page, address: str, text: str, cell: str) -> None:
    """A spreadsheet would carry it out."""

    def change(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, body=answer.text().replace(">スロバキア<", f">{text}<"))

    page.route("**/pairings/", change)
    page.goto(f"{address}pairings/")
    _type(page, "ところざわ")
    assert _saved(page)[1][2] == cell


def test_the_keyboard_alone_works_everything(listed: Open) -> None:
    """From the search field on, in the order that is seen; the focus is always to be seen."""
    page = listed("")
    page.locator("#filter-text").focus()
    page.keyboard.type("tianjin")
    page.keyboard.press("Enter")
    _settled(page)
    assert len(_shown(page)) == 3
    for name in ("programme", "country", "theme", "year"):
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.name") == name
        assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    assert len(_shown(page)) == 22
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.dataset.action") == "download"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('role')") == "region"
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert _shown(page)[0] == "ikoma-ancona"
    assert page.evaluate("document.activeElement.closest('th').ariaSort") == "ascending"


@pytest.mark.parametrize("language", ["", "en/"], ids=["ja", "en"])
@pytest.mark.parametrize(
    ("size", "dark"), [(WIDE, False), (NARROW, True)], ids=["wide-light", "narrow-dark"]
)
def test_every_state_is_accessible(
    browser: Browser, address: str, size: tuple[int, int], dark: bool, language: str
) -> None:
    """To axe: with a filter and an order set, and with nothing found; and nothing scrolls sideways."""
    with context(browser, size, dark=dark) as opened:
        page = opened.new_page()
        for query in ("?programme=iuc&sort=since&order=desc", "?text=none&country=SK"):
            page.goto(f"{address}{language}pairings/{query}")
            found = Axe().run(page, options={"runOnly": WCAG}).response["violations"]
            assert [(v["id"], [n["target"] for n in v["nodes"]]) for v in found] == []
            assert not page.evaluate("document.documentElement.scrollWidth > innerWidth")


def test_targets_are_large_enough(browser: Browser, address: str) -> None:
    """WCAG 2.2, 2.5.8: 24 by 24 CSS pixels, wide and narrow."""
    for size in (WIDE, NARROW):
        with context(browser, size) as opened:
            page = opened.new_page()
            page.goto(f"{address}pairings/?country=SK")
            controls = page.locator(
                ".atlas-filter :is(input, select, button, summary):visible, thead button:visible"
            )
            boxes = [control.bounding_box() for control in controls.all()]
            assert len(boxes) >= 10
            assert all(box and box["width"] >= 24 and box["height"] >= 24 for box in boxes)


def test_in_a_narrow_window_the_filters_fold_away(browser: Browser, address: str) -> None:
    """Unless one is set; the order is then chosen in the form, for there is no row of headings."""
    with context(browser, NARROW) as opened:
        page = opened.new_page()
        page.goto(f"{address}pairings/")
        assert not page.locator("[name=country]").is_visible()
        assert not page.locator("thead").is_visible()
        page.locator("summary").click()
        assert page.locator("[name=order]").is_disabled()
        page.select_option("[name=sort]", "since")
        page.select_option("[name=order]", "desc")
        assert _shown(page)[0] == "kobe-marseille"
        page.goto(f"{address}pairings/?country=SK")
        assert page.locator("[name=country]").is_visible()


def test_on_paper_is_what_is_shown(listed: Open) -> None:
    """And how many of all that is, without the form."""
    page = listed("?programme=iuc")
    page.emulate_media(media="print")
    assert len(_shown(page)) == 10
    assert page.get_by_role("status").is_visible()
    assert page.locator(".atlas-filter :is(input, select, button):visible").count() == 0


@pytest.mark.parametrize("language", ["", "en/"], ids=["ja", "en"])
def test_without_javascript_the_whole_table_is_there(
    browser: Browser, address: str, language: str
) -> None:
    """And nothing that would not work."""
    with context(browser, scripts=False) as opened:
        page = opened.new_page()
        page.goto(f"{address}{language}pairings/?country=SK&text=nothing")
        assert page.locator(".atlas-table--list tbody tr:visible").count() == 22
        assert not page.locator(".atlas-filter, .atlas-filter-nothing").first.is_visible()
        assert page.locator(".atlas-table--list button").count() == 0


def test_readings_stand_below_the_names(site: Path) -> None:
    """On English pages with the Japanese names, marked as Japanese."""
    japanese, english = (
        html.fromstring((root / "pairings" / "index.html").read_text("utf-8"))
        for root in (site, site / "en")
    )
    row = "//th[a[contains(@href, 'tokorozawa-bratislava')]]/div"
    assert japanese.xpath(f"string({row})") == "ところざわし – ぶらちすらばし"
    assert english.xpath(f"string({row}[@lang='ja'])") == (
        "所沢市（ところざわし） – ブラチスラバ市（ぶらちすらばし）"
    )


def test_only_the_list_loads_its_script(site: Path) -> None:
    """Other pages are not made heavier by it."""
    users = {
        page.relative_to(site).as_posix()
        for page in site.rglob("*.html")
        if "pairing-list.js" in page.read_text("utf-8")
    }
    assert users == {"pairings/index.html", "en/pairings/index.html"}


def test_the_words_are_fetched_when_somebody_looks_for_some(page: Page, address: str) -> None:
    """Not with the page; where they do not come, the list is searched as it stands."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{address}en/pairings/?country=SK")
    page.wait_for_load_state("networkidle")
    assert f"{address}pairings/words.json" not in asked
    page.route("**/words.json", lambda route: route.abort())
    page.goto(f"{address}en/pairings/")
    _type(page, "Bratislava")
    assert _shown(page) == ["tokorozawa-bratislava"]
    _type(page, "上海")
    assert f"{address}pairings/words.json" in asked


ROWS = 2000
NOTE_CHANGES = """() => {
  window.changed = [];
  new MutationObserver((all) => changed.push(...all.map((each) => each.target.rowIndex)))
    .observe(document.querySelector(".atlas-table--list table"),
             { subtree: true, childList: true, attributeFilter: ["hidden"] });
}"""
"""A row is named by its index; -1 or nothing stands for a part of the table."""


@pytest.fixture(scope="module")
def long_list(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site with the list of a made-up world of two thousand pairings."""
    folder = tmp_path_factory.mktemp("long")
    world.write(folder / "data", ROWS)
    graph = build(schema.read(source.read(folder / "data"))[0])
    given = views.setting(graph, "https://example.org/", NOW)
    writer = Writer(given, "ja", routes.PAIRINGS)
    built: Any = html.fromstring((site / "pairings" / "index.html").read_text("utf-8"))
    (old,) = built.xpath("//div[@class='atlas-page']")
    made: Any = html.fromstring(render(pairing_list.page(writer), views.whole(given, "ja")).html)
    (new,) = made.xpath("//div[@class='atlas-page']")
    old.getparent().replace(old, new)
    out = folder / "site"
    (out / "pairings").mkdir(parents=True)
    (out / "assets").symlink_to(site / "assets")
    (out / "pairings" / "index.html").write_bytes(
        html.tostring(built, doctype="<!doctype html>", encoding="utf-8")
    )
    (out / routes.PAIRING_LIST_WORDS).write_text(list_words.text(given), "utf-8")
    return out


def test_two_thousand_rows_are_filtered_and_only_what_changes_is_touched(
    long_list: Path, page: Page
) -> None:
    """By words and by a theme, sorted too; a key that changes nothing touches nothing."""
    words = json.loads((long_list / routes.PAIRING_LIST_WORDS).read_text("utf-8"))
    with served(long_list) as server:
        page.goto(f"{server.address}pairings/")
        _settled(page)
        everything = _in_table(page)
        assert everything == list(words)
        assert len(everything) == ROWS
        expected = [pairing for pairing, text in words.items() if "izum" in text.lower()]
        assert 10 < len(expected) < ROWS / 2
        _type(page, "izum")
        assert _in_table(page) == expected
        page.evaluate(NOTE_CHANGES)
        _type(page, "izumi")
        assert _in_table(page) == expected
        assert page.evaluate("changed") == []
        page.select_option("[name=theme]", "theme-01")
        _settled(page)
        left = [pairing for pairing in expected if " theme-01 " in words[pairing]]
        assert _in_table(page) == left
        gone = {everything.index(pairing) + 1 for pairing in {*expected} - {*left}}
        assert {row for row in page.evaluate("changed") if row and row > 0} == gone
        page.locator("[data-action=clear]").click()
        _settled(page)
        _heading(page, "since").get_by_role("button").click()
        _settled(page)
        rising = page.locator("tbody td[data-sort]").evaluate_all(
            "all => all.map(a => a.dataset.sort)"
        )
        assert len(rising) == ROWS
        assert [date for date in rising if date] == sorted(date for date in rising if date)


TOUCHED_AT_ONCE = """(text) => {
  const region = document.querySelector(".atlas-table--list");
  const observer = new MutationObserver(() => {});
  observer.observe(region, { subtree: true, childList: true, attributeFilter: ["hidden"] });
  const field = document.querySelector("#filter-text");
  field.value = text;
  field.dispatchEvent(new Event("input", { bubbles: true }));
  return new Set(observer.takeRecords().map((each) => each.target.closest("tr")).filter(Boolean)).size;
}"""
LAID_OUT = """() => [...document.querySelectorAll(".atlas-table--list tbody th > a")]
  .filter((link) => link.checkVisibility({ contentVisibilityAuto: true })).length"""


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
def test_a_key_waits_only_for_what_fills_the_window(
    browser: Browser, long_list: Path, size: tuple[int, int]
) -> None:
    """Erasing brings two thousand rows back; the picture after the key has the first of them alone."""
    with served(long_list) as server, context(browser, size) as opened:
        page = opened.new_page()
        page.goto(f"{server.address}pairings/?text=izum")
        _settled(page)
        assert 10 < len(_in_table(page)) < ROWS / 2
        assert 10 < page.evaluate(TOUCHED_AT_ONCE, "") <= 50
        _settled(page)
        assert len(_in_table(page)) == ROWS
        assert 5 < page.evaluate(LAID_OUT) < 50


def _in_table(page: Page) -> list[str]:
    """The ids of all rows that are not hidden, in sight or not."""
    links = page.locator(".atlas-table--list tbody:not([hidden]) tr:not([hidden]) th a")
    found: list[str] = links.evaluate_all(
        "all => all.map(a => a.getAttribute('href').slice(0, -1))"
    )
    return found


def test_a_row_is_short(long_list: Path) -> None:
    """Whoever opens the list fetches all rows: 600 bytes each, and 60 compressed, at the most."""
    page = (long_list / "pairings" / "index.html").read_bytes()
    rows = page[page.index(b"<tbody") : page.rindex(b"</tbody>")]
    assert len(rows) < 600 * ROWS
    assert len(gzip.compress(rows, 6)) < 60 * ROWS
