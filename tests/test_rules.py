"""The rules as editors read them: on their page, with examples that are true."""

import re
import shutil
from itertools import zip_longest
from pathlib import Path
from textwrap import dedent
from typing import Any

import pytest
from lxml import html

import atlas
from atlas.problem import Rule
from atlas.rules import ALL_RULES, GROUPS
from atlas.rules.explained import readable
from atlas.rules.while_typing import PARTLY, WHILE_TYPING
from atlas.text import LANGUAGES
from tests.conftest import BASE, BASE_URL, NOW, ROOT
from tests.test_invalid import lay_over

INVALID = ROOT / "tests" / "invalid"

WITHOUT_LINES = {
    "missing-file", "not-a-file", "unreadable-file", "encoding", "byte-order-mark", "empty-file",
    "control-character",
}  # fmt: skip
"""Rules about files as such, and about what cannot be seen: no lines show the mistake."""

FILE = re.compile(r"^# (data/.+)\n?", re.MULTILINE)


def test_lines_are_shown_wherever_they_make_sense() -> None:
    """Wrong ones and right ones, of every rule but those on what no line shows."""
    for rule in ALL_RULES:
        assert bool(rule.bad) == bool(rule.good) == (rule.id not in WITHOUT_LINES), rule.id
    assert {rule.id for rule in ALL_RULES} >= WITHOUT_LINES


def _parts(lines: str) -> list[tuple[str, str]]:
    """What lines say, file by file; the file's name is empty if it does not matter."""
    first, *rest = FILE.split(lines)
    named = list(zip(rest[::2], rest[1::2], strict=True))
    assert not (first and named)
    return [(path, part.strip("\n")) for path, part in (named or [("", first)])]


def _files(data: Path, bad: str) -> list[Path]:
    """The files in which all of the wrong lines stand, if they do."""
    files = []
    for path, lines in _parts(bad):
        named = [data.parent / path] if path else sorted(data.rglob("*.yml"))
        files += [file for file in named if file.is_file() and _whole(lines).search(_text(file))][
            :1
        ]
    return files if len(files) == len(_parts(bad)) else []


def _whole(lines: str) -> re.Pattern[str]:
    return re.compile(rf"^{re.escape(lines)}$", re.MULTILINE)


def _text(file: Path) -> str:
    return file.read_bytes().decode("utf-8", "replace")


def _mend(data: Path, files: list[Path], rule: Rule) -> None:
    """Put the right lines in place of the wrong ones, in the files that the right ones name."""
    parts = zip_longest(files, _parts(rule.bad), _parts(rule.good))
    for file, (_, bad), good in parts:
        before, *after = _whole(bad).split(_text(file)) if bad else ("", _text(file))
        assert len(after) == 1
        file.unlink()
        if good:
            path, lines = good
            target = data.parent / path if path else file
            target.write_text(before + lines + after[0], "utf-8")


@pytest.mark.parametrize(
    "rule", [rule for rule in ALL_RULES if rule.id not in WITHOUT_LINES], ids=lambda rule: rule.id
)
def test_the_wrong_lines_of_a_rule_break_it_and_the_right_ones_do_not(
    rule: Rule, tmp_path: Path
) -> None:
    """They stand in an example of the tests; once they are replaced, that problem is gone."""
    for case in sorted(INVALID.iterdir()):
        if f"error[{rule.id}]" in (case / "expected.en.txt").read_text("utf-8"):
            data = tmp_path / case.name / "data"
            shutil.copytree(BASE, data)
            lay_over(case / "data", data)
            if files := _files(data, rule.bad):
                break
    else:
        pytest.fail(f"no case in tests/invalid that breaks {rule.id} holds its wrong lines")
    before = [problem.rule.id for problem in atlas.load(data).problems]
    _mend(data, files, rule)
    after = [problem.rule.id for problem in atlas.load(data).problems]
    assert after.count(rule.id) < before.count(rule.id)
    assert set(after) <= set(before)


def test_a_rule_is_in_one_group() -> None:
    """So that it stands on the page once."""
    grouped = [rule.id for group in GROUPS for rule in group.rules]
    assert sorted(grouped) == sorted(rule.id for rule in ALL_RULES)


def test_wording_without_values_can_be_read() -> None:
    """No brace of a placeholder is left."""
    rule = next(rule for rule in ALL_RULES if rule.id == "missing-language")
    assert readable(rule.message).ja == "「○○」に ○○ の文章がありません。"
    assert readable(rule.remedy).en == "Give both: …: {ja: 日本語の文章, en: English text}"
    for each in ALL_RULES:
        for text in (each.message, each.remedy):
            said = readable(text)
            assert "{{" in text.ja + text.en or "{" not in said.ja + said.en, each.id


def test_the_page_explains_every_rule(data: Path) -> None:
    """Under its id, which the terminal leads to, and with where an editor learns of a breach."""
    pages = atlas.publish(data, BASE_URL, NOW).pages
    for language in LANGUAGES:
        root: Any = html.fromstring(pages[f"contribute/rules/index.{language}.md"].html)
        listed = {link.get("href") for link in root.xpath("//ul[@class='atlas-links']//a")}
        assert listed == {f"#{rule.id}" for rule in ALL_RULES}
        for rule in ALL_RULES:
            (heading,) = root.xpath(f"//h3[@id='{rule.id}']")
            part = heading.getparent()
            text = part.text_content()
            assert heading.text_content() == _without_marks(rule.statement.to(language))
            assert _without_marks(readable(rule.message).to(language)) in text
            assert ("VS Code" in text) == (rule.id in WHILE_TYPING | PARTLY)
            assert (f"excuses: [{{rule: {rule.id}" in text) == rule.excusable
            samples = [pre.text_content() for pre in part.xpath(".//figure/pre")]
            wanted = [dedent(lines) for lines in (rule.bad, rule.good) if lines]
            assert samples == wanted


def _without_marks(wording: str) -> str:
    """Backquotes in pairs set code apart; one by itself is the sign that is meant."""
    return re.sub(r"`([^`]+)`", r"\1", wording)
