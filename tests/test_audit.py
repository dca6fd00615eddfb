"""What `make audit` measures with and how it judges; the audit itself is no part of the tests."""

import gzip
import urllib.request
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests import audit, lighthouse, stock
from tests.audit import Compared
from tests.lighthouse import CATEGORIES, Measured
from tests.serving import Served, served


def _get(address: str, encoding: str) -> Any:
    request = urllib.request.Request(address, headers={"Accept-Encoding": encoding})
    return urllib.request.urlopen(request, timeout=10)


def test_the_server_compresses_as_the_web_does_and_weighs_what_it_sends(tmp_path: Path) -> None:
    """Texts for whoever takes gzip; pictures never; the weight is body and headers."""
    text = "都市の連携\n" * 500
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "index.html").write_text(text, "utf-8")
    (tmp_path / "a" / "x.png").write_bytes(bytes(5000))
    with served(tmp_path) as site:
        with _get(f"{site.address}a/", "gzip, br") as answer:
            body = answer.read()
            assert answer.headers["Content-Encoding"] == "gzip"
            assert answer.headers["Content-Type"] == "text/html"
        assert gzip.decompress(body).decode("utf-8") == text
        assert len(body) < site.sent["/a/"] < len(body) + 400
        with _get(f"{site.address}a/", "identity") as answer:
            assert answer.read().decode("utf-8") == text
        with _get(f"{site.address}a/x.png", "gzip") as answer:
            assert answer.headers["Content-Encoding"] is None
            answer.read()
    assert site.sent["/a/x.png"] > 5000


def test_weights_are_the_servers_and_faults_are_named() -> None:
    """Lighthouse sees a worker's headers only; pictures in the style sheet are no requests."""
    audits: dict[str, Any] = {
        "largest-contentful-paint": {"numericValue": 1500.0},
        "total-blocking-time": {"numericValue": 80.0},
        "cumulative-layout-shift": {"numericValue": 0.0},
        "network-requests": {"details": {"items": [
            {"url": "http://127.0.0.1:1/worker.js", "transferSize": 195},
            {"url": "http://127.0.0.1:1/", "transferSize": 2048},
            {"url": "data:image/svg+xml,x", "transferSize": 0},
            {"url": "https://example.org/font?a=b", "transferSize": 10},
        ]}},
        "canonical": {"title": "No canonical link", "score": 0, "scoreDisplayMode": "binary"},
        "fine": {"title": "Fine", "score": 1, "scoreDisplayMode": "binary"},
        "lcp-insight": {"title": "Blocking", "metricSavings": {"FCP": 0, "LCP": 300}},
    }  # fmt: skip
    report = {
        "finalDisplayedUrl": "http://127.0.0.1:1/",
        "audits": {name: {"id": name, **audit} for name, audit in audits.items()},
        "categories": {
            name: {"score": 0.91, "auditRefs": [{"id": "canonical", "weight": 1},
                                                {"id": "fine", "weight": 1}]}
            for name in CATEGORIES
        },
    }  # fmt: skip
    measured = lighthouse.read(report, {"/worker.js": 12000})
    assert measured.requests == (
        ("/worker.js", 12000), ("/", 2048), ("https://example.org/font", 10),
    )  # fmt: skip
    assert measured.scores["seo"] == 91
    assert "seo: No canonical link (canonical)" in measured.faults
    assert not any("Fine" in fault for fault in measured.faults)
    assert measured.costs == (("Blocking", 300),)


def _visit(
    performance: int, seo: int, size: int, speed: tuple[float, float, float] = (1.5, 80, 0.0)
) -> Measured:
    scores = {"performance": performance, "accessibility": 100, "best-practices": 100, "seo": seo}
    faults = frozenset({"seo: a fault"} if seo < 100 else ())
    return Measured(scores, *speed, (("/", size),), faults, ())


