"""The hooks under `mkdocs serve`: a mistake never takes the site away."""

import os
import re
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from lxml import html
from playwright.sync_api import Page, expect

from tests.conftest import run


class Server:
    """`mkdocs serve` on a project, with what it printed."""

    def __init__(self, project: Path, **environment: str) -> None:
        """Start it on a free port."""
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        self.log = project / "serve.log"
        with self.log.open("wb") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "mkdocs", "serve", "-a", f"127.0.0.1:{self.port}"],
                cwd=project,
                env={
                    **os.environ,
                    "SITE_URL": f"http://127.0.0.1:{self.port}/",
                    "TMPDIR": str(project),  # killed, it leaves its folder behind
                    **environment,
                },
                stdout=log,
                stderr=log,
            )

    def get(self, path: str) -> str:
        """Return a page; the text of a 404 page too, and nothing while the server starts."""
        try:
            with urllib.request.urlopen(
                f"http://127.0.0.1:{self.port}/{path}", timeout=30
            ) as answer:
                return str(answer.read().decode("utf-8"))
        except urllib.error.HTTPError as error:
            return f"HTTP {error.code}"
        except urllib.error.URLError:
            return ""

    def fetch(self, path: str) -> bytes | None:
        """Return what a file holds; nothing if there is none."""
        try:
            with urllib.request.urlopen(
                f"http://127.0.0.1:{self.port}/{path}", timeout=30
            ) as found:
                return bytes(found.read())
        except urllib.error.HTTPError:
            return None

    def until(self, path: str, pattern: str, seconds: float = 40) -> str:
        """Wait until a page holds what a pattern describes, and return the page."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            assert self.process.poll() is None, self.log.read_text("utf-8")
            text = self.get(path)
            if re.search(pattern, text):
                return text
            time.sleep(0.2)
        raise AssertionError(f"{path}: no {pattern}\n{self.log.read_text('utf-8')[-3000:]}")


@contextmanager
def serving(project: Path, **environment: str) -> Iterator[Server]:
    """Serve a project until the end of a test."""
    server = Server(project, **environment)
    try:
        yield server
    finally:
        server.process.kill()  # a shell may have it ignore gentler signals
        server.process.wait()


KAWABE = "places/kawabe.yml"
PAGE = "pairings/kawabe-donaustadt/"


def test_serve_shows_a_mistake_and_its_mending_twenty_times_in_a_row(
    project: Path, page: Page
) -> None:
    """In a browser that nobody touches, over the last good site, and in the terminal."""
    file = project / "data" / KAWABE
    good, name = file.read_text("utf-8"), "川辺市"
    overlay, heading = page.locator(".atlas-problems--over"), page.locator("h1")
    with serving(project) as server:
        server.until(PAGE, "川辺市 – ドナウ市")
        page.goto(f"http://127.0.0.1:{server.port}/{PAGE}")
        for turn in range(20):
            file.write_text(good.replace("kind: city", f"kind: city{turn}"), "utf-8")
            expect(overlay).to_contain_text(f"「city{turn}」", timeout=20_000)
            expect(overlay).to_be_in_viewport()
            expect(heading).to_contain_text(name)
            name = f"川辺{turn}市"
            file.write_text(good.replace("川辺市", name), "utf-8")
            expect(heading).to_contain_text(name, timeout=20_000)
            expect(overlay).to_have_count(0)
        log = server.log.read_text("utf-8")
    assert log.count("error[unknown-place-kind]") >= 20  # a file may be seen half saved
    assert all(f"「city{turn}」" in log for turn in range(20))
    assert "Traceback" not in log


def test_serve_outlives_what_is_no_mistake_in_the_data(project: Path) -> None:
    """A broken template or setting is shown over the last good pages, in the page's language."""
    with serving(project) as server:
        server.until(PAGE, "川辺市 – ドナウ市")
        server.until(f"en/{PAGE}", "Donau City")
        for name, broken in {
            "hooks/atlas/templates/blocks/statements.html": "{{ page.nothing }}",
            "mkdocs.yml": "nav: [",
        }.items():
            file = project / name
            good = file.read_text("utf-8")
            file.write_text(broken, "utf-8")
            assert "川辺市 – ドナウ市" in server.until(PAGE, "作りなおせませんでした")
            assert "could not be made anew" in server.get(f"en/{PAGE}")
            file.write_text(good, "utf-8")
            server.until(PAGE, "^((?!atlas-problems--over)[^§])*$")


