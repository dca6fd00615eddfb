"""The rows of the list of pairings → HTML.

They are short, for there are thousands: the style sheet knows their cells by their column, and dates
and colours are not marked again in each.
"""

from collections.abc import Sequence

from atlas.html.escaping import escaped
from atlas.views.lines import Line, Span
from atlas.views.list_blocks import ListCell, ListRow


def rows(some: Sequence[ListRow]) -> str:
    """Write rows of the table, each with what the script orders it by where its text is not that."""
    return "".join([_row(row) for row in some])


def _row(row: ListRow) -> str:
    first, *others = row.cells
    tone = f' data-tone="{escaped(row.tone)}"' if row.tone else ""
    year = f' data-year="{escaped(row.year)}"' if row.year else ""
    cells = "".join([f"<td{_sort(cell)}>{_values(cell.values)}</td>" for cell in others])
    return (
        f'\n<tr{tone}{year}><th scope="row"{_sort(first)}>{_short(first.values[0])}'
        f"{_note(first.note)}</th>{cells}</tr>"
    )


def _sort(cell: ListCell) -> str:
    return "" if cell.sort is None else f' data-sort="{escaped(cell.sort)}"'


def _values(values: Sequence[Line]) -> str:
    if len(values) == 1:
        return _short(values[0])
    items = "".join([f"<li>{_short(value)}</li>" for value in values])
    return f"<ul>{items}</ul>" if items else ""


def _short(line: Line) -> str:
    return "".join([_span(span) for span in line])


def _span(span: Span) -> str:
    text = escaped(span.text)
    if span.href:
        return f'<a href="{escaped(span.href)}">{text}</a>'
    if span.tag:
        return f'<span class="atlas-tag">{text}</span>'
    return f'<span lang="{escaped(span.lang)}">{text}</span>' if span.lang else text


def _note(line: Line) -> str:
    if not line:
        return ""
    lang = f' lang="{escaped(line[0].lang)}"' if line[0].lang else ""
    return f"<div{lang}>{''.join([escaped(span.text) for span in line])}</div>"
