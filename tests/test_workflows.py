"""The workflows, and what else the project promises of itself."""

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.conftest import ROOT, run

WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))


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
    workflow = _workflow(ROOT / ".github" / "workflows" / "site.yml")
    assert {"push", "pull_request"} <= set(workflow[True])  # YAML 1.1 reads `on` as true
    jobs = workflow["jobs"]
    assert any(".ci/run" in step.get("run", "") for step in jobs["test"]["steps"])
    assert set(jobs["publish"]["needs"]) == {"test", "build"}
    assert "refs/heads/main" in jobs["publish"]["if"]


def test_ci_runs_the_readmes_test_command_and_fails_with_it() -> None:
    """One command everywhere."""
    script = (ROOT / ".ci" / "run").read_text("utf-8")
    assert "make test" in script
    assert "make test" in (ROOT / "README.md").read_text("utf-8")
    subprocess.run(["bash", "-n", str(ROOT / ".ci" / "run")], check=True)


@pytest.mark.parametrize("name", ["requirements.txt", "tests/requirements.txt"])
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
    for group, name in (("site", "requirements.txt"), ("test", "tests/requirements.txt")):
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
