"""What is published beside the pages."""

from pathlib import Path
from urllib.robotparser import RobotFileParser

import atlas
from tests.conftest import BASE_URL, NOW, run


def test_robots_may_read_everything_and_are_shown_the_sitemap(data: Path) -> None:
    """As the standard library's own reader of robots.txt understands it."""
    text = atlas.publish(data, BASE_URL, NOW).files["robots.txt"]
    assert isinstance(text, str)
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
