"""What is offered as data: by lines below views, by the heads of pages, and by the page /data/."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import pytest
import yaml
from lxml import html
from playwright.sync_api import Page, Route

import atlas
from atlas import routes, views
from atlas.graph import Graph
from atlas.views import data as data_view
from atlas.views import names
from atlas.views.writer import Writer
from tests.conftest import BASE, BASE_URL, NOW, REAL_DATA

MEDIA_TYPES = {
    "csv": "text/csv",
    "json": "application/json",
    "geojson": "application/geo+json",
    "ics": "text/calendar",
    "atom": "application/atom+xml",
}
"""As IANA registers them."""

MACHINE_FOLDERS = ("api", "calendar", "feeds")


@cache
def _parsed(path: Path) -> Any:
    return _html(path.read_bytes().decode("utf-8"))


def _html(text: str) -> Any:
    """Read HTML; what lxml returns depends on what it finds."""
    return html.fromstring(text)


def _pages(site: Path) -> Iterator[tuple[str, Any]]:
    """Every page but that for what is missing, with its address."""
    for file in sorted(site.rglob("index.html")):
        yield BASE_URL + file.relative_to(site).as_posix().removesuffix("index.html"), _parsed(file)


def test_every_list_timeline_and_map_has_its_line(site: Path) -> None:
    """In its own part of the page; the timeline, whose parts are years, has it at the top."""
    views_on_pages = (
        "//table[contains(@class, 'atlas-grid')] | //ol[@class='atlas-events']"
        " | //figure[@class='atlas-map'] | //section[@class='atlas-statement']"
    )
    found = 0
    for address, root in _pages(site):
        if "/data/" in address:  # its tables are of nothing but data
            continue
        for view in root.xpath(views_on_pages):
            part = view.xpath(
                "ancestor::*[self::header or @class='atlas-group' or @class='atlas-section'"
                " and h2/@id != 'corrections'][1]"
            ) or root.xpath("//section[h2/@id = 'cited-by']")
            lines = part[0].xpath(".//p[@class='atlas-data']") or root.xpath(
                "//header[@class='atlas-head']//p[@class='atlas-data'][../h1]"
            )
            assert lines, (address, html.tostring(view)[:200])
            found += 1
    assert found > 400


def test_every_page_of_a_record_leads_to_that_record(site: Path) -> None:
    """In both languages, and by a link that says what it holds and in which format."""
    for root in (site, site / "en"):
        for kind in ("programmes", "pairings", "places", "themes", "organisations", "sources"):
            pages = sorted(p for p in (root / kind).iterdir() if p.is_dir())
            assert pages
            for page in pages:
                links = _parsed(page / "index.html").xpath("//p[@class='atlas-data']/a")
                named = {link.get("href"): link for link in links}
                up = "../" * (3 if root != site else 2)
                link = named[f"{up}api/v1/{kind}/{page.name}.json"]
                assert link.text_content() == "JSON"
                assert link.get("aria-label").endswith("JSON")
                assert len(link.get("aria-label")) > len("JSON: ")


def test_the_head_names_what_the_page_offers_and_the_feed(site: Path) -> None:
    """Once each, with whole addresses and media types; prose and lists without lines too."""
    for address, root in _pages(site):
        language = root.get("lang")
        feed = (f"{BASE_URL}feeds/{language}/events.atom", "application/atom+xml")
        shown = {
            (urljoin(address, link.get("href")), link.get("type"))
            for link in root.xpath("//p[@class='atlas-data']/a")
        }
        alternates = root.xpath("//head/link[@rel='alternate'][@type]")
        named = [(link.get("href"), link.get("type")) for link in alternates]
        assert len(named) == len(set(named)), address
        assert set(named) == shown | {feed}, address
        assert all(link.get("title").strip() for link in alternates)
        for target, media_type in named:
            assert media_type == MEDIA_TYPES[target.rpartition(".")[2]]


def test_a_record_without_any_list_leads_to_its_data_at_the_top(data: Path) -> None:
    """A theme that nobody works on has no table under which the line could stand."""
    (data / "themes" / "tides.yml").write_text(
        "name: {ja: 潮, en: Tides}\nsources: [report]\n", "utf-8"
    )
    page = atlas.publish(data, BASE_URL, NOW).pages["themes/tides/index.en.md"]
    (link,) = _html(page.html).xpath("//header//p[@class='atlas-data']/a")
    assert link.get("href") == "../../../api/v1/themes/tides.json"
    titles = _html(page.head).xpath("//link[@type='application/json']/@title")
    assert titles == ["Tides: JSON"]


def test_a_calendar_is_offered_where_something_is_dated_and_nowhere_else(data: Path) -> None:
    """There is none of a pairing without events."""
    (data / "timelines" / "kawabe-donaustadt.yml").unlink()
    (data / "timelines" / "river-links.yml").unlink()
    pairing = data / "pairings" / "kawabe-donaustadt.yml"
    pairing.write_text(re.sub(r"(?m)^since:.*\n", "", pairing.read_text("utf-8")), "utf-8")
    published = atlas.publish(data, BASE_URL, NOW)
    assert not published.problems, published.report("en")
    pages = published.pages
    for name in ("pairings/kawabe-donaustadt", "programmes/river-links", "places/kawabe"):
        head = _html(pages[f"{name}/index.ja.md"].head)
        offered = head.xpath("//link[@rel='alternate'][@type]/@href")
        assert offered
        assert [address for address in offered if address.endswith(".ics")] == []


def test_alternates_make_no_requests(page: Page, address: str) -> None:
    """Material's script would ask for a sitemap beside each, if it started in a half-read page.

    So it does not, even for a reader who moves while another script is still on its way.
    """
    asked: list[str] = []
    held: list[Route] = []
    page.on("request", lambda request: asked.append(request.url))
    page.route("**/assets/atlas.js", lambda route: held.append(route))
    page.add_init_script("setInterval(() => dispatchEvent(new Event('pointermove')), 5)")
    page.goto(f"{address}pairings/", wait_until="commit")
    page.wait_for_function("document.querySelector('[data-atlas-later]')", polling=50)
    page.wait_for_timeout(100)  # many moves
    assert page.locator("link[rel=alternate][type]").count() > 3
    assert [url for url in asked if "bundle" in url] == []
    held[0].continue_()
    page.wait_for_function("window.document$ !== undefined", polling=50)
    with page.expect_response("**/robots.txt"):  # what was asked for before has been seen by then
        page.evaluate("fetch('../robots.txt')")
    assert [url for url in asked if "sitemap" in url] == []


def _listed(root: Any, section: str) -> Iterator[tuple[Any, str]]:
    """The links of the tables of a section, each with the text of its cell."""
    for cell in root.xpath(f"//section[h2/@id='{section}']//td"):
        for link in cell.xpath(".//a"):
            yield link, cell.text_content()


def _bytes(shown: str) -> tuple[float, float]:
    """Read a size as readers see it: how many bytes it stands for, and how exact that is."""
    number, unit = re.fullmatch(r"([\d,.]+)\s*(\S+)", shown.strip()).groups()  # type: ignore[union-attr]
    step = {"KB": 1e3, "kB": 1e3, "MB": 1e6, "バイト": 1, "bytes": 1, "byte": 1}[unit]
    return float(number.replace(",", "")) * step, step / 20


@pytest.mark.parametrize("language", ["", "en/"], ids=["ja", "en"])
def test_sizes_are_those_of_the_files(site: Path, language: str) -> None:
    """Of every file, and of all single records of a kind together."""
    root = _parsed(site / language / "data" / "index.html")
    listed = list(_listed(root, "downloads"))
    assert len(listed) > 10
    for link, text in listed:
        path = (site / language / "data" / link.get("href")).resolve()
        shown, exact = _bytes(re.search(r"[（(](.*)[）)]", text).group(1))  # type: ignore[union-attr]
        assert shown == pytest.approx(path.stat().st_size, abs=exact + 0.001), path
    rows = root.xpath("//section[h2/@id='downloads']//tr[contains(., '/ID.json')]")
    assert len(rows) == 6
    for row in rows:
        address, number, size = (cell.text_content() for cell in row.xpath("td"))
        sizes = [file.stat().st_size for file in _records(site, address)]
        shown, exact = _bytes(size)
        assert int(number) == len(sizes)
        assert shown == pytest.approx(sum(sizes), abs=exact + 0.001)


def _records(site: Path, address: str) -> list[Path]:
    """The files of single records at an address with a gap, without those of old names."""
    folder = site / address.removeprefix(BASE_URL).removesuffix("/ID.json")
    known = _ids()
    return [file for file in folder.glob("*.json") if file.stem in known]


@cache
def _ids() -> frozenset[str]:
    graph = atlas.load(REAL_DATA).graph
    assert graph
    return frozenset(graph.by_id)


def test_every_file_that_is_made_is_offered(site: Path) -> None:
    """By itself, or as one of many of its kind; in the language that it is in."""
    offered = set()
    for address, root in ((a, r) for a, r in _pages(site) if a.endswith("/data/")):
        links = root.xpath("//section//a/@href")
        offered |= {urljoin(address, link) for link in links}
        for text in root.xpath("//td//text()[contains(., '/ID.json')]"):
            offered |= {f"{text[: -len('ID.json')]}{record}.json" for record in _ids()}
    made = {
        BASE_URL + file.relative_to(site).as_posix()
        for folder in MACHINE_FOLDERS
        for file in (site / folder).rglob("*")
        if file.is_file() and (file.stem in _ids() or not _is_old_name(file))
    }
    assert len(made) > 100
    assert made - offered == set()


def _is_old_name(file: Path) -> bool:
    """Whether a file goes on working under a name that its record once had."""
    graph = atlas.load(REAL_DATA).graph
    assert graph
    return any(file.stem in record.formerly for record in graph.by_id.values())


def _graph(folder: Path) -> Graph:
    graph = atlas.load(folder).graph
    assert graph
    return graph


def _links_with(sizes: dict[str, int]) -> set[str]:
    """What /data/ leads to below its own folder's parent, if files of these sizes were made."""
    setting = replace(views.setting(_graph(BASE), BASE_URL, NOW), sizes=sizes)
    page = data_view.page(Writer(setting, "en", routes.DATA))
    rendered = atlas.pages.render(page, views.whole(setting, "en"))
    links = _html(rendered.html).xpath("//td//a/@href | //ul[@class='atlas-links']//@href")
    return {link.removeprefix("../../").removeprefix(BASE_URL) for link in links}


