"""What all pages of the site are made from."""

from dataclasses import dataclass

from atlas.graph import Graph
from atlas.map import Survey


@dataclass(frozen=True, slots=True)
class Setting:
    """What all pages of the site are made from."""

    graph: Graph
    survey: Survey
    base: str
    """The address of the whole site, with a final slash."""
