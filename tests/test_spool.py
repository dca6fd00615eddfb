"""Octets put aside on the disk."""

import gc
import os
from pathlib import Path
from unittest.mock import patch

import pytest

from atlas import parallel
from atlas.spool import Spool


def test_what_several_processes_put_aside_is_read_by_any() -> None:
    """Each piece is whole, whoever wrote beside it at the same time."""
    spool = Spool()
    contents = [bytes([number % 251]) * (number * 37 % 5000) for number in range(500)]
    places = parallel.run(spool.put, contents, 2)
    assert [spool.get(place) for place in places] == contents
    assert parallel.run(spool.get, places, 2) == contents


def test_a_spool_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It has no name in any folder, and is closed with whoever had it."""
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    spool = Spool()
    spool.put(b"something")
    assert list(tmp_path.iterdir()) == []
    number = spool._file.fileno()
    del spool
    gc.collect()
    with pytest.raises(OSError, match="Bad file descriptor"):
        os.fstat(number)


def test_a_full_disk_is_told() -> None:
    """What is not put aside whole is not put aside."""
    spool = Spool()
    with (
        Path("/dev/full").open("wb", buffering=0) as full,  # which takes nothing (full(4))
        patch.object(spool, "_file", full),
        pytest.raises(OSError, match="No space left"),
    ):
        spool.put(b"something")
