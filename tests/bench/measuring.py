"""What running a command costs: time, processor, and the memory of all its processes together."""

import os
import subprocess
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

_EVERY = 0.05
_SHARE = 20
"""How many times as long as looking is waiting: to look holds up who is looked at, the larger the longer."""
_PAGE = os.sysconf("SC_PAGE_SIZE")


class FailedError(Exception):
    """A command that was measured went wrong."""


@dataclass(frozen=True, slots=True)
class Cost:
    """What a run cost."""

    wall: float
    cpu: float
    """User and system seconds of the process and of all that it waited for."""
    peak: float
    """MiB of all processes together; what they share is counted once (PSS)."""


@dataclass(frozen=True, slots=True)
class Built:
    """What a run made."""

    pages: int
    files: int
    size: int


def run(command: Sequence[str], folder: Path, environment: dict[str, str]) -> Cost:
    """Run a command to its end, and measure it."""
    before = time.perf_counter()
    child = subprocess.Popen(
        command, cwd=folder, env=environment, start_new_session=True,
        stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
    )  # fmt: skip
    memory = _Memory(child.pid)
    memory.start()
    assert child.stderr is not None
    said = child.stderr.read()
    _, status, used = os.wait4(child.pid, 0)
    wall = time.perf_counter() - before
    child.returncode = os.waitstatus_to_exitcode(status)
    child.stderr.close()
    memory.stop()
    if child.returncode:
        raise FailedError(f"{' '.join(command)}\n{said.decode(errors='replace')[-2000:]}")
    return Cost(wall, used.ru_utime + used.ru_stime, memory.peak / 2**20)


def built(site: Path) -> Built:
    """Count what stands in a built site."""
    sizes = [(file.name, file.stat().st_size) for file in site.rglob("*") if file.is_file()]
    pages = sum(name == "index.html" for name, _ in sizes)
    return Built(pages, len(sizes), sum(size for _, size in sizes))


def noise() -> float:
    """Return the seconds that a loop takes which is always the same."""
    before = time.perf_counter()
    total = 0
    for number in range(3_000_000):
        total += number
    return time.perf_counter() - before


class _Memory(threading.Thread):
    """Looks again and again how much memory the processes of a session have."""

    def __init__(self, session: int) -> None:
        super().__init__(daemon=True)
        self.session, self.peak, self.ended = session, 0, threading.Event()

    def run(self) -> None:
        took = 0.0
        while not self.ended.wait(max(_EVERY, _SHARE * took)):
            before = time.perf_counter()
            self.peak = max(self.peak, sum(map(_memory, members(self.session))))
            took = time.perf_counter() - before

    def stop(self) -> None:
        self.ended.set()
        self.join()


def members(session: int) -> list[int]:
    """Return the processes of a session: what a command started, and all that those did."""
    found = []
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                stat = (entry / "stat").read_text().rpartition(")")[2].split()
                if int(stat[3]) == session:
                    found.append(int(entry.name))
            except (OSError, IndexError):  # it ended meanwhile
                continue
    return found


def _memory(process: int) -> int:
    try:
        for line in Path(f"/proc/{process}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1]) * 1024
        return int(Path(f"/proc/{process}/statm").read_text().split()[1]) * _PAGE
    except (OSError, IndexError):
        return 0
