"""Octets put aside on the disk until they are asked for again.

What the search knows of 10,000 pairings is 100 MB; so are their events as one file has them, and the
data files are 65. Read back from the disk, or rather from the system's memory of it, a piece takes
microseconds.
"""

import os
from collections.abc import Mapping
from functools import partial
from multiprocessing import Lock
from tempfile import TemporaryFile
from weakref import finalize

from atlas.disk import write
from atlas.made import Content, Made, encoded

Place = tuple[int, int]
"""Where octets begin, and how many there are."""


class Spool:
    """A file without a name, for this process and those that it forks; it goes with the last of them."""

    def __init__(self) -> None:
        """Begin with nothing. Raises OSError where there is no room for temporary files."""
        self._file = TemporaryFile(buffering=0)  # noqa: SIM115 - closed with the last who has it
        self._lock = Lock()  # forked processes share the place in the file, too
        finalize(self, self._file.close)

    def put(self, content: bytes) -> Place:
        """Put octets aside, and return where. Raises OSError if the disk is full."""
        with self._lock:
            start = self._file.seek(0, os.SEEK_END)
            return start, write(self._file.fileno(), content)

    def get(self, place: Place) -> bytes:
        """Return what was put aside at a place, by whichever process."""
        start, length = place
        with self._lock:
            self._file.seek(start)
            return self._file.read(length)


def aside(contents: Mapping[str, Content]) -> Mapping[str, bytes]:
    """Put contents aside, each to be read back when it is asked for by its name."""
    spool = Spool()
    return Made(
        {name: partial(spool.get, spool.put(encoded(each))) for name, each in contents.items()}
    )
