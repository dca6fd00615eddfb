"""What many pages say alike."""

import sys
from datetime import UTC, datetime

import pytest

import atlas
from atlas import routes, views
from atlas.model import Place
from atlas.text import LANGUAGES
from atlas.views import Page, Setting, once, pairings, places
from atlas.views.writer import Writer
from tests.conftest import REAL_DATA


def _setting() -> Setting:
    graph = atlas.load(REAL_DATA).graph
    assert graph is not None
    return views.setting(graph, "https://example.org/", datetime(2026, 1, 1, tzinfo=UTC))


def _pages(setting: Setting, order: int) -> dict[str, Page]:
    """Pages of pairings and places, composed in order or (-1) the last first."""
    composed: dict[str, Page] = {}
    for pairing in setting.graph.pairings[:4][::order]:
        place = setting.graph.place(pairing.japan[0])
        for language in LANGUAGES[::order]:
            w = Writer(setting, language, routes.record("pairings", pairing.id), numbered=True)
            composed[w.address] = pairings.page(w, pairing)
            w = Writer(setting, language, routes.record("places", place.id), numbered=True)
            composed[w.address] = places.page(w, place)
    return composed


def test_it_does_not_matter_which_page_is_composed_first() -> None:
    """Nothing that a page says depends on what other pages have said."""
    assert _pages(_setting(), 1) == _pages(_setting(), -1)


def test_a_page_does_not_lead_to_itself_whichever_page_named_it_before() -> None:
    """A place is linked on all pages but its own."""
    setting = _setting()
    place, other = setting.graph.places[:2]
    own, elsewhere = (routes.record("places", p.id) for p in (place, other))
    for here, linked in ((elsewhere, True), (own, False), (elsewhere, True)):
        (span,) = Writer(setting, "ja", here).place(place)
        assert (span.href is not None) == linked


def test_what_pages_say_alike_is_composed_once() -> None:
    """Once in a language, or where it has links, once for the pages of a folder."""
    said = []

    def say(w: Writer, place: Place) -> str:
        said.append((w.language, w.here))
        return w.to(place.name)

    setting = _setting()
    place = setting.graph.places[0]
    in_language, in_folder = once.in_language(say), once.in_folder(say)
    writers = [Writer(setting, "ja", here) for here in ("places/a/", "places/b/", "themes/a/")]
    for w in writers:
        assert in_language(w, place) == place.name.ja
    assert said == [("ja", "places/a/")]
    assert in_language(Writer(setting, "en", "places/a/"), place) == place.name.en
    assert said.pop() == ("en", "places/a/")
    said.clear()
    for w in writers:
        assert in_folder(w, place) == place.name.ja
    assert said == [("ja", "places/a/"), ("ja", "themes/a/")]


def test_what_is_remembered_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever is forgotten is composed anew, and pages say the same."""
    expected = _pages(_setting(), 1)
    monkeypatch.setattr(sys.modules[Setting.__module__], "MOST_KEPT", 7)
    setting = _setting()
    assert _pages(setting, 1) == expected
    assert 0 < len(setting.made) <= 7
