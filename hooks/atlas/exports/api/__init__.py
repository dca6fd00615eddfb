"""The JSON API, version 1: static files, described by OpenAPI 3.1."""

import json
from collections.abc import Iterator

from atlas import formats, routes
from atlas.exports.api import openapi
from atlas.exports.api.events import event_with_pairings
from atlas.exports.api.index import index
from atlas.exports.api.kinds import KINDS
from atlas.exports.api.shapes import SCHEMA_VERSION
from atlas.exports.api.teller import Teller
from atlas.exports.api.words import words
from atlas.views.setting import Setting


def files(setting: Setting) -> Iterator[tuple[str, str]]:
    """Yield every file of the API. A record is also found under the ids that it once had."""
    t = Teller(setting)
    for kind in KINDS:
        told = []
        for record in kind.records(setting.graph):
            told.append(kind.tell(t, record))
            if kind.alone:
                text = _answer(setting, told[-1] | kind.tell_more(t, record))
                for name in (record.id, *record.formerly):
                    yield routes.api_record(kind.name, name), text
        yield routes.api_collection(kind.name), _answer(setting, told)
    events = [event_with_pairings(t, happening) for happening in setting.graph.happenings]
    yield routes.api_collection(routes.EVENTS), _answer(setting, events)
    yield routes.API_INDEX, _answer(setting, index(t))
    yield routes.VOCABULARY, _answer(setting, words(t))
    yield routes.OPENAPI, _written(openapi.description(setting))


def _answer(setting: Setting, result: object) -> str:
    return _written({
        "schema_version": SCHEMA_VERSION,
        "generated_at": formats.timestamp(setting.generated_at),
        "total": len(result) if isinstance(result, list) else 1,
        "result": result,
    })  # fmt: skip


def _written(content: object) -> str:
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")) + "\n"
