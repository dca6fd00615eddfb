"""What the tests share: small data of their own, the real data, and the built site."""

import fcntl
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
REAL_DATA = ROOT / "data"
BASE = ROOT / "tests" / "base"
BASE_URL = "https://example.org/atlas/"
NOW = datetime(2020, 2, 2, 12, 30, tzinfo=UTC)
"""When the tests say that they build."""

pytest_plugins = ["tests.browsing"]


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let one flag write all golden files anew; git then shows what changed."""
    parser.addoption("--update-golden", action="store_true", help="write golden files anew")


Golden = Callable[[Path, str], None]


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    """Compare a text with a golden file, or write the file if that was asked for."""

    def compare(path: Path, text: str) -> None:
        if request.config.getoption("--update-golden"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
        assert path.read_text("utf-8") == text, f"{path} differs; see --update-golden"

    return compare


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A small valid data folder that a test may change."""
    folder = tmp_path / "data"
    shutil.copytree(BASE, folder)
    return folder


def add_line(data: Path, record: str, line: str) -> None:
    """Add a line of YAML to a record, named `kind/id`, whether or not it has a file of its own."""
    kind, name = record.split("/")
    own, common = data / kind / f"{name}.yml", data / f"{kind}.yml"
    if own.is_file():
        own.write_text(f"{line}\n{own.read_text('utf-8')}", "utf-8")
    else:
        before, heading, after = f"\n{common.read_text('utf-8')}".partition(f"\n{name}:\n")
        assert heading
        common.write_text(f"{before}{heading}  {line}\n{after}".removeprefix("\n"), "utf-8")


def run(*command: str, cwd: Path = ROOT, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a command of the project in a process of its own."""
    env = {**os.environ, "PYTHONPATH": str(ROOT / "hooks"), "NO_MKDOCS_2_WARNING": "1"}
    return subprocess.run(
        [sys.executable, "-m", *command],
        cwd=cwd,
        env={**env, **environment},
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real site, built strictly in a process of its own, under a sub-path as on the web.

    All processes that run tests share it: the first builds while the others wait.
    """
    own = tmp_path_factory.getbasetemp()
    shared = (own.parent if "PYTEST_XDIST_WORKER" in os.environ else own) / "the-built-site"
    shared.mkdir(exist_ok=True)
    folder, whole = shared / "atlas", shared / "whole"
    with (shared / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not whole.exists():
            built = run("mkdocs", "build", "--strict", "--site-dir", str(folder), SITE_URL=BASE_URL)
            assert built.returncode == 0, built.stderr
            whole.touch()
    return folder


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the project with small data, for tests that build and break it."""
    return copy_project(tmp_path / "project")


def copy_project(folder: Path) -> Path:
    """Copy the project with small data into a new folder."""
    folder.mkdir()
    for name in ("hooks", "docs"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "mkdocs.yml", folder)
    shutil.copytree(BASE, folder / "data")
    for page in (folder / "docs").glob("*.md"):  # the prose links to records of the real data
        page.write_text("# A page\n\nText.\n", "utf-8")
    return folder
