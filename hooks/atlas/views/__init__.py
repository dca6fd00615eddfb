"""What each page says, in one language. This reads as the site's table of contents."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
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
from atlas.views.pairing_list import searched
from atlas.views.setting import Repository, Setting, setting
from atlas.views.sharing import all_cards, card_of
from atlas.views.writer import Writer

__all__ = [
    "DataLink", "Moved", "Page", "Picture", "Planned", "Repository", "Setting", "ShareCard",
    "Whole", "all_cards", "all_moved", "all_pages", "all_routes", "card_of", "menu_title",
    "of_prose", "plan", "searched", "setting", "whole",
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

_IN_MENU: Mapping[str, str] = {
    routes.HOME: "home",
    **{f"{name}/": name for name in (
        "programmes", "pairings", "places", "themes", "timeline", "sources", "glossary", "data",
    )},
}  # fmt: skip
"""The pages of the menu, and the word of the vocabulary that each is called by there."""


@dataclass(frozen=True, slots=True)
class Planned:
    """A page that can be composed, alone and in any order, in one language."""

    route: str
    language: Language
    record: Kept | None
    """The record whose own page it is."""
    compose: Callable[[], Page]


def plan(given: Setting, site: Whole, all_rules: Iterable[RuleGroup]) -> Iterator[Planned]:
    """Name every page of the site in one language, and what composes it."""
    for route, compose, record in _plan(given.graph, all_rules):
        writer = partial(Writer, given, site.language, route)
        yield Planned(
            route, site.language, record, partial(_whole_page, site, writer, compose, record)
        )


def all_pages(given: Setting, language: Language, all_rules: Iterable[RuleGroup]) -> Iterator[Page]:
    """Compose every page of the site in one language."""
    return (each.compose() for each in plan(given, whole(given, language), all_rules))


def all_routes(graph: Graph) -> Iterator[str]:
    """Name the route of every page without composing it."""
    for route, _, _ in _plan(graph, ()):
        yield route


def menu_title(graph: Graph, route: str, language: Language) -> str:
    """Return what the menu calls a page, without composing it; blank if it is not in the menu."""
    word = _IN_MENU.get(route)
    return getattr(graph.vocabulary.words, word).to(language) if word else ""


def _whole_page(
    site: Whole, begin: Callable[[], Writer], compose: Composer, record: Kept | None
) -> Page:
    """Compose a page, and what its head says of it."""
    writer = begin()
    page = compose(writer)
    offered, head = offers.of_page(page), page.head
    if record and not offered:  # no list, no timeline, no map
        own = offers.of_record(writer, record)
        offered, head = own.items, (own,)
    return replace(
        page,
        head=head,
        linked_data=linked_data.of(writer, site, page, record),
        picture=sharing.of_record(writer, record) or site.picture,
        alternates=offered,
    )


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
