"""Everything that is published beside the pages, one module for each format."""

from collections.abc import Iterator

from atlas import routes
from atlas.exports import robots
from atlas.graph import Graph


def all_files(graph: Graph, base: str) -> Iterator[tuple[str, str | bytes]]:
    """Yield each file's path below the site's address, and its content."""
    del graph  # nothing needs it yet
    yield routes.ROBOTS_FILE, robots.text(base)
