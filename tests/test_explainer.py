"""Terms of the glossary found in texts."""

from pathlib import Path

import atlas
from atlas.graph import Graph
from atlas.views.explainer import Explainer
from tests.conftest import REAL_DATA


def _graph(data: Path) -> Graph:
    graph = atlas.load(data).graph
    assert graph is not None
    return graph


def _found(explainer: Explainer, text: str, known: set[str] | None = None) -> list[tuple[str, str]]:
    parts = list(explainer.parts(text, set() if known is None else known))
    assert "".join(part for part, _ in parts) == text
    return [(part, term.id) for part, term in parts if term]


def test_a_term_is_found_by_each_of_its_names() -> None:
    """With or without the abbreviation in brackets, by an alias, and whatever its capitals."""
    japanese = Explainer(_graph(REAL_DATA).terms, "ja")
    assert _found(japanese, "都市間協力行動計画を策定") == [
        ("都市間協力行動計画", "urban-cooperation-action-plan")
    ]
    assert _found(japanese, "U-CAPを策定") == [("U-CAP", "urban-cooperation-action-plan")]
    english = Explainer(_graph(REAL_DATA).terms, "en")
    assert _found(english, "the Friendship City tie") == [("Friendship City", "friendship-city")]


def test_the_longest_name_is_found_first_and_each_term_once() -> None:
    """A page explains a term where it first uses it."""
    japanese = Explainer(_graph(REAL_DATA).terms, "ja")
    known: set[str] = set()
    first = _found(japanese, "国際都市間協力（IUC）とIUCとPM2.5", known)
    assert first == [
        ("国際都市間協力（IUC）", "international-urban-cooperation"),
        ("PM2.5", "pm2-5"),
    ]
    assert _found(japanese, "IUCとPM2.5", known) == []


def test_a_name_inside_a_word_is_not_a_term() -> None:
    """IUC is none in IUCN."""
    english = Explainer(_graph(REAL_DATA).terms, "en")
    assert _found(english, "The IUCN is not the programme") == []


def test_without_terms_a_text_stays_whole() -> None:
    """And nothing fails."""
    assert list(Explainer((), "ja").parts("そのまま", set())) == [("そのまま", None)]
