"""What is published beside the pages."""

from pathlib import Path
from urllib.robotparser import RobotFileParser

import atlas
from tests.conftest import BASE_URL, NOW


def test_robots_may_read_everything_and_are_shown_the_sitemap(data: Path) -> None:
    """As the standard library's own reader of robots.txt understands it."""
    text = atlas.publish(data, BASE_URL, NOW).files["robots.txt"]
    assert isinstance(text, str)
    robots = RobotFileParser()
    robots.parse(text.splitlines())
    assert robots.can_fetch("anybody", BASE_URL)
    assert robots.site_maps() == [f"{BASE_URL}sitemap.xml"]
