"""The terminal: what is said there, and what is answered."""

import locale
import os
import sys
import unicodedata
from contextlib import suppress
from typing import Any

import click

from atlas.problem import Problem
from atlas.text import Language, Text

_UNREADABLE = Text(
    ja="読めない文字があります。もう一度打ってください。",
    en="Some of these characters cannot be read. Please type it again.",
)
_REMEDY = Text(ja="直し方：{remedy}（規則：{rule}）", en="To mend it: {remedy} (rule: {rule})")
_ANSWERS = {
    "y": frozenset({"y", "yes", "はい"}),
    "n": frozenset({"n", "no", "いいえ"}),
    "r": frozenset({"r", "redo", "答え直す"}),
}
"""The words that stand for an answer of one letter."""

_ONE_OF = Text(ja="{letters} のどれかで答えてください。", en="Please answer with one of {letters}.")

_COLOURS: dict[str, dict[str, Any]] = {
    "heading": {"fg": "cyan", "bold": True},
    "good": {"fg": "green"},
    "bad": {"fg": "red"},
    "quiet": {"dim": True},
}


def _let_arrows_move() -> None:
    """Have arrow keys move within an answer, where the system can do so for Japanese as well.

    In a locale that is not installed, readline would take the bytes of a letter for commands.
    """
    with suppress(ImportError, AttributeError, locale.Error):  # it is not there on every system
        if locale.nl_langinfo(locale.CODESET) != "UTF-8":
            locale.setlocale(locale.LC_CTYPE, "C.UTF-8")
        import readline  # noqa: F401


class Talk:
    """Speaks one language, in colours where a terminal shows them (and NO_COLOR is not set)."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self._colours = sys.stdout.isatty() and not os.environ.get("NO_COLOR")
        _let_arrows_move()

    def say(self, text: Text | str, style: str = "", **values: str | Text) -> None:
        """Print a text; its placeholders are filled with `values`."""
        told = text.fill(self.language, values) if isinstance(text, Text) else text
        click.echo(click.style(told, **_COLOURS[style]) if self._colours and style else told)

    def complain(self, problem: Problem) -> None:
        """Say what is wrong with an answer, in the words of the rule that it breaks."""
        self.say(f"  ✗ {problem.message(self.language)}", "bad")
        values = {"remedy": problem.remedy(self.language), "rule": problem.rule.id}
        self.say(f"    {_REMEDY.fill(self.language, values)}")

    def ask(self, label: Text | str) -> str:
        """Ask for a line, without blanks at its ends.

        Raises EOFError and KeyboardInterrupt where no answer is to be had.
        """
        shown = label.to(self.language) if isinstance(label, Text) else label
        while True:
            try:
                answer = input(f"  {shown} > ").strip(" \t\r\n\u3000")
                answer.encode()
            except UnicodeError:
                self.say(_UNREADABLE, "bad")
            else:
                return answer

    def agrees(self, question: Text, default: str = "") -> bool:
        """Ask a question that is answered with yes or no; `default` is what Enter stands for."""
        return self.one_of(question, "yn", default) == "y"

    def one_of(self, question: Text, letters: str, default: str = "") -> str:
        """Ask a question that is answered with one of some letters, or the word for it."""
        while True:
            answer = unicodedata.normalize("NFKC", self.ask(question)).lower() or default
            for letter in letters:
                if answer in _ANSWERS[letter]:
                    return letter
            self.say(_ONE_OF, letters=", ".join(letters))
