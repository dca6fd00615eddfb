"""What was done and what was said: events and statements in their setting."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from functools import cache

from atlas.dates import Date
from atlas.model import Catalog, Event, Pairing, Programme, Revision, Source, Statement

SELECTION = "selection"
"""What the selection of a pairing is called in its timeline; no event may have it as its id."""

_NAMESPACE = "city-partnership-atlas"
"""What makes UIDs unique in the world (RFC 7986, 5.3). A new one would double every event."""


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
    former_owners: tuple[str, ...]
    """Ids that the owner of the timeline had before, the oldest first."""
    changed: datetime = field(init=False)
    """When what is told of it last changed, in UTC, for calendars and feeds.

    That is when it was added or last corrected. Where the data do not say when it was added, it is
    the date of its source; failing that, of the event itself. Of the two dates of a source the one
    that it bears goes first, and not `speaks_for` as with facts: a document of this year about an
    earlier one is news of this year.
    Only days are known; a second for each correction sets one apart from what was published on the
    same day.
    """

    def __post_init__(self) -> None:
        """Tell once what each calendar asks for."""
        object.__setattr__(self, "changed", _changed(self))

    @property
    def name(self) -> str:
        """What the event is called within its timeline."""
        return self.event.id if self.event else SELECTION

    @property
    def id(self) -> str:
        """The event's name, unique over the whole site."""
        return f"{self.owner}/{self.name}"

    @property
    def former_ids(self) -> tuple[str, ...]:
        """What `id` was before its owner got a new name, the oldest first."""
        return tuple(f"{owner}/{self.name}" for owner in self.former_owners)

    @property
    def permanent_id(self) -> str:
        """The event's name for calendars and feeds, which a new name of its owner does not change."""
        return (*self.former_ids, self.id)[0]

    @property
    def uid(self) -> str:
        """The same, unique in the world: the UID of calendars (RFC 5545, 3.8.4.7)."""
        return f"{self.permanent_id}@{_NAMESPACE}"

    @property
    def planned(self) -> bool:
        """Whether the source only announces it."""
        return self.event is not None and self.event.planned

    @property
    def corrections(self) -> tuple[Revision, ...]:
        """What was corrected after it was published."""
        return self.event.revised if self.event else ()

    @property
    def position(self) -> tuple[int, int, str, int]:
        """Where it stands in time: earliest first, the vaguer date before the exact one.

        Events of the same date keep the order of their file.
        """
        first, last = self.date.first.toordinal(), self.date.last.toordinal()
        return (first, -last, self.owner, self.number)


def _changed(told: Happening) -> datetime:
    added = told.event.added if told.event else None
    first = added or told.source.updated or told.source.as_of or told.date
    days = (first.last, *(revision.on.first for revision in told.corrections))
    return _moment(max(days), len(told.corrections))


@cache  # many are of the same day
def _moment(day: date, second: int) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=UTC) + timedelta(seconds=second)


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
            pairing.formerly,
        )
        for pairing in pairings
        if pairing.since
    ]
    for timeline in catalog.timelines.values():
        owner = catalog.pairings.get(timeline.id) or catalog.programmes[timeline.id]
        for number, event in enumerate(timeline.events):
            own = (owner,) if isinstance(owner, Pairing) else ()
            named = dict.fromkeys((*(pairing.id for pairing in own), *event.pairings))
            programme = catalog.programmes[own[0].programme if own else timeline.id]
            source = catalog.sources[event.source or owner.sources[0]]
            found.append(
                Happening(
                    timeline.id,
                    number,
                    event.date,
                    event,
                    tuple(catalog.pairings[pairing] for pairing in named),
                    programme,
                    source,
                    owner.formerly,
                )
            )
    return tuple(sorted(found, key=lambda h: h.position))


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
