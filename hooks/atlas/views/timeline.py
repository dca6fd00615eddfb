"""The page of every dated event."""

from itertools import groupby

from atlas import dates, routes
from atlas.graph import Happening
from atlas.views import parts
from atlas.views.blocks import Page, Section
from atlas.views.writer import Writer, plain


def page(w: Writer) -> Page:
    """Every dated event, year by year."""
    words = w.words
    happenings = w.graph.happenings
    lead = w.sentence(w.sentences.timeline_lead, count=str(len(happenings)))
    sections = tuple(
        Section(
            f"y{year}",
            _year_title(w, year),
            (parts.event_list(w, list(group), name_pairings=True),),
        )
        for year, group in groupby(happenings, key=_year)
    )
    return Page(
        routes.TIMELINE, w.language, w.to(words.timeline), plain(lead), sections, lead=(lead,)
    )


def _year(happening: Happening) -> int:
    return happening.date.first.year


def _year_title(w: Writer, year: int) -> str:
    when = dates.parse(f"{year:04}")
    title = plain(w.date(when))
    if w.language != "ja":
        return title
    eras = dict.fromkeys(
        era for day in (when.first, when.last) if (era := dates.era_year(day)) is not None
    )
    return f"{title}（{'・'.join(eras)}）" if eras else title
