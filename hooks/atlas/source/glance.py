"""YAML that can be read at a glance: files laid out plainly, as most are.

A second way to what `parse` reads, for speed alone: libyaml and the look at each of its nodes take
1.5 ms for a file of 2 kB, this a tenth of that, and with thousands of files that was most of the
time of a load. It knows a small part of YAML, and gives up without a word where a line is anything
else, or anything of which `parse` could have something to tell: no fault is found here, and none
overlooked. `parse` is the judge; tests/test_glance.py reads many files, well and badly written
ones, in both ways. All that is lost without this module is time.

Known are: blocks of `key:` and lists of `-`, each deeper than what it belongs to; words and texts
on one line, in quotation marks (with no escapes) or without; texts of several lines below `|`;
lists and blocks in brackets, on one line and with no brackets inside; comments.
"""

import re

from atlas.source.doubts import COMMA, NEXT_LANGUAGE, NUMBERS, doubted
from atlas.source.nodes import Plain
from atlas.text import LANGUAGES

_STRANGE = re.compile("[\0-\t\v-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")
"""Tabs, line breaks other than \\n, and all that may not be written. To name what may be written took
Python a dozen times as long to compile, which every command has to wait for."""

_DEEPEST = 12
_END = ".\n"
"""Stands below the last line, so that no entry is the last."""

_KEY = r"[A-Za-z0-9_][A-Za-z0-9_-]{0,99}"
_BEGIN = r"(?:[^\s\-?:,\[\]{}#&*!|>'\"%@`~=<－−‐‑–—ー・［｛]|-(?=[0-9]))"
"""How words without quotation marks begin: with no sign of YAML, nor one that looks like it."""
_WORDS = rf"{_BEGIN}(?:[^\n:：#\[\]{{}}]*[^\s:：#\[\]{{}}])?"
_WORDS_IN_BRACKETS = rf"{_BEGIN}(?:[^\n:?,#\[\]{{}}]*[^\s:?,#\[\]{{}}])?"
_QUOTED = r"""(?:"(?!\s*")[^"\\\n]*"|'(?!\s*')(?:[^'\n]|'')*')"""
_ITEM = rf"(?>({_QUOTED})|({_WORDS_IN_BRACKETS}))"
_PAIR = rf"({_KEY}): +{_ITEM}"

_ENTRIES = re.compile(
    r"(?> *(?:#.*)?\n)*"  # empty lines and comments above
    rf"( *)(- +)?(?:({_KEY}):(?= |\n) *)?"
    rf"(?:(?>({_WORDS})|({_QUOTED})|([\[{{][^\n#]*[\]}}])|\|\n(( +)\S.*(?:\n\8.*|\n(?=\n))*)|)"
    r"( +#.*| *)|(.*))\n"
)
_WITH_SIGNS = re.compile(rf"{_BEGIN}(?:[^\n:#]|:(?=\S)|(?<=\S)#)*(?<=[^\s:])")
"""Words that hold a colon, brackets and the like, and mean nothing by it."""

_PAIRS, _ITEMS = re.compile(_PAIR), re.compile(_ITEM)
_TWO_IN_BRACKETS = re.compile(rf"\{{ *{_PAIR} *, *{_PAIR} *\}}")
"""A text in both languages, as most blocks in brackets are: matched once, and not again to part it."""
_BLOCK_IN_BRACKETS = re.compile(rf"\{{ *{_PAIR}(?: *, *{_PAIR})* *\}}")
_LIST_IN_BRACKETS = re.compile(rf"\[ *{_ITEM}(?: *, *{_ITEM})* *\]")


class _DoubtError(Exception):
    """A file that is not read at a glance."""


def read(text: str) -> dict[str, Plain] | None:
    """Return what a YAML text says; None where that takes a closer look."""
    if not text.endswith("\n"):
        return None
    if not text.replace("\n", "").isprintable() and _STRANGE.search(text):  # the first is quicker
        return None
    try:
        return _Reader(text).mapping(0) or None
    except _DoubtError:
        return None


