"""What a problem is, and what is proposed."""

import pytest

from atlas.problem import Choice, Place, Problem, Rule, choice, nearest, ordered
from atlas.text import Text

RULE = Rule(
    "unknown-thing",
    Text(ja="ものはある。", en="Things exist."),
    Text(ja="「{id}」はありません。", en="There is no '{id}'."),
    Text(ja="作ってください。", en="Create it."),
)


def _problem(line: int = 1, path: str = "data/a.yml", **more: object) -> Problem:
    return Problem(path, Place(line, 4, 2), RULE, {"id": "川"}, **more)  # type: ignore[arg-type]


def test_problems_stand_in_the_order_of_the_files() -> None:
    """By file, then line, then column."""
    problems = [_problem(9), _problem(1), _problem(1, "data/b.yml"), _problem(2)]
    assert [(p.path, p.place.line) for p in ordered(problems)] == [
        ("data/a.yml", 1), ("data/a.yml", 2), ("data/a.yml", 9), ("data/b.yml", 1),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("written", "guess"),
    [("bratislva", "bratislava"), ("Bratislava", "bratislava"), ("xyz", None), ("id", None)],
)
def test_the_nearest_word_is_proposed_only_if_it_is_near(written: str, guess: str | None) -> None:
    """A wild guess helps nobody."""
    assert nearest(written, ["bratislava", "kobe", "kind"]) == guess


def test_few_words_are_told_all_and_of_many_the_nearest() -> None:
    """Nobody reads two hundred ids."""
    few, many = ["b", "a"], [f"place-{number}" for number in range(100)]
    assert choice("x", few) == Choice(2, ("b", "a"))
    told = choice("plaice-7", many)
    assert told.count == 100
    assert "place-7" in told.shown
    assert len(told.shown) == 5


def test_the_mended_line_is_told_unless_only_blanks_differ() -> None:
    """A wrong indent cannot be seen in the mended line: then advice is told."""
    mended = _problem(excerpt="a：b", mended="a: b")
    assert mended.remedy("en") == "a: b"
    indented = _problem(excerpt="\u3000a: b", mended="  a: b")
    assert indented.remedy("en") == "Create it."
    assert indented.mended_line() == "  a: b"
