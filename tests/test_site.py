"""The real site, built strictly: links, languages, heads, search and edit links."""

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit
from xml.etree import ElementTree

import pytest
from lxml import html

from tests.conftest import BASE_URL as BASE
from tests.conftest import run
from tests.test_data import PAIRINGS


@cache
def _parsed(path: Path) -> Any:
    return html.fromstring(path.read_bytes().decode("utf-8"))


def _pages(site: Path) -> list[Path]:
    return sorted(site.rglob("*.html"))


def _address(site: Path, page: Path) -> str:
    return BASE + page.relative_to(site).as_posix().removesuffix("index.html")


def _file(site: Path, address: str) -> Path:
    path = unquote(urlsplit(address).path).removeprefix("/atlas/")
    return site / path / "index.html" if path.endswith("/") or not path else site / path


def test_all_pairings_are_listed_and_have_pages_in_both_languages(site: Path) -> None:
    """The 22 of the documents."""
    for root in (site, site / "en"):
        listed = _parsed(root / "pairings" / "index.html")
        links = {a.get("href") for a in listed.xpath("//table//th/a")}
        assert {f"{pairing}/" for pairing in PAIRINGS} <= links
        for pairing in PAIRINGS:
            assert (root / "pairings" / pairing / "index.html").is_file()


def test_every_page_has_its_counterpart(site: Path) -> None:
    """At the same path below en/."""
    pages = {page.relative_to(site).as_posix() for page in _pages(site)} - {"404.html"}
    japanese = {page for page in pages if not page.startswith("en/")}
    assert {page.removeprefix("en/") for page in pages - japanese} == japanese


def test_every_link_leads_somewhere(site: Path) -> None:
    """To a page or file of the site, and to an anchor that is there."""
    broken = []
    for page in _pages(site):
        here = _address(site, page)
        for element, _, link, _ in _parsed(page).iterlinks():
            target = urljoin(here, link)
            if not target.startswith(BASE) or element.get("rel") == "canonical":
                continue
            file, anchor = _file(site, target), urlsplit(target).fragment
            if not file.is_file() or (anchor and not _has_anchor(file, unquote(anchor))):
                broken.append(f"{here} → {link}")
    assert broken == []


def _has_anchor(file: Path, anchor: str) -> bool:
    return anchor in _anchors(file)


@cache
def _anchors(file: Path) -> frozenset[str]:
    return frozenset(_parsed(file).xpath("//@id")) | {"__skip"}


def test_no_id_stands_twice_on_a_page(site: Path) -> None:
    """An anchor is one place."""
    for page in _pages(site):
        ids = _parsed(page).xpath("//@id")
        assert len(ids) == len(set(ids)), page


JAPANESE = re.compile(r"[\u3005-\u30ff\u3400-\u9fff\uff01-\uff9f]")


def _texts(element: Any, language: str) -> Iterator[tuple[str, str]]:
    """Every text of a page that readers meet, with the language it is marked as."""
    if not isinstance(element.tag, str) or element.tag in {"script", "style"}:
        return
    language = element.get("lang", language)
    for attribute in ("title", "aria-label", "alt", "placeholder", "content"):
        yield element.get(attribute, ""), language
    yield element.text or "", language
    for child in element:
        yield from _texts(child, language)
        yield child.tail or "", language


def test_english_pages_hold_no_japanese_but_where_it_is_marked(site: Path) -> None:
    """Attributes included; Chinese names are marked as Chinese."""
    for page in _pages(site / "en"):
        root = _parsed(page)
        assert root.get("lang") == "en"
        unmarked = [
            text.strip()
            for text, language in _texts(root, "en")
            if JAPANESE.search(text) and not language.startswith(("ja", "zh"))
        ]
        assert unmarked == [], page


def test_japanese_pages_are_marked_as_japanese(site: Path) -> None:
    """And the bilingual 404 page has both."""
    for page in _pages(site):
        if not page.is_relative_to(site / "en") and page.name != "404.html":
            assert _parsed(page).get("lang") == "ja", page
    assert {"ja", "en"} <= set(_parsed(site / "404.html").xpath("//div/@lang"))


@pytest.mark.parametrize(
    ("page", "lang", "text"),
    [
        ("en/places/bratislava", "hu", "Pozsony"),
        ("en/places/bratislava", "de", "Pressburg"),
        ("en/places/ioannina", "el", "Ιωάννινα"),
        ("places/umea", "sv", "Umeå"),
        ("en/places/shenyang", "zh-Hans", "沈阳市"),
        ("en/places/tokorozawa", "ja", "マチごとエコタウン推進課"),
    ],
)
def test_names_in_other_languages_are_marked(site: Path, page: str, lang: str, text: str) -> None:
    """With their BCP 47 tag."""
    marked = _parsed(site / page / "index.html").xpath(f"//*[@lang='{lang}']")
    assert any(text in element.text_content() for element in marked)


def test_heads_are_absolute_and_complete(site: Path) -> None:
    """Canonical address, both languages, x-default, a title and a description of its own."""
    titles = set()
    for page in _pages(site):
        if page.name == "404.html":
            continue
        root, address = _parsed(page), _address(site, page)
        assert root.xpath("//link[@rel='canonical']/@href") == [address]
        alternates = {e.get("hreflang"): e.get("href") for e in root.xpath("//link[@hreflang]")}
        japanese = address.replace(BASE + "en/", BASE)
        english = japanese.replace(BASE, BASE + "en/")
        assert alternates == {"ja": japanese, "en": english, "x-default": japanese}
        (description,) = root.xpath("//meta[@name='description']/@content")
        assert description.strip()
        (title,) = root.xpath("//title/text()")
        assert (title, root.get("lang")) not in titles, title
        titles.add((title, root.get("lang")))


