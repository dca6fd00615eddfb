"""The JSON API, version 1: static files, described by OpenAPI 3.1."""

import json
from collections.abc import Iterable, Iterator
from functools import partial

from atlas import formats, routes
from atlas.exports.api import openapi
from atlas.exports.api.events import event_with_pairings
from atlas.exports.api.index import index
from atlas.exports.api.kinds import KINDS, Kind
from atlas.exports.api.shapes import SCHEMA_VERSION
from atlas.exports.api.teller import Json, Teller, listed, value, whole
from atlas.exports.api.words import words
from atlas.exports.making import Files
from atlas.made import Content
from atlas.model import Kept
from atlas.views.setting import Setting


def collections(setting: Setting) -> Files:
    """Yield the files that tell of all records of a kind or of all events, or of the API itself."""
    t = setting.once(Teller)
    for kind in KINDS:
        yield routes.api_collection(kind.name), partial(_collection, t, kind)
    yield routes.api_collection(routes.EVENTS), partial(_events, t)
    yield routes.API_INDEX, lambda: _answer(t, (whole(index(t)),))
    yield routes.VOCABULARY, lambda: _answer(t, (whole(words(t)),))
    yield routes.OPENAPI, partial(_description, setting)


def records(setting: Setting) -> Files:
    """Yield the file of each record, also under the ids that it once had.

    Of the kinds with fewest records, each tells of most: these are first (see `exports.all_files`).
    """
    t = setting.once(Teller)
    graph = setting.graph
    for kind in sorted(KINDS, key=lambda kind: len(kind.records(graph))):
        for record in kind.records(graph) if kind.alone else ():
            for name in (record.id, *record.formerly):
                yield routes.api_record(kind.name, name), partial(_record, t, kind, record)


def _record(t: Teller, kind: Kind, record: Kept) -> Content:
    return _answer(t, kind.whole_of(t, record))


def _collection(t: Teller, kind: Kind) -> Content:
    records = kind.records(t.setting.graph)
    return _answer(t, listed(kind.item_of(t, record) for record in records), len(records))


def _events(t: Teller) -> Content:
    told = t.setting.graph.happenings
    return _answer(t, listed(event_with_pairings(t, each) for each in told), len(told))


def _answer(t: Teller, result: Iterable[Json], total: int = 1) -> Iterator[str]:
    """Answer with pieces of JSON: of all events at once there may be a hundred megabytes."""
    around = {
        "schema_version": value(SCHEMA_VERSION),
        "generated_at": value(formats.timestamp(t.setting.generated_at)),
        "total": value(total),
    }
    yield f'{whole(around)[:-1]},"result":'
    yield from result
    yield "}\n"


def _description(setting: Setting) -> str:
    told = openapi.description(setting)
    return json.dumps(told, ensure_ascii=False, separators=(",", ":")) + "\n"
