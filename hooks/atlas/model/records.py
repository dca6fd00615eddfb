"""The records of the data: one class for each kind, frozen.

This is the one definition that validation, and later every schema and form, comes from.
Each docstring and comment says what an editor needs to know of the key below it.
"""

from typing import Annotated

from pydantic import BeforeValidator, Field

from atlas.model.base import (
    Colour,
    Country,
    Day,
    Duration,
    EdtfDate,
    Id,
    LanguageTag,
    Latitude,
    Longitude,
    Nudge,
    Reading,
    Record,
    Switch,
    Url,
    placeholders,
)
from atlas.model.references import RefersTo
from atlas.text import Line, Text

ProgrammeId = Annotated[Id, RefersTo("programmes")]
PairingId = Annotated[Id, RefersTo("pairings")]
PlaceId = Annotated[Id, RefersTo("places")]
ThemeId = Annotated[Id, RefersTo("themes")]
OrganisationId = Annotated[Id, RefersTo("organisations")]
PartyId = Annotated[Id, RefersTo("places", "organisations")]
StatementId = Annotated[Id, RefersTo("statements")]
SourceId = Annotated[Id, RefersTo("sources")]
RecordId = Annotated[
    Id, RefersTo("programmes", "pairings", "places", "themes", "organisations", "sources")
]
PlaceKind = Annotated[Id, RefersTo("place_kinds")]
EventKind = Annotated[Id, RefersTo("event_kinds")]
TieKind = Annotated[Id, RefersTo("tie_kinds")]

SomePlaces = Annotated[tuple[PlaceId, ...], Field(min_length=1)]
SomeThemes = Annotated[tuple[ThemeId, ...], Field(min_length=1)]
SomeSources = Annotated[tuple[SourceId, ...], Field(min_length=1)]


class Retired(Record):
    """Why a record is kept only as a signpost."""

    on: Day
    reason: Text
    see: RecordId | None = None  # the record to look at instead


class Excuse(Record):
    """A rule that a record may break, and why."""

    rule: Id
    reason: Line


class Kept(Record):
    """What every record of its own file or heading may carry."""

    id: Id  # from the file's name, or the heading; never written in the file itself
    formerly: tuple[Id, ...] = ()  # ids that this record once had, the oldest first
    retired: Retired | None = None
    verified_on: Day | None = None  # when a person last compared it with its sources
    excuses: tuple[Excuse, ...] = ()


class Section(Record):
    """Further text on a page."""

    title: Text
    text: Text | None = None
    items: tuple[Text, ...] = ()  # numbered
    closing: Text | None = None
    source: SourceId | None = None


class Statement(Record):
    """What a party said, once; every page about the party or the pairing shows it."""

    id: Id
    party: PartyId  # a place or an organisation
    about: tuple[PairingId, ...] = ()  # the pairings it speaks of
    as_of: EdtfDate
    text: Text
    items: tuple[Text, ...] = ()  # numbered
    source: SourceId | None = None


class Programme(Kept):
    """A programme in which cities work together."""

    name: Text
    short_name: Text | None = None  # for tables and tags
    colour: Colour = "slate"  # of its dots, lines, tags and headings
    summary: Text
    plain: Text | None = None  # やさしい日本語, plain English
    as_of: EdtfDate | None = None  # the date for which the whole picture holds
    as_of_text: Text | None = None  # shown instead of the date, in the source's words
    japan_label: Text | None = None  # what the Japanese side is called
    partner_label: Text | None = None  # what the other side is called
    pairing_summary: Annotated[Text, placeholders("japan", "partner")] | None = (
        None  # a sentence for pairings that have no summary of their own
    )
    since_label: Text | None = None  # what `since` means in this programme
    review_after: Duration | None = None  # when a fact counts as old
    bodies: tuple[OrganisationId, ...] = ()  # organisations that take part
    sections: tuple[Section, ...] = ()
    statements: tuple[Statement, ...] = ()
    sources: SomeSources


class Relationship(Record):
    """An older or other tie between the two sides."""

    kind: TieKind
    since: EdtfDate | None = None
    text: Text | None = None  # the source's own words
    source: SourceId | None = None


