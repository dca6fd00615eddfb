"""A load makes again only what hangs on a file that changed."""

from pathlib import Path

import atlas
from atlas.memory import Memory


def test_only_what_changed_is_made_again() -> None:
    """What is equal counts as the same, and what one round left out is forgotten."""
    made: list[str] = []
    memory = Memory[str, str](lambda name, thing: made.append(name) or thing.upper())  # type: ignore[func-returns-value]
    assert memory.of([("a", "x"), ("b", "y")]) == ["X", "Y"]
    assert memory.of([("b", "y"), ("a", "z")]) == ["Y", "Z"]
    assert memory.of([("b", "y")]) == ["Y"]
    assert memory.of([("a", "z"), ("b", "y")]) == ["Z", "Y"]
    assert made == ["a", "b", "a", "a"]


def test_records_of_unchanged_files_are_the_very_same(data: Path) -> None:
    """And that of a changed file is as if all were read for the first time."""
    before = atlas.load(data).graph
    file = data / "places" / "kawabe.yml"
    file.write_text(file.read_text("utf-8").replace("かわべし", "かわべ"), "utf-8")
    after = atlas.load(data).graph
    assert before is not None
    assert after is not None
    assert {p.id for p in after.places if p is not before.by_id[p.id]} == {"kawabe"}
    assert after.place("kawabe").reading == "かわべ"
    assert all(p is before.by_id[p.id] for p in (*after.pairings, *after.sources))


def test_a_fault_is_told_as_long_as_it_is_there(data: Path) -> None:
    """Loaded again and again, the problems are the same, and go with their reason."""
    file = data / "places" / "kawabe.yml"
    right = file.read_text("utf-8")
    file.write_text(f"{right}nowhere: {{ja: 川辺, en: <b>川辺}}\n", "utf-8")
    first, again = atlas.load(data).problems, atlas.load(data).problems
    assert first
    assert first == again
    file.write_text(right, "utf-8")
    assert atlas.load(data).problems == ()