def test_what_was_not_made_is_not_offered() -> None:
    """Whatever was: a table alone, a calendar alone, the feed alone."""
    pages = {"../programmes/river-links/", "../pairings/kawabe-donaustadt/"}
    assert _links_with({}) == set()
    for path in ("api/v1/pairings.csv", "api/v1/openapi.json", "feeds/en/events.atom",
                 "api/v1/programmes/river-links/pairings.geojson"):  # fmt: skip
        assert _links_with({path: 1}) == {path}
    for owner in ("all", "river-links", "kawabe-donaustadt"):
        path = f"calendar/en/{owner}.ics"
        opened = f"webcal://example.org/atlas/{path}"
        assert _links_with({path: 1}) - pages == {path, opened}
    assert _links_with({"calendar/ja/all.ics": 1}) == set()  # on the Japanese page


@pytest.mark.parametrize(
    ("count", "ja", "en"),
    [
        (0, "0 バイト", "0 bytes"),
        (999, "999 バイト", "999 bytes"),
        (1000, "1.0 KB", "1.0 kB"),
        (12_345, "12.3 KB", "12.3 kB"),
        (1_260_000, "1.3 MB", "1.3 MB"),
        (1_234_567_890, "1,234.6 MB", "1,234.6 MB"),
    ],
)
def test_sizes_are_written_as_each_language_does(count: int, ja: str, en: str) -> None:
    """In decimal units, with a number that no line break parts from its unit."""
    assert names.size(count, "ja") == ja.replace(" ", "\u00a0")
    assert names.size(count, "en") == en.replace(" ", "\u00a0")


