"""What is miswritten is recognised, named, placed and mended."""

import random
from pathlib import Path

import pytest

import atlas
from atlas.problem import Problem, Rule
from atlas.report import described
from atlas.source.parse import parse
from atlas.source.syntax import SYNTAX_RULES
from tests.conftest import REAL_DATA


def _mended(text: str, problems: list[Problem]) -> str:
    """The text with every line put as the problems say."""
    lines = text.split("\n")
    for problem in problems:
        lines[problem.place.line - 1] = problem.mended_line() or ""
    return "\n".join(lines)


@pytest.mark.parametrize("rule", SYNTAX_RULES, ids=lambda rule: rule.id)
def test_the_bad_example_of_a_rule_is_mended_to_the_good_one(rule: Rule) -> None:
    """Nothing but this rule is told, and the good example is good."""
    parsed = parse("a.yml", f"{rule.bad}\nafter: x\n")
    assert {problem.rule.id for problem in parsed.problems} == {rule.id}
    assert _mended(rule.bad, parsed.problems) == rule.good
    assert parse("a.yml", f"{rule.good}\nafter: x\n").problems == []


@pytest.mark.parametrize(
    "text",
    [
        "name: {ja: 所沢：市　案、町, en: “Quoted”}",
        "text:\n  ja: |\n    －　項目：a\n    　字下げ、［案］\n  en: a：b　c -d",
        "x:\n  ja:\n    －　所沢：市\n  en:\n    ［material］",
        "x: '－　a：b'\ny: [\"a、b\"]\nz: 12:30",
        "text:\n  ja:\n    IUC：欧州の事業\n  en: IUC",
        "url: https://example.org/a:b\nen: Tokorozawa-shi, a city",
    ],
)
def test_japanese_text_may_hold_any_sign(text: str) -> None:
    """Only where a key, a list or a block was meant is a full-width sign a mistake."""
    assert parse("a.yml", text).problems == []


@pytest.mark.parametrize(
    ("line", "columns", "mended"),
    [
        (
            "name：｛ja：所沢市、en：Tokorozawa｝",
            [5, 6, 13],
            "name: {ja: 所沢市, en: Tokorozawa}",
        ),
        ("sources: ［a、b］", [10, 12], "sources: [a, b]"),
        ("name: {ja:所沢市、 en：Tokorozawa}", [10, 14, 18], "name: {ja: 所沢市, en: Tokorozawa}"),
        ('name: {ja: 所沢市 en: "Tokorozawa}', [16, 20], 'name: {ja: 所沢市, en: "Tokorozawa"}'),
        ("ｎａｍｅ：所沢", [5], "name: 所沢"),
        ("coordinates: [35.5 139.5]", [19], "coordinates: [35.5, 139.5]"),
        ("sources: bulletin]", [18], "sources: [bulletin]"),
        ("name: {ja: 市, en: A, B, C, D, x: y}", [20], 'name: {ja: 市, en: "A, B, C, D", x: y}'),
    ],
)
def test_several_mistakes_of_one_line_are_all_told(
    line: str, columns: list[int], mended: str
) -> None:
    """Each at its own place, and each with the line as it should be in the end."""
    problems = parse("a.yml", f"first: x\n{line}\nlast: x\n").problems
    assert {problem.mended_line() for problem in problems} == {mended}
    assert {problem.place.line for problem in problems} == {2}
    assert sorted(problem.place.column for problem in problems) == columns


def test_every_fault_of_a_file_is_told_at_once(data: Path) -> None:
    """Faults of writing, and of what is written, without any that only follow from others."""
    (data / "places" / "kawabe.yml").write_text(
        "name: {ja: 川辺市， en: Kawabe}\n"
        "reading：かわべし\n"
        "aliases: [川辺、カワベ]\n"
        "kind: citi\n"
        "country:　JP\n"
        "coordinates: [35.5, 139.5\n"
        "description:\n"
        "  ja: 川の都市: 堤防のある市\n"
        '  en: "A river city\n'
        "contact:\n"
        "  division: {ja: 河川課, en: River Division, City Hall}\n"
        "  telefone: 00-0000-0000\n"
        "sources: [buletin]\n",
        "utf-8",
    )
    found = [(problem.place.line, problem.rule.id) for problem in atlas.load(data).problems]
    assert found == [
        (1, "full-width-comma"),
        (2, "full-width-colon"),
        (3, "full-width-comma"),
        (4, "unknown-place-kind"),
        (5, "full-width-space"),
        (6, "unbalanced-bracket"),
        (8, "colon-in-text"),
        (9, "unclosed-quote"),
        (11, "comma-in-text"),
        (12, "unknown-key"),
        (13, "unknown-source"),
    ]


def test_a_list_moves_with_its_block() -> None:
    """Lines that hang on a wrong one are not told too."""
    text = "events:\n  - id: a\n    kind: x\n   - id: b\n     kind: y\n     title: z\nlast: x\n"
    (problem,) = parse("a.yml", text).problems
    assert (problem.place.line, problem.rule.id) == (4, "uneven-list")


def test_control_characters_that_python_breaks_lines_at_are_told_where_they_stand() -> None:
    """As a line break pasted from a word processor; all that follows keeps its line."""
    problems = parse("a.yml", "a: x\nb: 川\x0b辺\nc: x\x0c\n\td: x\n").problems
    told = [(each.rule.id, each.place.line, each.place.column) for each in problems]
    assert told == [("control-character", 2, 5), ("control-character", 3, 5), ("tab", 4, 1)]
    assert [each.mended_line() for each in problems] == ["b: 川辺", "c: x", "d: x"]


def test_a_long_line_does_not_hold_the_check_up() -> None:
    """What is wrong at its beginning is told there, without comparing all of it with itself."""
    line = "a: " + "川の都市、" * 2000
    (tab,) = parse("a.yml", f"\t{line}\n").problems
    assert (tab.place.column, tab.mended_line()) == (1, line)
    items = ", ".join(["b"] * 2000)
    (comma,) = parse("a.yml", f"a: {{ja: x, en: y, {items}}}\n").problems
    assert (comma.rule.id, comma.place.column) == ("comma-in-text", 17)


def test_windows_line_ends_are_no_part_of_a_mended_line() -> None:
    """They stay as they are."""
    (problem,) = parse("a.yml", "name：x\r\nlast: x\r\n").problems
    assert problem.mended_line() == "name: x"


_SIGNS = dict(zip(':,-[]{} "', "：，－［］｛｝　“", strict=True))


def _misprinted(text: str, dice: random.Random) -> str:
    """A text with one sign lost, added, or typed full-width."""
    place = dice.choice([at for at, sign in enumerate(text) if sign in _SIGNS])
    sign = dice.choice(["", _SIGNS[text[place]], text[place] * 2, f"\t{text[place]}", "\n"])
    return text[:place] + sign + text[place + 1 :]


def test_whatever_is_mistyped_there_is_no_traceback() -> None:
    """Of any file, spoilt in any way, something can be read or a problem is told in its place."""
    dice = random.Random(5)
    files = [file.read_text("utf-8") for file in sorted(REAL_DATA.rglob("*.yml"))]
    for text in files * 2:
        spoilt = _misprinted(text, dice)
        parsed = parse("a.yml", spoilt)
        assert parsed.root is not None or parsed.problems
        for problem in parsed.problems:
            assert problem.excerpt == (spoilt.splitlines() or [""])[problem.place.line - 1]
            assert described(problem, "ja").startswith(f"a.yml:{problem.place.line}:")
