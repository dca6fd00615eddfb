"""The theme's style sheet without what no page uses."""

from pathlib import Path

import tinycss2

import atlas
from atlas.resources import layouts
from atlas.stylesheet import classes, mentioned, thinned
from tests.conftest import BASE_URL, NOW, ROOT


def test_only_rules_that_can_apply_are_kept() -> None:
    """By the classes of elements, of scripts, and inside media queries; what has none is kept."""
    css = (
        ".a,.b{color:red}.c{color:red}a:not(.c){color:red}[dir=rtl] .a{color:red}"
        ".md-late{color:red}.md-never{color:red}@media print{.a{color:red}.c{color:red}}"
        "@media screen{.c{color:red}}@font-face{font-family:x}"
    )
    assert thinned(css, {"a"}, 'classList.add("md-late")', "") == (
        ".a{color:red}a:not(.c){color:red}.md-late{color:red}@media print{.a{color:red}}"
        "@font-face{font-family:x}"
    )


def test_variables_that_nothing_uses_are_dropped() -> None:
    """Those that another style sheet uses are kept."""
    css = ":root{--a:1px;--b:url(data:x;y);--c:2px}p{margin:var(--a)}"
    assert thinned(css, set(), "", "p{top:var(--c)}") == ":root{--a:1px;--c:2px}p{margin:var(--a)}"


def test_classes_are_read_from_html() -> None:
    """With and without quotation marks."""
    assert classes('<p class="a b"><i class=c>') == {"a", "b", "c"}


def test_words_are_read_from_what_lays_pages_out() -> None:
    """Of a template, of a function, and of one of its branches."""
    sources = """<p class="a b-c{{ ' d' if x }}">""", """f'<i class="{kind}">'; kind = "e"\n"""
    assert mentioned(*sources) >= {"a", "b-c", "d", "e"}


def test_what_lays_pages_out_mentions_every_class_of_their_content(data: Path) -> None:
    """So the theme's style sheet can be thinned without reading them; of `a__b` it may be `a__`."""
    words = mentioned(*layouts())
    for folder in (data, ROOT / "data"):
        for page in atlas.publish(folder, BASE_URL, NOW).pages.values():
            unknown = classes(page.html) - words
            assert {name.partition("__")[0] + "__" for name in unknown} <= words, page.source


def test_the_built_style_sheet_is_whole_and_small(site: Path) -> None:
    """Another parser reads it without an error, and what pages need is there."""
    (sheet,) = (site / "assets" / "stylesheets").glob("main.*.min.css")
    css = sheet.read_text("utf-8")
    rules = tinycss2.parse_stylesheet(css)
    assert not [rule for rule in rules if rule.type == "error"]
    assert len(css) < 80_000
    for needed in (".md-header", ".md-search-result", ".md-typeset table", ".md-nav--primary"):
        assert needed in css
    assert ".md-typeset .admonition" not in css