def test_counts_of_what_is_known_are_those_of_the_data(site: Path) -> None:
    """Counted again in the files themselves."""
    root = _parsed(site / "en" / "data" / "index.html")
    shown = {
        (row.xpath("string(th)"), cell.get("data-label")): cell.text_content()
        for row in root.xpath("//section[h2/@id='completeness']//tbody/tr")
        for cell in row.xpath("td")
    }
    pairings = [_read(file) for file in sorted((REAL_DATA / "pairings").glob("*.yml"))]
    places = [_read(file) for file in sorted((REAL_DATA / "places").glob("*.yml"))]
    for programme in (REAL_DATA / "programmes").glob("*.yml"):
        column = _read(programme)["short_name"]["en"]
        own = [pairing for pairing in pairings if pairing["programme"] == programme.stem]
        for label, key in (("Start", "since"), ("The theme in the document's words", "theme_text")):
            known = sum(key in pairing for pairing in own)
            assert shown[label, column] == f"{known} of {len(own)}"
    for label, key in (("Coordinates", "coordinates"), ("Description", "description")):
        known = sum(key in place for place in places)
        assert shown[label, "Count"] == f"{known} of {len(places)}"
    abroad = [place for place in places if place["country"] != "JP"]
    native = sum("native" in place for place in abroad)
    assert (
        shown["Name in the local language (places abroad)", "Count"] == f"{native} of {len(abroad)}"
    )
    checked = sum("verified_on" in pairing for pairing in pairings)
    assert shown["Pairings", "Count"] == f"{checked} of {len(pairings)}"


def _read(file: Path) -> Any:
    return yaml.safe_load(file.read_text("utf-8"))


def test_the_day_on_which_files_were_made_is_said(data: Path) -> None:
    """Beside the downloads and in the citation, in the page's language."""
    pages = atlas.publish(data, BASE_URL, NOW).pages
    for name, day in (
        ("data/index.ja.md", "2020年2月2日"),
        ("data/index.en.md", "2 February 2020"),
    ):
        root = _html(pages[name].html)
        assert day in root.xpath("string(//section[h2/@id='downloads'])")
        assert day in root.xpath("string(//*[@id='citation'])")
