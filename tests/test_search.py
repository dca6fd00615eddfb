"""The search index: entries of pages of ours, and an index for each language."""

import json
import re
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from lxml import html as parser

import atlas
from atlas import search
from tests.conftest import BASE_URL, NOW, ROOT


def test_the_built_indexes_hold_all_pages(site: Path) -> None:
    """As many in one language as in the other."""
    japanese, english = (
        json.loads((site / "search" / f"{name}.json").read_text("utf-8"))["docs"]
        for name in ("ja", "en")
    )
    pages = [
        {entry["location"].partition("#")[0].removeprefix("en/") for entry in entries}
        for entries in (japanese, english)
    ]
    assert pages[0] == pages[1]


_IN_A_LINE = {"a", "b", "code", "span", "sup", "time", "wbr"}


def _words(html: str) -> list[str]:
    """What a parser reads below each heading with an id, in words; before the first, below none."""
    found = [""]

    def read(element: Any) -> None:
        anchored = element.tag in {"h2", "h3"} and element.get("id")
        hidden = "data-search-exclude" in element.attrib or element.get("class") == "atlas-ref"
        if anchored:
            found.append(f"{element.get('id')} {element.text_content()}\n")
        elif not hidden and element.tag != "h1":
            found[-1] += ("" if element.tag in _IN_A_LINE else " ") + (element.text or "")
            for child in element:
                read(child)
        if element.tag not in _IN_A_LINE:
            found[-1] += " "
        found[-1] += element.tail or ""

    read(parser.fragment_fromstring(html, create_parent="div"))
    return [" ".join(part.split()) for part in found]


def _said(entry: dict[str, str]) -> str:
    _, _, anchor = entry["location"].partition("#")
    text = re.sub("</?(?:p|ol|ul|li)>", " ", entry["text"])
    assert "<" not in text
    parts = f"{anchor} {entry['title']} {text}" if anchor else text
    return " ".join(unescape(parts).split())


def test_entries_have_the_words_of_their_part_of_the_page(data: Path) -> None:
    """On every page of the site, and of the small data, whose texts are nasty."""
    for folder in (ROOT / "data", data):
        for source, page in atlas.publish(folder, BASE_URL, NOW).pages.items():
            found = search.entries(f"{source}/", page.title, page.html)
            assert [_said(entry) for entry in found] == _words(page.html), source
            assert found[0]["title"] == page.title


def test_maps_sources_and_neighbours_are_not_searched(data: Path) -> None:
    """A place is found by its own pages, a document by its own: not by each page that has them."""
    page = atlas.publish(data, BASE_URL, NOW).pages["pairings/kawabe-donaustadt/index.ja.md"]
    anchors = {entry["location"] for entry in search.entries("", page.title, page.html)}
    assert "#at-a-glance" in anchors
    assert "#sources" not in anchors
    assert not [each for each in anchors if "neighbour" in each]


@pytest.mark.parametrize(
    ("html", "texts"),
    [
        ("<h1>A</h1>\n \n<p>c\nd <b>e</b>\n</p>", ["<p>c d e </p>"]),
        ('<p class="x">a</p><section><h2 id="b">B <code>c</code></h2>d</section>', ["<p>a</p>", "d"]),
        ("<dl><dt>a</dt><dd>b<wbr>c</dd></dl>", ["a bc"]),
        ('a<sup class="atlas-ref"><a href="#x">1</a></sup>b', ["ab"]),
        ("<p data-search-exclude>a</p>b<i class='c' data-search-exclude hidden>d</i>e", ["b e"]),
        ("a<span data-search-exclude>b</span>c", ["ac"]),
        ("<div data-search-exclude><div>a</div><div class='b'></div>c</div>d", ["d"]),
        ("<nav data-search-exclude>a</nav><p>Is data-search-exclude a word?</p>",
         ["<p>Is data-search-exclude a word?</p>"]),
        ("<ul class='x'><li>a</li></ul><path d=''/><subject>c</subject>",
         ["<ul><li>a</li></ul> c"]),
        ('<p>&lt;b&gt; &amp;amp; &#34;c&#39; <a title="p&gt;">d</a></p>',
         ["<p>&lt;b&gt; &amp;amp; \"c' d</p>"]),
        ("", [""]),
    ],
)  # fmt: skip
def test_entries_are_right_where_html_is_subtle(html: str, texts: list[str]) -> None:
    """White space, what is excluded, what stands in it, attributes, and signs."""
    found = search.entries("x/", "T", f"<div>{html}</div>")
    assert [entry["text"] for entry in found] == texts


def test_an_index_is_joined_from_entries_of_prose_and_of_ours() -> None:
    """In the order of pages, as if the theme had found all of them; nothing else comes along."""
    prose = [{"location": "a/", "text": "散文"}, {"location": "a/#x", "text": "b"}]
    ours = [{"location": "p/", "text": "対"}, {"location": "p/#x", "text": "d"}]
    frame = [{"location": "frame/", "text": ""}]
    config = {"lang": ["ja"], "separator": "[\\s]}"}
    index = json.dumps({"config": config, "docs": [*prose, *frame]})
    pages = {"p/": search.written(ours), "q/": b""}
    for order, docs in ((("a/", "q/", "p/"), prose + ours), (("p/", "a/"), ours + prose)):
        text = b"".join(search.joined(index, order, pages)).decode()
        theme = {"config": config, "docs": docs}
        assert text == json.dumps(theme, ensure_ascii=False, separators=(",", ":"))
    assert json.loads(b"".join(search.joined(index, (), {}))) == {"config": config, "docs": []}
