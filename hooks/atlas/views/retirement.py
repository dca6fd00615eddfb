"""Records that are kept only as signposts: what is said of them, and how lists show them."""

from atlas.model import Kept, Term, Timeline
from atlas.views.lines import Line, Span
from atlas.views.writer import Writer


def notice(w: Writer, record: Kept | None) -> Line:
    """Return why and since when a record is retired, and what to see instead; if it is."""
    retired = record.retired if record else None
    if retired is None:
        return ()
    part = isinstance(record, Term | Timeline)  # of a page; others have a page of their own
    said = w.sentence(
        w.sentences.retired_entry if part else w.sentences.retired,
        date=w.date(retired.on),
        reason=w.to(retired.reason),
    )
    if retired.see:
        other = w.record(w.graph.by_id[retired.see])
        said = w.sentence(w.sentences.see_instead, notice=said, record=other)
    return said


def marked(w: Writer, record: Kept) -> Line:
    """Return a record's name, linked, as lists have it: with a tag if it is retired."""
    tag = (Span(" "), Span(w.to(w.words.retired), tag=True)) if record.retired else ()
    return (*w.record(record), *tag)
