"""Blocks of text → HTML."""

from atlas.html.escaping import escaped
from atlas.html.lines import cite, line, lines, paragraphs, passage, ref
from atlas.html.repeated import repeated
from atlas.text import Language
from atlas.views.blocks import (
    Citation,
    EventItem,
    Events,
    Facts,
    Links,
    Prose,
    Row,
    SourceNotes,
    Table,
    Told,
)
from atlas.views.data_blocks import DataLink, DataLinks
from atlas.views.lines import Line


def events(block: Events, language: Language) -> str:
    """Write events in the order of time."""
    items = "".join([_event(event, language) for event in block.items])
    excluded = "" if block.searched else " data-search-exclude"
    return f'<ol class="atlas-events"{excluded}>{items}\n</ol>'


def _event(event: EventItem, language: Language) -> str:
    mark = ref(event.cite)
    head, title, where = _told(event.told, language)
    if event.link:
        title, where = line(event.link, language), ""
    details = where + "".join([_detail(row) for row in event.details])
    return (
        f"{head}\n<h3>{title}{'' if event.paragraphs else mark}</h3>"
        f"{paragraphs(event.paragraphs, mark)}"
        + (f'\n<dl class="atlas-details">{details}\n</dl>' if details else "")
        + f"\n{cite(event.cite)}\n</li>"
    )


@repeated(16_384)  # an event is told on the pages of its pairing and its places, and in lists
def _told(told: Told, language: Language) -> tuple[str, str, str]:
    """Write what precedes its title, the title, and where it was."""
    old = "".join([f'<span id="{escaped(anchor)}"></span>' for anchor in told.old_anchors])
    calendar = (
        f'<span class="atlas-calendar">（{escaped(told.calendar)}）</span>' if told.calendar else ""
    )
    planned = (
        f'\n<span class="atlas-tag atlas-tag--planned">{escaped(told.planned)}</span>'
        if told.planned
        else ""
    )
    head = (
        f'\n<li id="{escaped(told.anchor)}" data-tone="{escaped(told.tone)}"'
        f"{PLANNED if planned else ''}>"
        f'\n<p class="atlas-when">{old}{line(told.date)}{calendar}'
        f'\n<span class="atlas-tag">{escaped(told.kind)}</span>{planned}\n</p>'
    )
    return head, line(told.title, language), "".join(map(details_row, told.where))


PLANNED = ' class="atlas-planned"'


def details_row(row: Row) -> str:
    """Write a label and its values on one line of a list of details."""
    return f"\n<div><dt>{escaped(row.label)}</dt><dd>{lines(row.values)}</dd></div>"


_detail = repeated(1024)(details_row)  # the pairing of several events


def note(row: Row) -> str:
    """Write what is to be noted of a row, if anything is."""
    return f'\n<p class="atlas-note">{escaped(row.note)}</p>' if row.note else ""


def facts(block: Facts) -> str:
    """Write labels and values."""
    rows = "".join([
        f"\n<div>\n<dt>{escaped(row.label)}</dt>"
        f"\n<dd>{lines(row.values, row.cite)}{note(row)}{cite(row.cite)}</dd>\n</div>"
        for row in block.rows
    ])  # fmt: skip
    return f'<dl class="atlas-facts">{rows}\n</dl>'


def prose(block: Prose) -> str:
    """Write paragraphs, perhaps with a numbered list and a closing after them."""
    text = passage(block.paragraphs, block.items, block.closing, block.cite)
    return f'<div class="atlas-prose">{text}\n</div>'


def links(block: Links) -> str:
    """Write a plain list of links."""
    items = "".join([f"\n<li>{line(item)}</li>" for item in block.items])
    return f'<ul class="atlas-links">{items}\n</ul>'


def source_notes(block: SourceNotes) -> str:
    """Write the sources of a page, in the order of their numbers."""
    items = "".join([
        f'\n<li id="{escaped(item.anchor)}">{line(item.text)}</li>' for item in block.items
    ])  # fmt: skip
    return f'<ol class="atlas-sources">{items}\n</ol>'


def data_links(block: DataLinks) -> str:
    """Write the files that hold what stands above, in one line."""
    items = " · ".join([_data_link(link) for link in block.items])
    return f'<p class="atlas-data" data-search-exclude>{escaped(block.label)}{items}</p>'


def _data_link(link: DataLink) -> str:
    return (
        f'<a href="{escaped(link.href)}" type="{escaped(link.media_type)}"'
        f' aria-label="{escaped(link.title)}">{escaped(link.text)}</a>'
    )


def citation(block: Citation) -> str:
    """Write how to cite the page, with a button that its script shows."""
    return (
        f'<div class="atlas-citation">\n<p id="citation">{line(block.text)}</p>'
        f'\n<p class="atlas-note">{escaped(block.advice)}</p>'
        '\n<button type="button" class="atlas-button" data-atlas-copy="citation"'
        f' data-atlas-copied="{escaped(block.copied)}" hidden>{escaped(block.copy)}</button>'
        ' <span role="status"></span>\n</div>'
    )


def table(block: Table) -> str:
    """Write a table; the first cell of a row names the row."""
    names = [escaped(column) for column in block.columns]
    head = "".join([f'<th scope="col">{name}</th>' for name in names])
    rows = "".join([_table_row(row, names) for row in block.rows])
    return (
        f'<div class="atlas-table" role="region" aria-label="{escaped(block.caption)}" tabindex="0">'
        f'\n<table class="atlas-grid" data-search-exclude>\n<thead>\n<tr>{head}</tr>\n</thead>'
        f"\n<tbody>{rows}\n</tbody>\n</table>\n</div>\n{cite(block.cite)}"
    )


def _table_row(row: tuple[tuple[Line, ...], ...], names: list[str]) -> str:
    first, *others = row
    cells = "".join([
        f'\n<td data-label="{name}"><div>{lines(cell)}</div></td>' if cell else "\n<td></td>"
        for name, cell in zip(names[1:], others, strict=True)
    ])  # fmt: skip
    return f'\n<tr>\n<th scope="row">{lines(first)}</th>{cells}\n</tr>'
