"""How problems are told: as text for a terminal, as annotations for GitHub, and as JSON."""

import json
import re
import unicodedata
from collections.abc import Callable, Iterable
from urllib.parse import urlsplit

from atlas import routes
from atlas.problem import Problem, ordered
from atlas.text import LANGUAGES, Language, Text, width

Paint = Callable[[str, str], str]
"""Colours a part of a text: the part, and what it is ("error", "place", "caret", "mended")."""

_REMEDY = Text(ja="直し方", en="To mend it")
_RULE = Text(ja="規則", en="Rule")
_GUESS = Text(ja="{message}もしかして: {guess}", en="{message} Did you mean: {guess}")
_ALLOWED = Text(ja="使えるもの（{count}）", en="Allowed here ({count})")
_COUNT = Text(
    ja="{problems}件の問題があります（{files}ファイル）。",
    en="Problems: {problems}, in {files} file(s).",
)


def _plain(text: str, part: str) -> str:  # noqa: ARG001  # what a Paint is given
    return text


def text(
    problems: Iterable[Problem], language: Language, site: str = "", paint: Paint = _plain
) -> str:
    """Write all problems as plain text, in order, with their count at the end.

    `site` is the address of the site, where that is known: rules are then linked in full.
    """
    in_order = ordered(problems)
    texts = [described(problem, language, site, paint) for problem in in_order]
    return "\n\n".join([*texts, paint(counted(in_order, language), "error")])


def described(problem: Problem, language: Language, site: str = "", paint: Paint = _plain) -> str:
    """Write one problem as plain text: where, what, the line with a caret, and the remedy."""
    place = problem.place
    where = f"{problem.path}:{place.line}:{place.column}:"
    lines = [
        f"{paint(where, 'place')} {paint(f'error[{problem.rule.id}]', 'error')}: "
        f"{_said(problem, language)}"
    ]
    if problem.excerpt.strip():
        number = str(place.line)
        shown, caret = _pointed_out(problem)
        lines += [f"  {number} | {shown}", f"  {' ' * len(number)} | {paint(caret, 'caret')}"]
    if listed := _allowed(problem, language):
        lines.append(f"  {listed}")
    lines.append(
        f"  {_REMEDY.to(language)}: {paint(_mended(problem, language), 'mended')}   ·   "
        f"{_RULE.to(language)}: {rule_address(problem, language, site)}"
    )
    return "\n".join(lines)


def counted(problems: Iterable[Problem], language: Language) -> str:
    """Say how many problems there are, in how many files."""
    paths = [problem.path for problem in problems]
    values = {"problems": str(len(paths)), "files": str(len(set(paths)))}
    return _COUNT.fill(language, values)


def rule_address(problem: Problem, language: Language, site: str = "") -> str:
    """Return where the rule is explained: below the site, or in full where its address is known."""
    if site:
        return routes.absolute(site, routes.RULES, language, problem.rule.id)
    return f"{routes.RULES}#{problem.rule.id}"


def public(address: str) -> str:
    """Return a site's address, with a final slash, if others than the editor can open it."""
    host = urlsplit(address).hostname or ""
    local = host in {"", "localhost", "0.0.0.0", "::1"} or host.startswith("127.")
    return "" if local else f"{address.rstrip('/')}/"


def github(problems: Iterable[Problem], language: Language, site: str = "") -> str:
    """Write problems as workflow commands, which GitHub shows beside the lines of a pull request."""
    return "".join(f"{_command(problem, language, site)}\n" for problem in ordered(problems))


def _command(problem: Problem, language: Language, site: str) -> str:
    place = problem.place
    properties = {
        "file": problem.path,
        "line": str(place.line),
        "col": str(place.column),
        "endColumn": str(place.column + place.length),
        "title": problem.rule.id,
    }
    said = [
        _said(problem, language),
        _allowed(problem, language),
        f"{_REMEDY.to(language)}: {_mended(problem, language)}",
        f"{_RULE.to(language)}: {rule_address(problem, language, site)}",
    ]
    named = ",".join(f"{name}={_escaped(value, ':,')}" for name, value in properties.items())
    return f"::error {named}::{_escaped(chr(10).join(filter(None, said)))}"


