"""The workflows, and what else the project promises of itself."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import marko
import pytest
import yaml
from lxml import html
from marko.ext.gfm import GFM

from tests.changing import replace
from tests.conftest import REAL_DATA, ROOT, run

WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
SITE = ROOT / ".github" / "workflows" / "site.yml"


def _workflow(path: Path) -> dict[Any, Any]:
    loaded = yaml.safe_load(path.read_text("utf-8"))
    assert isinstance(loaded, dict)
    return loaded


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_a_workflow_follows_the_published_schema(path: Path) -> None:
    """The schema is built into check-jsonschema; nothing is fetched."""
    result = run("check_jsonschema", "--builtin-schema", "vendor.github-workflows", str(path))
    assert result.returncode == 0, result.stdout


def test_every_push_and_pull_request_is_tested_and_main_is_published() -> None:
    """Publishing waits for the tests."""
    workflow = _workflow(SITE)
    assert {"push", "pull_request"} <= set(workflow[True])  # YAML 1.1 reads `on` as true
    jobs = workflow["jobs"]
    assert any(".ci/run" in step.get("run", "") for step in jobs["test"]["steps"])
    assert set(jobs["publish"]["needs"]) == {"test", "build"}
    assert "refs/heads/main" in jobs["publish"]["if"]


def _build_steps() -> list[dict[str, Any]]:
    steps: list[dict[str, Any]] = _workflow(SITE)["jobs"]["build"]["steps"]
    return steps


def test_a_pull_request_needs_no_secrets_and_keeps_its_site() -> None:
    """So that it works from a fork, which has none: what it may do is read."""
    text = SITE.read_text("utf-8")
    assert "secrets." not in text
    assert "pull_request_target" not in text
    assert _workflow(SITE)["permissions"] == {"contents": "read"}
    (kept,) = [s for s in _build_steps() if "upload-artifact" in s.get("uses", "")]
    assert kept["with"] == {"name": "site-preview", "path": "site"}
    assert kept["if"] == "github.event_name == 'pull_request'"
    (summed,) = [s for s in _build_steps() if "atlas changes" in s.get("run", "")]
    assert summed["if"].startswith("always() && github.event_name == 'pull_request'")
    assert f"steps.{kept['id']}.outputs.artifact-url" in summed["env"]["PREVIEW"]


def _git(repository: Path, *arguments: str) -> None:
    who = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *who, *arguments], cwd=repository, check=True, capture_output=True)


def _commit(repository: Path, branch: str) -> None:
    _git(repository, "add", "data")
    _git(repository, "commit", "-q", "-m", branch)


@pytest.fixture
def pull_request(tmp_path: Path) -> Path:
    """A repository as GitHub checks a pull request out: merged, two commits deep.

    Since the pull request was begun another one was merged, which is none of its doing.
    """
    origin, work = tmp_path / "origin", tmp_path / "work"
    shutil.copytree(REAL_DATA, origin / "data")
    _git(origin, "init", "-q", "-b", "main")
    _commit(origin, "begin")
    _git(origin, "checkout", "-q", "-b", "change")
    replace(
        origin / "data", "pairings/tokorozawa-bratislava.yml", "since: 2018-05", "since: 2018-06"
    )
    (origin / "data" / "pairings" / "kobe-bratislava.yml").write_text(
        "programme: iuc\njapan: [kobe]\npartner: [bratislava]\nthemes: [smart-eco-city]\n"
        "sources: [tokorozawa-iuc]\n",
        "utf-8",
    )
    _commit(origin, "change")
    _git(origin, "checkout", "-q", "main")
    replace(origin / "data", "pairings/kobe-marseille.yml", "since: ", "# A note.\nsince: ")
    replace(origin / "data", "places/essen.yml", "reading: ", "aliases: [Assindia]\nreading: ")
    _commit(origin, "another")
    _git(origin, "merge", "-q", "--no-ff", "-m", "merge", "change")
    _git(tmp_path, "clone", "-q", "--depth", "2", origin.as_uri(), str(work))
    (work / ".venv").symlink_to(sys.prefix)
    (work / "hooks").symlink_to(ROOT / "hooks")
    return work


def _run_step(command: str, repository: Path) -> subprocess.CompletedProcess[str]:
    """Run the step of the workflow that has a command, as GitHub's runner does."""
    (step,) = [s for s in _build_steps() if command in s.get("run", "")]
    env = {name: value if "${{" not in value else "https://example.org/site.zip"
           for name, value in step["env"].items()}  # fmt: skip
    return subprocess.run(
        ["bash", "-e", "-o", "pipefail", "-c", step["run"]],
        cwd=repository,
        env={**os.environ, **env, "GITHUB_STEP_SUMMARY": str(repository / "summary.md")},
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )


