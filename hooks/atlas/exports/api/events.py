"""Events as the API gives them: with who took part in their collection, without in single records.

An event with many pairings is told in the record of each; if each time it named all of them, the
files would grow with the square of their number.
"""

from dataclasses import replace

from atlas import routes
from atlas.exports.api.answers import fields, given, keys_of, shape
from atlas.exports.api.shapes import OfEvent, WithPairings
from atlas.exports.api.teller import Teller, Told, both
from atlas.graph import Happening
from atlas.model import Event, key, meaning_of
from atlas.views import bilingual, happenings
from atlas.views.writer import plain

_WITH_PAIRINGS = key(
    "出来事と連携", "Event with its pairings",
    "出来事と、かかわった連携です。", "An event, and the pairings that took part.",
)  # fmt: skip

_OF_EVENT = fields(Event, "pairings") | keys_of(OfEvent)

EventShape = shape("Event", meaning_of(Event), _OF_EVENT)
EventItem = shape("EventWithPairings", _WITH_PAIRINGS, _OF_EVENT | keys_of(WithPairings))


def event(t: Teller, happening: Happening) -> Told:
    """Tell an event, whoever took part."""
    own = happening.event or _selection(t, happening)
    told = given(replace(t, sources=(happening.source.id,)), own, "pairings")
    text, words = happenings.text(t.writer, happening), happenings.own_words(happening)
    return told | {
        "id": happening.id,
        "uid": happening.uid,
        "date_text": both(words) if words else t.date(happening.date)["text"],
        "text": both(text) if text else None,
        "items": [both(item) for item in happenings.items(t.writer, happening)],
        "timeline": t.link(happening.owner),
        "programme": t.link(happening.programme.id),
        "pages": t.pages(routes.TIMELINE, routes.event_anchor(happening.id)),
    }


def event_with_pairings(t: Teller, happening: Happening) -> Told:
    """Tell an event and who took part."""
    links = [t.link(pairing.id) for pairing in happening.pairings]
    return event(t, happening) | {"pairings": links}


def _selection(t: Teller, happening: Happening) -> Event:
    """Write the selection of a pairing, which the data give as its `since`, as an event."""
    title = bilingual.in_both(t.setting, lambda w: plain(happenings.title(w, happening)))
    return Event.model_construct(
        id=happening.name, date=happening.date, kind=happening.name, title=title
    )
