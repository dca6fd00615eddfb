"""What stands on many pages, or many times on one, written once.

`views.once` composes such a thing once, so that wherever it is shown it is the same object; by that
it is recognised here, for to compare two lines takes as long as to write one.
"""

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

from atlas.text import Language

T = TypeVar("T")
V = TypeVar("V")


def repeated(size: int) -> Callable[[Callable[[T, Language], V]], Callable[[T, Language], V]]:
    """Remember what was written of up to so many objects; beyond that, begin anew."""

    def remember(write: Callable[[T, Language], V]) -> Callable[[T, Language], V]:
        known: dict[tuple[int, Language], tuple[T, V]] = {}  # while it is here, an id is no other's

        @wraps(write)
        def written(given: T, language: Language) -> V:
            key = id(given), language
            if key in known:
                return known[key][1]
            if len(known) >= size:
                known.clear()
            known[key] = given, write(given, language)
            return known[key][1]

        return written

    return remember
