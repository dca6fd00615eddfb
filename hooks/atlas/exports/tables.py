"""Tables as CSV (RFC 4180) in UTF-8: pairings, events and places, and those of each programme.

Excel takes a file without a byte order mark for one in the computer's own encoding, and shows
Japanese as rubbish; hence the mark. Several values of one cell are separated by `; `.
"""

import csv
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from io import StringIO
from typing import Any, Generic, TypeVar

from atlas import routes
from atlas.exports import event_columns, pairing_columns, place_columns
from atlas.exports.columns import Column, Value, in_each_language
from atlas.graph import Graph
from atlas.text import LANGUAGES, Text
from atlas.views import Setting
from atlas.views.writer import Writer

R = TypeVar("R")

SEPARATOR = "; "
"""What stands between the values of one cell."""

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
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


def files(setting: Setting) -> Iterator[tuple[str, bytes]]:
    """Yield the path and content of every table, and of the part of each programme.

    A part is also found under the ids that its programme once had.
    """
    writers = {language: Writer(setting, language, routes.HOME) for language in LANGUAGES}
    for table in tables(setting.graph):
        heads = [column.name for column in table.columns]
        rows = [
            [_cell(column.value(writers[column.language], record)) for column in table.columns]
            for record in table.records
        ]
        yield routes.table_file(table.kind), _csv(heads, rows)
        if table.programme_of:
            parts = defaultdict(list)
            for record, row in zip(table.records, rows, strict=True):
                parts[table.programme_of(record)].append(row)
            for programme in setting.graph.programmes:
                part = _csv(heads, parts[programme.id])
                for name in (programme.id, *programme.formerly):
                    yield routes.table_file(table.kind, name), part


def _csv(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    text = StringIO(newline="")
    writer = csv.writer(text)  # its default dialect is that of RFC 4180, with CRLF
    writer.writerow(heads)
    writer.writerows(rows)
    return text.getvalue().encode("utf-8-sig")


def _cell(value: Value) -> str:
    """Write a value; text that a spreadsheet would take for a formula is made harmless.

    A number is left alone: it computes nothing, and a longitude west of Greenwich must go on
    being a number.
    """
    match value:
        case str():
            return _harmless(value)
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case float():
            return str(value)
        case tuple():
            return _harmless(SEPARATOR.join(value) if any(value) else "")


def _harmless(text: str) -> str:
    return f"'{text}" if text.startswith(_FORMULA) else text
