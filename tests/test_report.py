"""How problems are told: to people, to GitHub, and to other programs."""

import json
import re

import pytest

from atlas.problem import Choice, Place, Problem, Rule
from atlas.report import as_json, described, github, public, text
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
    told = described(_problem(excerpt="a: xx # b", replacement="yy"), "en")
    assert "Did you mean: yy" in told
    assert "To mend it: a: yy # b" in told


def test_a_long_line_is_cut_around_the_place() -> None:
    """A paragraph on one line does not fill the terminal."""
    excerpt = "x" * 300 + "HERE" + "y" * 300
    problem = Problem("data/a.yml", Place(1, 301, 4), RULE, {"id": "?"}, excerpt)
    _, line, caret, _ = described(problem, "en").splitlines()
    assert len(line) < 130
    assert line[caret.index("^") : caret.rindex("^") + 1] == "HERE"


def test_the_report_ends_with_the_count() -> None:
    """Problems and files are counted."""
    assert text([_problem(1), _problem(2)], "ja").endswith("2件の問題があります（1ファイル）。")


def test_what_is_allowed_is_listed_before_the_remedy() -> None:
    """With their number; dots stand for those that are not named."""
    few = described(_problem(allowed=Choice(2, ("a", "b"))), "en")
    many = described(_problem(allowed=Choice(41, ("a", "b"))), "ja")
    assert "  Allowed here (2): a, b\n" in few
    assert "  使えるもの（41）: a, b, …\n" in many


def test_a_rule_is_linked_in_full_where_the_site_has_an_address() -> None:
    """In the language of the report."""
    problem = _problem()
    assert described(problem, "en").endswith("Rule: contribute/rules/#unknown-thing")
    full = described(problem, "en", "https://example.org/atlas/")
    assert full.endswith("Rule: https://example.org/atlas/en/contribute/rules/#unknown-thing")


@pytest.mark.parametrize(
    ("address", "known"),
    [
        ("https://example.org/atlas", "https://example.org/atlas/"),
        ("https://example.org/", "https://example.org/"),
        ("http://127.0.0.1:8000/", ""),
        ("http://localhost:8000/", ""),
        ("", ""),
    ],
)
def test_an_address_counts_if_others_can_open_it(address: str, known: str) -> None:
    """That of a server on the editor's own machine leads nobody else to the rule."""
    assert public(address) == known


def test_github_is_told_in_commands_that_its_runner_reads() -> None:
    """One line each; percent signs, line breaks, and in properties colons and commas, escaped."""
    problem = _problem(2, "data/a,b:c.yml", excerpt="100% a\nb", mended="100% ok")
    (line,) = github([problem], "en").splitlines()
    match = re.fullmatch(r"::error ([^:]*)::(.*)", line)
    assert match is not None
    properties = dict(each.split("=") for each in match[1].split(","))
    assert properties == {
        "file": "data/a%2Cb%3Ac.yml", "line": "2", "col": "4", "endColumn": "6",
        "title": "unknown-thing",
    }  # fmt: skip
    said = match[2].replace("%0A", "\n").replace("%25", "%").splitlines()
    assert said[:2] == ["There is no '川'.", "To mend it: 100% ok"]


def test_json_has_problems_in_both_languages_and_their_counts() -> None:
    """In the order of the files; what is not known is null."""
    told = json.loads(as_json([_problem(2, excerpt="a: xx", replacement="yy"), _problem(1)], 7))
    assert told["version"] == 1
    assert told["counts"] == {"files": 7, "problems": 2, "files_with_problems": 1}
    first, second = told["problems"]
    assert (first["line"], first["mended"], first["allowed"]) == (1, None, None)
    assert second == {
        "path": "data/a.yml", "line": 2, "column": 4, "length": 2, "rule": "unknown-thing",
        "address": {
            "ja": "contribute/rules/#unknown-thing", "en": "contribute/rules/#unknown-thing",
        },
        "message": {"ja": "「川」はありません。", "en": "There is no '川'."},
        "remedy": {"ja": "a: yy", "en": "a: yy"},
        "excerpt": "a: xx", "replacement": "yy", "mended": "a: yy", "allowed": None,
    }  # fmt: skip
