"""Everything that is published beside the pages, one module for each format."""

from functools import partial
from itertools import chain

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
from atlas.exports.making import Files, Make, Sizes

__all__ = ["Files", "Make", "Sizes", "all_files", "alone", "form_files", "reference"]


def all_files(setting: views.Setting) -> Files:
    """Name every file, and what makes it, by its path below the site's address.

    Neighbours have much in common, which a process that makes them all makes once. So two that begin
    at the ends (see `parallel`) are to meet in the middle, among those that are `alone`, and next to
    these are small ones, in case that one gets farther: of 500 pairings that saves a tenth of all
    work. The description of all data comes last, for it tells how large each file is.
    """
    described = dict(chain(tables.files(setting), geojson.files(setting)))
    yield from api.collections(setting)
    yield from described.items()
    yield routes.DATA_PACKAGE, partial(datapackage.text, setting, described)
    yield routes.PAIRING_LIST_WORDS, partial(list_words.text, setting)
    yield from api.records(setting)
    yield from alone(setting)
    yield from calendars.files(setting)
    yield from feed.files(setting)
    yield routes.DATASET, partial(dataset.text, setting)


def alone(setting: views.Setting) -> Files:
    """Name those of the files that have hardly more in common with others than names."""
    yield from cards.files(setting)
    yield from land.files(setting.survey)
    yield from schemas.files(setting)
    yield routes.ROBOTS_FILE, partial(robots.text, setting.base)
