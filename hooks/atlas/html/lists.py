"""The rows of the list of pairings → HTML."""

from collections.abc import Sequence

from atlas.html.escaping import escaped
from atlas.html.lines import line, lines
from atlas.views.list_blocks import ListCell, ListRow, PairingList


def rows(block: PairingList) -> str:
    """Write the rows of the table, each with what the script finds and orders it by."""
    labels = [escaped(column.label) for column in block.columns]
    return "".join([_row(row, labels) for row in block.rows])


def _row(row: ListRow, labels: Sequence[str]) -> str:
    filed = "".join([f' data-{escaped(name)}="{escaped(values)}"' for name, values in row.filed])
    first, *others = row.cells
    note = f'<div class="atlas-readings">{line(first.note)}</div>' if first.note else ""
    cells = "".join([
        f'\n<td data-label="{label}"{_sort(cell)}><div>{lines(cell.values)}</div></td>'
        for label, cell in zip(labels[1:], others, strict=True)
    ])  # fmt: skip
    return (
        f'\n<tr{filed} data-search="{escaped(row.search)}">'
        f'\n<th scope="row"{_sort(first)}>{lines(first.values)}{note}</th>{cells}\n</tr>'
    )


def _sort(cell: ListCell) -> str:
    return "" if cell.sort is None else f' data-sort="{escaped(cell.sort)}"'
