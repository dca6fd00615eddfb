"""Tables as CSV (RFC 4180) in UTF-8: pairings, events and places, and those of each programme.

Excel takes a file without a byte order mark for one in the computer's own encoding, and shows
Japanese as rubbish; hence the mark. Several values of one cell are separated by `; `.
"""

import codecs
import csv
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property, partial
from io import StringIO
from typing import Any, Generic, TypeVar

from atlas import routes
from atlas.exports import event_columns, pairing_columns, place_columns
from atlas.exports.columns import Column, Value, in_each_language
from atlas.exports.making import Files, Shelf
from atlas.graph import Graph
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
    for table in tables(setting.graph):
        rows = _Rows(setting, table)
        yield routes.table_file(table.kind), partial(_file, rows)
        for programme in setting.graph.programmes if table.programme_of else ():
            for name in (programme.id, *programme.formerly):
                yield routes.table_file(table.kind, name), partial(_file, rows, programme.id)


def _file(rows: "_Rows", programme: str = "") -> Iterator[bytes]:
    """Write a table, row by row: all of it, or the part of a programme."""
    table = rows.table
    yield codecs.BOM_UTF8
    yield _line([column.name for column in table.columns])
    for number, record in enumerate(table.records):
        if not (programme and table.programme_of) or table.programme_of(record) == programme:
            yield rows.row(number)


class _Rows:
    """The rows of a table, each written once for all files that it is in."""

    def __init__(self, setting: Setting, table: Table[Any]) -> None:
        self.table = table
        self._setting = setting
        self._shelf = Shelf[int]()

    def row(self, number: int) -> bytes:
        """Return the row of a record, by where it stands among those of the table."""
        return self._shelf.once(number, self._written, number)

    @cached_property
    def _cells(self) -> list[tuple[Callable[[Writer, Any], Value], Writer]]:
        """What writes each cell of a row."""
        writers = {language: Writer(self._setting, language, routes.HOME) for language in LANGUAGES}
        return [(column.value, writers[column.language]) for column in self.table.columns]

    def _written(self, number: int) -> bytes:
        record = self.table.records[number]
        values = [value(w, record) for value, w in self._cells]
        return _line([
            # What most cells hold is not worth the call of a function, 50 times a row.
            value if type(value) is str and value[:1] not in _FORMULA else _cell(value)
            for value in values
        ])  # fmt: skip


def _line(values: list[str]) -> bytes:
    """Write values as the standard library does, whose default dialect is that of RFC 4180."""
    line = StringIO()
    csv.writer(line).writerow(values)
    return line.getvalue().encode()


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
