"""The page of every dated event."""

from itertools import groupby

from atlas import dates, routes
from atlas.graph import Happening
from atlas.views import event_lists, offers
from atlas.views.page import Page, Section
from atlas.views.writer import Writer, plain


def page(w: Writer) -> Page:
    """Every dated event, year by year."""
    words = w.words
    happenings = w.graph.happenings
    brief = len(happenings) > event_lists.MANY
    lead = w.sentence(w.sentences.timeline_lead, count=str(len(happenings)))
    note = (w.line(words.events_in_brief),) if brief else ()
    sections = tuple(
        Section(
            anchor(number),
            year_title(w, number),
            (event_lists.items(w, list(group), brief=brief),),
        )
        for number, group in groupby(happenings, key=year)
    )
    return Page(
        routes.TIMELINE, w.language, w.to(words.timeline), plain(lead), sections, lead=(lead, *note),
        head=(offers.of_events(w),),
    )  # fmt: skip


def year(happening: Happening) -> int:
    """Return the year under which an event stands: that in which it began."""
    return happening.date.first.year


def anchor(number: int) -> str:
    """Return the name of a year's place on the page."""
    return f"y{number}"


def year_name(w: Writer, number: int) -> str:
    """Write a year: 2018年, 2018."""
    return plain(w.date(dates.parse(f"{number:04}")))


def year_title(w: Writer, number: int) -> str:
    """Write a year with that of the Japanese era: 2018年（平成30年）."""
    when, title = dates.parse(f"{number:04}"), year_name(w, number)
    if w.language != "ja":
        return title
    eras = dict.fromkeys(
        era for day in (when.first, when.last) if (era := dates.era_year(day)) is not None
    )
    return f"{title}（{'・'.join(eras)}）" if eras else title
