"""The benchmark's report: medians, spreads and ratios, as Markdown that also reads in a terminal."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import median

from tests.bench.measuring import Built, Cost


@dataclass(frozen=True, slots=True)
class Run:
    """One builder's run in one round; the floor has no peak."""

    name: str
    round: int
    cost: Cost
    built: Built


@dataclass(frozen=True, slots=True)
class Seen:
    """How long it took from saving a file until its page was there: one edit."""

    name: str
    seconds: float


HEADS = ("", "rounds", "wall s", "CPU s", "peak MiB", "pages", "files", "MB", "ms/page")


def spread(values: Iterable[float], digits: int = 2) -> str:
    """Return the median, and the least and the greatest."""
    known = list(values)
    low, middle, high = (f"{each:.{digits}f}" for each in (min(known), median(known), max(known)))
    return middle if len(known) == 1 else f"{middle} ({low}–{high})"


def by_name(runs: Iterable[Run]) -> dict[str, list[Run]]:
    """Return the runs of each builder, in the order they were first run in."""
    found: dict[str, list[Run]] = {}
    for each in runs:
        found.setdefault(each.name, []).append(each)
    return found


def costs(runs: Sequence[Run]) -> str:
    """Return the table of what each builder cost."""
    rows = []
    for name, several in by_name(runs).items():
        last = several[-1].built
        peak = spread((each.cost.peak for each in several), 0) if several[0].cost.peak else "–"
        rows.append((
            name, str(len(several)),
            spread(each.cost.wall for each in several), spread(each.cost.cpu for each in several),
            peak, f"{last.pages:,}", f"{last.files:,}", f"{last.size / 1e6:.1f}",
            spread(each.cost.wall / each.built.pages * 1000 for each in several),
        ))  # fmt: skip
    return table(HEADS, rows)


def ratios(runs: Sequence[Run], ours: str) -> str:
    """Return how many times as long as each other one we took, in the rounds that both ran in."""
    named = by_name(runs)
    mine = {each.round: each.cost for each in named.get(ours, ())}
    rows = []
    for name, several in named.items():
        both = [(mine[each.round], each.cost) for each in several if each.round in mine]
        if name != ours and both:
            wall = spread(one.wall / other.wall for one, other in both)
            cpu = spread(one.cpu / other.cpu for one, other in both)
            rows.append((f"{ours} / {name}", str(len(both)), wall, cpu))
    return table(("", "rounds", "wall", "CPU"), rows)


def seen(edits: Sequence[Seen]) -> str:
    """Return the table of how long it took from saved to seen."""
    named: dict[str, list[float]] = {}
    for each in edits:
        named.setdefault(each.name, []).append(each.seconds)
    rows = [(name, str(len(several)), spread(several)) for name, several in named.items()]
    return table(("saved to seen", "edits", "s"), rows)


def growth(sizes: Mapping[int, Sequence[Run]], name: str) -> str:
    """Return how long a page took at each size, and how many times as long as at the size before.

    Where nothing is quadratic, that stays near 1.
    """
    rows, before = [], 0.0
    for size, runs in sizes.items():
        page = median(1000 * each.cost.wall / each.built.pages for each in by_name(runs)[name])
        rows.append((f"{size:,}", f"{page:.2f}", f"{page / before:.2f}" if before else "–"))
        before = page
    return table((f"{name}, pairings", "ms/page", "times the row above"), rows)


def noise(loops: Sequence[float]) -> str:
    """Return how much longer the slowest of equal loops took than the quickest."""
    more = (max(loops) / min(loops) - 1) * 100
    return f"{spread((each * 1000 for each in loops), 0)} ms, {more:.0f} % from least to greatest"


def table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Return a table in Markdown, its columns in line."""
    widths = [max(map(len, column)) for column in zip(heads, *rows, strict=True)]
    ruler = ("-" * width if not number else "-" * (width - 1) + ":"
             for number, width in enumerate(max(width, 3) for width in widths))  # fmt: skip
    lines = [_row(heads, widths), "| " + " | ".join(ruler) + " |"]
    return "\n".join((*lines, *(_row(row, widths) for row in rows)))


def _row(cells: Sequence[str], widths: Sequence[int]) -> str:
    padded = (
        cell.rjust(max(width, 3)) if number else cell.ljust(max(width, 3))
        for number, (cell, width) in enumerate(zip(cells, widths, strict=True))
    )
    return "| " + " | ".join(padded) + " |"
