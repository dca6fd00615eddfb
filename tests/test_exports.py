"""What is published beside the pages."""

import re
import subprocess
import sys
from collections import Counter
from pathlib import Path, PurePosixPath
from urllib.robotparser import RobotFileParser

import pytest

from atlas import exports
from tests.changing import copy_pairing, published, setting
from tests.conftest import BASE_URL, ROOT, run


def test_robots_may_read_everything_and_are_shown_the_sitemap(data: Path) -> None:
    """As the standard library's own reader of robots.txt understands it."""
    text = published(data, "robots.txt").decode()
    robots = RobotFileParser()
    robots.parse(text.splitlines())
    assert robots.can_fetch("anybody", BASE_URL)
    assert robots.site_maps() == [f"{BASE_URL}sitemap.xml"]


def test_two_builds_of_the_same_data_give_the_same_bytes(project: Path) -> None:
    """All of them, pages and files, where SOURCE_DATE_EPOCH says when it is."""

    def built(name: str, hash_seed: str) -> dict[str, bytes]:
        folder = project / name
        environment = {"SOURCE_DATE_EPOCH": "1580646600", "PYTHONHASHSEED": hash_seed}
        done = run("mkdocs", "build", "--strict", "--site-dir", str(folder), cwd=project,
                   SITE_URL=BASE_URL, **environment)  # fmt: skip
        assert done.returncode == 0, done.stderr
        files = (path for path in folder.rglob("*") if path.is_file())
        return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}

    first, second = built("one", "1"), built("two", "2")
    assert first == second
    assert b'"generated_at":"2020-02-02T12:30:00Z"' in first["api/v1/index.json"]


def test_its_files_grow_with_the_data_and_not_faster(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No pairing's file names all that take part in the same event or are in the same statement.

    Formats are looked at one by one, lest a large one hide a small one. Pictures are left out: each
    is of one pairing, and they take long to draw.
    """
    monkeypatch.setattr(exports.cards, "draw", lambda _: b"")
    shared = {data / folder / "river-links.yml": r"(pairings|about): \[.*\]"
              for folder in ("timelines", "programmes")}  # fmt: skip

    def sizes(number: int) -> Counter[str]:
        names = [f"pairing-{n}" for n in range(10, 10 + number)]
        for file in (data / "pairings").glob("pairing-*"):
            file.unlink()
        copy_pairing(data, *names)
        for file, named in shared.items():
            told = rf"\1: [{', '.join(names)}]"
            text, found = re.subn(named, told, file.read_text("utf-8"))
            assert found == 1
            file.write_text(text, "utf-8")
        sizes: Counter[str] = Counter()
        for path, size in exports.Sizes(dict(exports.all_files(setting(data)))).items():
            sizes[PurePosixPath(path).suffix] += size
        return sizes

    first, second, third = map(sizes, (20, 40, 60))
    assert {".json", ".csv", ".geojson", ".ics", ".atom"} <= set(first)
    for suffix, size in third.items():
        grown, before = size - second[suffix], second[suffix] - first[suffix]
        assert grown <= 1.05 * before + 100, suffix  # numbers get longer too


def test_who_checks_data_does_not_wait_for_what_only_files_need() -> None:
    """`make check` is over within a second."""
    code = "import sys, atlas; print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT / "hooks", capture_output=True, text=True, check=True
    )
    loaded = set(done.stdout.split())
    assert "atlas.rules" in loaded
    assert not loaded & {"atlas.exports", "atlas.exports.api", "PIL"}


def test_files_that_have_little_in_common_stand_between_the_others(data: Path) -> None:
    """There two processes meet, and what tells of little is next to them on either side."""
    now = setting(data)
    paths, alone = [path for path, _ in exports.all_files(now)], dict(exports.alone(now))
    first = paths.index(next(iter(alone)))
    assert set(paths[first : first + len(alone)]) == set(alone)
    before, after = paths[:first], paths[first + len(alone) :]
    assert {PurePosixPath(path).suffix for path in before} == {".json", ".csv", ".geojson"}
    assert {PurePosixPath(path).suffix for path in after} == {".ics", ".atom", ".jsonld"}
    assert before.index("api/v1/events.json") < before.index("api/v1/places/kawabe.json")
    assert after.index("calendar/ja/kawabe-donaustadt.ics") < after.index("calendar/ja/all.ics")
