"""Events as the API gives them: with who took part in their collection, without in single records.

An event with many pairings is told in the record of each; if each time it named all of them, the
files would grow with the square of their number.
"""

from functools import cache
from typing import Any

from pydantic import BaseModel

from atlas import routes
from atlas.exports.api.answers import fields, given, keys_of, shape
from atlas.exports.api.shapes import OfEvent, WithPairings
from atlas.exports.api.teller import NULL, Json, Teller, Told, both, every, extended, value, whole
from atlas.graph import Happening
from atlas.model import Event, key, meaning_of
from atlas.views import bilingual, happenings
from atlas.views.writer import plain

_WITH_PAIRINGS = key(
    "出来事と連携", "Event with its pairings",
    "出来事と、かかわった連携です。", "An event, and the pairings that took part.",
)  # fmt: skip


@cache
def event_alone() -> type[BaseModel]:
    """The type of an event in single records."""
    return shape("Event", meaning_of(Event), _of_event())


@cache
def event_item() -> type[BaseModel]:
    """The type of an event in the collection."""
    return shape("EventWithPairings", _WITH_PAIRINGS, _of_event() | keys_of(WithPairings))


def _of_event() -> dict[str, Any]:
    return fields(Event, "pairings") | keys_of(OfEvent)


def event(t: Teller, happening: Happening) -> Json:
    """Tell an event, whoever took part."""
    return t.shelf.once(happenings.key(happening), _written, t, happening).decode()


def _written(t: Teller, happening: Happening) -> bytes:
    return whole(_event(t, happening)).encode()


def event_with_pairings(t: Teller, happening: Happening) -> Json:
    """Tell an event and who took part."""
    links = every(t.link(pairing.id) for pairing in happening.pairings)
    return extended(event(t, happening), {"pairings": links})


def _event(t: Teller, happening: Happening) -> Told:
    own = happening.event or _selection(t, happening)
    told = given(t.citing(happening.source.id), own, "pairings")
    text, words = happenings.text(t.writer, happening), happenings.own_words(happening)
    return told | {
        "id": value(happening.id),
        "uid": value(happening.uid),
        "date_text": both(words) if words else t.date_text(happening.date),
        "text": both(text) if text else NULL,
        "items": every(map(both, happenings.items(t.writer, happening))),
        "timeline": t.link(happening.owner),
        "programme": t.link(happening.programme.id),
        "pages": t.pages(routes.TIMELINE, routes.event_anchor(happening.id)),
    }


def _selection(t: Teller, happening: Happening) -> Event:
    """Write the selection of a pairing, which the data give as its `since`, as an event."""
    title = bilingual.in_both(t.setting, lambda w: plain(happenings.title(w, happening)))
    return Event.model_construct(
        id=happening.name, date=happening.date, kind=happening.name, title=title
    )
