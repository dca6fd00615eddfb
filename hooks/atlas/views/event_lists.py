"""Lists of events: of a page that tells few all that is known, of one that names many the essence.

A programme of two thousand pairings has twelve thousand events. With every word of each its page
weighed 14 MB, which nobody reads; so there, events lead to the page of their pairing instead. And
even of that it has only the latest, for the timeline has all.
"""

from collections.abc import Sequence

from atlas import routes
from atlas.graph import Happening
from atlas.model import Pairing
from atlas.views import happenings, once, retirement
from atlas.views.blocks import Block, EventItem, Events, Links, Notice, Prose, Row, Told
from atlas.views.data_blocks import DataLinks
from atlas.views.page import Section
from atlas.views.writer import Writer, plain

MANY = 200
"""More events than this are told in brief."""

MOST = 500
"""Of more events than this, only the latest are listed."""


def section(
    w: Writer,
    told: Sequence[Happening],
    data: DataLinks,
    owner: str = "",
    *,
    of_pairing: bool = False,
) -> Section | None:
    """The part of a page that tells events, if there are any, with the data of it.

    `owner` is the id of what has a timeline of its own; the search knows its events from its page.
    The page of a pairing does not repeat its name, and tells everything.
    """
    if not told:
        return None
    brief = len(told) > MANY and not of_pairing
    listed = _listed(told, owner) if brief else told
    items = (_brief(w, each) if brief else _event(w, each, not of_pairing) for each in listed)
    notice = retirement.notice(w, w.graph.timelines.get(owner))
    blocks: tuple[Block, ...] = (
        *([Notice(notice)] if notice else []),
        *([Prose((w.line(w.words.events_in_brief),))] if brief else []),
        *(_left_out(w, len(listed), len(told)) if len(listed) < len(told) else ()),
        Events(tuple(items)),
        data,
    )
    return Section("timeline", w.to(w.words.timeline), blocks, searched=bool(owner))


def _listed(told: Sequence[Happening], owner: str) -> Sequence[Happening]:
    """The latest events, and those of the page's own timeline, whose addresses lead there."""
    return [*(each for each in told[:-MOST] if each.owner == owner), *told[-MOST:]]


def _left_out(w: Writer, listed: int, told: int) -> tuple[Block, ...]:
    """Say that there are more, and where."""
    latest = w.sentence(w.sentences.latest_events, shown=str(listed), total=str(told))
    whole = w.link(routes.TIMELINE, w.to(w.words.whole_timeline))
    return Prose((latest,)), Links(((whole,),))


def items(w: Writer, told: Sequence[Happening], *, brief: bool) -> Events:
    """Events without a heading of their own, which the search knows from elsewhere."""
    each = (_brief(w, one) if brief else _event(w, one, name_pairings=True) for one in told)
    return Events(tuple(each), searched=False)


def _brief(w: Writer, happening: Happening) -> EventItem:
    """When it was, what it is called, and a link to the page of its pairing, which tells the rest.

    What concerns no pairing in particular is told here.
    """
    if not happening.pairings:
        return _event(w, happening, name_pairings=False)
    said = _said_everywhere(w, happening)
    route = routes.record("pairings", happening.pairings[0].id)
    title = (w.link(route, plain(said.title), said.anchor),)
    return EventItem(said, title, details=(_pairings(w, happening),))


def _event(w: Writer, happening: Happening, name_pairings: bool) -> EventItem:
    named = name_pairings and happening.pairings
    notes = happenings.corrections(w, happening) if happening.corrections else ()
    return EventItem(
        _said_everywhere(w, happening),
        paragraphs=w.paragraphs(happenings.text(w, happening)),
        details=(
            *([_pairings(w, happening)] if named else []),
            *(Row(w.to(w.words.correction), (note,)) for note in notes),
        ),
        cite=w.cite(happening.source),
    )


def _pairings(w: Writer, happening: Happening) -> Row:
    if len(happening.pairings) == 1:
        return _pairing(w, happening.pairings[0])
    return Row(w.to(w.words.pairing), tuple(map(w.pairing, happening.pairings)))


@once.in_folder
def _pairing(w: Writer, pairing: Pairing) -> Row:
    return Row(w.to(w.words.pairing), (w.pairing(pairing),))


@once.in_language_by(happenings.key)
def _said_everywhere(w: Writer, happening: Happening) -> Told:
    """What is said of an event on every page that tells of it."""
    event, own_words = happening.event, happenings.own_words(happening)
    where = event.where if event else None
    return Told(
        anchor=routes.event_anchor(happening.id),
        old_anchors=tuple(map(routes.event_anchor, happening.former_ids)),
        date=w.date(happening.date, own_words),
        calendar="" if own_words else w.calendar(happening.date),
        kind=happenings.kind(w, happening),
        planned=w.to(w.words.planned) if happening.planned else "",
        title=happenings.title(w, happening),
        where=(Row(w.to(w.words.where), (w.line(where),)),) if where else (),
        tone=happening.programme.colour,
    )
