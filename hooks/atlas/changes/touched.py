"""Which pages of the site become others: those whose bytes differ, by their addresses."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import unescape
from typing import Literal

from atlas import Site, formats, routes
from atlas.changes.records import RecordChange
from atlas.made import encoded
from atlas.text import LANGUAGES, Language
from atlas.views import Setting, all_routes, offers

PageWhat = Literal["added", "changed", "moved", "removed"]


@dataclass(frozen=True, slots=True)
class Version:
    """The data at one time, and the site that is made from them."""

    setting: Setting
    site: Site


@dataclass(frozen=True, slots=True)
class PageChange:
    """What becomes of a page, in the languages in which anything becomes of it."""

    what: PageWhat
    route: str
    titles: Mapping[Language, str]
    """What the page is called, in the languages in which it differs."""
    was: str = ""
    """The route that a moved page had before; its old address leads on."""


def pages(
    before: Version | None, after: Version, changes: tuple[RecordChange, ...]
) -> tuple[PageChange, ...]:
    """Compare all pages, in the order of the site; those that are gone come last."""
    return tuple(_pages(before, after, changes))


def files(before: Version | None, after: Version) -> int:
    """Count the files beside the pages that become others: of the API, calendars and so on.

    What stands at an old address, to lead on, is a page and not counted; nor are the copies of the
    data's own files, in which a comment may have changed.
    """
    old, new = (before.site.files if before else {}), after.site.files
    return sum(
        path not in old or path not in new or encoded(old[path]) != encoded(new[path])
        for path in {*old, *new}
        if routes.file_name(path) != routes.PAGE_FILE and formats.extension(path) != "yml"
    )


def _pages(
    before: Version | None, after: Version, changes: tuple[RecordChange, ...]
) -> Iterator[PageChange]:
    old = tuple(all_routes(before.setting.graph)) if before else ()
    new = tuple(all_routes(after.setting.graph))
    moves = {there: here for here, there in _moves(changes) if here in old and there in new}
    for route in new:
        if before is None or (route not in old and route not in moves):
            yield PageChange("added", route, _titles(after, route, LANGUAGES))
        elif route in moves:
            yield PageChange("moved", route, _titles(after, route, LANGUAGES), moves[route])
        elif differing := _differing(before, after, route):
            yield PageChange("changed", route, _titles(after, route, differing))
    for route in old:
        if before and route not in new and route not in moves.values():
            yield PageChange("removed", route, _titles(before, route, LANGUAGES))


def _moves(changes: tuple[RecordChange, ...]) -> Iterator[tuple[str, str]]:
    """The old and new routes of records that were given another id."""
    for change in changes:
        if change.what == "renamed" and change.kind in offers.RECORDS:
            yield routes.record(change.kind, change.was), routes.record(change.kind, change.id)


def _differing(before: Version, after: Version, route: str) -> tuple[Language, ...]:
    sources = {language: routes.page_source(route, language) for language in LANGUAGES}
    return tuple(
        language
        for language, source in sources.items()
        if before.site.pages[source] != after.site.pages[source]
        or before.site.words[language] != after.site.words[language]
    )  # the words of the theme stand on every page


def _titles(version: Version, route: str, languages: tuple[Language, ...]) -> dict[Language, str]:
    return {
        language: unescape(version.site.pages[routes.page_source(route, language)].title)
        for language in languages
    }
