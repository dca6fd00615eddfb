"""What is made when it is asked for: a build makes all of it, a reader of `make serve` one file."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from typing import TypeVar

T = TypeVar("T")

Content = str | bytes | Iterable[str | bytes]
"""What a file is to hold: text, which becomes UTF-8, or bytes; or pieces of these, if all of it at once
would take much memory."""


def pieces(content: Content) -> Iterator[bytes]:
    """Return the bytes of a file, a piece at a time."""
    if isinstance(content, bytes):
        yield content
    elif isinstance(content, str):
        yield content.encode()
    else:
        for piece in content:
            yield piece.encode() if isinstance(piece, str) else piece


def encoded(content: Content) -> bytes:
    """Return the bytes of a file."""
    return b"".join(pieces(content))


class Made(Mapping[str, T]):
    """A mapping whose values are made each time that they are asked for; its keys are there at once."""

    __slots__ = ("_makers",)

    def __init__(self, makers: Mapping[str, Callable[[], T]]) -> None:
        """Take what makes each value."""
        self._makers = dict(makers)

    def __getitem__(self, key: str) -> T:
        """Make a value; KeyError if there is none of that name."""
        return self._makers[key]()

    def __iter__(self) -> Iterator[str]:
        """Name all values in their order."""
        return iter(self._makers)

    def __len__(self) -> int:
        """Count them."""
        return len(self._makers)

    def __contains__(self, key: object) -> bool:
        """Whether there is such a value, without making it."""
        return key in self._makers


def joined(*mappings: Mapping[str, T]) -> Made[T]:
    """Return one mapping of all that several have, of which nothing is made for it."""
    return Made({key: partial(each.__getitem__, key) for each in mappings for key in each})
