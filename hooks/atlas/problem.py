"""A problem in the data, told to the person who can mend it, in both languages."""

import difflib
import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

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
    """A few lines of a file that break the rule, as an editor might write them; see `good`."""
    good: str = ""
    """The same lines as they should be. Both are shown beside the rule on the site."""


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where in a file something stands: line and column from 1, and how many characters."""

    line: int = 1
    column: int = 1
    length: int = 1


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

    def message(self, language: Language) -> str:
        """Say what is wrong."""
        return self.rule.message.fill(language, self.values)

    def remedy(self, language: Language) -> str:
        """Say what to do: the mended line where there is one, else the rule's advice."""
        if self.replacement is None:
            return self.rule.remedy.fill(language, self.values)
        before, after = self.place.column - 1, self.place.column - 1 + self.place.length
        return (self.excerpt[:before] + self.replacement + self.excerpt[after:]).strip()


_LABELS = {
    "remedy": Text(ja="直し方", en="To mend it"),
    "rule": Text(ja="規則", en="Rule"),
    "guess": Text(ja="もしかして", en="Did you mean"),
    "count": Text(
        ja="{problems}件の問題があります（{files}ファイル）。",
        en="Problems: {problems}, in {files} file(s).",
    ),
}


def ordered(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Put problems in the order in which an editor meets them: by file, line and column."""
    return tuple(sorted(problems, key=lambda p: (p.path, p.place, p.rule.id)))


def described(problem: Problem, language: Language) -> str:
    """Write one problem as plain text: where, what, the line with a caret, and the remedy."""
    place = problem.place
    guess = ""
    if problem.replacement is not None:
        guess = f" {_LABELS['guess'].to(language)}: {problem.replacement}"
    lines = [
        f"{problem.path}:{place.line}:{place.column}: error[{problem.rule.id}]: "
        f"{problem.message(language)}{guess}"
    ]
    if problem.excerpt.strip():
        number = str(place.line)
        shown, caret = _pointed_out(problem)
        lines += [f"  {number} | {shown}", f"  {' ' * len(number)} | {caret}"]
    lines.append(
        f"  {_LABELS['remedy'].to(language)}: {problem.remedy(language)}   ·   "
        f"{_LABELS['rule'].to(language)}: contribute/rules/#{problem.rule.id}"
    )
    return "\n".join(lines)


def counted(problems: Iterable[Problem], language: Language) -> str:
    """Say how many problems there are, in how many files."""
    paths = [problem.path for problem in problems]
    values = {"problems": str(len(paths)), "files": str(len(set(paths)))}
    return _LABELS["count"].fill(language, values)


def report(problems: Iterable[Problem], language: Language) -> str:
    """Write all problems as plain text, in order, with their count at the end."""
    all_problems = ordered(problems)
    texts = [described(problem, language) for problem in all_problems]
    return "\n\n".join([*texts, counted(all_problems, language)])


def nearest(written: str, allowed: Iterable[str]) -> str | None:
    """Return the allowed word that is most like the one written, if any is like it.

    What holds punctuation or blanks is more than one word: a guess would drop the rest.
    """
    if not re.fullmatch(r"[\w.-]+", written):
        return None
    matches = difflib.get_close_matches(written, sorted(allowed), n=1, cutoff=0.7)
    return matches[0] if matches else None


_LEFT, _RIGHT = 60, 40
"""How much of a long line is shown before and after the place."""


def _pointed_out(problem: Problem) -> tuple[str, str]:
    """The line, or as much of a long one as is needed, and a caret under the place."""
    line, column = _visible(problem.excerpt), problem.place.column - 1
    start = column - _LEFT if column > _LEFT * 2 else 0
    end = column + problem.place.length + _RIGHT
    before, marked = line[start:column], line[column : column + problem.place.length]
    after = line[column + len(marked) :]
    if len(line) > _LEFT + _RIGHT and end < len(line):
        after = line[column + len(marked) : end] + "…"
    before = f"…{before}" if start else before
    return before + marked + after, " " * _width(before) + "^" * max(1, _width(marked))


def _visible(line: str) -> str:
    """Show control characters as spaces, so that the caret stands under its character."""
    return "".join(" " if unicodedata.category(c).startswith("C") else c for c in line)


def _width(text: str) -> int:
    """Columns that a text takes in a terminal (Unicode UAX #11: wide characters take two)."""
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)
