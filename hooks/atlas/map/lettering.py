"""How a name is set: how wide it is, and where it is broken in two."""

import re
from functools import lru_cache

LEADING = 1.15
"""The distance between two lines of a name, in heights of the type."""

_LONG = 9.0
"""How many heights of the type a name may be wide before it is broken in two."""

_MARK = re.compile("[・＝=/‐-]|(?<=[A-Za-z]) ")
"""Behind what a name may be broken."""


def width(text: str, size: float) -> float:
    """Estimate how wide a name is set: full-width letters are as wide as high, Latin ones half."""
    return size * sum(1.0 if ord(letter) > 0x2E7F else 0.58 for letter in text)


@lru_cache(maxsize=8192)  # a place's name stands on its own map and on each of its pairings'
def lines_of(text: str) -> tuple[str, ...]:
    """Break a long name in two, behind the mark nearest to its middle; short ones stay whole.

    A very long one without a mark is broken where it is.
    """
    marks = [match.end() for match in _MARK.finditer(text) if match.end() < len(text)]
    if width(text, 1) > 2 * _LONG:
        marks = marks or list(range(1, len(text)))
    if not marks or width(text, 1) <= _LONG:
        return (text,)
    at = min(marks, key=lambda end: abs(width(text[:end], 1) - width(text, 1) / 2))
    return text[:at].rstrip(), text[at:].lstrip()


@lru_cache(maxsize=8192)
def measured(text: str) -> tuple[float, float]:
    """How wide and high a name is when set, in heights of the type."""
    lines = lines_of(text)
    return max(width(line, 1) for line in lines), 1 + LEADING * (len(lines) - 1)
