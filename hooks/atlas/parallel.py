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
from multiprocessing.connection import Connection
from traceback import format_exc
from typing import Any, TypeVar

T = TypeVar("T")

_CHUNK = 16


class JobError(Exception):
    """A job failed in a process of its own; the text is its traceback."""


def processors() -> int:
    """Return how many processes it is worth to start; 1 where forking is not safe."""
    if sys.platform != "linux":
        return 1
    return len(os.sched_getaffinity(0))


def run(jobs: Sequence[Callable[[], T]], processes: int) -> list[T]:
    """Run all jobs and return what they return, in order.

    One half of the processes begins at the front and the other at the back, until they meet.
    Raises JobError with the traceback of the first job that failed in a process of its own.
    """
    if processes < 2 or len(jobs) < 2 * _CHUNK:
        return [job() for job in jobs]
    chunks = [range(start, min(start + _CHUNK, len(jobs))) for start in range(0, len(jobs), _CHUNK)]
    context = multiprocessing.get_context("fork")
    front, back = context.Value("l", 0), context.Value("l", len(chunks))
    results: dict[int, T] = {}
    gc.collect()
    gc.freeze()  # so that collecting garbage touches, and copies, nothing that is shared
    workers = []
    for number in range(processes):
        receiver, sender = context.Pipe(duplex=False)
        arguments = (jobs, chunks, front, back, number % 2 == 0, sender)
        workers.append((context.Process(target=_work, args=arguments, daemon=True), receiver))
        workers[-1][0].start()
        sender.close()
    failures = []
    for process, receiver in workers:
        try:
            failure, done = receiver.recv()
        except EOFError:  # killed, for want of memory perhaps
            failure, done = f"A process ended by itself: {process.exitcode}", {}
        process.join()
        results.update(done)
        failures += [failure] if failure else []
    gc.unfreeze()
    if failures:
        raise JobError(failures[0])
    return [results[number] for number in range(len(jobs))]


def _work(
    jobs: Sequence[Callable[[], T]], chunks: Sequence[range], front: Any, back: Any,
    from_front: bool, sender: Connection,
) -> None:  # fmt: skip
    """Do chunks of jobs until none is left, and send what they returned."""
    done: dict[int, T] = {}
    failure = ""
    gc.set_threshold(100_000, 50, 50)  # a tenth of the time went into looking for garbage
    try:
        for chunk in _claimed(front, back, from_front):
            done |= {number: jobs[number]() for number in chunks[chunk]}
    except Exception:
        failure = format_exc()
        with front.get_lock():
            front.value = back.value  # nobody need go on
    sender.send((failure, done))
    sender.close()


def _claimed(front: Any, back: Any, from_front: bool) -> Iterator[int]:
    """Take one chunk after another from one end."""
    while True:
        with front.get_lock():
            if front.value >= back.value:
                return
            if from_front:
                front.value += 1
                claimed = front.value - 1
            else:
                back.value -= 1
                claimed = back.value
        yield claimed
