"""Everything that is published beside the pages, one module for each format."""

from collections.abc import Iterator

from atlas import routes
from atlas.exports import land, robots
from atlas.map import Survey


def all_files(survey: Survey, base: str) -> Iterator[tuple[str, str | bytes]]:
    """Yield each file's path below the site's address, and its content."""
    yield routes.ROBOTS_FILE, robots.text(base)
    yield from land.files(survey)
