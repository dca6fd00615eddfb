"""Jobs run by several processes."""

import os
import time
from itertools import pairwise

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
