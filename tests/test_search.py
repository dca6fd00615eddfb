"""The search index: entries of pages of ours, and an index for each language."""

import json
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from material.plugins.search.plugin import SearchIndex  # type: ignore[import-untyped]

import atlas
from atlas import search
from tests.conftest import BASE_URL, NOW, ROOT


def test_each_language_gets_its_own_entries_and_the_settings_of_all() -> None:
    """Nothing is lost, and nothing stands in both."""
    whole = {"config": {"lang": ["ja", "en"]}, "docs": [
        {"location": "", "text": "日本"}, {"location": "en/", "text": "Japan"},
        {"location": "pairings/x/#a", "text": "x"}, {"location": "en/pairings/x/", "text": "x"},
    ]}  # fmt: skip
    parts = {
        language: json.loads(text) for language, text in search.split(json.dumps(whole)).items()
    }
    assert [d["location"] for d in parts["ja"]["docs"]] == ["", "pairings/x/#a"]
    assert [d["location"] for d in parts["en"]["docs"]] == ["en/", "en/pairings/x/"]
    assert all(part["config"] == whole["config"] for part in parts.values())


def test_the_built_indexes_hold_all_pages(site: Path) -> None:
    """As many in one language as in the other, and together what the theme wrote."""
    whole, japanese, english = (
        json.loads((site / "search" / f"{name}.json").read_text("utf-8"))["docs"]
        for name in ("search_index", "ja", "en")
    )
    pages = [
        {entry["location"].partition("#")[0].removeprefix("en/") for entry in entries}
        for entries in (japanese, english)
    ]
    assert pages[0] == pages[1]
    assert len(japanese) + len(english) == len(whole)


def _by_the_plugin(location: str, title: str, html: str) -> list[Any]:
    index: Any = SearchIndex()
    page = SimpleNamespace(meta={}, toc=[], content=html, url=location, title=title)
    index.add_entry_from_context(page)
    return list(index.entries)


def _pages(data: Path) -> Iterator[tuple[str, str, str]]:
    for source, page in atlas.publish(data, BASE_URL, NOW).pages.items():
        yield f"{source}/", page.title, page.html


def test_our_entries_are_those_of_the_plugin(data: Path) -> None:
    """On every page of the site, and of the small data, whose texts are nasty."""
    for folder in (ROOT / "data", data):
        for page in _pages(folder):
            assert search.entries(*page) == _by_the_plugin(*page), (
                f"The search plugin of the theme indexes {page[0]} otherwise than atlas/search.py, "
                "which writes the index of generated pages. Compare add_entry_from_context and "
                "Parser of material/plugins/search/plugin.py with how they were, and follow."
            )


@pytest.mark.parametrize(
    "html",
    [
        "<div>\n<h1>A<wbr>b</h1>\n \n<p>c\nd <b>e</b>\n</p></div>",
        '<h1>A</h1><section><h2 id="b">B <code>c</code></h2><p>d</p></section><p>e</p>',
        '<section><h2 id="a">A</h2><section><h3 id="b">B</h3><h3>C</h3></section><p>d</p></section>',
        '<p>a</p><h2 id="b">B</h2><p>c</p><h2 id="d">D</h2>e<h4>F</h4>g',
        "<p></p><ul><li></li><li> </li></ul><p>a</p><p></p><ol>\n</ol>",
        '<p data-search-exclude>a</p>\n<p>b <i class="c" data-search-exclude hidden>d</i> e</p>',
        "<pre><code>a\n  b\n\n</code></pre>\n<path d=''/><subject>c</subject>",
        '<p>&lt;b&gt; &amp;amp; &#34;c&#39; <a title="p&gt;">d</a></p>',
        "",
    ],
)  # fmt: skip
def test_entries_follow_the_plugin_where_it_is_subtle(html: str) -> None:
    """White space, sections in sections, empty elements, what is excluded, and signs."""
    html = f"<div>{html}</div>"
    assert search.entries("x/", "T", html) == _by_the_plugin("x/", "T", html)


def test_an_index_is_joined_from_entries_of_prose_and_of_ours() -> None:
    """In the order of pages, as if the theme had found all of them; nothing else comes along."""
    prose = [{"location": "a/", "text": "散文"}, {"location": "a/#x", "text": "b"}]
    ours = [{"location": "p/", "text": "対"}, {"location": "p/#x", "text": "d"}]
    frame = [{"location": "frame/", "text": ""}]
    config = {"lang": ["ja"], "separator": "[\\s]}"}
    index = json.dumps({"config": config, "docs": [*prose, *frame]})
    pages = {"p/": search.written(ours), "q/": ""}
    for order, docs in ((("a/", "q/", "p/"), prose + ours), (("p/", "a/"), ours + prose)):
        text = search.joined(index, order, pages)
        theme = json.dumps({"config": config, "docs": docs})
        assert text == search.split(theme)["ja"]
    assert json.loads(search.joined(index, (), {})) == {"config": config, "docs": []}
