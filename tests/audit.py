"""`make audit`: Lighthouse on our site and on stock Material, side by side in the same run.

Both sites have the same text, are built for the address they are served at, and are visited in
turns, so that a busy machine is busy for both. Speed is a matter of chance and measured on every
visit; the rest is not, and takes Lighthouse longer: it is looked at on the first.
"""

import argparse
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import product
from pathlib import Path
from statistics import mean, median

from playwright.sync_api import sync_playwright

from tests import chromium, lighthouse, stock
from tests.conftest import ROOT, run
from tests.lighthouse import CATEGORIES, Measured
from tests.serving import Served, served

PAGES = tuple(
    f"{language}{page}"
    for page in ("", "pairings/", "pairings/tokorozawa-bratislava/")
    for language in ("", "en/")
)
REPORTS = ROOT / ".venv" / "audit"
MOST_SECONDS = 480
"""After which no page is visited once more, on a machine that is slow or busy."""


@dataclass(frozen=True, slots=True)
class Compared:
    """One page: the visits to ours, and to the same text in stock Material."""

    page: str
    ours: Sequence[Measured]
    stock: Sequence[Measured]


def main() -> int:
    """Build, visit, print; 0 if our site is what it promises to be, 1 if not."""
    parser = argparse.ArgumentParser(prog="make audit")
    parser.add_argument("--rounds", type=int, default=3, help="visits to each page")
    rounds = parser.parse_args().rounds
    REPORTS.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        chrome = chromium.find_or_install(playwright)
    if chrome is None:
        _say("No Chromium found, and none could be installed.")
        return 1
    with tempfile.TemporaryDirectory() as name:
        ours, plain = Path(name, "ours"), Path(name, "stock")
        with served(ours) as our_site, served(plain / "site") as stock_site:
            _say("Building both sites …")
            _build(ours, our_site.address, plain, stock_site.address)
            results = _visit(our_site, stock_site, rounds, chrome)
    _say(f"\n{table(results)}\n\n{speed(results)}\n\n{weights(results)}\n")
    faults = verdict(results)
    _say("\n".join(faults) or "Verdict: passed. Nothing to do.")
    _say(f"Full reports, to open in a browser: {REPORTS.relative_to(ROOT)}/*.html")
    return 1 if faults else 0


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def _build(ours: Path, our_address: str, plain: Path, stock_address: str) -> None:
    """Our site, and its Japanese pairings and the audited pages as stock Material's."""
    built = run("mkdocs", "build", "--strict", "--site-dir", str(ours), SITE_URL=our_address)
    if built.returncode:
        raise RuntimeError(built.stderr)
    pairings = {f"pairings/{page.parent.name}/" for page in ours.glob("pairings/*/index.html")}
    pages = {
        f"{page}index.md": stock.markdown((ours / page / "index.html").read_bytes())
        for page in sorted({*PAGES, *pairings})
    }
    stock.build(plain, pages, stock_address, "ja")


def _visit(ours: Served, plain: Served, rounds: int, chrome: str) -> list[Compared]:
    visits: dict[str, tuple[list[Measured], list[Measured]]] = {page: ([], []) for page in PAGES}
    total, done, began = rounds * len(PAGES) * 2, 0, time.perf_counter()
    for number, (page, (mine, theirs)) in product(range(rounds), visits.items()):
        if mine and time.perf_counter() - began > MOST_SECONDS:
            _say(f"{MOST_SECONDS} s are over: the further visits are left out.")
            break
        turns = [("ours", ours, mine), ("stock", plain, theirs)]
        for name, site, measured in turns if number % 2 == 0 else turns[::-1]:
            done += 1
            file = REPORTS / f"{name}-{page.strip('/').replace('/', '-') or 'home'}-{number + 1}"
            looked_at = lighthouse.SPEED if measured else CATEGORIES
            found = lighthouse.visit(site, page, file, chrome, looked_at)
            measured.append(_with_the_rest(found, measured[0]) if measured else found)
            scores = " ".join(f"{found.scores[category]:3}" for category in looked_at)
            seconds = time.perf_counter() - began
            _say(f"[{done:2}/{total}, {seconds:3.0f} s] {name:5} /{page:40} {scores}")
    return [Compared(page, *measured) for page, measured in visits.items()]


def _with_the_rest(found: Measured, first: Measured) -> Measured:
    return replace(found, scores={**first.scores, **found.scores}, faults=first.faults)


