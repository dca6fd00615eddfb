"""What all pages of the site are made from."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from atlas.graph import Graph
from atlas.map import Drawing, Survey, survey
from atlas.text import LANGUAGES, Language, Text
from atlas.views.explainer import Explainer
from atlas.views.reference import Reference


@dataclass(frozen=True, slots=True)
class Setting:
    """What all pages of the site are made from."""

    graph: Graph
    survey: Survey
    explainers: Mapping[Language, Explainer]
    base: str
    """The address of the whole site, with a final slash."""
    generated_at: datetime
    """When the site is built, in UTC."""
    reference: Reference = field(default_factory=Reference)
    """What the API answers."""
    sizes: Mapping[str, int] = field(default_factory=dict)
    """How many bytes each file holds that is published beside the pages, by its path."""
    names: dict[str, Text] = field(default_factory=dict)
    """What records are called, each composed once: by id."""
    drawings: dict[tuple[str, str, str], Drawing] = field(default_factory=dict)
    """The maps of whole programmes, each drawn once: by programme, language and layout."""


def setting(graph: Graph, base: str, generated_at: datetime) -> Setting:
    """Prepare what all pages need, once."""
    explainers = {language: Explainer(graph.terms, language) for language in LANGUAGES}
    return Setting(graph, survey(graph), explainers, base, generated_at)
