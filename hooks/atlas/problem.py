"""A problem in the data: what is wrong, where, and what is proposed, in both languages."""

import difflib
import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from atlas.text import Language, Text

Value = str | Text
Values = Mapping[str, Value]
"""What fills the placeholders of a rule's wording."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule that the data keep, worded as an editor would say it.

    `message` and `remedy` may hold `{placeholders}`; each problem brings their values.
    """

    id: str
    statement: Text
    message: Text
    remedy: Text
    excusable: bool = False
    """Whether a record may be excused from it (`excuses`): the site works all the same."""
    bad: str = ""
    """A few lines of a file that break the rule, as an editor might write them; see `good`.

    A line `# data/…` names the file of those below it, where that matters.
    """
    good: str = ""
    """The same lines as they should be. Both are shown beside the rule on the site."""


def worded(
    rule_id: str,
    statement: tuple[str, str],
    message: tuple[str, str],
    remedy: tuple[str, str],
    bad: str = "",
    good: str = "",
) -> Rule:
    """Make a rule of its wording: each pair is Japanese, then English."""
    said, told, advised = (Text(ja=ja, en=en) for ja, en in (statement, message, remedy))
    return Rule(rule_id, said, told, advised, bad=bad, good=good)


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where in a file something stands: line and column from 1, and how many characters."""

    line: int = 1
    column: int = 1
    length: int = 1


@dataclass(frozen=True, slots=True)
class Choice:
    """What may stand at a place: how many words in all, and those worth showing, best first."""

    count: int = 0
    shown: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Problem:
    """One breach of one rule, at one place of one file."""

    path: str
    place: Place
    rule: Rule
    values: Values = field(default_factory=dict)
    excerpt: str = ""
    """The line of the file, as it stands."""
    replacement: str | None = None
    """What should stand at the place instead, where that can be guessed."""
    allowed: Choice = Choice()
    """What may stand at the place, where that can be listed."""
    mended: str | None = None
    """The whole line as it should be, where more of it changes than the place."""

    def message(self, language: Language) -> str:
        """Say what is wrong."""
        return self.rule.message.fill(language, self.values)

    def remedy(self, language: Language) -> str:
        """Say what to do: the mended line where that shows it, else the rule's advice."""
        line = self.mended_line()
        if line is None or line.lstrip() == self.excerpt.lstrip():  # blanks cannot be seen
            return self.rule.remedy.fill(language, self.values).strip()
        return line.strip()

    def mended_line(self) -> str | None:
        """Return the line as it should be, or nothing where that cannot be known."""
        if self.mended is not None or self.replacement is None:
            return self.mended
        before, after = self.place.column - 1, self.place.column - 1 + self.place.length
        return self.excerpt[:before] + self.replacement + self.excerpt[after:]


def ordered(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Put problems in the order in which an editor meets them: by file, line and column."""
    return tuple(sorted(problems, key=lambda p: (p.path, p.place, p.rule.id)))


_QUOTES = "\"'`“”„‘’＂「」"


def bare(written: str) -> str:
    """Return a word without quotation marks, blanks at its ends and full-width letters."""
    return unicodedata.normalize("NFKC", written.strip()).strip(f" {_QUOTES}")


def nearest(written: str, allowed: Iterable[str]) -> str | None:
    """Return the allowed word that is most like the one written, if any is like it.

    What holds punctuation is more than one word: a guess would drop the rest.
    """
    return next(iter(_like(bare(written), frozenset(allowed), 1, 0.7)), None)


_FEW, _SOME = 20, 5
"""As many words are told all; of more, some: those like the one written, else the first."""


def choice(written: str, allowed: Iterable[str]) -> Choice:
    """Choose which of the allowed words to tell."""
    words = tuple(allowed)
    if len(words) <= _FEW:
        return Choice(len(words), words)
    like = _like(bare(written), frozenset(words), _SOME, 0.4)
    return Choice(len(words), tuple(dict.fromkeys((*like, *words)))[:_SOME])


@lru_cache(maxsize=10_000)  # the same wrong id often stands in many places
def _like(written: str, allowed: frozenset[str], count: int, cutoff: float) -> tuple[str, ...]:
    written = re.sub(r"\s+", "-", written.casefold())
    if not re.fullmatch(r"[\w.-]+", written):
        return ()
    return tuple(difflib.get_close_matches(written, sorted(allowed), n=count, cutoff=cutoff))
