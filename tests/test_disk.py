"""Files written with few calls of the system."""

import os
from collections.abc import Iterator
from pathlib import Path
from unittest.mock import Mock

import pytest

from atlas import disk
from atlas.disk import put
from atlas.made import Content


@pytest.mark.parametrize(
    ("content", "text"),
    [("長い", "長い"), ("長い".encode(), "長い"), (("長", "い".encode()), "長い"), ([], "")],
)
def test_a_file_holds_what_it_was_to_hold(tmp_path: Path, content: Content, text: str) -> None:
    """In folders that are made for it; how many bytes that are is told."""
    assert put(tmp_path, "deep/within/file", content) == len(text.encode())
    assert (tmp_path / "deep" / "within" / "file").read_bytes() == text.encode()


def test_a_file_that_was_there_is_written_anew(tmp_path: Path) -> None:
    """Nothing is left of what it held."""
    put(tmp_path, "file", "much longer than that")
    assert put(tmp_path, "file", "short") == 5
    assert (tmp_path / "file").read_text("utf-8") == "short"


def test_pieces_are_written_together_but_not_all_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Small ones cost no call each, and of large ones few are held."""
    writing = Mock(wraps=os.write)
    monkeypatch.setattr("atlas.disk.os.write", writing)
    put(tmp_path, "page", ["small"] * 100)
    assert writing.call_count == 1
    writing.reset_mock()
    most = disk._ENOUGH
    assert put(tmp_path, "events", (b"x" * (most // 4) for _ in range(10))) == most // 4 * 10
    assert [len(call.args[1]) for call in writing.call_args_list] == [most, most, most // 2]
    writing.reset_mock()
    large = b"x" * 2 * most
    put(tmp_path, "timeline", [b"begin", large, b"end"])
    begin, whole, end = (call.args[1] for call in writing.call_args_list)
    assert (begin, end) == (b"begin", b"end")
    assert whole is large  # which would take as much memory once more


def test_what_the_system_leaves_is_written_after(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It may take less than it is given."""
    write = os.write
    monkeypatch.setattr("atlas.disk.os.write", lambda file, part: write(file, part[:3]))
    assert put(tmp_path, "file", "0123456789") == 10
    assert (tmp_path / "file").read_text("utf-8") == "0123456789"


def test_a_file_is_closed_even_if_it_cannot_be_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And why is told to whoever wanted it."""
    closing = Mock(wraps=os.close)
    monkeypatch.setattr("atlas.disk.os.close", closing)

    def content() -> Iterator[str]:
        yield "begun"
        raise ValueError("no more")

    with pytest.raises(ValueError, match="no more"):
        put(tmp_path, "file", content())
    (file,) = closing.call_args.args
    with pytest.raises(OSError, match="Bad file descriptor"):
        os.fstat(file)
