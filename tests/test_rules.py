"""The rules as editors read them: on their page, with examples that are true."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from lxml import html

import atlas
from atlas.problem import Rule
from atlas.rules import ALL_RULES, GROUPS
from atlas.rules.explained import readable
from atlas.rules.while_typing import WHILE_TYPING
from atlas.text import LANGUAGES
from tests.conftest import BASE_URL, NOW, ROOT
from tests.test_invalid import lay_over

INVALID = ROOT / "tests" / "invalid"

WITHOUT_LINES = {
    "missing-file", "not-a-file", "unreadable-file", "unknown-file", "bad-file-name", "encoding",
    "byte-order-mark", "empty-file", "control-character", "timeline-without-owner",
}  # fmt: skip
"""Rules about files as such, and about what cannot be seen: no lines show the mistake."""


def test_lines_are_shown_only_where_they_make_sense() -> None:
    """A rule on files as such has none; the right lines never stand without the wrong ones."""
    for rule in ALL_RULES:
        assert not (rule.bad and rule.id in WITHOUT_LINES), rule.id
        assert rule.bad or not rule.good, rule.id
    assert {rule.id for rule in ALL_RULES} >= WITHOUT_LINES


def _cases(rule: Rule) -> Iterator[tuple[Path, Path]]:
    """The wrong examples that break a rule and hold its wrong lines: the example, and the file."""
    for case in sorted(INVALID.iterdir()):
        if f"error[{rule.id}]" in (case / "expected.en.txt").read_text("utf-8"):
            for file in sorted((case / "data").rglob("*.y*ml")):
                if rule.bad.strip("\n") in file.read_bytes().decode("utf-8", "replace"):
                    yield case, file


@pytest.mark.parametrize("rule", ALL_RULES, ids=lambda rule: rule.id)
def test_the_wrong_lines_of_a_rule_break_it_and_the_right_ones_do_not(
    rule: Rule, data: Path
) -> None:
    """They stand in an example of the tests; once they are replaced, that problem is gone."""
    if not rule.bad:
        return
    found = next(_cases(rule), None)
    assert found, f"no file of a case in tests/invalid that breaks {rule.id} holds its lines"
    case, file = found
    lay_over(case / "data", data)
    before = [problem.rule.id for problem in atlas.load(data).problems]
    target = data / file.relative_to(case / "data")
    text = target.read_text("utf-8")
    assert text.count(rule.bad.strip("\n")) == 1
    target.write_text(text.replace(rule.bad.strip("\n"), rule.good.strip("\n")), "utf-8")
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
            assert heading.text_content() == rule.statement.to(language).replace("`", "")
            assert readable(rule.message).to(language).replace("`", "") in text
            assert ("VS Code" in text) == (rule.id in WHILE_TYPING)
            assert (f"excuses: [{{rule: {rule.id}" in text) == rule.excusable
            samples = [pre.text_content() for pre in part.xpath(".//figure/pre")]
            wanted = [lines.strip("\n") for lines in (rule.bad, rule.good) if lines]
            assert samples == wanted
