"""What `make bench` measures with; the measuring itself is no part of the tests."""

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import atlas
from atlas import routes, views
from atlas.text import LANGUAGES
from tests.bench import filtering, markdown, measuring, profiling, staging, telling, world
from tests.bench.measuring import Built, Cost
from tests.bench.telling import Run, Seen

SIZE = 22
PROSE = {"about/", "accessibility/", "contribute/"}


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make up a small world."""
    folder = tmp_path_factory.mktemp("bench") / "data"
    world.write(folder, SIZE)
    return folder


def _ours(data: Path) -> set[str]:
    graph = atlas.load(data).graph
    assert graph is not None
    return {*views.all_routes(graph), *PROSE}


def test_the_made_up_world_is_right(data: Path) -> None:
    """Our own check finds nothing in it, and it has as many pairings as were asked for."""
    loaded = atlas.load(data)
    assert not loaded.problems
    assert loaded.graph is not None
    assert len(list(loaded.graph.pairings)) == SIZE


def test_the_made_up_world_is_always_the_same(data: Path, tmp_path: Path) -> None:
    """So that figures of different days are of the same work."""
    world.write(tmp_path / "again", SIZE)
    for file in sorted(each for each in data.rglob("*") if each.is_file()):
        assert (tmp_path / "again" / file.relative_to(data)).read_bytes() == file.read_bytes()


def test_plain_mkdocs_has_the_same_pages(data: Path, tmp_path: Path) -> None:
    """Whoever makes fewer pages is not quicker."""
    staging.fresh(staging.MATERIAL, tmp_path / "material", data)
    for language in LANGUAGES:
        names = (
            file.relative_to(tmp_path / "material" / "docs").as_posix()
            for file in (tmp_path / "material" / "docs").rglob(f"*.{language}.md")
        )
        found = {name.removesuffix(f".{language}.md").removesuffix("index") for name in names}
        assert {name if name.endswith("/") or not name else f"{name}/" for name in found} == _ours(
            data
        )


def test_hugo_has_the_same_pages(data: Path, tmp_path: Path) -> None:
    """Read from the names in its content adapter, as Hugo is not there in the tests."""
    staging.fresh(staging.HUGO, tmp_path / "hugo", data)
    content = tmp_path / "hugo" / "content"
    adapter = (content / "_content.gotmpl").read_text("utf-8")
    lists = {name: re.findall(r'"([^"]+)"', listed) for name, listed in
             re.findall(r"range \$(?:\w+, \$)?(kind|section|path) := slice ([^}]*?)-?}}", adapter)}  # fmt: skip
    records = markdown.World(data)
    found = {""} | {f"{each}/" for each in (*lists["section"], *lists["path"])}
    for kind in lists["kind"]:
        ids = records.sources if kind == "sources" else records.records[kind]
        found |= {routes.record(kind, each) for each in ids}
    found |= {file.name.partition(".")[0] + "/" for file in content.glob("*.md")}
    assert found == _ours(data)


def test_hugos_words_are_there_in_both_languages() -> None:
    """And every word that its layouts ask for by name."""
    words = [
        set(
            tomllib.loads(
                (staging.ROOT / "tests/bench/hugo/i18n" / f"{language}.toml").read_text("utf-8")
            )
        )
        for language in LANGUAGES
    ]
    assert words[0] == words[1]
    for file in (staging.ROOT / "tests/bench/hugo").rglob("*.html"):
        assert set(re.findall(r'\(?\bT "([^"]+)"', file.read_text("utf-8"))) <= words[0], file


def test_prose_leads_nowhere_that_a_made_up_world_lacks(tmp_path: Path) -> None:
    """Our build is strict; links to lists stay."""
    staging.prose(tmp_path)
    text = "".join(file.read_text("utf-8") for file in tmp_path.glob("*.md"))
    assert set(re.findall(r"\(programmes/([^)]*)\)", text)) <= {"index.md"}
    assert "](pairings/index.md" in text or "](data/index.md" in text


def test_a_run_is_measured_with_all_its_processes(tmp_path: Path) -> None:
    """Time, processor and memory of what a command starts count as its own."""
    child = "x = bytearray(60_000_000); [i for i in range(3_000_000)]; import time; time.sleep(1)"
    code = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {child!r}], check=True)"
    cost = measuring.run([sys.executable, "-c", code], tmp_path, {})
    assert cost.wall > 0.3
    assert cost.peak > 57
    with pytest.raises(measuring.FailedError, match="no good"):
        measuring.run([sys.executable, "-c", "raise SystemExit('no good')"], tmp_path, {})


def _run(name: str, number: int, wall: float) -> Run:
    return Run(name, number, Cost(wall, wall * 2, 100), Built(10, 20, 3_000_000))


def test_the_report_has_medians_spreads_and_ratios_of_the_same_rounds() -> None:
    """A ratio is of two runs of one round; a builder that ran in fewer rounds has fewer."""
    runs = [_run("ours", 0, 1), _run("Hugo", 0, 4), _run("ours", 1, 2), _run("Hugo", 1, 2),
            _run("ours", 2, 6), _run("Hugo", 2, 3), _run("MkDocs", 0, 8)]  # fmt: skip
    first = telling.costs(runs).splitlines()[2]
    assert "2.00 (1.00–6.00)" in first
    assert "4.00 (2.00–12.00)" in first
    assert "200.00 (100.00–600.00)" in first
    assert [part.strip() for part in telling.ratios(runs, "ours").splitlines()[2].split("|")][1:4] == [
        "ours / Hugo", "3", "1.00 (0.25–2.00)"]  # fmt: skip
    assert " 0.12 |" in telling.ratios(runs, "ours").splitlines()[3]
    assert "1.50 (1.00–2.00)" in telling.seen([Seen("ours", 1), Seen("ours", 2)])
    assert telling.noise([0.2, 0.25]).endswith("25 % from least to greatest")


def test_the_report_shows_what_is_quadratic() -> None:
    """A page that takes twice as long on a larger site stands out."""
    rows = telling.growth(
        {22: [_run("ours", 0, 1)], 500: [_run("ours", 0, 2)]}, "ours"
    ).splitlines()
    assert [cell.strip() for cell in rows[3].split("|")][1:4] == ["500", "200.00", "2.00"]


def test_the_reports_columns_stand_in_line() -> None:
    """It is read in the terminal as often as it is pasted."""
    lines = telling.table(("", "long head"), [("a", "1"), ("longer", "12,345,678")]).splitlines()
    assert len({len(line) for line in lines}) == 1


def test_the_only_writing_writes_the_same(tmp_path: Path) -> None:
    """The floor is of the same folders and bytes."""
    for name in ("a/index.html", "a/b/c.json", "d.txt"):
        (tmp_path / "site" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "site" / name).write_text(name)
    floor = staging.ROOT / "tests" / "bench" / "floor.py"
    for processes in ("1", "2"):
        target = tmp_path / processes
        subprocess.run([sys.executable, floor, tmp_path / "site", target, processes], check=True,
                       capture_output=True)  # fmt: skip
        assert {each.relative_to(target).as_posix(): each.read_text() for each in target.rglob("*")
                if each.is_file()} == {name: name for name in ("a/index.html", "a/b/c.json", "d.txt")}  # fmt: skip


def test_a_profile_tells_rooms_packages_and_functions(tmp_path: Path) -> None:
    """Ours by room, others by package."""
    assert (
        profiling.package(profiling.module(str(staging.ROOT / "hooks/atlas/views/places.py")))
        == "atlas.views"
    )
    assert profiling.module(str(staging.ROOT / "hooks/main.py")) == "main"
    assert (
        profiling.package(profiling.module("/x/lib/python3.11/site-packages/yaml/scanner.py"))
        == "yaml"
    )
    assert profiling.package(profiling.module("/x/lib/python3.11/json/encoder.py")) == "python"
    figures = tmp_path / "figures"
    subprocess.run([sys.executable, "-m", "cProfile", "-o", figures, "-m", "json.tool", "--help"],
                   check=True, capture_output=True)  # fmt: skip
    report = profiling.told(list(profiling.spent(figures)))
    assert re.search(r"\| python +\|", report)
    assert "by function" in report


def test_each_key_counts_by_its_median() -> None:
    """A row for each window, from its quickest key to its slowest."""
    found = [filtering.Stroke("ja, wide", step, paint, 10 * paint, 0)
             for step, paint in (("i", 16), ("i", 400), ("i", 24), ("←", 40), ("←", 40))]  # fmt: skip
    assert filtering.told(found).splitlines()[2].split("|")[1:4] == [
        " ja, wide          ", " 32 (24–40) ".rjust(15), " 320.0 (240.0–400.0) ",
    ]  # fmt: skip
    assert [line.split("|")[1].strip() for line in filtering.told(found, True).splitlines()[2:]] == [
        "i", "←", "ja, wide",
    ]  # fmt: skip
    assert list(filtering._keys("ab")) == [
        ("a", "a"), ("b", "ab"), ("Backspace", "a←"), ("Backspace", "←"),
    ]  # fmt: skip
