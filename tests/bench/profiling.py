"""`make profile`: where the time of a build goes, by stage, by package and by function.

The build is run as a command under the standard library's profiler, whatever it is made of inside.
The profiler sees one process, so that work in further ones shows as waiting for them; it makes small
functions look dearer than they are.
"""

import argparse
import pstats
import re
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.bench import world
from tests.bench.staging import OURS, ROOT, fresh
from tests.bench.telling import table

_HOOKS = str(ROOT / "hooks") + "/"
_INSTALLED = re.compile(r".*/site-packages/([^/]+)")
_LIBRARY = re.compile(r".*/lib/python[\d.]+/(.+)")
_ENTRIES = ("main", "atlas")
"""The modules whose calls are the stages of a build."""


@dataclass(frozen=True, slots=True)
class Spent:
    """One function: its own seconds, and those with all that it called."""

    module: str
    function: str
    calls: int
    own: float
    whole: float
    callers: frozenset[str]
    """The modules that it is called from."""


def main() -> int:
    """Profile the build of a made-up world, and print where its time went."""
    parser = argparse.ArgumentParser(prog="make profile")
    parser.add_argument("--size", type=int, default=500, metavar="N")
    size = parser.parse_args().size
    with tempfile.TemporaryDirectory(prefix="atlas-profile-") as name:
        folder = Path(name)
        sys.stderr.write(f"Making up {size} pairings and building them under the profiler …\n")
        world.write(folder / "world", size)
        environment = fresh(OURS, folder / "ours", folder / "world")
        figures = folder / "figures"
        subprocess.run(
            [sys.executable, "-m", "cProfile", "-o", str(figures), "-m", "mkdocs", "build", "--quiet"],
            cwd=folder / "ours", env=environment, check=True,
        )  # fmt: skip
        sys.stdout.write(told(list(spent(figures))))
    return 0


def spent(figures: Path) -> Iterator[Spent]:
    """Read what the profiler wrote down."""
    read = pstats.Stats(str(figures))
    for (file, _, function), (_, calls, own, whole, callers) in read.stats.items():  # type: ignore[attr-defined]
        called_from = frozenset(module(caller[0]) for caller in callers)
        yield Spent(module(file), function, calls, own, whole, called_from)


def module(file: str) -> str:
    """Name the module of a file: `atlas.views.pairings`, `yaml.scanner`, `json.encoder`."""
    if file in ("~", "<string>"):
        return "built in"
    real = str(Path(file).resolve()) if file.startswith("/") else file
    if real.startswith(_HOOKS):
        path = real.removeprefix(_HOOKS)
    elif found := _INSTALLED.match(real):
        path = real[found.start(1) :]
    elif found := _LIBRARY.match(real):
        path = "python/" + found[1]
    else:
        path = Path(real).name
    return path.removesuffix(".py").removesuffix("/__init__").replace("/", ".")


def package(name: str) -> str:
    """Name the package of a module; of ours, the room."""
    parts = name.split(".")
    return ".".join(parts[:2]) if parts[0] == "atlas" else parts[0]


def told(functions: list[Spent]) -> str:
    """Return the three tables."""
    all_of_it = sum(each.own for each in functions)
    packages: dict[str, list[float]] = defaultdict(lambda: [0.0, 0])
    for each in functions:
        packages[package(each.module)][0] += each.own
        packages[package(each.module)][1] += each.calls
    stages = [each for each in functions if each.callers & set(_ENTRIES) and
              each.module.startswith(("atlas", "main")) and "<" not in each.function]  # fmt: skip
    dearest = sorted(functions, key=lambda each: -each.own)[:40]
    grouped = sorted(dearest, key=lambda each: (-packages[package(each.module)][0], -each.own))
    return "\n".join((
        f"\n{all_of_it:.1f} s under the profiler\n",
        table(("by stage (with all that is called)", "calls", "s", "%"), [
            (f"{each.module}.{each.function}", f"{each.calls:,}", f"{each.whole:.2f}",
             f"{each.whole / all_of_it:.0%}")
            for each in sorted(stages, key=lambda each: -each.whole)[:25]
        ]), "",
        table(("by package (own time)", "calls", "s", "%"), [
            (name, f"{calls:,.0f}", f"{own:.2f}", f"{own / all_of_it:.0%}")
            for name, (own, calls) in sorted(packages.items(), key=lambda item: -item[1][0])[:30]
        ]), "",
        table(("by function (own time, the dearest 40)", "calls", "own s", "whole s", "µs a call"), [
            (f"{each.module}.{each.function}"[:90], f"{each.calls:,}", f"{each.own:.2f}",
             f"{each.whole:.2f}", f"{each.own / each.calls * 1e6:.1f}")
            for each in grouped
        ]), "",
    ))  # fmt: skip


if __name__ == "__main__":
    sys.exit(main())
