"""Tables as CSV (RFC 4180) in UTF-8: pairings, events and places, and those of each programme.

Excel takes a file without a byte order mark for one in the computer's own encoding, and shows
Japanese as rubbish; hence the mark. Several values of one cell are separated by `; `.
"""

import codecs
import csv
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any, Generic, TypeVar

from atlas import routes
from atlas.exports import event_columns, pairing_columns, place_columns
from atlas.exports.columns import Column, Value, in_each_language
from atlas.exports.making import Files
from atlas.graph import Graph
from atlas.made import Content
from atlas.text import LANGUAGES, Text
from atlas.views import Setting
from atlas.views.writer import Writer

R = TypeVar("R")

SEPARATOR = "; "
"""What stands between the values of one cell."""

_FORMULA = frozenset("=+-@\t\r")
"""What a spreadsheet may take for the beginning of a formula (OWASP, CSV Injection)."""


@dataclass(frozen=True, slots=True)
class Table(Generic[R]):
    """A table: its columns, and the records that are its rows."""

    kind: str
    title: Text
    text: Text
    """What a row is."""
    columns: tuple[Column[R], ...]
    records: tuple[R, ...]
    programme_of: Callable[[R], str] | None = None
    """To which programme a row belongs; None for a table that has no parts."""


def tables(graph: Graph) -> tuple[Table[Any], ...]:
    """Return all tables."""
    words = graph.vocabulary.words
    return (
        Table(
            "pairings",
            words.pairings,
            Text(ja="1行が一つの連携です。", en="One row for each pairing."),
            in_each_language(pairing_columns.columns(words)),
            graph.pairings,
            lambda pairing: pairing.programme,
        ),
        Table(
            "events",
            words.events,
            Text(
                ja="1行が一つの出来事です。始まった時期の分かる連携の選定も、出来事に数えます。",
                en="One row for each event; where the start of a pairing is known, "
                "its selection is one.",
            ),
            in_each_language(event_columns.columns(words)),
            graph.happenings,
            lambda told: told.programme.id,
        ),
        Table(
            "places",
            words.places,
            Text(
                ja="1行が一つの場所です。よみ、現地語の名前、別名、種類、国、属する地域、座標は、"
                "このサイトの編集部によるものです（出典：editorial）。",
                en="One row for each place. Reading, local and other names, kind, country, the "
                "area it belongs to and coordinates are editorial (source: editorial).",
            ),
            in_each_language(place_columns.columns(words)),
            graph.places,
        ),
    )


def files(setting: Setting) -> Files:
    """Yield the path of every table, and of the part of each programme, and what makes it.

    A part is also found under the ids that its programme once had.
    """
    for table in setting.once(_tables):
        yield routes.table_file(table.kind), partial(_file, setting, table)
        for programme in setting.graph.programmes if table.programme_of else ():
            for name in (programme.id, *programme.formerly):
                path = routes.table_file(table.kind, name)
                yield path, partial(_file, setting, table, programme.id)


def _tables(setting: Setting) -> tuple[Table[Any], ...]:
    return tables(setting.graph)


def _file(setting: Setting, table: Table[Any], programme: str = "") -> Content:
    """Write a table: all of it, or the part of a programme."""
    heads, *rows = setting.once(_rows, table.kind)
    if table.programme_of and programme:
        of = map(table.programme_of, table.records)
        rows = [row for row, its in zip(rows, of, strict=True) if its == programme]
    return codecs.BOM_UTF8, heads, *rows


def _rows(setting: Setting, kind: str) -> list[bytes]:
    """Write the names of a table's columns, and a row for each record, for all its files."""
    (table,) = (table for table in setting.once(_tables) if table.kind == kind)
    writers = {language: Writer(setting, language, routes.HOME) for language in LANGUAGES}
    columns = [(column.value, writers[column.language]) for column in table.columns]
    rows = _Rows()
    writer = csv.writer(rows)  # its default dialect is that of RFC 4180, with CRLF
    writer.writerow([column.name for column in table.columns])
    for record in table.records:
        values = [value(w, record) for value, w in columns]
        writer.writerow([
            # What most cells hold is not worth the call of a function, 50 times a row.
            value if type(value) is str and value[:1] not in _FORMULA else _cell(value)
            for value in values
        ])  # fmt: skip
    return rows.written


class _Rows:
    """What the standard library's csv writes to, row by row."""

    def __init__(self) -> None:
        self.written: list[bytes] = []

    def write(self, row: str) -> None:
        """Take a row."""
        self.written.append(row.encode())


def _cell(value: Value) -> str:
    """Write a value; text that a spreadsheet would take for a formula is made harmless.

    A number is left alone: it computes nothing, and a longitude west of Greenwich must go on
    being a number.
    """
    if isinstance(value, str):
        return f"'{value}" if value[:1] in _FORMULA else value
    if isinstance(value, tuple):
        return _cell(SEPARATOR.join(value) if any(value) else "")
    if isinstance(value, bool):
        return "true" if value else "false"
    return "" if value is None else str(value)
