"""Addresses."""

import pytest

from atlas import routes


@pytest.mark.parametrize(
    ("here", "there", "anchor", "link"),
    [
        ("", "", "", "./"),
        ("", "pairings/", "", "pairings/"),
        ("pairings/", "", "", "../"),
        ("pairings/a/", "pairings/b/", "", "../b/"),
        ("pairings/a/", "places/kobe/", "", "../../places/kobe/"),
        ("pairings/a/", "pairings/a/", "timeline", "#timeline"),
        ("sources/x/", "pairings/a/", "timeline", "../../pairings/a/#timeline"),
        ("contribute/rules/", "contribute/", "", "../"),
    ],
)
def test_links_are_relative(here: str, there: str, anchor: str, link: str) -> None:
    """So that the site works wherever it is put, and in either language."""
    assert routes.link(here, there, anchor) == link


def test_both_languages_have_the_same_routes() -> None:
    """Japanese stands at the root, English under en/."""
    assert routes.output_file("pairings/a/", "ja") == "pairings/a/index.html"
    assert routes.output_file("pairings/a/", "en") == "en/pairings/a/index.html"
    assert routes.page_source("pairings/a/", "en") == "pairings/a/index.en.md"


def test_a_record_knows_its_file() -> None:
    """One file each, or one for all of a kind."""
    assert routes.record_file("places", "kobe") == "data/places/kobe.yml"
    assert routes.record_file("sources", "iges-2014") == "data/sources.yml"
