"""What a file is before anybody asks for it: its path, and how to make it."""

from collections.abc import Callable, Iterator, Mapping
from typing import TypeVar, TypeVarTuple

from atlas.made import Content, pieces

K = TypeVar("K")
V = TypeVar("V")
Of = TypeVarTuple("Of")

Make = Callable[[], Content]
"""Makes one file. It may be called in any order and in any process, and gives the same bytes."""

Files = Iterator[tuple[str, Make]]
"""Paths below the site's address, each with what makes its file. To name them makes none."""


MOST_KEPT = 15_000
"""How many events and records are kept as they are written, for the files that have them in common.

With 10,000 pairings there are 60,000: each process would keep 200 MB of them. What comes after is
written anew for each file.
"""


def kept(known: dict[K, V], name: K, make: Callable[[*Of], V], *of: *Of) -> V:
    """Return what is known by a name; else make it, and keep it while there are not too many."""
    found = known.get(name)
    if found is None:
        found = make(*of)
        if len(known) < MOST_KEPT:
            known[name] = found
    return found


class Sizes(Mapping[str, int]):
    """How many bytes each file holds, by its path: made and measured when it is asked for."""

    def __init__(self, makers: Mapping[str, Make] | None = None) -> None:
        self._makers = dict(makers or {})
        self._known: dict[str, int] = {}

    def offer(self, makers: Mapping[str, Make]) -> None:
        """Take in more files."""
        self._makers.update(makers)

    def learn(self, known: Mapping[str, int]) -> None:
        """Take in sizes of files that were made meanwhile, so that none of them is made again."""
        self._known.update(known)

    def __getitem__(self, path: str) -> int:
        """Return the size of a file. Raises KeyError if there is none."""
        if path not in self._known:
            self._known[path] = sum(map(len, pieces(self._makers[path]())))
        return self._known[path]

    def __contains__(self, path: object) -> bool:
        """Whether there is such a file, which nobody needs to make to know."""
        return path in self._makers

    def __iter__(self) -> Iterator[str]:
        """Name all files."""
        return iter(self._makers)

    def __len__(self) -> int:
        """Return how many files there are."""
        return len(self._makers)
