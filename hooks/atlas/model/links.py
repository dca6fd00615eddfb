"""Ids by which one record names another, and lists that need at least one of them."""

from typing import Annotated

from pydantic import Field

from atlas.model.base import Id
from atlas.model.references import RefersTo

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
