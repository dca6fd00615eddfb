"""What the form is filled with: its words, names to choose from, the wording of rules.

And the files of the records themselves, as they stand in the repository.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from typing import Any, get_args

from atlas import dates, routes
from atlas.exports.making import Files
from atlas.exports.schemas.kinds import definition_of
from atlas.graph import Graph
from atlas.made import Content
from atlas.model import FOLDER_MODELS, LIST_MODELS, Kept, Pairing, Place, meaning_of
from atlas.model.links import RecordId
from atlas.model.references import RefersTo
from atlas.problem import Rule
from atlas.rules import unknown_id
from atlas.text import Text
from atlas.views import Setting, bilingual

Json = dict[str, Any]

_WITH_TIMELINES = {"pairings", "programmes"}
"""Kinds of record that may have a timeline of their own."""

_FOREMOST: Mapping[str, tuple[str, ...]] = {
    "pairings": ("since", "summary"),
    "places": ("native", "within", "coordinates"),
    "Event": ("date_text", "text", "planned", "where"),
    "programmes": ("short_name", "colour", "plain", "since_label", "as_of", "bodies"),
    "sources": ("updated", "as_of", "url", "accessed"),
}
"""Keys that are shown at once though they may be left out; all others a reader has to open."""


def files(setting: Setting, rules: Iterable[Rule], texts: Mapping[str, Content]) -> Files:
    """Name what the form needs: its data, and the text of each file that it can correct.

    `texts` has the text of every file of the data, by its path in the repository.
    """
    yield routes.FORM_DATA, partial(_data, setting, tuple(rules))
    shown = {routes.record_file(kind, "") for kind in LIST_MODELS}
    folders = tuple(routes.record_folder(kind) for kind in FOLDER_MODELS)
    for path in texts:
        if path in shown or path.startswith(folders):
            yield path, partial(texts.__getitem__, path)


def _data(setting: Setting, rules: Iterable[Rule]) -> str:
    """Write the form's data."""
    made = {
        "words": setting.graph.vocabulary.form.model_dump(),
        "kinds": [_kind(kind) for kind in (*FOLDER_MODELS, *LIST_MODELS)],
        "records": {kind: dict(_records(setting, kind)) for kind in (*FOLDER_MODELS, *LIST_MODELS)},
        "rules": {rule.id: _told(rule) for rule in rules},
        "foremost": _FOREMOST,
        "always": list(Kept.model_fields),
        "dates": _dates(),
        "choices": _choices(),
        "patterns": _patterns(setting),
    }
    return json.dumps(made, ensure_ascii=False, separators=(",", ":"))


def _kind(kind: str) -> Json:
    model = FOLDER_MODELS.get(kind) or LIST_MODELS[kind]
    listed = kind in LIST_MODELS
    return {
        "kind": kind,
        "schema": routes.schema_file(kind if listed else model.__name__.lower()),
        "name": meaning_of(model).title.model_dump(),
        "file": routes.record_file(kind, "{id}"),
        "listed": listed,
        "timeline": kind in _WITH_TIMELINES,
    }


def _records(setting: Setting, kind: str) -> Iterator[tuple[str, Json]]:
    """What each record is called, and by what else it is found."""
    graph = setting.graph
    if kind == "timelines":  # called by the names of their owners
        yield from ((timeline, {}) for timeline in graph.timelines)
        return
    for record in graph.terms if kind == "glossary" else getattr(graph, kind):
        name = bilingual.name(setting, record)
        yield (
            record.id,
            {**name.model_dump(), "find": " ".join(dict.fromkeys(_also(graph, record)))},
        )


def _also(graph: Graph, record: Kept) -> Iterator[str]:
    """All names and readings of a record; a pairing is found by those of its members."""
    yield from record.formerly
    if isinstance(record, Pairing):
        for place in (place for side in graph.sides(record) for place in side):
            yield from _also(graph, place)
    for name in ("name", "short_name", "title", "publisher"):
        if text := getattr(record, name, None):
            yield from (text.ja, text.en)
    yield getattr(record, "reading", None) or ""
    if native := getattr(record, "native", None):
        yield native.text
    yield from (alias.text for alias in getattr(record, "aliases", ()))
    if isinstance(record, Place):
        yield record.country


def _told(rule: Rule) -> Json:
    return {
        "message": rule.message.model_dump(),
        "remedy": rule.remedy.model_dump(),
        "page": f"{routes.RULES}#{rule.id}",
    }


def _choices() -> Json:
    """Which kinds of record each list of ids has, and the rule that an id breaks which is in none."""
    given = {definition_of(kinds): {"kinds": kinds, "rule": rule.id}
             for kinds, rule in unknown_id.RULES_BY_KINDS.items()}  # fmt: skip
    kinds = next(mark.kinds for mark in get_args(RecordId) if isinstance(mark, RefersTo))
    return {**given, definition_of(kinds): {"kinds": kinds, "rule": unknown_id.RULES[-1].id}}


def _dates() -> Json:
    """How dates are put into words, told by examples, so that they are worded in one place only."""

    def said(edtf: str, language: dates.Language) -> list[str]:
        return [text for text, _ in dates.written(dates.parse(edtf), language)]

    return {
        "units": re.findall(r"\D+", said("2001-02-03", "ja")[0]),
        "months": [said(f"2001-{month:02}", "en")[0].split()[0] for month in range(1, 13)],
        "around": {"ja": said("2001~", "ja")[1], "en": said("2001~", "en")[0]},
        "to": {"ja": said("2001/2002", "ja")[1], "en": said("2001/2002", "en")[1],
               "en_spaced": said("2001-02/2002-03", "en")[1]},
    }  # fmt: skip


def _patterns(setting: Setting) -> Json:
    """Sentences of pages that the preview composes too."""
    sentences = setting.graph.vocabulary.sentences
    names = ("joined", "joined_last", "pairing_summary", "labelled", "tie_since")
    patterns: dict[str, Text] = {name: getattr(sentences, name) for name in names}
    return {name: pattern.model_dump() for name, pattern in patterns.items()}
