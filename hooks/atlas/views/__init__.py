"""What each page says, in one language. This reads as the site's table of contents."""

from collections.abc import Callable, Iterable, Iterator

from atlas import routes
from atlas.graph import Graph
from atlas.problem import Rule
from atlas.text import Language
from atlas.views import (
    glossary, home, organisations, pairings, places, programmes, rules, sources, themes, timeline,
)  # fmt: skip
from atlas.views.blocks import Page
from atlas.views.writer import Writer

__all__ = ["Page", "all_pages"]

_SINGLE_PAGES: tuple[tuple[str, Callable[[Writer], Page]], ...] = (
    (routes.HOME, home.page),
    (routes.PROGRAMMES, programmes.index),
    (routes.PAIRINGS, pairings.index),
    (routes.PLACES, places.index),
    (routes.THEMES, themes.index),
    (routes.TIMELINE, timeline.page),
    (routes.SOURCES, sources.index),
    (routes.GLOSSARY, glossary.page),
)


def all_pages(graph: Graph, language: Language, all_rules: Iterable[Rule]) -> Iterator[Page]:
    """Compose every page of the site in one language."""

    def writer(route: str) -> Writer:
        return Writer(graph, language, route)

    for route, compose in _SINGLE_PAGES:
        yield compose(writer(route))
    for programme in graph.programmes:
        yield programmes.page(writer(routes.record("programmes", programme.id)), programme)
    for pairing in graph.pairings:
        yield pairings.page(writer(routes.record("pairings", pairing.id)), pairing)
    for place in graph.places:
        yield places.page(writer(routes.record("places", place.id)), place)
    for theme in graph.themes:
        yield themes.page(writer(routes.record("themes", theme.id)), theme)
    for organisation in graph.organisations:
        route = routes.record("organisations", organisation.id)
        yield organisations.page(writer(route), organisation)
    for source in graph.sources:
        yield sources.page(writer(routes.record("sources", source.id)), source)
    yield rules.page(writer(routes.RULES), all_rules)
