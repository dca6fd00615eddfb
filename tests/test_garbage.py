"""How seldom Python looks for garbage."""

import gc
import subprocess
import sys
from pathlib import Path

import pytest

from atlas.garbage import shared, undisturbed

HOOKS = Path(__file__).parents[1] / "hooks"

CIRCLE = """
class Circle:
    def __init__(self):
        self.own = self
    def __del__(self):
        print("taken apart")
Circle.kept = Circle()
"""
"""Something that goes only when Python looks for garbage, as it does at the end."""


def _printed(code: str) -> str:
    command = [sys.executable, "-c", code]
    return subprocess.run(command, cwd=HOOKS, capture_output=True, text=True, check=True).stdout


@pytest.mark.parametrize(
    ("first", "printed"), [("", "taken apart\n"), ("import atlas.garbage", "")]
)
def test_what_is_there_at_the_end_is_not_taken_apart(first: str, printed: str) -> None:
    """Python by itself looks through everything, for what nothing else leads to."""
    assert _printed(f"{first}\n{CIRCLE}") == printed


def test_garbage_is_looked_for_again_after_much_was_made() -> None:
    """And not within, where one maker calls another."""
    assert gc.isenabled()
    with undisturbed():
        assert not gc.isenabled()
        with undisturbed():
            assert not gc.isenabled()
        assert not gc.isenabled()
    assert gc.isenabled()


def test_what_was_made_undisturbed_counts_as_old() -> None:
    """So it is not looked at as soon as garbage is looked for again."""
    with undisturbed():
        made = [[number] for number in range(10)]
    old = {id(thing) for thing in gc.get_objects(generation=2)}
    assert {id(thing) for thing in made} <= old


def test_what_processes_share_is_garbage_again_afterwards() -> None:
    """Meanwhile it is not looked at."""
    before = gc.get_freeze_count()
    with shared():
        assert gc.get_freeze_count() > before
    assert gc.get_freeze_count() == 0
