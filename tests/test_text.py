"""Bilingual text."""

import pytest
from pydantic import ValidationError

from atlas.text import Text, language_of_locale, paragraphs


def test_both_languages_are_required() -> None:
    """A text without one of its languages is no text."""
    with pytest.raises(ValidationError):
        Text.model_validate({"ja": "川"})


def test_white_space_alone_is_no_text() -> None:
    """Blanks around a text are dropped, and nothing may be left of it."""
    assert Text(ja=" 川 ", en="River\n").ja == "川"
    with pytest.raises(ValidationError):
        Text(ja=" ", en="River")


def test_gaps_are_filled_in_the_language_asked_for() -> None:
    """A value that is itself bilingual is put in the same language."""
    pattern = Text(ja="{what}が{n}本", en="{n} of {what}")
    values: dict[str, str | Text] = {"what": Text(ja="川", en="rivers"), "n": "3"}
    assert pattern.fill("ja", values) == "川が3本"
    assert pattern.fill("en", values) == "3 of rivers"


def test_blank_lines_part_paragraphs_and_other_breaks_vanish() -> None:
    """Japanese joins lines without a space, other text with one."""
    assert paragraphs("川の\n都市。\n\n次の段落。\n") == ("川の都市。", "次の段落。")
    assert paragraphs("A river\ncity.\n  \nNext.") == ("A river city.", "Next.")


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({}, "ja"),
        ({"LANG": "C.UTF-8"}, "ja"),
        ({"LANG": "ja_JP.UTF-8"}, "ja"),
        ({"LANG": "en_GB.UTF-8"}, "en"),
        ({"LANG": "ja_JP.UTF-8", "LC_ALL": "en_US.UTF-8"}, "en"),
        ({"LANG": "en_US.UTF-8", "LC_MESSAGES": "ja_JP.UTF-8"}, "ja"),
    ],
)
def test_the_terminal_speaks_japanese_but_in_an_english_locale(
    environment: dict[str, str], language: str
) -> None:
    """LC_ALL goes before LC_MESSAGES, and that before LANG."""
    assert language_of_locale(environment) == language
