"""How long a key typed into the list of pairings keeps the page busy, in Chromium.

Words are typed letter by letter and erased again, wide and narrow, in both languages. Three figures:

- *next paint*: from the key to the picture that answers it, as browsers tell it to whoever looks after
  Interaction to Next Paint (Event Timing, in steps of 8 ms; what is quicker than 16 ms counts as that);
- *processor*: what the page's main thread did for the key until the last row of the list was drawn.
  Other programs on the machine lengthen the first figure, this one hardly;
- *longest task*: what a further key would at worst have waited for.

    python -m tests.bench.filtering SITE

measures a site that is built already; `make bench` measures those that it builds.
"""

import argparse
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

from playwright.sync_api import Browser, CDPSession, Page, sync_playwright

from tests import chromium
from tests.bench import measuring
from tests.bench.telling import noise, spread, table
from tests.browsing import NARROW, WIDE, context
from tests.serving import served

WORDS = ("izumi", "いずみ", "川")
LANGUAGES = {"ja": "", "en": "en/"}
WINDOWS = {"wide": WIDE, "narrow": NARROW}
ROUNDS = 4
"""Of all words; the first one warms up and is not counted."""
_NOTE = """() => {
  window.atlasNoted = { paint: 0, task: 0 };
  const note = (type, kind, options) => new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) {
      atlasNoted[kind] = Math.max(atlasNoted[kind], duration);
    }
  }).observe({ type, ...options });
  note("event", "paint", { durationThreshold: 16 });
  note("long-animation-frame", "task");
}"""
_TAKE = """() => new Promise((resolve) => {
  const list = document.querySelector(".atlas-table--list");
  const wait = () => {
    if (list.hasAttribute("aria-busy")) return requestAnimationFrame(wait);
    // Painted, and told to the observers, two pictures later.
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => {
      resolve(atlasNoted);
      atlasNoted = { paint: 0, task: 0 };
    }, 50)));
  };
  wait();
})"""
_SETTLED = "html:not(.atlas-choosing) .atlas-table--list:not([aria-busy])"


@dataclass(frozen=True, slots=True)
class Stroke:
    """What one key cost, in milliseconds."""

    where: str
    """The language of the page, and the window."""
    step: str
    """What stands in the field afterwards."""
    paint: float
    processor: float
    task: float
    """0 if no task was long (50 ms)."""


def main() -> int:
    """Measure a site, and print the table."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.filtering")
    parser.add_argument("site", type=Path, help="a built site")
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    parser.add_argument("--steps", action="store_true", help="a row for each key")
    given = parser.parse_args()
    loops = [measuring.noise()]
    found = list(strokes(given.site, given.rounds))
    loops.append(measuring.noise())
    sys.stdout.write(
        f"{told(found, given.steps)}\n\nNoise, a loop that is always the same: {noise(loops)}.\n"
    )
    return 0


def strokes(site: Path, rounds: int = ROUNDS) -> Iterator[Stroke]:
    """Type all words in all windows; nothing at all where there is no Chromium."""
    with sync_playwright() as playwright, served(site) as server:
        path = chromium.find_or_install(playwright)
        if path is None:
            return
        browser = playwright.chromium.launch(executable_path=path, args=chromium.ARGUMENTS)
        for name, size in WINDOWS.items():
            for language, root in LANGUAGES.items():
                address = f"{server.address}{root}pairings/"
                yield from _visit(browser, size, address, f"{language}, {name}", rounds)
        browser.close()


def _visit(
    browser: Browser, size: tuple[int, int], address: str, where: str, rounds: int
) -> Iterator[Stroke]:
    with context(browser, size) as opened:
        page = opened.new_page()
        processor = _Processor(page)
        page.goto(address)
        page.locator("#filter-text").click()
        page.wait_for_load_state("networkidle")  # the words that are searched
        page.locator(_SETTLED).wait_for()
        page.evaluate(_NOTE)
        page.evaluate(_TAKE)
        for number in range(rounds):
            for word in WORDS:
                for key, text in _keys(word):
                    before = processor.used()
                    press = page.keyboard.press if len(key) > 1 else page.keyboard.type
                    press(key)
                    noted = page.evaluate(_TAKE)
                    used = processor.used() - before
                    if number:
                        yield Stroke(where, text, max(noted["paint"], 16), used, noted["task"])


def _keys(word: str) -> Iterator[tuple[str, str]]:
    for end in range(1, len(word) + 1):
        yield word[end - 1], word[:end]
    for end in range(len(word) - 1, -1, -1):
        yield "Backspace", f"{word[:end]}←"


class _Processor:
    """The milliseconds of processor that the page's main thread has used."""

    def __init__(self, page: Page) -> None:
        self.session: CDPSession = page.context.new_cdp_session(page)
        self.session.send("Performance.enable", {"timeDomain": "threadTicks"})

    def used(self) -> float:
        """Return what it has used until now."""
        metrics: Any = self.session.send("Performance.getMetrics")["metrics"]
        (found,) = (each["value"] for each in metrics if each["name"] == "TaskDuration")
        return float(found) * 1000


def told(found: Sequence[Stroke], steps: bool = False) -> str:
    """Return the table: the median, least and greatest of all keys' medians over the rounds."""
    if not found:
        return "No Chromium found, and none could be installed."
    rows = []
    for where in dict.fromkeys(each.where for each in found):
        keys = [_median([each for each in found if (each.where, each.step) == (where, step)])
                for step in dict.fromkeys(each.step for each in found)]  # fmt: skip
        rows += [_row(key.step, [key]) for key in keys if steps]
        rows.append((where, *_row("", keys)[1:]))
    return table(("a key in the list", "next paint ms", "processor ms", "longest task ms"), rows)


def _median(visits: Sequence[Stroke]) -> Stroke:
    paint, processor, task = (
        median(getattr(each, name) for each in visits) for name in ("paint", "processor", "task")
    )
    return Stroke(visits[0].where, visits[0].step, paint, processor, task)


def _row(name: str, keys: Sequence[Stroke]) -> tuple[str, ...]:
    return (
        name, spread((key.paint for key in keys), 0), spread((key.processor for key in keys), 1),
        spread((key.task for key in keys), 0),
    )  # fmt: skip


if __name__ == "__main__":
    sys.exit(main())
