"""Jobs run by several processes."""

import os
import time
from itertools import pairwise
from pathlib import Path

import pytest

from atlas import parallel


def test_results_come_in_the_order_of_the_jobs() -> None:
    """Whoever did them; and with one processor, or few jobs, no process is started."""
    expected = [str(number) for number in range(1000)]
    for processes in (1, 2, 3, 5):
        assert parallel.run(str, range(1000), processes) == expected
    assert parallel.run(str, range(3), 2) == expected[:3]
    assert parallel.run(str, [], 2) == []


def test_neighbours_are_done_by_the_same_process() -> None:
    """One begins at the front, here, and the other at the back."""

    def job(_: int) -> int:
        time.sleep(0.002)  # so that neither has done all before the other begins
        return os.getpid()

    done = parallel.run(job, range(1000), 2)
    assert len(set(done)) == 2
    assert done[0] == os.getpid()
    assert sum(one != other for one, other in pairwise(done)) == 1


def test_a_job_that_fails_is_told_with_its_traceback() -> None:
    """Whichever process it fails in; in one process it raises what it raises."""
    for place in (0, 500, 1000):
        jobs = ["1"] * 1001
        jobs[place] = "one"
        with pytest.raises(parallel.JobError, match=r"invalid literal for int.*'one'"):
            parallel.run(int, jobs, 2)
    with pytest.raises(ValueError, match="'one'"):
        parallel.run(int, jobs, 1)


def test_a_process_that_is_killed_is_told() -> None:
    """Nobody waits for it for ever."""
    here = os.getpid()

    def job(_: int) -> None:
        time.sleep(0.002)
        if os.getpid() != here:
            os._exit(3)

    with pytest.raises(parallel.JobError, match="ended by itself: 3"):
        parallel.run(job, range(100), 2)


def test_what_was_begun_ahead_is_not_done_twice(tmp_path: Path) -> None:
    """Another process does one after another until it is stopped, and tells what came of them."""

    def job(number: int) -> int:
        time.sleep(0.002)
        (tmp_path / str(number)).write_text(str(os.getpid()), "utf-8")
        return number * 2

    ahead = parallel.Ahead(job, range(10_000))
    while not (tmp_path / "3").exists():
        time.sleep(0.001)
    begun = ahead.stop()
    assert 4 <= len(begun) < 10_000
    assert ahead.done() == {number: number * 2 for number in begun}
    assert sorted(int(file.name) for file in tmp_path.iterdir()) == [*begun]
    assert str(os.getpid()) not in {file.read_text("utf-8") for file in tmp_path.iterdir()}


def test_a_job_that_fails_ahead_is_told_when_its_result_is_asked_for() -> None:
    """Not before: this process has other things to do."""
    ahead = parallel.Ahead(int, ["1", "one", "2"])
    time.sleep(0.2)
    ahead.stop()
    with pytest.raises(parallel.JobError, match=r"invalid literal for int.*'one'"):
        ahead.done()


def test_what_is_no_longer_wanted_is_not_gone_on_with(tmp_path: Path) -> None:
    """Nothing is written any more once it is abandoned."""

    def job(number: int) -> None:
        time.sleep(0.002)
        (tmp_path / str(number)).touch()

    parallel.Ahead(job, range(10_000))
    time.sleep(0.1)
    parallel.abandon()
    written = len([*tmp_path.iterdir()])
    time.sleep(0.1)
    assert len([*tmp_path.iterdir()]) == written < 10_000
