"""What all pages of the site are made from."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, TypeVar, TypeVarTuple

from atlas.graph import Graph
from atlas.map import Survey, survey
from atlas.text import LANGUAGES, Language
from atlas.views.explainer import Explainer
from atlas.views.reference import Reference

MOST_KEPT = 100_000
"""How many things are remembered at most: they take 40 MB. With 2,000 pairings there are 150,000, of
which each process needs about a half; with 10,000 they would be most of the memory that it takes."""

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
    made: dict[object, Any] = field(default_factory=dict)
    """What pages or files share, each made once: by its maker and what it is of.

    `once` and the functions of `views.once` put it here, and nothing else knows what is where.
    """

    def once(self, make: Callable[["Setting", *Of], T], *of: *Of) -> T:
        """Return what a function makes of the setting, which it is asked for only once."""
        return self.recalled((make, of), make, self, *of)

    def recalled(self, name: object, make: Callable[[*Of], T], *of: *Of) -> T:
        """Return what goes by a name; the first time, make it. With too much of that, begin anew."""
        try:
            made: T = self.made[name]
        except KeyError:
            made = make(*of)
            if len(self.made) >= MOST_KEPT:
                self.made.clear()
            self.made[name] = made
        return made


def setting(
    graph: Graph, base: str, generated_at: datetime, repository: Repository | None = None
) -> Setting:
    """Prepare what all pages need, once."""
    explainers = {language: Explainer(graph.terms, language) for language in LANGUAGES}
    where = repository or Repository()
    return Setting(graph, survey(graph), explainers, base, generated_at, repository=where)
