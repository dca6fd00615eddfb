"""Reading at a glance says what the closer look says, and where that has something to tell, nothing."""

import random
import re
from collections.abc import Iterator

import pytest

from atlas.source import glance, parse, plain
from atlas.source.nodes import Plain
from tests.conftest import BASE, REAL_DATA, ROOT
from tests.scribble import DOUBTED, HOSTILE, Scribbler

FILES = [file.read_text("utf-8") for file in sorted(REAL_DATA.rglob("*.yml"))]
SIGNS = [*" \n\t:,-[]{}\"'#|>&*!%@`?=~\\：，－　［］｛｝“、。・Aa0é\u00a0\x85\u2028\ufeff\x07\r", "\n\n", "  ",
         ": ", "- ", " #", "''", '""', "|\n", "---\n", "...\n", "ja: ", "\n  ", "\n    "]  # fmt: skip


def _agrees(text: str) -> bool:
    """Whether a text was read at a glance; then it must be without fault, and say the same."""
    glanced = glance.read(text)
    if glanced is None:
        return False
    parsed = parse.parse("a.yml", text)
    assert parsed.root is not None, text
    assert not parsed.problems, text
    assert _with_order(glanced) == _with_order(plain(parsed.root)), text
    assert all(text.strip() for text in _words(glanced)), text
    return True


def _with_order(content: Plain) -> object:
    if isinstance(content, dict):
        return [(key, _with_order(value)) for key, value in content.items()]
    return [_with_order(item) for item in content] if isinstance(content, list) else content


def _words(content: Plain) -> Iterator[str]:
    if isinstance(content, str):
        yield content
        return
    for value in content.values() if isinstance(content, dict) else content:
        yield from _words(value)


def test_nearly_all_data_are_read_at_a_glance_and_rightly() -> None:
    """Else it would be of no use."""
    assert sum(map(_agrees, FILES)) > 0.8 * len(FILES)


def test_what_is_wrong_is_never_read_otherwise() -> None:
    """None of the files of tests/invalid, nor of the small data."""
    files = [*(ROOT / "tests" / "invalid").rglob("*.yml"), *BASE.rglob("*.yml")]
    assert len(files) > 100
    for file in files:
        _agrees(file.read_bytes().decode("utf-8", "replace"))


def _spoilt(text: str, dice: random.Random) -> str:
    """A text with a few signs lost, added or doubled, lines moved, or blanks at their beginning."""
    for _ in range(dice.choice([1, 1, 1, 2, 4])):
        at, length = dice.randrange(len(text) + 1), dice.choice([0, 0, 1, 1, 2, 8])
        if dice.random() < 0.5:  # where something means something
            at = dice.choice([found.start() for found in re.finditer(r"[^\w]|\b\w", text)] or [at])
        text = text[:at] + dice.choice([*SIGNS, text[at : at + 9], ""]) + text[at + length :]
        if dice.random() < 0.2:
            lines = text.split("\n")
            number = dice.randrange(len(lines))
            lines[number] = dice.choice(
                ["", " ", "  ", "- ", lines[number], lines[number].lstrip()]
            )
            text = "\n".join(
                [*lines[:number], *dice.choice([[], [""], lines[:1]]), *lines[number:]]
            )
    return text


@pytest.mark.parametrize("seed", range(4))
def test_spoilt_files_are_read_alike(seed: int) -> None:
    """Whatever is mistyped, the glance sees the same or nothing."""
    dice = random.Random(seed)
    small = [text for text in FILES if len(text) < 3000]
    read = sum(_agrees(_spoilt(dice.choice(small), dice)) for _ in range(300))
    assert 10 < read < 290


@pytest.mark.parametrize("seed", range(4))
def test_any_layout_is_read_alike(seed: int) -> None:
    """Any style, any indentation, comments anywhere, and the worst of texts."""
    for number in range(100):
        _, text = Scribbler(1000 * seed + number).file()
        _agrees(text)


_FRAMES = ("a: {}\n", "ja: {}\nb: x\n", "a:\n  - {}\n  - b\n", "a: [{}, b]\n", "a: {{ja: {}, en: b}}\n",
           "a:\n  - b: {}\n    c: d\n", "a: |\n  {}\nb: c\n", "a:\n  b:\n    {}\n", "a: \"{}\"\n",
           "a: '{}'\nb: x\n", "{}: a\n", "a: b\n{}\n", "a: b # {}\n", "a:\n - b: |\n    {}\n - c\n")  # fmt: skip


@pytest.mark.parametrize("frame", _FRAMES)
def test_any_word_is_read_alike(frame: str) -> None:
    """In every place where a word may stand."""
    tried = [*HOSTILE, *DOUBTED, *SIGNS, "1.5", "-1", "-1.5", "1 -2", "https://a.example/b#c", "a # b",
             "-", "--", "- a", "a:", "b：c", "x、y", "ja：x", " ja:x", "x ja：y", "a,b", "[a, b]", "{a: b}",
             "{}", "[]", "é", "a\n", "x\n\n", "\nx", "x\n ", "x\n   y", "x\n\n  y"]  # fmt: skip
    for word in tried:
        _agrees(frame.format(word))
        _agrees(frame.format(f"{word}x"))
        _agrees(frame.format(f"x{word}"))
        _agrees(frame.format(f"x {word} y"))


@pytest.mark.parametrize(
    "text",
    [
        "a: b\na: c\n", "a: {b: c, b: d}\n", "a:\n", "a: \n", 'a: ""\n', "a: ' '\n", "a: []\n", "a: {}\n",
        "- a\n", "", "# a\n", "a: b", "a: *b\n", "a: &b c\n", "a: !c d\n", "ja: a # b\n", "a:\tb\n",
        "a: b\r\n", "a: {b, c: d}\n", "--- \na: b\n", "a: 'b\n", "a: |\n\n  b\n",
        "a:\n" + "".join(" " * n + "a:\n" for n in range(1, 30)) + " " * 31 + "b: c\n",
    ],
)  # fmt: skip
def test_doubtful_files_are_left_to_the_closer_look(text: str) -> None:
    """Whether or not it finds a fault in them."""
    assert glance.read(text) is None
