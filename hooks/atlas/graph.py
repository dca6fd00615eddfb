"""Who is linked with whom, in a stable order: everything pages and exports ask of the data."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar

from atlas import told
from atlas.model import (
    Catalog,
    Guide,
    Kept,
    Organisation,
    Pairing,
    Place,
    Programme,
    Site,
    Source,
    Term,
    Theme,
    Timeline,
    Vocabulary,
)
from atlas.told import Happening, Said

__all__ = ["Graph", "Happening", "Said", "build"]

V = TypeVar("V")
T = TypeVar("T", bound=Kept)


@dataclass(frozen=True, slots=True)
class Graph:
    """All records, and every relation seen from both ends."""

    site: Site
    vocabulary: Vocabulary
    guide: Guide
    programmes: tuple[Programme, ...]
    pairings: tuple[Pairing, ...]
    places: tuple[Place, ...]
    themes: tuple[Theme, ...]
    organisations: tuple[Organisation, ...]
    sources: tuple[Source, ...]
    terms: tuple[Term, ...]
    timelines: Mapping[str, Timeline]
    """By the id of the pairing or programme that they are of."""
    happenings: tuple[Happening, ...]
    sayings: tuple[Said, ...]
    by_id: Mapping[str, Kept]

    pairings_of: Mapping[str, tuple[Pairing, ...]]
    """Pairings of a programme, place or theme, by its id."""
    places_within: Mapping[str, tuple[Place, ...]]
    """Places that belong to a place, by its id."""
    happenings_of: Mapping[str, tuple[Happening, ...]]
    """Events of a pairing, place or programme, by its id; those of its pairings belong to it."""
    sayings_of: Mapping[str, tuple[Said, ...]]
    """What a party said, and what was said about a pairing, by id."""
    programmes_of: Mapping[str, tuple[Programme, ...]]
    """Programmes that a body takes part in, by the body's id."""
    said_by_id: Mapping[str, Said]
    """Statements, by id."""
    cited_by: Mapping[str, tuple[tuple[str, Kept], ...]]
    """Records that rest on a source, with their kinds, by the source's id."""
    neighbours_of: Mapping[str, tuple[Pairing | None, Pairing | None]]
    """The pairings before and after a pairing in its programme, by its id."""
    rank_of: Mapping[tuple[str, str], int]
    """Where a pairing stands among those of a place or theme, by the ids of both."""
    sides_of: Mapping[str, tuple[tuple[Place, ...], tuple[Place, ...]]]
    """The places of a pairing, by its id: the Japanese side and the other."""
    shareable_of: Mapping[str, tuple[frozenset[str], frozenset[str]]]
    """What a pairing can share with others: its places and its themes, by its id."""

    def programme(self, programme_id: str) -> Programme:
        """Return the programme with an id."""
        return self._record(Programme, programme_id)

    def place(self, place_id: str) -> Place:
        """Return the place with an id."""
        return self._record(Place, place_id)

    def theme(self, theme_id: str) -> Theme:
        """Return the theme with an id."""
        return self._record(Theme, theme_id)

    def source(self, source_id: str) -> Source:
        """Return the source with an id."""
        return self._record(Source, source_id)

    def _record(self, model: type[T], record_id: str) -> T:
        record = self.by_id[record_id]
        assert isinstance(record, model)
        return record

    def said(self, statement_id: str) -> Said:
        """Return the statement with an id."""
        return self.said_by_id[statement_id]

    def sides(self, pairing: Pairing) -> tuple[tuple[Place, ...], tuple[Place, ...]]:
        """Return the places of a pairing: the Japanese side and the other."""
        return self.sides_of[pairing.id]

    def happenings_of_place(self, place: Place) -> tuple[Happening, ...]:
        """Return the events of all pairings of a place, in the order of time."""
        return self.happenings_of[place.id]

    def members(self, pairings: Iterable[Pairing]) -> tuple[list[Place], list[Place]]:
        """Return the places of pairings, each once: those of the Japanese side, and the others."""
        sides = [self.sides(pairing) for pairing in pairings]
        japan, partner = (
            list({place.id: place for side in sides for place in side[n]}.values()) for n in (0, 1)
        )
        return japan, partner