COLUMNS: tuple[tuple[str, Callable[[Measured], float], str], ...] = (
    ("performance", lambda m: m.scores["performance"], "{:.0f}"),
    ("accessib.", lambda m: m.scores["accessibility"], "{:.0f}"),
    ("best pr.", lambda m: m.scores["best-practices"], "{:.0f}"),
    ("SEO", lambda m: m.scores["seo"], "{:.0f}"),
    ("LCP s", lambda m: m.lcp, "{:.2f}"),
    ("TBT ms", lambda m: m.tbt, "{:.0f}"),
    ("CLS", lambda m: m.cls, "{:.3f}"),
    ("KiB", lambda m: m.weight, "{:.1f}"),
    ("requests", lambda m: len(m.requests), "{:.0f}"),
)


def table(results: Sequence[Compared]) -> str:
    """Write the median of each figure, and from where to where it went if it did."""
    rows = [["page", "site", *(name for name, _, _ in COLUMNS)]]
    for result in results:
        for site, visits in (("ours", result.ours), ("stock", result.stock)):
            rows.append([f"/{result.page}", site, *(_cell(list(map(value, visits)), form)
                                                    for _, value, form in COLUMNS)])  # fmt: skip
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in rows
    )


def _cell(values: Sequence[float], form: str) -> str:
    middle, low, high = (form.format(f(values)) for f in (median, min, max))
    return middle if low == high else f"{middle} ({low}–{high})"


SPEED = tuple(column for column in COLUMNS if column[0] in {"LCP s", "TBT ms", "CLS"})


def speed(results: Sequence[Compared]) -> str:
    """Say of each page and each figure of speed whether ours is below stock Material's."""
    rows = [
        (
            "passed" if below(value, result) else "FAILED",
            f"/{result.page}",
            name,
            f"ours {_cell(list(map(value, result.ours)), form)}",
            f"stock {_cell(list(map(value, result.stock)), form)}",
        )
        for result in results
        for name, value, form in SPEED
    ]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in rows
    )


def below(value: Callable[[Measured], float], result: Compared) -> bool:
    """Tell whether the median of our visits is below stock Material's, or nothing at all."""
    ours, plain = (median(map(value, visits)) for visits in (result.ours, result.stock))
    return ours < plain or ours == 0


def weights(results: Sequence[Compared]) -> str:
    """List what our heaviest page transfers and waits for, and stock's page of the same text."""
    worst = max(results, key=lambda result: result.ours[-1].weight)
    lines = []
    for site, visits in (("ours", worst.ours), ("stock", worst.stock)):
        lines.append(f"/{worst.page}, {site}, KiB compressed, heaviest first:")
        lines += [f"  {size / 1024:7.1f}  {path}" for path, size in visits[-1].requests]
        lines += [f"  about {ms} ms: {title}" for title, ms in visits[-1].costs]
    return "\n".join(lines)


def verdict(results: Sequence[Compared]) -> list[str]:
    """Say what falls short of the promise, page by page, and what to do; empty if nothing does.

    Accessibility, best practice and SEO are 100 on each page, and each page's first visit weighs
    less than stock Material's; largest contentful paint, blocking time and layout shift are below
    its in the same rounds, or nothing at all. Performance depends on the machine: it is judged once, over all
    pages (the mean of their medians), and is above stock Material's, or 100.
    """
    short: list[str] = []
    for result in results:
        page, ours, plain = f"/{result.page}", result.ours, result.stock
        for category in CATEGORIES[1:]:
            least = min(visit.scores[category] for visit in ours)
            if least < 100:
                short.append(f"{page}: {category} is {least}, not 100")
        heavy, light = (median(v.weight for v in visits) for visits in (ours, plain))
        if heavy >= light:
            short.append(f"{page}: {heavy:.1f} KiB, stock Material {light:.1f}")
        for name, value, form in SPEED:
            if not below(value, result):
                mine, theirs = (_cell(list(map(value, v)), form) for v in (ours, plain))
                short.append(f"{page}: {name} {mine}, stock Material {theirs}")
    score = _performance([result.ours for result in results])
    other = _performance([result.stock for result in results])
    if score <= other and score < 100:
        short.append(f"performance is {score:.1f}, stock Material's {other:.1f}")
    faults = sorted({fault for r in results for visit in r.ours for fault in visit.faults})
    if not short:
        return []
    return [
        "Verdict: FAILED", *(f"  {line}" for line in short), "What to do next:",
        *(f"  mend {fault}" for fault in faults),
        "  for weight, begin with the heaviest requests above; for performance, open the report of",
        "  the page and read its opportunities. Then run `make audit` again.",
    ]  # fmt: skip


def _performance(pages: Sequence[Sequence[Measured]]) -> float:
    return mean(median(visit.scores["performance"] for visit in visits) for visits in pages)


if __name__ == "__main__":
    sys.exit(main())
