"""Everything that is published beside the pages, one module for each format."""

from collections.abc import Iterator

from atlas import routes, views
from atlas.exports import api, cards, datapackage, geojson, land, robots, tables
from atlas.exports.api.reference import reference

__all__ = ["all_files", "reference"]


def all_files(setting: views.Setting) -> Iterator[tuple[str, str | bytes]]:
    """Yield each file's path below the site's address, and its content."""
    # Imported when a site is made: to check the data nobody need wait for icalendar (0.15 s).
    from atlas.exports import calendars, feed

    yield routes.ROBOTS_FILE, robots.text(setting.base)
    yield from land.files(setting.survey)
    yield from api.files(setting)
    for card in views.all_cards(setting):
        yield card.path, cards.draw(card)
    described = {**dict(tables.files(setting)), **dict(geojson.files(setting))}
    yield from described.items()
    yield routes.DATA_PACKAGE, datapackage.text(setting, described)
    yield from calendars.files(setting)
    yield from feed.files(setting)
