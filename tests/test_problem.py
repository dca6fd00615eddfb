"""How problems are told."""

import pytest

from atlas.problem import Place, Problem, Rule, described, nearest, ordered, report
from atlas.text import Text

RULE = Rule(
    "unknown-thing",
    Text(ja="ものはある。", en="Things exist."),
    Text(ja="「{id}」はありません。", en="There is no '{id}'."),
    Text(ja="作ってください。", en="Create it."),
)


def _problem(line: int = 1, path: str = "data/a.yml", **more: object) -> Problem:
    return Problem(path, Place(line, 4, 2), RULE, {"id": "川"}, **more)  # type: ignore[arg-type]


def test_the_caret_stands_under_wide_characters() -> None:
    """A Japanese character takes two columns of a terminal."""
    problem = Problem("data/a.yml", Place(1, 5, 2), RULE, {"id": "川辺"}, "都市: 川辺")
    _, line, caret, _ = described(problem, "ja").splitlines()
    assert line == "  1 | 都市: 川辺"
    assert caret == "    | " + " " * 6 + "^" * 4


def test_a_guess_is_shown_as_the_mended_line() -> None:
    """The remedy is then the line itself, ready to be copied."""
    text = described(_problem(excerpt="a: xx # b", replacement="yy"), "en")
    assert "Did you mean: yy" in text
    assert "To mend it: a: yy # b" in text


def test_a_long_line_is_cut_around_the_place() -> None:
    """A paragraph on one line does not fill the terminal."""
    excerpt = "x" * 300 + "HERE" + "y" * 300
    problem = Problem("data/a.yml", Place(1, 301, 4), RULE, {"id": "?"}, excerpt)
    _, line, caret, _ = described(problem, "en").splitlines()
    assert len(line) < 130
    assert line[caret.index("^") : caret.rindex("^") + 1] == "HERE"


def test_problems_stand_in_the_order_of_the_files() -> None:
    """By file, then line, then column."""
    problems = [_problem(9), _problem(1), _problem(1, "data/b.yml"), _problem(2)]
    assert [(p.path, p.place.line) for p in ordered(problems)] == [
        ("data/a.yml", 1), ("data/a.yml", 2), ("data/a.yml", 9), ("data/b.yml", 1),
    ]  # fmt: skip


def test_the_report_ends_with_the_count() -> None:
    """Problems and files are counted."""
    assert report([_problem(1), _problem(2)], "ja").endswith("2件の問題があります（1ファイル）。")


@pytest.mark.parametrize(
    ("written", "guess"),
    [("bratislva", "bratislava"), ("Bratislava", "bratislava"), ("xyz", None), ("id", None)],
)
def test_the_nearest_word_is_proposed_only_if_it_is_near(written: str, guess: str | None) -> None:
    """A wild guess helps nobody."""
    assert nearest(written, ["bratislava", "kobe", "kind"]) == guess
