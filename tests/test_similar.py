"""Which pairings are like another one."""

import atlas
from atlas.graph import Graph
from atlas.similar import SHOWN, similar
from tests.conftest import REAL_DATA


def _graph() -> Graph:
    graph = atlas.load(REAL_DATA).graph
    assert graph is not None
    return graph


def _similar(pairing_id: str) -> list[tuple[str, list[str]]]:
    graph = _graph()
    pairing = next(p for p in graph.pairings if p.id == pairing_id)
    return [
        (other.id, [record.id for record in shared]) for other, shared in similar(graph, pairing)
    ]


def test_a_shared_place_counts_more_than_a_shared_theme() -> None:
    """Kitakyushu's other partners and Tianjin's come before the rest of the programme."""
    found = _similar("kitakyushu-tianjin")
    assert len(found) == SHOWN
    assert {pairing for pairing, _ in found} == {
        "kitakyushu-shanghai", "kitakyushu-wuhan", "kitakyushu-tangshan",
        "kobe-tianjin", "yokkaichi-tianjin",
    }  # fmt: skip
    assert dict(found)["kobe-tianjin"] == ["tianjin", "air-quality"]


def test_a_place_in_two_programmes_links_their_pairings() -> None:
    """Kobe works with Marseille and with Tianjin."""
    assert ("kobe-tianjin", ["kobe"]) in _similar("kobe-marseille")


def test_no_pairing_is_similar_to_itself_or_without_a_reason() -> None:
    """Each is named with what it shares."""
    for pairing in _graph().pairings:
        for other, shared in _similar(pairing.id):
            assert other != pairing.id
            assert shared
