"""What was made of many things the last time, so that it is made again only of those that changed.

While the site is served, each save changes one file of hundreds or thousands; reading and checking
all others again would take seconds. A memory holds the last round and nothing older.
"""

from collections.abc import Callable, Hashable, Iterable
from typing import Generic, TypeVar

T = TypeVar("T")
R = TypeVar("R")


class Memory(Generic[T, R]):
    """Remembers what `make` made of the things of the last round, each by a name of its own.

    What it makes may depend on nothing but the name and the thing, and changes no more.
    """

    def __init__(self, make: Callable[..., R]) -> None:
        self._make = make
        self._last: dict[Hashable, tuple[T, R]] = {}

    def of(
        self, things: Iterable[tuple[Hashable, T]], use: Callable[[R], object] = lambda _: None
    ) -> list[R]:
        """Return what is made of each of the things of this round, in their order.

        What is made of one is given to `use` before the next thing is asked for.
        """
        last, now = self._last, {}
        for name, thing in things:
            known = last.get(name)
            if known is None or (known[0] is not thing and known[0] != thing):
                known = thing, self._make(name, thing)
            now[name] = known
            use(known[1])
        self._last = now
        return [made for _, made in now.values()]

    def forget(self) -> None:
        """Forget the last round: there will be no other."""
        self._last = {}
