"""Pages of themes: all of them, and each one."""

from atlas import routes
from atlas.model import Theme
from atlas.views import offers, parts, retirement
from atlas.views.blocks import Table
from atlas.views.lines import Span
from atlas.views.page import Page, Section
from atlas.views.writer import Writer, plain


def index(w: Writer) -> Page:
    """All themes, with who works on them."""
    words, graph = w.words, w.graph
    lead = w.sentence(w.sentences.themes_lead, count=str(len(graph.themes)))
    rows = tuple(
        (
            (retirement.marked(w, theme),),
            ((Span(str(len(graph.pairings_of[theme.id]))),),),
            tuple(retirement.marked(w, pairing) for pairing in graph.pairings_of[theme.id]),
        )
        for theme in w.in_order(graph.themes)
    )
    columns = (w.to(words.theme), w.to(words.number), w.to(words.pairings))
    table = Table(w.to(words.all_themes), columns, rows)
    section = Section("all", w.to(words.all_themes), (table, offers.of_kind(w, "themes")))
    return Page(
        routes.THEMES, w.language, w.to(words.themes), plain(lead), (section,), lead=(lead,)
    )


def page(w: Writer, theme: Theme) -> Page:
    """One theme: who works on it."""
    words = w.words
    pairings = w.graph.pairings_of[theme.id]
    count = str(len(pairings))
    summary = w.sentence(w.sentences.theme_summary, theme=w.to(theme.name), count=count)
    table = parts.pairing_table(w, pairings, w.to(theme.name))
    sections = parts.present(
        Section("pairings", w.to(words.pairings), (table, offers.of_record(w, theme)))
        if pairings else None,
        parts.sources(w, theme, theme.sources),
    )  # fmt: skip
    return Page(
        routes.record("themes", theme.id),
        w.language,
        w.to(theme.name),
        plain(summary),
        sections,
        kind=w.line(words.theme),
        lead=w.paragraphs(theme.description) or (summary,),
        notice=retirement.notice(w, theme),
        record_file=routes.record_file("themes", theme.id),
    )
