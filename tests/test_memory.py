"""A load makes again only what hangs on a file that changed."""

from pathlib import Path

import atlas
from atlas.made import encoded
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


def test_what_is_forgotten_is_made_again() -> None:
    """After the last round nothing is kept."""
    made: list[str] = []
    memory = Memory[str, str](lambda name, thing: made.append(name) or thing.upper())  # type: ignore[func-returns-value]
    assert memory.of([("a", "x")]) == ["X"]
    memory.forget()
    assert memory.of([("a", "x")]) == ["X"]
    assert made == ["a", "a"]


def test_a_load_for_once_gives_the_same(data: Path) -> None:
    """With the texts of all files as they were then, whatever becomes of the files."""
    uneven = data / "places" / "donaustadt.yml"
    uneven.write_bytes(uneven.read_bytes().rstrip(b"\n").replace(b"\n", b"\r\n"))
    again, once = atlas.load(data), atlas.load(data, again=False)
    assert once.graph is not None
    assert again.graph is not None
    assert once.graph.by_id == again.graph.by_id
    assert once.files == again.files
    uneven.unlink()
    texts = [
        {path: encoded(loaded.texts[path]) for path in loaded.texts} for loaded in (once, again)
    ]
    assert texts[0] == texts[1]
    assert "data/places/donaustadt.yml" in texts[0]
