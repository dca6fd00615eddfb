"""What stands on many pages, or many times on one, written once.

`views.once` composes such a thing once, so that wherever it is shown it is the same object; by that
it is recognised here, for to compare two lines takes as long as to write one.
"""

from collections.abc import Callable
from functools import wraps
from typing import TypeVar, TypeVarTuple

T = TypeVar("T")
V = TypeVar("V")
Of = TypeVarTuple("Of")


def repeated(size: int) -> Callable[[Callable[[T, *Of], V]], Callable[[T, *Of], V]]:
    """Remember what was written of up to so many objects; beyond that, begin anew."""

    def remember(write: Callable[[T, *Of], V]) -> Callable[[T, *Of], V]:
        known: dict[tuple[object, ...], tuple[T, V]] = {}

        @wraps(write)
        def written(given: T, *of: *Of) -> V:
            key = id(given), *of  # what is known stays, so that its id is no other's
            try:
                return known[key][1]
            except KeyError:
                if len(known) >= size:
                    known.clear()
                known[key] = found = given, write(given, *of)
                return found[1]

        return written

    return remember