def build(catalog: Catalog) -> Graph:
    """Link all records. The catalog must be complete, that is, without problems."""
    if catalog.site is None or catalog.vocabulary is None or catalog.guide is None:
        raise ValueError("a graph is built from complete data only")
    places = _by_reading(catalog.places.values())
    pairings = _pairings_in_order(catalog)
    happenings = told.happenings(catalog, pairings)
    sayings = told.sayings(catalog)
    pairings_of = _group((key, p) for p in pairings for key in _keys_of(p))
    return Graph(
        site=catalog.site,
        vocabulary=catalog.vocabulary,
        guide=catalog.guide,
        programmes=_by_id(catalog.programmes),
        pairings=pairings,
        places=places,
        themes=_by_id(catalog.themes),
        organisations=_by_id(catalog.organisations),
        sources=_by_id(catalog.sources),
        terms=_by_id(catalog.glossary),
        timelines=catalog.timelines,
        happenings=happenings,
        sayings=sayings,
        by_id={record.id: record for kind, record in catalog.records() if kind != "timelines"},
        pairings_of=pairings_of,
        places_within=_group((p.within, p) for p in places if p.within),
        happenings_of=_group((key, h) for h in happenings for key in _owners_of(h)),
        sayings_of=_group((key, s) for s in sayings for key in _subjects_of(s)),
        programmes_of=_group(
            (body, programme)
            for programme in _by_id(catalog.programmes)
            for body in programme.bodies
        ),
        said_by_id={said.statement.id: said for said in sayings},
        cited_by=_group(_citations(catalog)),
        neighbours_of=dict(_neighbours(pairings_of[name] for name in catalog.programmes)),
        rank_of={
            (key, pairing.id): rank
            for key, group in pairings_of.items()
            for rank, pairing in enumerate(group)
        },
        sides_of={
            pairing.id: (
                _named(pairing.japan, catalog.places),
                _named(pairing.partner, catalog.places),
            )
            for pairing in pairings
        },
        shareable_of={
            pairing.id: (frozenset((*pairing.japan, *pairing.partner)), frozenset(pairing.themes))
            for pairing in pairings
        },
    )


def _group(items: Iterable[tuple[str, V]]) -> Mapping[str, tuple[V, ...]]:
    groups: dict[str, list[V]] = defaultdict(list)
    for key, value in items:
        groups[key].append(value)
    return defaultdict(tuple, {key: tuple(values) for key, values in groups.items()})


def _neighbours(
    lists: Iterable[tuple[Pairing, ...]],
) -> Iterator[tuple[str, tuple[Pairing | None, Pairing | None]]]:
    for pairings in lists:
        padded = (None, *pairings, None)
        for before, pairing, after in zip(padded, pairings, padded[2:], strict=False):
            yield pairing.id, (before, after)


def _by_id(records: Mapping[str, T]) -> tuple[T, ...]:
    return tuple(record for _, record in sorted(records.items()))


def _named(ids: Iterable[str], records: Mapping[str, T]) -> tuple[T, ...]:
    return tuple(records[record_id] for record_id in ids)


def _by_reading(places: Iterable[Place]) -> tuple[Place, ...]:
    return tuple(sorted(places, key=lambda place: (place.reading, place.id)))


def _pairings_in_order(catalog: Catalog) -> tuple[Pairing, ...]:
    """By programme, then by when they began, then by the reading of their first place."""

    def position(pairing: Pairing) -> tuple[str, str, str, str]:
        reading = catalog.places[pairing.japan[0]].reading
        began = pairing.since.edtf[:4] if pairing.since else ""
        return (pairing.programme, began, reading, pairing.id)

    return tuple(sorted(catalog.pairings.values(), key=position))


def _citations(catalog: Catalog) -> Iterator[tuple[str, tuple[str, Kept]]]:
    """Which record rests on which source, each pair once."""
    for (kind, record), references in catalog.links.items():
        cited = dict.fromkeys(each.id for each in references if each.kinds == ("sources",))
        for source in cited:
            yield source, (kind, catalog.of_kind(kind)[record])


def _keys_of(pairing: Pairing) -> tuple[str, ...]:
    return (pairing.programme, *pairing.japan, *pairing.partner, *pairing.themes)


def _owners_of(happening: Happening) -> tuple[str, ...]:
    owners = [happening.programme.id]
    for pairing in happening.pairings:
        owners += (pairing.id, *pairing.japan, *pairing.partner)
    return tuple(dict.fromkeys(owners))


def _subjects_of(said: Said) -> tuple[str, ...]:
    return (said.statement.party, *(pairing.id for pairing in said.about))
