"""Two versions of a text, cut down to where they differ."""

import re

from atlas.changes.document import Run, Runs, Style, runs

_AROUND, _DIFFERENT, _WHOLE = 24, 160, 60
"""How many characters are shown around a difference, of it, and of texts that are short anyway."""

_CUT = "…"
_WORDS = re.compile(r"[0-9A-Za-zÀ-ɏ]+(?:[-./][0-9A-Za-zÀ-ɏ]+)*|.", re.DOTALL)
"""Western words, numbers, dates and ids are not cut; every other character stands for itself."""


def shortened(text: str, length: int = _DIFFERENT) -> str:
    """Return a text, the middle of a long one left out."""
    if len(text) <= length:
        return text
    tail = length // 4
    return f"{text[: length - tail]}{_CUT}{text[-tail:]}"


def side_by_side(before: str | None, after: str | None) -> tuple[Runs, Runs]:
    """Return both versions with the difference marked, and long ones cut around it.

    A version that is not there is empty; where nothing is alike, nothing is marked.
    """
    if before is None or after is None:
        return runs(shortened(before or "")), runs(shortened(after or ""))
    start, end = _alike(before, after)
    if not start and not end:
        return runs(shortened(before)), runs(shortened(after))
    return _marked(before, start, end, "gone"), _marked(after, start, end, "new")


def _alike(before: str, after: str) -> tuple[int, int]:
    """How many characters are alike at the beginning and at the end, in whole words."""
    old, new = _WORDS.findall(before), _WORDS.findall(after)
    start = _common(old, new)
    end = _common(old[start:][::-1], new[start:][::-1])
    return sum(map(len, old[:start])), sum(map(len, old[len(old) - end :]))


def _common(one: list[str], other: list[str]) -> int:
    count = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        count += 1
    return count


def _marked(text: str, start: int, end: int, style: Style) -> Runs:
    stop = len(text) - end
    before, different, after = text[:start], text[start:stop], text[stop:]
    if len(text) > _WHOLE:
        before = f"{_CUT}{before[-_AROUND:]}" if len(before) > _AROUND else before
        after = f"{after[:_AROUND]}{_CUT}" if len(after) > _AROUND else after
    parts = (Run(before), Run(shortened(different), style), Run(after))
    return tuple(part for part in parts if part.text)
