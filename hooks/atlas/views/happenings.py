"""What is said of an event, wherever it is told: on pages, in calendars, in feeds."""

from atlas.graph import Happening
from atlas.text import Text
from atlas.views.lines import Line, Span
from atlas.views.writer import Writer


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


def own_words(happening: Happening) -> Text | None:
    """Return the words of the document for the date, where they are shown instead of it."""
    return happening.event.date_text if happening.event else None
