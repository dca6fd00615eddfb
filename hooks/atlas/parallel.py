"""Jobs run by all processors at once.

Half of a build is Python making text, and one process uses one processor. Forked processes start with
everything that is loaded, for nothing, and what they remember stays with them: so neighbouring jobs,
which have most in common, go to the same one. The plain way is one process.
"""

import gc
import multiprocessing
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from multiprocessing.connection import Connection
from multiprocessing.context import ForkContext
from multiprocessing.process import BaseProcess
from traceback import format_exc
from typing import TypeVar

J = TypeVar("J")
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
    context = multiprocessing.get_context("fork")
    queue = _Queue(len(jobs), context)
    with _little_collecting():
        others = []
        for number in range(1, processes):
            receiver, sender = context.Pipe(duplex=False)
            arguments = (sender, do, jobs, queue, number % 2 == 0)
            process = context.Process(target=_send, args=arguments, daemon=True)
            process.start()
            sender.close()
            others.append((process, receiver))
        told = [_done(do, jobs, queue, from_front=True)]
        told += [_heard(process, receiver) for process, receiver in others]
    if failures := [failure for failure, _ in told if failure]:
        raise JobError(failures[0])
    results = {number: result for _, done in told for number, result in done.items()}
    return [results[number] for number in range(len(jobs))]


@contextmanager
def _little_collecting() -> Iterator[None]:
    """Look for garbage seldom, which took a tenth of the time, and never among what is shared.

    To look at an object writes into it, and what is written to is copied.
    """
    before = gc.get_threshold()
    gc.set_threshold(100_000, 50, 50)
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()
        gc.set_threshold(*before)


class _Queue:
    """The numbers of jobs, taken from both ends by all processes."""

    def __init__(self, jobs: int, context: ForkContext) -> None:
        size = max(1, min(_CHUNK, jobs // 64))  # of few jobs, one more may be all that is left
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

    def stop(self) -> None:
        """Leave nothing to be taken."""
        with self._front.get_lock():
            self._front.value = self._back.value


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


def _send(
    sender: Connection, do: Callable[[J], T], jobs: Sequence[J], queue: _Queue, from_front: bool
) -> None:
    """Do jobs in a process of its own."""
    sender.send(_done(do, jobs, queue, from_front=from_front))
    sender.close()


def _heard(process: BaseProcess, receiver: Connection) -> tuple[str, dict[int, T]]:
    """Wait for what a process sends."""
    try:
        told: tuple[str, dict[int, T]] = receiver.recv()
    except EOFError:  # killed, for want of memory perhaps
        process.join()
        told = f"A process ended by itself: {process.exitcode}", {}
    process.join()
    return told
