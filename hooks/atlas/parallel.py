"""Jobs run by all processors at once.

Half of a build is Python making text, and one process uses one processor. Forked processes start with
everything that is loaded, for nothing, and what they remember stays with them: so neighbouring jobs,
which have most in common, go to the same one. The plain way is one process.
"""

import multiprocessing
import os
import sys
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from multiprocessing.connection import Connection
from traceback import format_exc
from typing import Generic, TypeVar

from atlas.garbage import shared

J = TypeVar("J")
H = TypeVar("H", bound=Hashable)
T = TypeVar("T")

_CHUNK = 16


class JobError(Exception):
    """A job failed where several processes worked; the text is its traceback."""


def processors() -> int:
    """Return how many processes it is worth to have; 1 where forking is not safe."""
    if sys.platform != "linux":
        return 1
    return len(os.sched_getaffinity(0))


def run(do: Callable[[J], T], jobs: Sequence[J], processes: int) -> list[T]:
    """Do all jobs and return what comes of each, in order.

    This process begins at the front, the next at the back, until they meet. It does its share, for a
    process copies what it touches of all that is there: one more would take more memory.
    Raises JobError with the traceback of the first job that failed, if there are several processes.
    """
    if processes < 2 or len(jobs) < 2 * _CHUNK:
        return [do(job) for job in jobs]
    size = max(1, min(_CHUNK, len(jobs) // 64))  # of few jobs, one more may be all that is left
    queue = _Queue(len(jobs), size)
    with shared():
        others = [_Other(do, jobs, queue, from_front=number % 2 == 0)
                  for number in range(1, processes)]  # fmt: skip
        told = [_done(do, jobs, queue, from_front=True), *(other.told() for other in others)]
    if failures := [failure for failure, _ in told if failure]:
        raise JobError(failures[0])
    results = {number: result for _, done in told for number, result in done.items()}
    return [results[number] for number in range(len(jobs))]


class Ahead(Generic[H, T]):
    """Jobs that another process begins with, while this one still does something else."""

    def __init__(self, do: Callable[[H], T], jobs: Sequence[H]) -> None:
        self._jobs, self._queue = jobs, _Queue(len(jobs), 1)
        self._other = _Other(do, jobs, self._queue, from_front=True)

    def stop(self) -> Sequence[H]:
        """Have no further job begun, and return those that were."""
        return self._jobs[: self._queue.stop()]

    def done(self) -> Mapping[H, T]:
        """Wait for what was begun, and return what came of each. Raises JobError as `run` does."""
        failure, done = self._other.told()
        if failure:
            raise JobError(failure)
        return {self._jobs[number]: result for number, result in done.items()}


def abandon() -> None:
    """End whatever other process still works: what it makes is no longer wanted."""
    for process in multiprocessing.active_children():
        process.terminate()
        process.join()


class _Queue:
    """The numbers of jobs, taken from both ends by all processes."""

    def __init__(self, jobs: int, size: int) -> None:
        context = multiprocessing.get_context("fork")
        self._chunks = [range(start, min(start + size, jobs)) for start in range(0, jobs, size)]
        self._front, self._back = context.Value("l", 0), context.Value("l", len(self._chunks))

    def claimed(self, *, from_front: bool) -> Iterator[int]:
        """Take one after another from one end."""
        while True:
            with self._front.get_lock():
                if self._front.value >= self._back.value:
                    return
                if from_front:
                    self._front.value += 1
                    chunk = self._front.value - 1
                else:
                    self._back.value -= 1
                    chunk = self._back.value
            yield from self._chunks[chunk]

    def stop(self) -> int:
        """Leave nothing to be taken, and return how many chunks were taken from the front."""
        with self._front.get_lock():
            taken: int = self._front.value
            self._front.value = self._back.value
            return taken


def _done(
    do: Callable[[J], T], jobs: Sequence[J], queue: _Queue, *, from_front: bool
) -> tuple[str, dict[int, T]]:
    """Do jobs until none is left; return why one failed, and what came of the others."""
    done: dict[int, T] = {}
    try:
        for number in queue.claimed(from_front=from_front):
            done[number] = do(jobs[number])
    except Exception:
        queue.stop()  # nobody need go on
        return format_exc(), done
    return "", done


class _Other(Generic[J, T]):
    """A process of its own that does jobs."""

    def __init__(
        self, do: Callable[[J], T], jobs: Sequence[J], queue: _Queue, *, from_front: bool
    ) -> None:
        context = multiprocessing.get_context("fork")
        self._receiver, sender = context.Pipe(duplex=False)
        arguments = sender, do, jobs, queue, from_front
        self._process = context.Process(target=_send, args=arguments, daemon=True)
        self._process.start()
        sender.close()

    def told(self) -> tuple[str, dict[int, T]]:
        """Wait for what it sends: why a job failed, and what came of the others."""
        try:
            told: tuple[str, dict[int, T]] = self._receiver.recv()
        except EOFError:  # killed, for want of memory perhaps
            self._process.join()
            told = f"A process ended by itself: {self._process.exitcode}", {}
        self._process.join()
        return told


def _send(
    sender: Connection, do: Callable[[J], T], jobs: Sequence[J], queue: _Queue, from_front: bool
) -> None:
    """Do jobs in this other process, and send what comes of them."""
    with shared():
        sender.send(_done(do, jobs, queue, from_front=from_front))
    sender.close()
