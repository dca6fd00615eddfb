"""Ids that exist, each kind of them a list with names: what an editor may choose from."""

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Any

from atlas.model import FOLDER_MODELS, LIST_MODELS
from atlas.text import LANGUAGES, Text
from atlas.views import Setting, bilingual
from atlas.views.writer import plain

Json = dict[str, Any]
Names = Mapping[str, Text]

_GROUPS: Mapping[tuple[str, ...], str] = MappingProxyType({
    ("places", "organisations"): "parties",
    ("programmes", "pairings", "places", "themes", "organisations", "sources"): "records",
})  # fmt: skip
"""What several kinds together are called."""

_WORDS = ("place_kinds", "event_kinds", "tie_kinds")


def definition_of(kinds: tuple[str, ...]) -> str:
    """Return what the list of ids of these kinds is called. Raises KeyError for unknown groups."""
    return kinds[0] if len(kinds) == 1 else _GROUPS[kinds]


def definitions(setting: Setting) -> Json:
    """Return a list of ids of each kind, by the name of the list."""
    names = dict(_names(setting))
    together = {
        group: {id_: name for kind in kinds for id_, name in names[kind].items()}
        for kinds, group in _GROUPS.items()
    }
    return {kind: _choice(of_kind) for kind, of_kind in (names | together).items()}


def _names(setting: Setting) -> Iterator[tuple[str, Names]]:
    graph = setting.graph
    for kind in (*FOLDER_MODELS, *LIST_MODELS):
        if kind != "timelines":  # no record is named by its timeline
            records = graph.terms if kind == "glossary" else getattr(graph, kind)
            yield kind, {each.id: bilingual.name(setting, each) for each in _by_id(records)}
    yield (
        "statements",
        {said.statement.id: _statement(setting, said.statement.id) for said in graph.sayings},
    )
    for kind in _WORDS:
        yield kind, getattr(graph.vocabulary, kind)


def _by_id(records: Iterable[Any]) -> list[Any]:
    return sorted(records, key=lambda record: str(record.id))


def _statement(setting: Setting, statement_id: str) -> Text:
    """Name a statement by its party and date."""
    said = setting.graph.said(statement_id)
    return bilingual.in_both(
        setting,
        lambda w: plain(
            w.sentence(
                w.sentences.provenance,
                source=w.party(said.statement.party),
                date=w.date(said.statement.as_of),
            )
        ),
    )


def _choice(names: Names) -> Json:
    """Allow the ids that have a name; the names of each are added as those of countries are."""
    return {
        "type": "string",
        "enum": list(names),
        "x-names": {
            id_: {lang: name.to(lang) for lang in LANGUAGES} for id_, name in names.items()
        },
    }
