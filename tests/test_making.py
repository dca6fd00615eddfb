"""Files that are named first and made when somebody asks for them."""

from functools import partial
from random import Random
from unittest.mock import Mock

import pytest

from atlas import exports, rules
from atlas.exports import making
from atlas.exports.api import events
from atlas.exports.making import Make
from atlas.made import encoded
from atlas.views import happenings
from atlas.views.writer import Writer
from tests.changing import setting
from tests.conftest import BASE


def _makers() -> dict[str, Make]:
    """All makers of the small data, none of which has been used."""
    now = setting(BASE)
    return dict(exports.all_files(now)) | dict(exports.form_files(now, rules.ALL_RULES, {}))


@pytest.mark.parametrize("seed", range(3))
def test_files_are_the_same_in_whatever_order_they_are_made(seed: int) -> None:
    """No file depends on which were made before it; each may be made twice."""
    one, other = _makers(), _makers()
    assert list(one) == list(other)
    first = {path: encoded(make()) for path, make in one.items()}
    shuffled = Random(seed).sample(list(other), len(other))
    assert {path: encoded(other[path]()) for path in shuffled} == first
    assert {path: encoded(one[path]()) for path in shuffled} == first


def test_each_file_can_be_made_alone() -> None:
    """As a server does that is asked for one."""
    first = {path: encoded(make()) for path, make in _makers().items()}
    for path in Random(1).sample(list(first), 25):
        assert encoded(_makers()[path]()) == first[path], path


@pytest.mark.parametrize("at_hand", [0, 1, making.MOST_AT_HAND])
def test_an_event_is_written_once_however_few_are_at_hand(
    at_hand: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is put aside is found again, and the files are the same."""
    first = {path: encoded(make()) for path, make in _makers().items()}
    monkeypatch.setattr(making, "MOST_AT_HAND", at_hand)
    writing = Mock(wraps=events._event)
    monkeypatch.setattr(events, "_event", writing)
    assert {path: encoded(make()) for path, make in _makers().items()} == first
    told = [happenings.key(call.args[1]) for call in writing.call_args_list]
    assert len(told) == len(set(told)) > 1


def test_to_name_files_makes_none(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is composed or drawn for it."""
    now = setting(BASE)
    monkeypatch.setattr(Writer, "to", None)
    assert len(dict(exports.all_files(now))) > 50


def test_sizes_are_told_without_making_other_files() -> None:
    """Each file is made once for it, and those that nobody asks for never."""
    asked: list[str] = []
    contents: dict[str, str | bytes] = {"a": "長い", "b": b"b"}

    def make(path: str) -> str | bytes:
        asked.append(path)
        return contents[path]

    sizes = exports.Sizes({path: partial(make, path) for path in contents})
    assert list(sizes) == ["a", "b"]
    assert "a" in sizes
    assert asked == []
    assert (sizes["a"], sizes["a"]) == (6, 6)
    assert asked == ["a"]
    sizes.learn({"b": 7})
    assert sizes["b"] == 7
    assert asked == ["a"]
    with pytest.raises(KeyError):
        sizes["c"]
    assert encoded("長い") == "長い".encode()
