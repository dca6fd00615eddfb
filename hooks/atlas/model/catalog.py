"""All records together, each kind by id."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from atlas.model.base import Record
from atlas.model.guide import Guide
from atlas.model.kept import Kept
from atlas.model.lists import Organisation, Source, Term
from atlas.model.pairings import Pairing, Theme
from atlas.model.places import Place
from atlas.model.programmes import Programme
from atlas.model.references import Reference
from atlas.model.site import Site
from atlas.model.timelines import Timeline
from atlas.model.vocabulary import Vocabulary

FOLDER_MODELS: Mapping[str, type[Kept]] = MappingProxyType({
    "programmes": Programme,
    "themes": Theme,
    "places": Place,
    "pairings": Pairing,
    "timelines": Timeline,
})  # fmt: skip
"""Kinds of record that have a file each."""

LIST_MODELS: Mapping[str, type[Kept]] = MappingProxyType({
    "sources": Source,
    "organisations": Organisation,
    "glossary": Term,
})  # fmt: skip
"""Kinds of record that stand together in one file, each under its id."""

SINGLE_MODELS: Mapping[str, type[Record]] = MappingProxyType({
    "site": Site,
    "vocabulary": Vocabulary,
    "api": Guide,
})  # fmt: skip
"""Files that are one record each, without an id."""


_KIND_OF = {model: kind for kind, model in (*FOLDER_MODELS.items(), *LIST_MODELS.items())}


def kind_of(record: Kept) -> str:
    """Return what kind of record it is, as folders and addresses have it."""
    return _KIND_OF[type(record)]


@dataclass(frozen=True, slots=True)
class Catalog:
    """Every record that could be read.

    Where a record has problems, as much of it as is right is here, for the rules alone: what is
    wrong or missing is None in it. Without problems every record is whole. `faulty` has those with
    problems, by kind and id, and every value that stands in them; `unread` says that some file
    could not be read, or not all of it.

    `known` has, by kind, the ids that a link may name: those of records whose own file has a
    problem too, so that one mistake is reported once. `links` has every id by which a record
    names another, by its own kind and id; those of records with problems included.
    """

    site: Site | None
    vocabulary: Vocabulary | None
    guide: Guide | None
    programmes: Mapping[str, Programme]
    themes: Mapping[str, Theme]
    places: Mapping[str, Place]
    pairings: Mapping[str, Pairing]
    timelines: Mapping[str, Timeline]
    sources: Mapping[str, Source]
    organisations: Mapping[str, Organisation]
    glossary: Mapping[str, Term]
    known: Mapping[str, frozenset[str]]
    links: Mapping[tuple[str, str], tuple[Reference, ...]]
    faulty: Mapping[tuple[str, str], frozenset[str]]
    unread: bool

    def of_kind(self, kind: str) -> Mapping[str, Kept]:
        """Return the records of a kind, by id."""
        records: Mapping[str, Kept] = getattr(self, kind)
        return records

    def renamed(self) -> dict[str, str]:
        """Return the present ids of records by the ids that they once had."""
        return {old: record.id for _, record in self.records() for old in record.formerly}

    def block(self, kind: str, record_id: str) -> Record | None:
        """Return the record of a kind with an id, or the file that is one record by itself."""
        return self._singles.get(kind) or self.of_kind(kind).get(record_id)

    def blocks(self) -> Iterator[tuple[str, str, Record]]:
        """Go through everything in the data with its kind and id; `records`, and all else."""
        yield from ((kind, kind, single) for kind, single in self._singles.items())
        yield from ((kind, record.id, record) for kind, record in self.records())

    @property
    def _singles(self) -> dict[str, Record]:
        files = {"site": self.site, "vocabulary": self.vocabulary, "api": self.guide}
        return {kind: block for kind, block in files.items() if block is not None}

    def records(self) -> Iterator[tuple[str, Kept]]:
        """Go through all records with their kinds, in a stable order."""
        for kind in (*FOLDER_MODELS, *LIST_MODELS):
            for _, record in sorted(self.of_kind(kind).items()):
                yield kind, record
