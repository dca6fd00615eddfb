"""Which pairings are like another one."""

from heapq import nsmallest

from atlas.graph import Graph
from atlas.model import Pairing, Place, Theme

SHOWN = 5
"""How many similar pairings are named."""

NEAR_BY = 20
"""How far to either side they are looked for in the list of a place's or theme's pairings.

Looking through whole lists would cost the square of their length over all pages.
"""

_WEIGHT_OF_PLACE = 2
"""A place that two pairings share says more than a theme."""


def similar(graph: Graph, pairing: Pairing) -> list[tuple[Pairing, tuple[Place | Theme, ...]]]:
    """Return the pairings that share most with one, each with the places and themes they share.

    Of those that share as much, pairings of the same programme come first, then the order of ids.
    """
    mine = (*pairing.japan, *pairing.partner, *pairing.themes)
    near = {other.id: other for key in mine for other in _near_by(graph, key, pairing)}
    del near[pairing.id]
    places, themes = graph.shareable_of[pairing.id]

    def position(other: Pairing) -> tuple[int, bool, str]:
        their_places, their_themes = graph.shareable_of[other.id]
        weight = _WEIGHT_OF_PLACE * len(places & their_places) + len(themes & their_themes)
        return -weight, other.programme != pairing.programme, other.id

    best = nsmallest(SHOWN, near.values(), key=position)
    return [(other, _shared(graph, mine, other)) for other in best]


def _near_by(graph: Graph, key: str, pairing: Pairing) -> tuple[Pairing, ...]:
    rank = graph.rank_of[key, pairing.id]
    return graph.pairings_of[key][max(rank - NEAR_BY, 0) : rank + NEAR_BY + 1]


def _shared(graph: Graph, mine: tuple[str, ...], other: Pairing) -> tuple[Place | Theme, ...]:
    places, themes = graph.shareable_of[other.id]
    records = (graph.by_id[key] for key in mine if key in places or key in themes)
    return tuple(record for record in records if isinstance(record, Place | Theme))
