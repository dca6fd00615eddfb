"""The kinds of record that the API gives: what each adds to what the files say.

A collection has every record of a kind; a single record also tells what its page tells besides,
such as its events, and the records that lead to it.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property
from typing import Annotated, Any

from pydantic import BaseModel

from atlas import routes
from atlas.exports.api.answers import Hint, fields, given, keys_of, several, shape, shape_of
from atlas.exports.api.events import event, event_alone
from atlas.exports.api.shapes import (
    Addresses,
    Link,
    OfEvery,
    OfPairing,
    OfPlace,
    OfTerm,
)
from atlas.exports.api.statements import (
    statement_of_pairing,
    statements,
    statements_of_pairing,
)
from atlas.exports.api.teller import NULL, Json, Teller, Told, both, every, listed, value, whole
from atlas.graph import Graph, Happening
from atlas.model import (
    EDITORIAL,
    Kept,
    Meaning,
    Organisation,
    Pairing,
    Place,
    Programme,
    Source,
    Statement,
    Term,
    Theme,
    Timeline,
    key,
    kind_of,
    meaning_of,
)
from atlas.text import LANGUAGES
from atlas.views import bilingual
from atlas.views.pairings import summary
from atlas.views.writer import plain


@dataclass(frozen=True)
class More:
    """A key that a single record has beside those of the collection."""

    name: str
    hint: Hint
    meaning: Meaning
    tell: Callable[[Teller, Any], Json | Iterable[Json]]
    """Tells it, at once or in pieces."""


@dataclass(frozen=True)
class Kind:
    """A kind of record: where its records are, and what is said of each."""

    name: str
    model: type[Kept]
    added: type[BaseModel]
    add: Callable[[Teller, Any], Told]
    more: tuple[More, ...] = ()
    alone: bool = True
    """Whether each record has a file of its own beside the collection."""

    def records(self, graph: Graph) -> Sequence[Kept]:
        """Return its records, in the graph's order."""
        found: Sequence[Kept] = getattr(graph, _NAME_IN_GRAPH.get(self.name, self.name))
        return found

    @cached_property
    def item(self) -> type[BaseModel]:
        """The type of a record in the collection."""
        return shape(self.model.__name__, meaning_of(self.model), self._keys)

    @cached_property
    def whole(self) -> type[BaseModel]:
        """The type of a single record."""
        if not self.more:
            return self.item
        keys = self._keys | {m.name: Annotated[m.hint(), m.meaning] for m in self.more}
        return shape(f"{self.model.__name__}InFull", meaning_of(self.model), keys)

    @property
    def _keys(self) -> dict[str, Any]:
        return fields(self.model) | keys_of(self.added)

    def item_of(self, t: Teller, record: Kept) -> Json:
        """Tell a record as the collection has it."""
        return t.shelf.once((self.name, record.id), self._written, t, record).decode()

    def whole_of(self, t: Teller, record: Kept) -> Iterator[Json]:
        """Tell a record as its own file has it, with what its page tells besides: in pieces."""
        yield self.item_of(t, record)[:-1]
        for more in self.more:
            yield f',"{more.name}":'
            told = more.tell(t, record)
            yield from (told,) if isinstance(told, str) else told
        yield "}"

    def _written(self, t: Teller, record: Kept) -> bytes:
        return whole({**given(t, record), **self.add(t, record)}).encode()


_NAME_IN_GRAPH = {"glossary": "terms"}


def _of_every(t: Teller, record: Kept) -> Told:
    kind = kind_of(record)
    return {
        "url": value(t.api(kind, record.id)),
        "pages": t.pages(routes.record(kind, record.id)),
    }


def _of_pairing(t: Teller, pairing: Pairing) -> Told:
    said = bilingual.in_both(t.setting, lambda w: "\n\n".join(map(plain, summary(w, pairing))))
    return _of_every(t, pairing) | {
        "name": both(bilingual.name(t.setting, pairing)),
        "summary": both(said),
        "editorial": t.cite(EDITORIAL),
    }


def _of_place(t: Teller, place: Place) -> Told:
    return _of_every(t, place) | {"editorial": t.cite(EDITORIAL)}


def _of_term(t: Teller, term: Term) -> Told:
    return {"pages": t.pages(routes.GLOSSARY, term.id)}


def _links(t: Teller, records: Iterable[Kept]) -> Json:
    return every(t.link(record.id) for record in records)


def _events(t: Teller, told: Iterable[Happening]) -> Iterator[Json]:
    return listed(event(t, happening) for happening in told)


