"""The search index, split by language."""

import json
from pathlib import Path

from atlas import search


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