def test_nothing_is_fetched_from_anywhere_else(site: Path) -> None:
    """Scripts, styles, images and fonts come from the site itself."""
    for page in _pages(site):
        for element, attribute, link, _ in _parsed(page).iterlinks():
            if element.tag != "a" and not (element.tag == "link" and attribute == "href"
                                           and "stylesheet" not in element.get("rel", "")):  # fmt: skip
                assert urljoin(_address(site, page), link).startswith(BASE), f"{page}: {link}"
    for style in site.rglob("*.css"):
        assert not re.search(r"url\(['\"]?https?:", style.read_text("utf-8")), style


def test_the_sitemap_has_every_page(site: Path) -> None:
    """In both languages, with absolute addresses."""
    tree = ElementTree.parse(site / "sitemap.xml")
    found = {e.text for e in tree.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")}
    assert found == {_address(site, p) for p in _pages(site) if p.name != "404.html"}


def _index(site: Path) -> list[dict[str, str]]:
    """All that the search knows, of both languages."""
    files = [site / "search" / f"{language}.json" for language in ("ja", "en")]
    return [entry for file in files for entry in json.loads(file.read_text("utf-8"))["docs"]]


@pytest.mark.parametrize(
    ("words", "location"),
    [
        ("ところざわし", "places/tokorozawa/"),
        ("沈阳市", "places/shenyang/"),
        ("ブラチスラヴァ", "places/bratislava/"),
        ("Pozsony", "en/places/bratislava/"),
        ("PM2.5成分分析", "pairings/hyogo-guangdong/"),
        ("source apportionment", "en/places/shenyang/"),
    ],
)
def test_the_search_index_holds_names_and_statements(site: Path, words: str, location: str) -> None:
    """Readings, other names and what was said, each under its page."""
    index = _index(site)
    hits = [e["location"] for e in index if words in e["title"] + e["text"]]
    assert any(hit.partition("#")[0] == location for hit in hits), hits


def test_the_search_index_leaves_tables_to_the_pages_they_lead_to(site: Path) -> None:
    """A city is found by its own pages, and not by every list that it stands in."""
    index = _index(site)
    tables = {"places/#all", "pairings/#all", "themes/#all", "data/#downloads", "data/#subscribe"}
    entries = {e["location"]: e["text"] for e in index if e["location"] in tables}
    assert entries.keys() == tables
    for location, text in entries.items():
        assert not re.search("ウメオ|umea|スウェーデン", text), location


def test_the_search_index_names_sections_as_the_pages_do(site: Path) -> None:
    """Every entry leads to a page and an anchor that are there."""
    index = _index(site)
    for entry in index:
        location, _, anchor = entry["location"].partition("#")
        file = _file(site, BASE + location)
        assert file.is_file(), entry["location"]
        assert not anchor or _has_anchor(file, anchor), entry["location"]


def test_facts_have_their_source_and_date_beside_them(site: Path) -> None:
    """On every pairing's page, each row and each event leads to a numbered source with its date."""
    for pairing in PAIRINGS:
        root = _parsed(site / "pairings" / pairing / "index.html")
        for row in root.xpath("//dl[@class='atlas-facts']/div") + root.xpath(
            "//ol[@class='atlas-events']/li"
        ):
            refs = row.xpath(".//sup[@class='atlas-ref']/a")
            assert refs, pairing
            for ref in refs:
                (source,) = root.xpath(
                    f"//ol[@class='atlas-sources']/li[@id='{ref.get('href')[1:]}']"
                )
                assert source.getparent().index(source) + 1 == int(ref.text_content())
                for text in (ref.get("aria-label"), source.text_content()):
                    assert re.search("現在|更新", text), pairing


def test_what_the_documents_do_not_say_is_said_not_to_be_there(site: Path) -> None:
    """Liaoning, Hebei and Tangshan have no row in table 2; Japan–China pairings no beginning."""
    for pairing in ("toyama-liaoning", "nagano-hebei", "kitakyushu-tangshan"):
        text = _parsed(site / "pairings" / pairing / "index.html").text_content()
        assert "参加意向についての記載はありません。" in text
        assert "記載なし" in text


def test_edit_links_lead_to_the_file_of_the_record(tmp_path: Path) -> None:
    """And are there only with a repository, which is not asked for anything."""
    folder = tmp_path / "site"
    built = run("mkdocs", "build", "--strict", "--site-dir", str(folder),
                REPO_URL="https://github.com/city/atlas")  # fmt: skip
    assert built.returncode == 0, built.stderr
    for page, file in (
        ("pairings/kobe-marseille", "data/pairings/kobe-marseille.yml"),
        ("en/places/kobe", "data/places/kobe.yml"),
        ("sources/iges-2014", "data/sources.yml"),
        ("about", "docs/about.ja.md"),
        ("en/about", "docs/about.en.md"),
    ):
        root = _parsed(folder / page / "index.html")
        assert root.xpath("//a[@rel='edit']/@href") == [
            f"https://github.com/city/atlas/edit/main/{file}"
        ]
        assert root.xpath("//*[@data-md-component='source']") == []
    form = _parsed(folder / "contribute" / "form" / "index.html")
    assert form.xpath("//script/@data-repository") == ["https://github.com/city/atlas"]
    assert form.xpath("//script/@data-edit") == ["edit/main/docs/"]


def test_without_a_repository_there_is_no_edit_link(site: Path) -> None:
    """A link to nowhere helps nobody."""
    assert _parsed(site / "pairings/kobe-marseille/index.html").xpath("//a[@rel='edit']") == []
