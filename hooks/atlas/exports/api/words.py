"""The lists of words that records are sorted by: kinds of place, of event and of tie."""

from collections.abc import Mapping
from typing import Annotated, ClassVar

from pydantic import BaseModel

from atlas.exports.api.shapes import Named
from atlas.exports.api.teller import Json, Teller, Told, every, named
from atlas.model import Meaning, key
from atlas.text import Text
from atlas.told import SELECTION


class Words(BaseModel):
    """Every word that a record can be sorted by; more may be added."""

    means: ClassVar[Meaning] = key(
        "種類の一覧", "Kinds",
        "記録に出てくる種類の一覧です。あとから加わることがあります。",
        "The kinds that records name. More may be added.",
    )  # fmt: skip

    place_kinds: Annotated[tuple[Named, ...], key(
        "場所の種類", "Kinds of place", "場所の `kind` に出てくるものです。", "What the `kind` of a place can be."
    )]  # fmt: skip
    event_kinds: Annotated[tuple[Named, ...], key(
        "出来事の種類", "Kinds of event", "出来事の `kind` に出てくるものです。",
        "What the `kind` of an event can be.",
    )]  # fmt: skip
    tie_kinds: Annotated[tuple[Named, ...], key(
        "関係の種類", "Kinds of tie", "両側の関係の `kind` に出てくるものです。", "What the `kind` of a tie can be."
    )]  # fmt: skip


def words(t: Teller) -> Told:
    """Tell all kinds. That of a selection is in no file, for selections are made from `since`."""
    vocabulary = t.setting.graph.vocabulary
    events = {SELECTION: vocabulary.words.selection, **vocabulary.event_kinds}
    return {
        "place_kinds": _list(vocabulary.place_kinds),
        "event_kinds": _list(events),
        "tie_kinds": _list(vocabulary.tie_kinds),
    }


def _list(names: Mapping[str, Text]) -> Json:
    return every(named(name, text) for name, text in names.items())
