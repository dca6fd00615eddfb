"""The commands, run as an editor runs them."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT, copy_project, run


def test_check_says_how_many_files_and_what_comes_next(data: Path) -> None:
    """With good data it exits with 0."""
    result = run("atlas", "check", "--data", str(data))
    assert result.returncode == 0, result.stderr
    assert "ファイルを確かめました。問題はありません" in result.stdout
    assert "make serve" in result.stdout


def test_check_speaks_english_when_asked_or_in_an_english_locale(data: Path) -> None:
    """Japanese is the default."""
    for result in (
        run("atlas", "check", "--data", str(data), "--lang", "en"),
        run("atlas", "check", "--data", str(data), LC_ALL="en_GB.UTF-8"),
    ):
        assert "no problems" in result.stdout


def test_check_prints_all_problems_and_fails(data: Path) -> None:
    """Never a traceback."""
    (data / "places" / "kawabe.yml").write_text("\tname: 川辺", "utf-8")
    (data / "site.yml").write_text("name:\n", "utf-8")
    result = run("atlas", "check", "--data", str(data))
    assert result.returncode == 1
    assert result.stdout == ""
    assert "Traceback" not in result.stderr
    assert "data/places/kawabe.yml:1:1: error[tab]" in result.stderr
    assert "data/site.yml:1:1: error[empty-value]" in result.stderr
    assert result.stderr.rstrip().endswith("件の問題があります（2ファイル）。")


def test_check_writes_annotations_and_json_to_standard_output(data: Path) -> None:
    """For other programs, with and without problems."""
    good = run("atlas", "check", "--data", str(data), "--format", "json")
    assert good.returncode == 0, good.stderr
    assert json.loads(good.stdout)["counts"]["problems"] == 0
    (data / "places" / "kawabe.yml").write_text("name：川辺\nkind: city\n", "utf-8")
    options = ("--data", str(data), "--lang", "en", "--format")
    told = run("atlas", "check", *options, "json")
    assert (told.returncode, told.stderr) == (1, "")
    (problem,) = (p for p in json.loads(told.stdout)["problems"] if p["rule"] == "full-width-colon")
    assert (problem["column"], problem["mended"]) == (5, "name: 川辺")
    address = "https://example.org/atlas/"
    annotated = run("atlas", "check", *options, "github", SITE_URL=address.rstrip("/"))
    assert (annotated.returncode, annotated.stderr) == (1, "")
    first = annotated.stdout.splitlines()[0]
    assert first.startswith(
        "::error file=data/places/kawabe.yml,line=1,col=5,endColumn=6,title=full-width-colon::"
    )
    assert first.endswith(f"Rule: {address}en/contribute/rules/#full-width-colon")


@pytest.mark.parametrize(("settings", "coloured"), [({}, True), ({"NO_COLOR": "1"}, False)])
def test_check_is_coloured_in_a_terminal_only(
    settings: dict[str, str], coloured: bool, data: Path
) -> None:
    """And not where the editor wants none; elsewhere the text is plain."""
    (data / "places" / "kawabe.yml").write_text("name：川辺\n", "utf-8")
    command = [sys.executable, "-m", "atlas", "check", "--data", str(data)]
    ours, theirs = os.openpty()
    unset = {name: value for name, value in os.environ.items() if name != "NO_COLOR"}
    environment = {**unset, "PYTHONPATH": str(ROOT / "hooks"), **settings}
    with subprocess.Popen(command, stdout=theirs, stderr=theirs, env=environment):
        os.close(theirs)
        shown = b""
        while part := _read(ours):
            shown += part
    os.close(ours)
    assert b"error[full-width-colon]" in shown
    assert (b"\x1b[" in shown) == coloured
    plain = run("atlas", "check", "--data", str(data))
    assert "\x1b[" not in plain.stderr


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 10_000)
    except OSError:  # Linux: the other end is closed
        return b""


_ONE_BUILD = pytest.mark.xdist_group("build")


@pytest.fixture(scope="module")
def first_build(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """The project with small data and its site, built once, and what the command said."""
    project = copy_project(tmp_path_factory.mktemp("built") / "project")
    code, output = _build(project)
    assert code == 0, output
    return project, output


@pytest.fixture
def built(first_build: tuple[Path, str], tmp_path: Path) -> Path:
    """A copy of that project, which a test may change."""
    return Path(shutil.copytree(first_build[0], tmp_path / "project"))


def _build(project: Path) -> tuple[int, str]:
    result = run("atlas", "build", cwd=project, PYTHONPATH=str(project / "hooks"))
    return result.returncode, result.stdout + result.stderr


@_ONE_BUILD
def test_build_makes_the_site_and_says_so(first_build: tuple[Path, str]) -> None:
    """Nothing is left beside it."""
    project, output = first_build
    assert "site/ にサイトを作りました" in output
    assert (project / "site" / "en" / "pairings" / "kawabe-donaustadt" / "index.html").is_file()
    assert [path.name for path in project.iterdir() if path.name.startswith(".site")] == []


@_ONE_BUILD
def test_a_failed_build_leaves_the_old_site_untouched(built: Path) -> None:
    """A problem in the data, a broken link in the prose, a broken template: nothing is lost."""
    before = _contents(built / "site")
    mistakes = {
        "data/places/kawabe.yml": "name:\n",
        "docs/about.ja.md": "# A page\n\n[broken](nowhere.md)\n",
        "docs/about.en.md": "# A page\n\n[broken](pairings/index.md#nowhere)\n",
        "hooks/atlas/templates/blocks/statements.html": "{{ page.nothing }}",
    }
    for name, content in mistakes.items():
        file = built / name
        good = file.read_text("utf-8")
        file.write_text(content, "utf-8")
        code, output = _build(built)
        assert code == 1, f"{name}: {output}"
        assert "サイトは作りませんでした" in output, name
        assert _contents(built / "site") == before, name
        assert not (built / ".site.new").exists(), name
        file.write_text(good, "utf-8")


@_ONE_BUILD
def test_an_interrupted_swap_is_made_good(built: Path) -> None:
    """If the old site was moved away and the new one not yet put in, it comes back."""
    (built / "site").rename(built / ".site.old")
    (built / "data" / "site.yml").write_text("name:\n", "utf-8")
    assert _build(built)[0] == 1
    assert (built / "site" / "index.html").is_file()


def _contents(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }
