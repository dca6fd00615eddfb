"""What is said of an event, wherever it is told: on pages, in calendars, in feeds."""

from collections.abc import Callable, Iterator
from operator import attrgetter

from atlas import routes
from atlas.graph import Happening
from atlas.model import Pairing
from atlas.text import Language, Text, paragraphs
from atlas.views import bilingual
from atlas.views.lines import Line, Span
from atlas.views.setting import Setting
from atlas.views.writer import Writer, plain

MOST_NAMED = 10
"""How many pairings of an event are named in its details; of more, only their number is told.

An event stands in the calendar of each of its pairings: with all names in each, the calendars
would grow with the square of their number. Its page, whose address is given, names all.
"""


key: Callable[[Happening], tuple[str, int]] = attrgetter("owner", "number")
"""Tells an event from all others, more quickly than its id, which is put together each time."""


def title(w: Writer, happening: Happening) -> Line:
    """Return what happened; of a selection, a sentence composed from the pairing's two sides."""
    if happening.event:
        return w.line(happening.event.title)
    (pairing,) = happening.pairings
    japan, partner = (
        w.joined((Span(w.to(place.name)),) for place in side) for side in w.graph.sides(pairing)
    )
    return w.sentence(w.sentences.selected, japan=japan, partner=partner)


def kind(w: Writer, happening: Happening) -> str:
    """Return what kind of event it is."""
    kinds = w.graph.vocabulary.event_kinds
    return w.to(kinds[happening.event.kind] if happening.event else w.words.selection)


def text(w: Writer, happening: Happening) -> Text | None:
    """Return what is told of an event: its own text, or that of the statement that tells it."""
    event = happening.event
    if event is None or event.statement is None:
        return event.text if event else None
    return w.graph.said(event.statement).statement.text


def items(w: Writer, happening: Happening) -> tuple[Text, ...]:
    """Return the numbered items that follow the text, where a statement tells of an event."""
    event = happening.event
    if event is None or event.statement is None:
        return ()
    return w.graph.said(event.statement).statement.items


def told(w: Writer, happening: Happening) -> tuple[str, ...]:
    """Return as plain paragraphs what is told of an event: the text, then its items, numbered."""
    own = text(w, happening)
    numbered = enumerate(items(w, happening), 1)
    return (
        *(paragraphs(w.to(own)) if own else ()),
        *(f"{number}. {w.to(item)}" for number, item in numbered),
    )


def own_words(happening: Happening) -> Text | None:
    """Return the words of the document for the date, where they are shown instead of it."""
    return happening.event.date_text if happening.event else None


def heading(w: Writer, happening: Happening) -> str:
    """Return what happened as plain text, with a mark where the source only announces it."""
    text = plain(title(w, happening))
    if not happening.planned:
        return text
    return w.filled(w.sentences.labelled, value=text, label=w.to(w.words.planned))


def when(w: Writer, happening: Happening) -> str:
    """Return the date as readers write it, with its fiscal year, or in its document's own words."""
    words = own_words(happening)
    date = plain(w.date(happening.date, words))
    year = "" if words else w.calendar(happening.date)
    return w.filled(w.sentences.labelled, value=date, label=year) if year else date


def address(w: Writer, happening: Happening) -> str:
    """Return where it stands on the page of the pairing or programme that it is told of."""
    owner = happening.owner
    kind = "pairings" if isinstance(w.graph.by_id[owner], Pairing) else "programmes"
    route, anchor = routes.record(kind, owner), routes.event_anchor(happening.id)
    return routes.absolute(w.setting.base, route, w.language, anchor)


def corrections(w: Writer, happening: Happening) -> tuple[Line, ...]:
    """Return what was corrected after publication, each with its day."""
    return tuple(
        w.sentence(w.sentences.revised, date=w.date(revision.on), note=w.to(revision.note))
        for revision in happening.corrections
    )


def details(w: Writer, happening: Happening) -> tuple[str, ...]:
    """Return as plain paragraphs what is told beside title, date and place: the source comes last."""
    return (
        *told(w, happening),
        *map(plain, corrections(w, happening)),
        *_pairings(w, happening),
        w.setting.once(_citation, w.language, happening.source.id),
    )


def _citation(setting: Setting, language: Language, source_id: str) -> str:
    w = Writer(setting, language, routes.HOME)
    return plain(w.cite(setting.graph.source(source_id)))


def _pairings(w: Writer, happening: Happening) -> Iterator[str]:
    number = len(happening.pairings)
    if number > MOST_NAMED:
        yield w.filled(w.sentences.pairings_count, count=str(number))
    elif number:
        names = (bilingual.name(w.setting, pairing) for pairing in happening.pairings)
        yield named(w, w.words.pairing, plain(w.listed(map(w.line, names))))


def named(w: Writer, label: Text, value: str) -> str:
    """Return a value with what it is before it: 場所：所沢市, Where: Tokorozawa."""
    return w.filled(w.sentences.named, label=w.to(label), value=value)