def test_a_pull_request_says_what_it_changes_or_what_is_wrong(pull_request: Path) -> None:
    """The workflow's own lines: first with good data, then with a mistake in them."""
    summary = pull_request / "summary.md"
    assert _run_step("atlas check", pull_request).returncode == 0
    told = _run_step("atlas changes", pull_request)
    assert (told.returncode, told.stdout, told.stderr) == (0, "", "")
    root: Any = html.fromstring(
        marko.Markdown(extensions=[GFM]).convert(summary.read_text("utf-8"))
    )
    assert [h.text_content() for h in root.iter("h2")] == ["データの変更点", "Changes to the data"]
    rows = [[cell.text_content() for cell in row.iter("th", "td")] for row in root.iter("tr")]
    assert ["連携", "神戸市 – ブラチスラバ市", "kobe-bratislava"] in rows
    assert ["Start", "2018-05", "2018-06"] in rows
    assert ["Pairings (IUC)", "Start", "10 of 10", "10 of 11"] in rows
    links = {link.get("href") for link in root.iter("a")}
    assert "https://example.org/site.zip" in links
    assert "http://127.0.0.1:8000/en/pairings/kobe-bratislava/" in links
    assert "http://127.0.0.1:8000/places/bratislava/" in links
    assert not [link for link in links if "essen" in link]  # changed by the other pull request

    summary.unlink()
    replace(pull_request / "data", "pairings/kobe-bratislava.yml", "[kobe]", "[kobo]")
    checked = _run_step("atlas check", pull_request)
    assert checked.returncode == 1
    assert "::error file=data/pairings/kobe-bratislava.yml,line=2,col=9," in (
        checked.stdout + checked.stderr
    )
    assert _run_step("atlas changes", pull_request).returncode == 0
    problems = summary.read_text("utf-8")
    assert problems.count("data/pairings/kobe-bratislava.yml:2:9: error[unknown-place]") == 2


def test_ci_runs_the_readmes_test_command_and_fails_with_it() -> None:
    """One command everywhere."""
    script = (ROOT / ".ci" / "run").read_text("utf-8")
    assert "make test" in script
    assert "make test" in (ROOT / "README.md").read_text("utf-8")
    subprocess.run(["bash", "-n", str(ROOT / ".ci" / "run")], check=True)


LOCKS = {"site": "requirements.txt", "test": "tests/requirements.txt",
         "bench": "tests/bench/requirements.txt"}  # fmt: skip


@pytest.mark.parametrize("name", LOCKS.values())
def test_the_lock_files_pin_every_version_with_hashes_and_name_no_index(name: str) -> None:
    """So that an installation is the same everywhere."""
    text = (ROOT / name).read_text("utf-8")
    assert "://" not in text
    assert "index-url" not in text
    for block in text.replace("\\\n", " ").splitlines():
        if block and not block.startswith(("#", " ")):
            assert "==" in block, block
            assert "--hash=sha256:" in block, block


def test_the_lock_files_have_what_the_project_file_asks_for() -> None:
    """A dependency changed by hand and not locked anew is found."""
    import tomllib

    groups = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["dependency-groups"]
    for group, name in LOCKS.items():
        locked = (ROOT / name).read_text("utf-8").lower()
        for requirement in groups[group]:
            if isinstance(requirement, str):
                assert f"\n{requirement.lower()} " in f"\n{locked}", requirement


def test_the_lock_file_of_npm_pins_every_package_by_its_hash_and_names_no_index() -> None:
    """And has what package.json asks for, in exact versions."""
    folder = ROOT / "tests" / "node"
    asked = json.loads((folder / "package.json").read_text("utf-8"))
    packages = json.loads((folder / "package-lock.json").read_text("utf-8"))["packages"]
    root = packages.pop("")
    for kind in ("dependencies", "devDependencies"):
        assert root[kind] == asked[kind]
        for name, version in asked[kind].items():
            assert packages[f"node_modules/{name}"]["version"] == version
    for name, package in packages.items():
        assert package["integrity"].startswith("sha512-"), name
        assert "resolved" not in package, name


def test_nothing_stands_at_the_top_but_what_the_design_names() -> None:
    """Tools' leftovers are ignored by git."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT, capture_output=True, text=True, check=True,
    ).stdout.split("\n")  # fmt: skip
    top = {name.partition("/")[0] for name in listed if name}
    assert top <= {
        "mkdocs.yml", "docs", "data", "hooks", "requirements.txt", "README.md", "tests", "Makefile",
        "pyproject.toml", "LICENSE", "CONTRIBUTING.md", ".github", ".ci", ".editorconfig",
        ".vscode", ".gitignore",
    }  # fmt: skip


def test_the_readme_names_files_that_exist() -> None:
    """The table 'to change X, edit Y' and the map of the tree do not lead astray."""
    import re

    text = (ROOT / "README.md").read_text("utf-8")
    for name in re.findall(r"`((?:data|hooks|docs|tests|\.github|\.ci)/[\w./*-]*)`", text):
        assert list(ROOT.glob(name.rstrip("/"))), name
