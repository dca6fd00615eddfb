"""Pages of the small data as HTML, compared with golden files."""

from pathlib import Path
from typing import Any

import pytest
from lxml import html
from markupsafe import escape

import atlas
from atlas.pages import Rendered
from tests.conftest import BASE_URL, NOW, ROOT, Golden

GOLDEN = ROOT / "tests" / "golden"


def _parsed(text: str) -> Any:
    """Read HTML; what lxml returns depends on what it finds."""
    return html.fromstring(text)


def _page(data: Path, source: str) -> Rendered:
    return atlas.publish(data, BASE_URL, NOW).pages[source]


@pytest.mark.parametrize(
    "source",
    [
        "index.ja.md",
        "pairings/index.en.md",
        "pairings/kawabe-donaustadt/index.ja.md",
        "pairings/kawabe-donaustadt/index.en.md",
        "places/donaustadt/index.en.md",
        "programmes/river-links/index.ja.md",
        "timeline/index.ja.md",
        "sources/report/index.en.md",
    ],
)
def test_a_page_is_laid_out_as_before(source: str, data: Path, golden: Golden) -> None:
    """A change of a template or a view shows in the golden file."""
    golden(GOLDEN / source.replace("/", "--").replace(".md", ".html"), _page(data, source).html)


def test_what_an_editor_typed_appears_as_typed(data: Path) -> None:
    """Stars, underscores, bars, angle brackets and double braces are text."""
    root = _parsed(_page(data, "places/donaustadt/index.ja.md").html)
    assert (
        "川の都市です。*強調*も_下線_も|縦線|も<これ>も{{ あれ }}も、打ったとおりに出ます。"
        in root.text_content()
    )


def test_a_page_and_its_table_of_contents_agree(data: Path) -> None:
    """Every heading of the second level is listed, in order, and no other."""
    for rendered in atlas.publish(data, BASE_URL, NOW).pages.values():
        root = _parsed(rendered.html)
        headings = [(h.get("id"), str(escape(h.text_content()))) for h in root.iter("h2")]
        assert headings == [tuple(heading) for heading in rendered.headings], rendered.source


def test_names_in_a_third_language_carry_it(data: Path) -> None:
    """A screen reader then reads them in that language."""
    root = _parsed(_page(data, "places/donaustadt/index.en.md").html)
    marked = {(e.get("lang"), e.text_content()) for e in root.iter() if e.get("lang")}
    assert {("de", "Donaustadt"), ("hu", "Dunaváros"), ("ja", "ドナウ市")} <= marked


def test_a_planned_event_says_so(data: Path) -> None:
    """In words, and not by colour alone."""
    root = _parsed(_page(data, "timeline/index.ja.md").html)
    (planned,) = root.find_class("atlas-planned")
    assert "予定" in planned.text_content()


def test_the_documents_own_words_stand_for_the_date(data: Path) -> None:
    """Without a second calendar beside them."""
    text = _parsed(_page(data, "timeline/index.ja.md").html).text_content()
    assert "令和元年度\n" in text
    assert "2019年4月〜" not in text


def test_a_correction_is_shown_with_its_date(data: Path) -> None:
    """Readers see what was changed after publication."""
    text = _parsed(_page(data, "timeline/index.en.md").html).text_content()
    assert "Corrected on 1 January 2019: The date was mended." in text


def test_a_retired_record_says_so_and_leads_on(data: Path) -> None:
    """Why, since when, and what to look at instead."""
    theme = data / "themes" / "flooding.yml"
    retired = "retired: {on: 2020-01-01, reason: {ja: まとめました。, en: Merged.}, see: kawabe}\n"
    theme.write_text(theme.read_text("utf-8") + retired, "utf-8")
    root = _parsed(_page(data, "themes/flooding/index.en.md").html)
    (notice,) = root.find_class("atlas-notice")
    assert notice.text_content() == (
        "This page has not been updated since 1 January 2020. Merged. Please see Kawabe instead."
    )
    assert notice.xpath("a/@href") == ["../../places/kawabe/"]


def test_titles_are_safe_for_a_theme_that_prints_them_as_they_are(data: Path) -> None:
    """In the window's title, the menu, the contents and the footer; a description stays text."""
    pairing = data / "pairings" / "kawabe-donaustadt.yml"
    text = pairing.read_text("utf-8").replace("en: The plan", "en: A <b> & C")
    excuse = "excuses: [{rule: html-in-text, reason: a test}]\n"
    pairing.write_text(text + excuse + "summary: {ja: '\"川\"', en: '\"<River>\"'}\n", "utf-8")
    site = data / "site.yml"
    site.write_text(site.read_text("utf-8").replace("River Links", "River & <Links>"), "utf-8")
    published = atlas.publish(data, BASE_URL, NOW)
    rendered = published.pages["pairings/kawabe-donaustadt/index.en.md"]
    assert ("section-1", "A &lt;b&gt; &amp; C") in rendered.headings
    assert rendered.description == '"<River>"'
    assert published.words["en"]["name"] == "River &amp; &lt;Links&gt;"
    assert published.pages["index.en.md"].title == "River &amp; &lt;Links&gt;"


def test_the_first_centuries_have_pages_too(data: Path) -> None:
    """A year of fewer than four digits is written with noughts."""
    timeline = data / "timelines" / "kawabe-donaustadt.yml"
    timeline.write_text(timeline.read_text("utf-8").replace("2018-09-30/2018-10-02", "0794"))
    assert "794年" in _page(data, "timeline/index.ja.md").html


def test_problems_without_a_good_site_are_the_page(data: Path) -> None:
    """In both languages, with what they say escaped."""
    (data / "places" / "kawabe.yml").write_text("name: <b>\n", "utf-8")
    site = atlas.publish(data, BASE_URL, NOW)
    assert set(site.pages) == {"index.ja.md", "index.en.md"}
    assert "missing-key" in site.pages["index.en.md"].html
    assert "&lt;b&gt;" in site.pages["index.en.md"].html
    assert "直し方" in site.pages["index.ja.md"].html


def test_problems_can_be_laid_over_the_pages_of_another_time(data: Path) -> None:
    """In both languages, with what to do; a site without problems has nothing to lay over."""
    assert atlas.publish(data, BASE_URL, NOW).overlay == {}
    (data / "places" / "kawabe.yml").write_text("name: <b>\n", "utf-8")
    overlay = atlas.publish(data, BASE_URL, NOW).overlay
    assert "直し方" in overlay["ja"]
    assert "Once the file is mended and saved" in overlay["en"]
    assert "&lt;b&gt;" in overlay["en"]
