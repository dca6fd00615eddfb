"""What each page says, in one language. This reads as the site's table of contents."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import partial
from typing import TypeVar

from atlas import routes
from atlas.graph import Graph
from atlas.model import Kept
from atlas.rules.explained import RuleGroup
from atlas.text import Language
from atlas.views import (
    data,
    fields,
    form,
    glossary,
    guide,
    home,
    linked_data,
    offers,
    organisations,
    pairing_list,
    pairings,
    places,
    programmes,
    rules,
    sharing,
    sources,
    themes,
    timeline,
)
from atlas.views.data_blocks import DataLink
from atlas.views.linked_data import Whole, of_prose, whole
from atlas.views.moved import Moved, all_moved
from atlas.views.page import Page, Picture, ShareCard
from atlas.views.setting import Setting, setting
from atlas.views.sharing import all_cards
from atlas.views.writer import Writer

__all__ = [
    "DataLink", "Moved", "Page", "Picture", "Setting", "ShareCard", "Whole", "all_cards",
    "all_moved", "all_pages", "all_routes", "of_prose", "setting", "whole",
]  # fmt: skip

R = TypeVar("R", bound=Kept)

_SINGLE_PAGES: tuple[tuple[str, Callable[[Writer], Page]], ...] = (
    (routes.HOME, home.page),
    (routes.PROGRAMMES, programmes.index),
    (routes.PAIRINGS, pairing_list.page),
    (routes.PLACES, places.index),
    (routes.THEMES, themes.index),
    (routes.TIMELINE, timeline.page),
    (routes.SOURCES, sources.index),
    (routes.GLOSSARY, glossary.page),
    (routes.DATA, data.page),
    (routes.API_GUIDE, guide.page),
    (routes.FIELDS, fields.page),
)


Composer = Callable[[Writer], Page]


def all_pages(given: Setting, language: Language, all_rules: Iterable[RuleGroup]) -> Iterator[Page]:
    """Compose every page of the site in one language."""
    site = whole(given, language)
    for route, compose, record in _plan(given.graph, all_rules):
        writer = Writer(given, language, route)
        page = compose(writer)
        if record and not offers.of_page(page):  # no list, no timeline, no map
            page = replace(page, head=(offers.of_record(writer, record),))
        yield replace(
            page,
            linked_data=linked_data.of(writer, site, page, record),
            picture=sharing.of_record(writer, record) or site.picture,
            alternates=offers.of_page(page),
        )


def all_routes(graph: Graph) -> Iterator[str]:
    """Name the route of every page without composing it."""
    for route, _, _ in _plan(graph, ()):
        yield route


def _plan(
    graph: Graph, all_rules: Iterable[RuleGroup]
) -> Iterator[tuple[str, Composer, Kept | None]]:
    """Every route, what composes its page, and the record whose page it is."""
    for route, compose in _SINGLE_PAGES:
        yield route, compose, None
    yield from _record_pages("programmes", graph.programmes, programmes.page)
    yield from _record_pages("pairings", graph.pairings, pairings.page)
    yield from _record_pages("places", graph.places, places.page)
    yield from _record_pages("themes", graph.themes, themes.page)
    yield from _record_pages("organisations", graph.organisations, organisations.page)
    yield from _record_pages("sources", graph.sources, sources.page)
    yield routes.FORM, lambda writer: form.page(writer, all_rules), None
    yield routes.RULES, lambda writer: rules.page(writer, all_rules), None


def _record_pages(
    kind: str, records: Iterable[R], compose: Callable[[Writer, R], Page]
) -> Iterator[tuple[str, Composer, Kept]]:
    for record in records:
        yield routes.record(kind, record.id), partial(_compose, compose, record), record


def _compose(compose: Callable[[Writer, R], Page], record: R, writer: Writer) -> Page:
    return compose(replace(writer, numbered=True), record)