def _timeline(t: Teller, owner: Kept) -> Json:
    timeline = t.setting.graph.timelines.get(owner.id)
    return whole(given(t, timeline, *_OF_OWNER)) if timeline else NULL


@cache
def _timeline_type() -> type[BaseModel]:
    return shape("Timeline", meaning_of(Timeline), fields(Timeline, *_OF_OWNER))


def _calendars(t: Teller, owner: Kept) -> Json:
    """Where the calendar of a pairing or programme is, if anything is dated."""
    if not t.setting.graph.happenings_of[owner.id]:
        return NULL
    base = t.setting.base
    return whole({
        language: value(routes.file(base, routes.calendar_file(language, owner.id)))
        for language in LANGUAGES
    })  # fmt: skip


def _citing(t: Teller, source: Source) -> Json:
    """Records that rest on a source; a timeline is named by the record it belongs to."""
    found = {record.id: record for _, record in t.setting.graph.cited_by[source.id]}
    return _links(t, found.values())


_PAIRINGS = More(
    "pairings",
    lambda: tuple[Link, ...],
    key(
        "連携",
        "Pairings",
        "この記録にかかわる連携です。",
        "The pairings connected with this record.",
    ),
    lambda t, record: _links(t, t.setting.graph.pairings_of[record.id]),
)
_OF_OWNER = ("id", "events")
"""Keys of a timeline that the pairing or programme whose it is has too."""

_TIMELINE = More(
    "timeline",
    lambda: _timeline_type() | None,
    key(
        "年表", "Timeline",
        "年表そのものについての記載です。年表のファイルがなければnullです。",
        "What is said of the timeline itself; null if it has no file.",
    ),
    _timeline,
)  # fmt: skip
_EVENTS = More(
    "events",
    lambda: several(event_alone()),
    key(
        "出来事",
        "Events",
        "年表の出来事で、古い順に並びます。",
        "Its events, the earliest first.",
    ),
    lambda t, record: _events(t, t.setting.graph.happenings_of[record.id]),
)
_STATEMENTS = More(
    "statements",
    lambda: several(shape_of(Statement)),
    key("表明", "Statements", "表明したことです。", "What it has stated."),
    lambda t, record: statements(t, t.setting.graph.sayings_of[record.id]),
)
_CALENDAR = More(
    "calendar",
    lambda: Addresses | None,
    key(
        "カレンダー", "Calendar", "出来事のカレンダー（iCalendar）のアドレスです。",
        "The addresses of the calendar of its events (iCalendar).",
    ),
    _calendars,
)  # fmt: skip

KINDS = (
    Kind("programmes", Programme, OfEvery, _of_every, (_PAIRINGS, _TIMELINE, _EVENTS, _CALENDAR)),
    Kind("pairings", Pairing, OfPairing, _of_pairing, (
        _TIMELINE,
        _EVENTS,
        More(
            "statements",
            lambda: several(statement_of_pairing()),
            key(
                "表明", "Statements", "この連携について、またはその場所が述べたことです。",
                "What was said about it, or by its places.",
            ),
            statements_of_pairing,
        ),
        _CALENDAR,
    )),
    Kind("places", Place, OfPlace, _of_place, (
        More(
            "places_within",
            lambda: tuple[Link, ...],
            key("中にある場所", "Places within", "この場所に属する場所です。", "The places that belong to it."),
            lambda t, place: _links(t, t.setting.graph.places_within[place.id]),
        ),
        _PAIRINGS,
        replace(
            _EVENTS,
            tell=lambda t, place: _events(t, t.setting.graph.happenings_of_place(place)),
        ),
        _STATEMENTS,
    )),
    Kind("themes", Theme, OfEvery, _of_every, (_PAIRINGS,)),
    Kind("organisations", Organisation, OfEvery, _of_every, (
        More(
            "programmes",
            lambda: tuple[Link, ...],
            key("プログラム", "Programmes", "かかわっているプログラムです。", "The programmes that it is involved in."),
            lambda t, body: _links(t, t.setting.graph.programmes_of[body.id]),
        ),
        _STATEMENTS,
    )),
    Kind("sources", Source, OfEvery, _of_every, (
        More(
            "cited_by",
            lambda: tuple[Link, ...],
            key("もとにした記録", "Cited by", "この資料をもとにした記録です。", "The records that rest on it."),
            _citing,
        ),
    )),
    Kind("glossary", Term, OfTerm, _of_term, alone=False),
)  # fmt: skip
"""Every kind of record but events, which are not records of their own."""
