"""YAML → nodes with places."""

from pathlib import Path

import pytest

import atlas
from atlas import source
from atlas.problem import Place
from atlas.source import Document, plain


def _document(data: Path, text: str) -> Document:
    (data / "themes" / "flooding.yml").write_text(text, "utf-8")
    read = source.read(data)
    return next(document for document in read.documents if document.id == "flooding")


def test_scalars_are_read_as_written(data: Path) -> None:
    """YAML 1.1 would make a boolean, a number of minutes, an octal number, a date and a null."""
    text = "a: no\nb: 12:30\nc: 0712\nd: 2018-10-15\ne: null\nf: ~\ng: 1_000\nh: .5\n"
    assert plain(_document(data, text).root) == {
        "a": "no", "b": "12:30", "c": "0712", "d": "2018-10-15", "e": "null", "f": "~",
        "g": "1_000", "h": ".5",
    }  # fmt: skip


def test_places_count_characters_from_one(data: Path) -> None:
    """Also behind Japanese and characters outside the basic plane."""
    document = _document(data, "name: {ja: 𠮷野川, en: Yoshino}\nsources: [a, bb]\n")
    assert document.place(("name", "ja")) == Place(1, 12, 3)
    assert document.place(("name", "en")) == Place(1, 21, 7)
    assert document.place(("sources", 1)) == Place(2, 14, 2)
    assert document.key_place(("name", "en")) == Place(1, 17, 2)


def test_what_is_missing_has_the_place_of_its_block(data: Path) -> None:
    """There an editor would add it."""
    document = _document(data, "a:\n  b: 1\n  c: 2\n")
    assert document.place(("a", "d")) == Place(2, 3, 1)
    assert document.key_place(("a", "d")) == Place(2, 3, 1)
    assert document.place(("a", "d", "e")) == Place(2, 3, 1)


@pytest.mark.parametrize("name", [".kobe.yml.swp", ".DS_Store", "kobe.yml~", "kobe.bak"])
def test_files_of_editors_and_systems_are_passed_over(name: str, data: Path) -> None:
    """They are nobody's mistake."""
    (data / "places" / name).write_text("\t")
    assert source.read(data).problems == ()


def test_windows_line_ends_are_read(data: Path) -> None:
    """And do not count as characters of the line."""
    text = "name: {ja: 洪水, en: Flooding}\r\nsources: [bulletin]\r\n"
    (data / "themes" / "flooding.yml").write_bytes(text.encode())
    read = source.read(data)
    document = next(document for document in read.documents if document.id == "flooding")
    assert document.line(2) == "sources: [bulletin]"


@pytest.mark.parametrize("depth", [30, 300, 5000, 100_000])
def test_deep_nesting_is_a_problem_and_no_crash(depth: int, data: Path) -> None:
    """However deep a file goes, reading it ends with problems of that file alone."""
    (data / "themes" / "flooding.yml").write_text("a: " + "[" * depth + "]" * depth)
    problems = atlas.load(data).problems
    assert "yaml-syntax" in {found.rule.id for found in problems}
    assert {found.path for found in problems} == {"data/themes/flooding.yml"}
