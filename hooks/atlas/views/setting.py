"""What all pages of the site are made from."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, TypeVar, TypeVarTuple

from atlas.graph import Graph
from atlas.map import Drawing, Survey, survey
from atlas.text import LANGUAGES, Language, Text
from atlas.views.explainer import Explainer
from atlas.views.reference import Reference

T = TypeVar("T")
Of = TypeVarTuple("Of")


@dataclass(frozen=True, slots=True)
class Repository:
    """Where the data are kept, if that is known."""

    address: str = ""
    edit: str = ""
    """What leads from there to where files are edited: `edit/main/docs/`."""


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
    repository: Repository = field(default_factory=Repository)
    reference: Callable[[], Reference] = Reference
    """What the API answers."""
    sizes: Mapping[str, int] = field(default_factory=dict)
    """How many bytes each file holds that is published beside the pages, by its path."""
    names: dict[str, Text] = field(default_factory=dict)
    """What records are called, each composed once: by id."""
    memory: dict[tuple[object, ...], Any] = field(default_factory=dict)
    """What was put into words once for many pages; `views.once` alone knows what is where."""
    drawings: dict[tuple[str, str, str], Drawing] = field(default_factory=dict)
    """The maps of whole programmes, each drawn once: by programme, language and layout."""
    made: dict[object, Any] = field(default_factory=dict)
    """What pages or files share, each made once: by its maker and what it is of."""

    def once(self, make: Callable[["Setting", *Of], T], *of: *Of) -> T:
        """Return what a function makes of the setting, which it is asked for only once."""
        key = (make, of)
        if key not in self.made:
            self.made[key] = make(self, *of)
        made: T = self.made[key]
        return made


def setting(
    graph: Graph, base: str, generated_at: datetime, repository: Repository | None = None
) -> Setting:
    """Prepare what all pages need, once."""
    explainers = {language: Explainer(graph.terms, language) for language in LANGUAGES}
    where = repository or Repository()
    return Setting(graph, survey(graph), explainers, base, generated_at, repository=where)