class _Reader:
    """Goes through what the lines of a text say, block by block."""

    def __init__(self, text: str) -> None:
        self._parts = _ENTRIES.findall(text + _END)
        self._columns = [len(indent) for indent, *_ in self._parts]
        self._columns[-1] = -1
        self._at = 0
        self._depth = 0

    def mapping(self, column: int, begun: bool = False) -> dict[str, Plain]:
        """Read a block whose keys begin at a column; one that has `begun` did so behind a dash."""
        entries: dict[str, Plain] = {}
        while begun or self._columns[self._at] == column:
            _, dash, key, words, _, _, _, _, comment, _ = self._parts[self._at]
            doubtful = comment and key in LANGUAGES and comment.strip()  # is it part of the text?
            if not key or key in entries or doubtful or (dash and not begun):
                raise _DoubtError
            begun = False
            self._at += 1
            entries[key] = words or self._value(column)
        if self._columns[self._at] > column:
            raise _DoubtError
        return entries

    def _value(self, column: int) -> Plain:
        """Return what stands behind the key before, or below it, deeper than its column."""
        _, _, _, _, quoted, brackets, text, pad, _, other = self._parts[self._at - 1]
        if brackets:
            return _in_brackets(brackets)
        if quoted:
            return _bare(quoted)
        if text:
            return _below(text, pad, column)
        if other:
            return _with_signs(other)
        inner = self._columns[self._at]
        if inner <= column or self._depth == _DEEPEST:
            raise _DoubtError
        self._depth += 1
        value = self._sequence(inner) if self._parts[self._at][1] else self.mapping(inner)
        self._depth -= 1
        return value

    def _sequence(self, column: int) -> list[Plain]:
        items: list[Plain] = []
        while self._columns[self._at] == column:
            _, dash, key, words, quoted, brackets, _, _, _, other = self._parts[self._at]
            if not dash:
                raise _DoubtError
            if key:
                items.append(self.mapping(column + len(dash), begun=True))
                continue
            self._at += 1
            if words or quoted:
                items.append(words or _bare(quoted))
            elif brackets:
                items.append(_in_brackets(brackets))
            else:
                items.append(_with_signs(other))
        if self._columns[self._at] > column:
            raise _DoubtError
        return items


def _below(text: str, pad: str, column: int) -> str:
    """Return the lines below a `|`, without the blanks that all of them begin with."""
    if len(pad) <= column or " \n" in f"{text}\n":  # or a line of blanks
        raise _DoubtError
    return text[len(pad) :].replace(f"\n{pad}", "\n").rstrip("\n") + "\n"


def _bare(quoted: str) -> str:
    return quoted[1:-1].replace("''", "'") if quoted[0] == "'" else quoted[1:-1]


def _with_signs(words: str) -> str:
    words = words.rstrip(" ")
    if not _WITH_SIGNS.fullmatch(words) or doubted(words):
        raise _DoubtError
    return words


def _in_brackets(written: str) -> Plain:
    """Read a list or a block in brackets that holds words only."""
    if two := _TWO_IN_BRACKETS.fullmatch(written):
        pairs = [two.group(1, 2, 3), two.group(4, 5, 6)]
    else:
        pairs = _PAIRS.findall(written) if _BLOCK_IN_BRACKETS.fullmatch(written) else []
    if pairs:
        entries: dict[str, Plain] = {key: words or _bare(quoted) for key, quoted, words in pairs}
        if len(entries) < len(pairs) or ("：" in written and NEXT_LANGUAGE.search(written)):
            raise _DoubtError
        return entries
    if _LIST_IN_BRACKETS.fullmatch(written):
        items = _ITEMS.findall(written)
        if any(COMMA.search(words) or NUMBERS.fullmatch(words) for _, words in items):
            raise _DoubtError
        return [words or _bare(quoted) for quoted, words in items]
    raise _DoubtError
