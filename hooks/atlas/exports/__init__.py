"""Everything that is published beside the pages, one module for each format."""

from collections.abc import Iterator, Mapping

from atlas import routes, views
from atlas.exports import (
    api,
    calendars,
    cards,
    datapackage,
    dataset,
    feed,
    geojson,
    land,
    list_words,
    robots,
    schemas,
    tables,
)
from atlas.exports.api.reference import reference
from atlas.exports.form import files as form_files

__all__ = ["all_files", "form_files", "reference", "sizes"]

Content = str | bytes


def all_files(setting: views.Setting) -> dict[str, Content]:
    """Make every file: its content, by its path below the site's address.

    The description of all data comes last, for it tells how large each file is.
    """
    files = dict(_files(setting))
    return files | {routes.DATASET: dataset.text(setting, sizes(files))}


def sizes(files: Mapping[str, Content]) -> dict[str, int]:
    """Return how many bytes each file holds."""
    return {path: len(content.encode() if isinstance(content, str) else content)
            for path, content in files.items()}  # fmt: skip


def _files(setting: views.Setting) -> Iterator[tuple[str, Content]]:
    yield routes.ROBOTS_FILE, robots.text(setting.base)
    yield from land.files(setting.survey)
    yield routes.PAIRING_LIST_WORDS, list_words.text(setting)
    yield from api.files(setting)
    for card in views.all_cards(setting):
        yield card.path, cards.draw(card)
    described = {**dict(tables.files(setting)), **dict(geojson.files(setting))}
    yield from described.items()
    yield routes.DATA_PACKAGE, datapackage.text(setting, described)
    yield from calendars.files(setting)
    yield from feed.files(setting)
    yield from schemas.files(setting)
