"""Relations, seen from both ends."""

from pathlib import Path

import pytest

import atlas
from atlas.graph import Graph
from tests.conftest import BASE_URL, NOW


@pytest.fixture
def graph(data: Path) -> Graph:
    """The graph of the small data."""
    loaded = atlas.load(data)
    assert loaded.graph is not None
    return loaded.graph


def test_a_pairing_is_found_from_all_that_it_names(graph: Graph) -> None:
    """Its programme, its places on both sides, and its themes."""
    for key in ("river-links", "kawabe", "donaustadt", "flooding"):
        assert [pairing.id for pairing in graph.pairings_of[key]] == ["kawabe-donaustadt"]


def test_a_place_knows_what_lies_within_it(graph: Graph) -> None:
    """Only places directly within it."""
    assert [place.id for place in graph.places_within["kawa-prefecture"]] == ["kawabe"]


def test_events_stand_in_time_and_belong_to_pairing_and_programme(graph: Graph) -> None:
    """The selection is made from `since`; the programme's meeting shows on the pairing's page."""
    ids = [
        "kawabe-donaustadt/selection",
        "river-links/summer-visit",
        "kawabe-donaustadt/visit",
        "kawabe-donaustadt/fiscal-2019",
    ]
    assert [h.id for h in graph.happenings] == ids
    assert [h.id for h in graph.happenings_of["kawabe-donaustadt"]] == ids
    assert [h.id for h in graph.happenings_of["river-links"]] == ids


def test_a_fact_without_a_source_has_its_records_first(graph: Graph) -> None:
    """An event's own source goes before that of its pairing or programme."""
    by_id = {happening.id: happening for happening in graph.happenings}
    assert by_id["kawabe-donaustadt/visit"].source.id == "bulletin"
    assert by_id["river-links/summer-visit"].source.id == "report"


def test_a_statement_is_found_from_its_party_and_its_pairing(graph: Graph) -> None:
    """And only once from each."""
    for key in ("donaustadt", "kawabe-donaustadt"):
        assert [said.statement.id for said in graph.sayings_of[key]] == ["donau-2014"]


def test_a_source_knows_what_rests_on_it(graph: Graph) -> None:
    """Every record once, however often it cites the source."""
    cited = [f"{kind}/{record.id}" for kind, record in graph.cited_by["report"]]
    assert cited == [
        "organisations/institute",
        "programmes/river-links",
        "pairings/kawabe-donaustadt",
        "timelines/river-links",
    ]


def test_a_key_that_nothing_names_has_nothing(graph: Graph) -> None:
    """No place is an error for having no pairing."""
    assert graph.pairings_of["kawa-prefecture"] == ()


def test_a_graph_needs_complete_data(data: Path) -> None:
    """With problems there is none, and rendering is refused."""
    (data / "site.yml").unlink()
    loaded = atlas.load(data)
    assert loaded.graph is None
    with pytest.raises(ValueError, match="without problems"):
        atlas.render(loaded, BASE_URL, NOW)