@pytest.mark.parametrize(
    ("ours", "said"),
    [
        (_visit(98, 100, 1000), []),
        (_visit(90, 100, 1000), ["performance is 90.0, stock Material's 90.0"]),
        (_visit(98, 99, 1000), ["/: seo is 99, not 100", "mend seo: a fault"]),
        (_visit(98, 100, 2048), ["/: 2.0 KiB, stock Material 2.0"]),
        (_visit(98, 100, 1000, (1.5, 0, 0)), []),
        (_visit(98, 100, 1000, (2.0, 0, 0)), ["/: LCP s 2.00, stock Material 2.00"]),
        (_visit(98, 100, 1000, (1.5, 99, 0)), ["/: TBT ms 99, stock Material 90"]),
        (_visit(98, 100, 1000, (1.5, 80, 0.2)), ["/: CLS 0.200, stock Material 0.100"]),
    ],
)
def test_the_verdict_says_what_falls_short(ours: Measured, said: list[str]) -> None:
    """And nothing if all is as promised; as good as stock Material is not better."""
    lines = audit.verdict([Compared("", [ours] * 3, [_visit(90, 91, 2048, (2.0, 90, 0.1))] * 3)])
    assert bool(lines) == bool(said)
    assert [line for line in said if line not in {text.strip() for text in lines}] == []


def test_the_table_shows_medians_and_their_spread() -> None:
    """Of each page and site, in a row of its own."""
    visits = [_visit(score, 100, 1024) for score in (90, 97, 95)]
    head, ours, plain = audit.table([Compared("a/", visits, visits[:1])]).splitlines()
    assert head.split()[:3] == ["page", "site", "performance"]
    assert ours.startswith("/a/")
    assert "95 (90–97)" in ours
    assert "90  " in plain
    assert ours.split()[-2:] == ["1.0", "1"]


def test_our_pages_become_the_same_text_in_markdown() -> None:
    """Headings, lists and tables as such, and nothing that Markdown would take for its own."""
    page = """<html><body><nav>menu</nav><article class="md-content__inner"><h1>A *b*</h1>
      <p>One<br>two</p><ul><li>x_y</li></ul><table><tr><th>K</th><th>V</th></tr>
      <tr><td>a|b</td><td><p>c</p></td></tr></table></article></body></html>"""
    assert stock.markdown(page.encode()) == (
        "# A \\*b\\*\n\nOnetwo\n\n- x\\_y\n\n| K | V |\n| --- | --- |\n| a\\|b | c |\n"
    )


def test_each_figure_of_speed_is_judged_by_itself() -> None:
    """By its median in the same rounds, page by page; a figure of nothing cannot be beaten."""
    ours = [_visit(98, 100, 1, (lcp, 0, 0.1)) for lcp in (1, 9, 2)]
    plain = [_visit(98, 100, 1, (3, 0, 0.1))] * 3
    lines = [line.split() for line in audit.speed([Compared("en/", ours, plain)]).splitlines()]
    assert [(line[0], line[1], line[2]) for line in lines] == [
        ("passed", "/en/", "LCP"), ("passed", "/en/", "TBT"), ("FAILED", "/en/", "CLS"),
    ]  # fmt: skip
    assert lines[0][4:] == ["ours", "2.00", "(1.00–9.00)", "stock", "3.00"]


def test_every_visit_measures_speed_and_the_first_of_a_page_all(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """In turns, and each round the other way round; what only the first looked at holds for all."""
    asked: list[tuple[str, str, str, int]] = []

    def visit(site: Served, page: str, file: Path, _: str, looked_at: Any) -> Measured:
        asked.append((site.address, page, file.name, len(looked_at)))
        found = _visit(90 + len(asked), 99, 1000)
        faults = found.faults if len(looked_at) > 1 else frozenset[str]()
        return replace(
            found, scores={name: found.scores[name] for name in looked_at}, faults=faults
        )

    monkeypatch.setattr(lighthouse, "visit", visit)
    monkeypatch.setattr(audit, "PAGES", ("", "en/"))
    (home, _) = audit._visit(Served("ours"), Served("stock"), 2, "chrome")
    assert asked == [
        ("ours", "", "ours-home-1", 4), ("stock", "", "stock-home-1", 4),
        ("ours", "en/", "ours-en-1", 4), ("stock", "en/", "stock-en-1", 4),
        ("stock", "", "stock-home-2", 1), ("ours", "", "ours-home-2", 1),
        ("stock", "en/", "stock-en-2", 1), ("ours", "en/", "ours-en-2", 1),
    ]  # fmt: skip
    assert [visit.scores["performance"] for visit in home.ours] == [91, 96]
    assert [visit.scores["seo"] for visit in home.ours] == [99, 99]
    assert home.ours[1].faults == {"seo: a fault"}
    monkeypatch.setattr(audit, "MOST_SECONDS", 0)
    assert [len(each.ours) for each in audit._visit(Served(""), Served(""), 3, "")] == [1, 1]
    assert "left out" in capsys.readouterr().out
