"""The floor: what a built site costs when its folders and bytes are only written.

Run as a command, with a built site, a folder that is not there yet, and how many processes write.
"""

import os
import resource
import sys
import time
from pathlib import Path


def main(site: Path, target: Path, processes: int) -> None:
    """Read the site into memory, write it anew, and print the seconds that took, and of the CPU."""
    content = [
        (str(target / file.relative_to(site)), file.read_bytes())
        for file in sorted(site.rglob("*"))
        if file.is_file()
    ]
    before, used = time.perf_counter(), _used()
    children = []
    for number in range(1, processes):
        child = os.fork()
        if not child:
            _write(content[number::processes])
            os._exit(0)
        children.append(child)
    _write(content[::processes])
    failed = [os.waitpid(child, 0)[1] for child in children]
    wall, cpu = time.perf_counter() - before, _used() - used
    assert not any(failed)
    sys.stdout.write(f"{wall} {cpu}\n")


def _used() -> float:
    kinds = resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN
    return sum(used.ru_utime + used.ru_stime for used in map(resource.getrusage, kinds))


def _write(content: list[tuple[str, bytes]]) -> None:
    made: set[str] = set()
    for path, data in content:
        folder = os.path.dirname(path)  # noqa: PTH120 - the floor is to be low
        if folder not in made:
            os.makedirs(folder, exist_ok=True)  # noqa: PTH103
            made.add(folder)
        file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o644)
        os.write(file, data)
        os.close(file)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]))
