"""Which pairings are like another one."""

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
    found = [(other, _shared(graph, mine, other)) for other in near.values()]

    def position(item: tuple[Pairing, tuple[Place | Theme, ...]]) -> tuple[int, bool, str]:
        other, shared = item
        weight = sum(_WEIGHT_OF_PLACE if isinstance(s, Place) else 1 for s in shared)
        return -weight, other.programme != pairing.programme, other.id

    return sorted(found, key=position)[:SHOWN]


def _near_by(graph: Graph, key: str, pairing: Pairing) -> tuple[Pairing, ...]:
    rank = graph.rank_of[key, pairing.id]
    return graph.pairings_of[key][max(rank - NEAR_BY, 0) : rank + NEAR_BY + 1]


def _shared(graph: Graph, mine: tuple[str, ...], other: Pairing) -> tuple[Place | Theme, ...]:
    theirs = {*other.japan, *other.partner, *other.themes}
    records = (graph.by_id[key] for key in mine if key in theirs)
    return tuple(record for record in records if isinstance(record, Place | Theme))