def _escaped(value: str, also: str = "") -> str:
    """Escape a text as GitHub's runner asks: in properties, colons and commas too."""
    return "".join(f"%{ord(c):02X}" if c in f"%\r\n{also}" else c for c in value)


def as_json(problems: Iterable[Problem], files: int, site: str = "") -> str:
    """Write problems for other programs, in both languages.

    `{"version": 1, "counts": {"files", "problems", "files_with_problems"}, "problems": [...]}`;
    lines and columns count from 1 and in characters, `length` in characters. `replacement` is
    what should stand at the place, `mended` the whole line, `allowed` what may stand there
    (`count` words in all, of which `shown` are named); each is null where it is not known.
    """
    in_order = ordered(problems)
    counts = {
        "files": files,
        "problems": len(in_order),
        "files_with_problems": len({problem.path for problem in in_order}),
    }
    listed = [_object(problem, site) for problem in in_order]
    whole = {"version": 1, "counts": counts, "problems": listed}
    return json.dumps(whole, ensure_ascii=False, indent=2)


def _object(problem: Problem, site: str) -> dict[str, object]:
    allowed = problem.allowed
    return {
        "path": problem.path,
        "line": problem.place.line,
        "column": problem.place.column,
        "length": problem.place.length,
        "rule": problem.rule.id,
        "address": {each: rule_address(problem, each, site) for each in LANGUAGES},
        "message": {each: problem.message(each) for each in LANGUAGES},
        "remedy": {each: problem.remedy(each) for each in LANGUAGES},
        "excerpt": problem.excerpt,
        "replacement": problem.replacement,
        "mended": problem.mended_line(),
        "allowed": {"count": allowed.count, "shown": allowed.shown} if allowed.count else None,
    }


def _said(problem: Problem, language: Language) -> str:
    message = problem.message(language)
    if problem.replacement is None or problem.mended is not None:
        return message
    return _GUESS.fill(language, {"message": message, "guess": problem.replacement})


def _allowed(problem: Problem, language: Language) -> str:
    allowed = problem.allowed
    if not allowed.shown:
        return ""
    more = ", …" if len(allowed.shown) < allowed.count else ""
    label = _ALLOWED.fill(language, {"count": str(allowed.count)})
    return f"{label}: {', '.join(allowed.shown)}{more}"


_COMMENT = re.compile(r"\s{2,}#.*$")
_LEFT, _RIGHT = 60, 40
"""How much of a long line is shown before and after the place."""


def _pointed_out(problem: Problem) -> tuple[str, str]:
    """The line, or as much of a long one as is needed, and a caret under the place."""
    line = "".join(" " if unicodedata.category(c).startswith("C") else c for c in problem.excerpt)
    column, length = problem.place.column - 1, problem.place.length
    before, marked, after = _cut(line, column, length)
    return before + marked + after, " " * width(before) + "^" * max(1, width(marked))


def _mended(problem: Problem, language: Language) -> str:
    """What to do; of a mended line the part that changes, without a comment apart."""
    line = problem.mended_line()
    remedy = problem.remedy(language)
    if line is None or line.strip() != remedy:
        return remedy
    line = _COMMENT.sub("", line)
    if len(line) <= _LEFT + _RIGHT:
        return line.strip()
    longer = max(0, len(line) - len(problem.excerpt))
    return "".join(_cut(line, problem.place.column - 1, problem.place.length + longer)).strip()


def _cut(line: str, column: int, length: int) -> tuple[str, str, str]:
    """Part a line before and after a place, and shorten what is far from it."""
    start = column - _LEFT if column > _LEFT * 2 else 0
    end = column + length + _RIGHT
    before, marked = line[start:column], line[column : column + length]
    after = line[column + length :]
    if len(line) > _LEFT + _RIGHT and end < len(line):
        after = f"{line[column + length : end]}…"
    return f"…{before}" if start else before, marked, after