def test_a_port_that_is_taken_is_named(project: Path) -> None:
    """With what to type instead, and no traceback."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        result = run("mkdocs", "serve", "-a", f"127.0.0.1:{port}", cwd=project)
    assert result.returncode == 1
    assert f"make serve PORT={port + 1}" in result.stderr
    assert "Traceback" not in result.stderr


def test_serve_notices_new_and_deleted_files(project: Path) -> None:
    """A new place has a page and a deleted one has none, in both languages."""
    new = project / "data" / "places" / "oka.yml"
    with serving(project) as server:
        server.until("places/", "かわべし")
        new.write_text(
            "name: {ja: 丘市, en: Oka}\nreading: おかし\nkind: city\ncountry: JP\n"
            "sources: [bulletin]\n",
            "utf-8",
        )
        server.until("places/oka/", "丘市")
        server.until("en/places/", "Oka")
        new.unlink()
        server.until("places/oka/", "HTTP 404")
        server.until("en/places/oka/", "HTTP 404")


def test_serve_outlives_the_data_folder(project: Path) -> None:
    """While it is away its absence is the problem; when it is back, changes are noticed again."""
    data, away, prose = project / "data", project / "away", project / "docs" / "about.ja.md"
    with serving(project) as server:
        server.until(PAGE, "川辺市 – ドナウ市")
        data.rename(away)
        prose.write_text("# A page\n\nAway.\n", "utf-8")
        server.until(PAGE, "not-a-file")
        away.rename(data)
        prose.write_text("# A page\n\nBack.\n", "utf-8")
        page = server.until("about/", "Back")
        assert "not-a-file" not in page
        file = data / KAWABE
        file.write_text(file.read_text("utf-8").replace("川辺市", "川向市"), "utf-8")
        server.until(PAGE, "川向市 – ドナウ市")


def test_serve_starts_on_a_broken_file_and_shows_the_problems(project: Path) -> None:
    """With no good site yet, the problems are the page; mending them brings the site."""
    file = project / "data" / KAWABE
    good = file.read_text("utf-8")
    file.write_text("\tname: 川辺市\n", "utf-8")
    with serving(project) as server:
        assert "error[tab]" in server.until("", "error")
        assert "To mend it" in server.until("en/", "error")
        assert "WARNING -" not in server.log.read_text("utf-8")  # nothing hides the problems
        file.write_text(good, "utf-8")
        server.until(PAGE, "川辺市 – ドナウ市")
        server.until("en/", "River Links")


def test_a_plain_build_stops_before_it_touches_the_old_site(project: Path) -> None:
    """`mkdocs build` with a problem exits with 1, prints the report and leaves site/ alone."""
    assert run("mkdocs", "build", "--strict", cwd=project).returncode == 0
    before = sorted(path.stat().st_mtime_ns for path in (project / "site").rglob("*"))
    (project / "data" / KAWABE).write_text("name:\n", "utf-8")
    result = run("mkdocs", "build", "--strict", cwd=project)
    assert result.returncode == 1
    assert "data/places/kawabe.yml:1:1: error[empty-value]" in result.stderr
    assert "Traceback" not in result.stderr
    assert before == sorted(path.stat().st_mtime_ns for path in (project / "site").rglob("*"))


def test_heads_hold_what_was_typed(project: Path) -> None:
    """Quotation marks and angle brackets in names and descriptions break no page."""
    site = project / "data" / "site.yml"
    text = site.read_text("utf-8").replace(
        "Cities linked by rivers.", "'\"Cities\" <linked> & so on'"
    )
    site.write_text(text.replace("River Links", "Rivers & <Links>"), "utf-8")
    assert run("mkdocs", "build", "--strict", cwd=project).returncode == 0
    root = html.fromstring((project / "site" / "en" / "index.html").read_text("utf-8"))
    assert root.xpath("//meta[@name='description']/@content") == ['"Cities" <linked> & so on']
    assert root.xpath("//title/text()") == ["Rivers & <Links>"]
    assert root.xpath("//meta[@property='og:title']/@content") == ["Rivers & <Links>"]
