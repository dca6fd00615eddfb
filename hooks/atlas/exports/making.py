"""What a file is before anybody asks for it: its path, and how to make it."""

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from typing import Generic, TypeVar, TypeVarTuple

from atlas.made import Content, pieces
from atlas.spool import Place, Spool

K = TypeVar("K")
Of = TypeVarTuple("Of")

Make = Callable[[], Content]
"""Makes one file. It may be called in any order and in any process, and gives the same bytes."""

Files = Iterator[tuple[str, Make]]
"""Paths below the site's address, each with what makes its file. To name them makes none."""


MOST_AT_HAND = 5_000
"""How many events or records a shelf has at hand: 12 MB. With 10,000 pairings there are 60,000."""


class Shelf(Generic[K]):
    """Events or records as they are written, each once for all files that have it in common.

    The first are at hand, and what comes after is put aside.
    """

    def __init__(self) -> None:
        self._at_hand: dict[K, bytes] = {}
        self._aside: dict[K, Place] = {}

    @cached_property
    def _spool(self) -> Spool:
        return Spool()

    def once(self, name: K, write: Callable[[*Of], bytes], *of: *Of) -> bytes:
        """Return what goes by a name; the first time, write it."""
        found = self._at_hand.get(name)
        if found is not None:
            return found
        if name in self._aside:
            return self._spool.get(self._aside[name])
        found = write(*of)
        if len(self._at_hand) < MOST_AT_HAND:
            self._at_hand[name] = found
        else:
            self._aside[name] = self._spool.put(found)
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
