"""What was done and what was said: events and statements in their setting."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from atlas.dates import Date
from atlas.model import Catalog, Event, Kept, Pairing, Programme, Revision, Source, Statement

SELECTION = "selection"
"""What the selection of a pairing is called in its timeline; no event may have it as its id."""


@dataclass(frozen=True, slots=True)
class Happening:
    """An event in its setting: whose timeline it is in and which pairings took part.

    The selection of a pairing, which the data give as its `since`, has no event of its own.
    """

    owner: str
    number: int
    """Its place in its own timeline; the selection comes first."""
    date: Date
    event: Event | None
    pairings: tuple[Pairing, ...]
    programme: Programme
    source: Source
    first_owner: str
    """The id that the owner of the timeline had first, whatever it is called now."""

    @property
    def name(self) -> str:
        """What the event is called within its timeline."""
        return self.event.id if self.event else SELECTION

    @property
    def id(self) -> str:
        """The event's name, unique over the whole site."""
        return f"{self.owner}/{self.name}"

    @property
    def permanent_id(self) -> str:
        """The event's name for calendars and feeds, which a new name of its owner does not change."""
        return f"{self.first_owner}/{self.name}"

    @property
    def planned(self) -> bool:
        """Whether the source only announces it."""
        return self.event is not None and self.event.planned

    @property
    def corrections(self) -> tuple[Revision, ...]:
        """What was corrected after it was published."""
        return self.event.revised if self.event else ()

    @property
    def changed(self) -> datetime:
        """When what is told of it last changed, in UTC, for calendars and feeds.

        That is when it was added or last corrected. Where the data do not say when it was added, it
        is the date of its source; failing that, of the event itself.
        Only days are known; a second for each correction sets one apart from what was published
        on the same day.
        """
        added = self.event.added if self.event else None
        told = added or self.source.updated or self.source.as_of or self.date
        days = (told.last, *(revision.on.first for revision in self.corrections))
        last = max(days)
        midnight = datetime(last.year, last.month, last.day, tzinfo=UTC)
        return midnight + timedelta(seconds=len(self.corrections))

    @property
    def position(self) -> tuple[int, int, str, int]:
        """Where it stands in time: earliest first, the vaguer date before the exact one.

        Events of the same date keep the order of their file.
        """
        first, last = self.date.first.toordinal(), self.date.last.toordinal()
        return (first, -last, self.owner, self.number)


@dataclass(frozen=True, slots=True)
class Said:
    """A statement with the programme it was made in and the pairings it speaks of."""

    statement: Statement
    programme: Programme
    about: tuple[Pairing, ...]
    source: Source


def happenings(catalog: Catalog, pairings: Iterable[Pairing]) -> tuple[Happening, ...]:
    """All dated events, in the order of time."""
    found = [
        Happening(
            pairing.id,
            -1,
            pairing.since,
            None,
            (pairing,),
            catalog.programmes[pairing.programme],
            catalog.sources[pairing.sources[0]],
            _first_id(pairing),
        )
        for pairing in pairings
        if pairing.since
    ]
    for timeline in catalog.timelines.values():
        owner = catalog.pairings.get(timeline.id) or catalog.programmes[timeline.id]
        for number, event in enumerate(timeline.events):
            own = (owner,) if isinstance(owner, Pairing) else ()
            taking_part = (*own, *(catalog.pairings[p] for p in event.pairings))
            programme = catalog.programmes[own[0].programme if own else timeline.id]
            source = catalog.sources[event.source or owner.sources[0]]
            found.append(
                Happening(
                    timeline.id,
                    number,
                    event.date,
                    event,
                    taking_part,
                    programme,
                    source,
                    _first_id(owner),
                )
            )
    return tuple(sorted(found, key=lambda h: h.position))


def _first_id(record: Kept) -> str:
    return (*record.formerly, record.id)[0]


def sayings(catalog: Catalog) -> tuple[Said, ...]:
    """Return all statements, programme by programme, in the order of their files."""
    return tuple(
        Said(
            statement,
            programme,
            tuple(catalog.pairings[pairing] for pairing in statement.about),
            catalog.sources[statement.source or programme.sources[0]],
        )
        for _, programme in sorted(catalog.programmes.items())
        for statement in programme.statements
    )
