"""`make bench`: the project beside Hugo and plain MkDocs on the same made-up world, in turns."""

import argparse
import os
import platform
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from importlib.metadata import version
from pathlib import Path

from tests.bench import filtering, floor, measuring, saving, telling, world
from tests.bench.measuring import Cost
from tests.bench.staging import HUGO, MATERIAL, OURS, Builder, fresh, hugo_program
from tests.bench.telling import Run, Seen

COLD, WARM = "ours", "ours, built again"
_BEGAN = time.perf_counter()


@dataclass(frozen=True, slots=True)
class Plan:
    """How often is what measured."""

    rounds: int
    material: int
    """Rounds of plain MkDocs, which takes long: the first ones."""
    edits: tuple[tuple[Builder, int], ...] = ()


PLANS = {
    22: Plan(7, 3),
    500: Plan(5, 2, ((OURS, 5), (HUGO, 5), (MATERIAL, 1))),
    2000: Plan(3, 1, ((OURS, 5), (HUGO, 3))),
    10000: Plan(2, 0),
}


def main() -> int:
    """Measure the sizes that were asked for, and print a table for each."""
    parser = argparse.ArgumentParser(prog="make bench")
    parser.add_argument("--sizes", type=int, nargs="+", default=list(PLANS), metavar="N")
    parser.add_argument("--rounds", type=int, help="rounds of each size")
    parser.add_argument("--no-edits", action="store_true", help="leave from saved to seen out")
    given = parser.parse_args()
    if not hugo_program():
        parser.error("Hugo is not there; `make bench` installs it")
    _print(machine())
    plans: dict[int, Plan] = {}
    for size in given.sizes:
        plan = PLANS.get(size) or Plan(3, 1 if size <= 2000 else 0)
        if given.rounds:
            plan = replace(plan, rounds=given.rounds, material=min(plan.material, given.rounds))
        plans[size] = replace(plan, edits=()) if given.no_edits else plan
    measured: dict[int, list[Run]] = {}
    # Nothing is deleted before the end: see `tests/bench/staging.py`. So all building goes before
    # what a browser does, which deletes files of its own.
    with tempfile.TemporaryDirectory(prefix="atlas-bench-") as folder:
        for size, plan in plans.items():
            _print(f"\n## {size:,} pairings\n")
            measured[size] = _measure(size, plan, Path(folder) / str(size))
        _print("", telling.growth(measured, COLD))
        for size, plan in plans.items():
            _print(f"\n## {size:,} pairings, served\n")
            _watch(size, plan, Path(folder) / str(size))
    return 0


def machine() -> str:
    """Say what is measured on, with which versions, and how busy it was before."""
    hugo = subprocess.run(
        [str(hugo_program()), "version"], capture_output=True, text=True, check=True
    )
    packages = ("mkdocs", "mkdocs-material", "mkdocs-static-i18n", "PyYAML", "pydantic", "Jinja2")
    load = " ".join(f"{each:.2f}" for each in os.getloadavg())
    return "\n".join((
        f"{os.cpu_count()} cores, {platform.machine()}, {platform.system()} {platform.release()}; "
        f"load before: {load}",
        f"Python {platform.python_version()}, {hugo.stdout.split('-')[0].strip()}, "
        + ", ".join(f"{name} {version(name)}" for name in packages),
        "A median stands before its least and greatest. CPU: user and system, of all processes. Peak: "
        "memory of all processes at once (what they share counted once: PSS), looked at every 50 ms or "
        "as often as takes a twentieth of the time.",
    ))  # fmt: skip


def _measure(size: int, plan: Plan, folder: Path) -> list[Run]:
    """Make up a world, build it again and again, and print what that cost."""
    data = folder / "world"
    _tell(f"{size} pairings: making up the world")
    world.write(data, size)
    runs: list[Run] = []
    loops: list[float] = []
    for run in _runs(plan, folder, data):
        runs.append(run)
        loops.append(measuring.noise())
        _tell(f"{size} pairings, round {run.round + 1} of {plan.rounds}: "
              f"{run.name} {run.cost.wall:.2f} s")  # fmt: skip
    _print(telling.costs(runs), "", telling.ratios(runs, COLD))
    if not plan.material:
        _print("\nPlain MkDocs is left out: it would take many minutes and tell nothing new.")
    _print(f"\nNoise, a loop that is always the same: {telling.noise(loops)}.")
    return runs


def _watch(size: int, plan: Plan, folder: Path) -> None:
    """Type into the list of what was built and save pairings, and print how long that took."""
    _tell(f"{size} pairings: typing into the filter of the list")
    loops = [measuring.noise()]
    typed = list(filtering.strokes(_place(folder, OURS, 0) / OURS.output))
    _print(filtering.told(typed))
    edits = list(_edits(size, plan, folder, folder / "world"))
    if edits:
        _print("", telling.seen(edits))
    loops.append(measuring.noise())
    _print(f"\nNoise, a loop that is always the same: {telling.noise(loops)}.")


def _runs(plan: Plan, folder: Path, data: Path) -> Iterator[Run]:
    """Build with each in turns; then write only what ours made; then build ours once more, over it."""
    for number in range(plan.rounds):
        yield _build(OURS, COLD, number, folder, data)
        yield _build(HUGO, HUGO.name, number, folder, data)
        if number < plan.material:
            yield _build(MATERIAL, MATERIAL.name, number, folder, data)
    for number in range(plan.rounds):
        site = _place(folder, OURS, number) / OURS.output
        for processes in (1, 2):
            name = f"only writing, {processes} process{'es' if processes > 1 else ''}"
            target = folder / f"floor-{processes}-{number}"
            yield Run(name, number, _floor(site, target, processes), measuring.built(target))
    for number in range(plan.rounds):
        yield _build(OURS, WARM, number, folder, data, again=True)


def _build(
    builder: Builder, name: str, number: int, folder: Path, data: Path, again: bool = False
) -> Run:
    place = _place(folder, builder, number)
    environment = fresh(builder, place, data, keep=again)
    os.sync()  # or this build would have to wait for what was written before
    cost = measuring.run(builder.build, place, environment)
    return Run(name, number, cost, measuring.built(place / builder.output))


def _place(folder: Path, builder: Builder, number: int) -> Path:
    return folder / f"{builder.name}-{number}"


def _floor(site: Path, target: Path, processes: int) -> Cost:
    os.sync()
    command = [sys.executable, floor.__file__, str(site), str(target), str(processes)]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    wall, cpu = map(float, said.split())
    return Cost(wall, cpu, 0)


def _edits(size: int, plan: Plan, folder: Path, data: Path) -> Iterator[Seen]:
    for builder, wanted in plan.edits:
        _tell(f"{size} pairings: {builder.name} is starting to serve")
        for seconds in saving.edits(builder, folder / builder.name, data, wanted):
            _tell(f"{size} pairings: {builder.name} showed what was saved after {seconds:.2f} s")
            yield Seen(builder.name, seconds)


def _print(*lines: str) -> None:
    sys.stdout.write("\n".join((*lines, "")))
    sys.stdout.flush()


def _tell(text: str) -> None:
    sys.stderr.write(f"[{time.perf_counter() - _BEGAN:5.0f} s] {text}\n")
    sys.stderr.flush()


if __name__ == "__main__":
    sys.exit(main())