class Pairing(Kept):
    """Places in Japan and places abroad that work together."""

    programme: ProgrammeId
    japan: SomePlaces  # the Japanese side
    partner: SomePlaces  # the other side
    themes: SomeThemes
    since: EdtfDate | None = None  # only if a source says it; see the programme's since_label
    theme_text: Text | None = None  # the theme in the source's wording
    summary: Text | None = None  # without it, a sentence is composed from the vocabulary
    plain: Text | None = None  # やさしい日本語, plain English
    relationships: tuple[Relationship, ...] = ()
    sections: tuple[Section, ...] = ()
    sources: SomeSources


class Revision(Record):
    """A correction made to an event after it was published."""

    on: Day
    note: Text


class Event(Record):
    """Something dated: done, or planned."""

    id: Id  # unique in its file and never changed: calendars and feeds live by it
    date: EdtfDate
    date_text: Text | None = None  # shown instead of the date, in the source's words
    kind: EventKind
    planned: Switch = False  # true: the source only announces it
    title: Text
    text: Text | None = None
    statement: StatementId | None = None  # the statement that tells it; then no text of its own
    pairings: tuple[PairingId, ...] = ()  # in a programme's timeline: the pairings that took part
    where: Text | None = None
    revised: tuple[Revision, ...] = ()
    source: SourceId | None = None


class Timeline(Kept):
    """The events of the pairing or programme whose id it bears."""

    events: Annotated[tuple[Event, ...], Field(min_length=1)]


class Native(Record):
    """A name in the language of the place."""

    lang: LanguageTag
    text: Line


class OtherName(Record):
    """Another name, with its language where that is neither Japanese nor English."""

    text: Line
    lang: LanguageTag | None = None


def _as_other_name(value: object) -> object:
    return {"text": value} if isinstance(value, str) else value


Alias = Annotated[OtherName, BeforeValidator(_as_other_name)]
"""Another name: plain text, or {lang, text}."""


class Fact(Record):
    """One line of a place's table of facts."""

    label: Text
    value: Text
    note: Text | None = None
    source: SourceId | None = None


class Contact(Record):
    """Whom to ask."""

    division: Text
    address: Text | None = None
    telephone: Line | None = None
    fax: Line | None = None
    source: SourceId | None = None


class Place(Kept):
    """A city, or another area with a government of its own."""

    name: Text
    reading: Reading  # for sorting and search
    native: Native | None = None
    aliases: tuple[Alias, ...] = ()  # found by search
    kind: PlaceKind
    country: Country
    within: PlaceId | None = None  # the place it belongs to
    coordinates: tuple[Latitude, Longitude] | None = None  # WGS 84; members of pairings need it
    label_offset: tuple[Nudge, Nudge] = (0.0, 0.0)  # moves its name on the map, right and down
    description: Text | None = None
    facts: tuple[Fact, ...] = ()
    contact: Contact | None = None
    sources: SomeSources


class Theme(Kept):
    """What pairings work on."""

    name: Text
    description: Text | None = None
    sources: SomeSources


class Organisation(Kept):
    """A body that is not a place."""

    name: Text
    native: Native | None = None
    aliases: tuple[Alias, ...] = ()
    description: Text | None = None
    url: Url | None = None
    sources: SomeSources


class Term(Kept):
    """A term or abbreviation of the glossary."""

    name: Text
    reading: Reading | None = None
    aliases: tuple[Alias, ...] = ()
    text: Text
    sources: SomeSources


EDITORIAL = "editorial"
"""The source of what the editors add to every place; the data must have it."""


class Correction(Record):
    """An evident slip of a document that was mended."""

    from_: Line = Field(alias="from")
    to: Line


class Source(Kept):
    """A document that facts come from."""

    title: Text
    publisher: Text
    language: LanguageTag
    updated: EdtfDate | None = None  # the document's own date
    as_of: EdtfDate | None = None  # the date for which it speaks
    as_of_text: Text | None = None  # shown instead, in the document's words
    url: Url | None = None
    archived_url: Url | None = None
    accessed: Day | None = None
    note: Text | None = None  # how it was read
    corrections: tuple[Correction, ...] = ()
