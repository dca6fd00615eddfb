"""The data of a view: which files hold what a list, a timeline or a map shows.

Every view has a line of links to its own data, and the head of its page names the same files.
"""

from collections.abc import Iterable, Iterator

from atlas import formats, routes
from atlas.model import Kept, Pairing, Place, Programme, kind_of
from atlas.views import once
from atlas.views.blocks import Block
from atlas.views.data_blocks import DataLink, DataLinks
from atlas.views.page import Page
from atlas.views.writer import Writer, plain

TABLES = ("pairings", "events", "places")
"""What there are tables of (CSV)."""

MAPS = ("pairings", "places")
"""What there are maps of (GeoJSON)."""

COLLECTIONS = (
    "pairings", "events", "places", "programmes", "themes", "organisations", "sources", "glossary",
)  # fmt: skip
"""What there are collections of (JSON)."""

RECORDS = ("programmes", "pairings", "places", "themes", "organisations", "sources")
"""Kinds of record that have a page each, and a file each (JSON)."""


def kind_name(w: Writer, kind: str) -> str:
    """Return what the records of a kind are called."""
    return w.to(getattr(w.words, kind))


def file(w: Writer, path: str, what: str, scope: str = "") -> DataLink:
    """Offer a file that holds `what`; `scope` says of which part, where that is not the page's."""
    text = formats.name(path) or w.to(w.words.calendar_format)
    if scope:
        text = w.filled(w.sentences.labelled, value=text, label=scope)
    return DataLink(
        text=text,
        title=w.filled(w.sentences.named, label=what, value=text),
        media_type=formats.media_type(path),
        href=routes.file_link(w.here, w.language, path),
        address=routes.file(w.setting.base, path),
    )


def line(w: Writer, links: Iterable[DataLink]) -> DataLinks:
    """Put offers into the line that stands below a view."""
    return DataLinks(w.filled(w.sentences.this_data, files=""), tuple(links))


def _files(w: Writer, what: str, *paths: str) -> DataLinks:
    return line(w, (file(w, path, what) for path in paths))


def of_kind(w: Writer, kind: str) -> DataLinks:
    """Offer all records of a kind, as the list of them shows them."""
    paths = (
        *([routes.table_file(kind)] if kind in TABLES else []),
        routes.api_collection(kind),
        *([routes.geojson_file(kind)] if kind in MAPS else []),
    )
    return _files(w, kind_name(w, kind), *paths)


def of_events(w: Writer) -> DataLinks:
    """Offer all events: to read, to put into a calendar, to be told of.

    There is neither calendar nor feed where nothing happened.
    """
    dated = (routes.calendar_file(w.language), routes.feed_file(w.language))
    paths = (
        *(dated if w.graph.happenings else ()),
        routes.table_file("events"),
        routes.api_collection("events"),
    )
    return _files(w, kind_name(w, "events"), *paths)


def of_record(w: Writer, record: Kept) -> DataLinks:
    """Offer one record, with what is linked to it."""
    return line(w, (_record(w, record),))


def _record(w: Writer, record: Kept, scope: str = "") -> DataLink:
    path = routes.api_record(kind_of(record), record.id)
    return file(w, path, kind_name(w, "places") if scope else plain(w.record(record)), scope)


def of_members(w: Writer, places: Iterable[Place]) -> DataLinks:
    """Offer places, each by itself."""
    return line(w, (_member(w, place) for place in places))


@once.in_folder
def _member(w: Writer, place: Place) -> DataLink:
    return _record(w, place, w.to(place.name))


def of_programme(w: Writer, programme: Programme) -> DataLinks:
    """Offer the pairings of a programme: its map and its table."""
    return _files(
        w,
        w.to(programme.name),
        routes.table_file("pairings", programme.id),
        routes.api_record("programmes", programme.id),
        routes.geojson_file("pairings", programme.id),
    )


def of_map(w: Writer, pairing: Pairing) -> DataLinks:
    """Offer what the map of a pairing shows; its line is one of those of its programme."""
    programme = w.graph.programme(pairing.programme)
    return line(w, (_record(w, pairing), _lines(w, programme)))


@once.in_folder
def _lines(w: Writer, programme: Programme) -> DataLink:
    lines = routes.geojson_file("pairings", programme.id)
    return file(w, lines, w.to(programme.name), w.to(w.words.whole_programme))


def of_timeline(w: Writer, owner: Programme | Pairing) -> DataLinks:
    """Offer the events of a programme or of a pairing, which must have some."""
    what = w.filled(w.sentences.timeline_of, name=plain(w.record(owner)))
    calendar = file(w, routes.calendar_file(w.language, owner.id), what)
    if isinstance(owner, Pairing):
        return line(w, (calendar, _record(w, owner)))
    return line(w, (calendar, file(w, routes.table_file("events", owner.id), what)))


def of_page(page: Page) -> tuple[DataLink, ...]:
    """Return everything that the lines of a page offer, each file once."""
    blocks = (*page.head, *page.aside, *(b for section in page.sections for b in section.blocks))
    return tuple({link.address: link for link in _offered(blocks)}.values())


def _offered(blocks: Iterable[Block]) -> Iterator[DataLink]:
    for block in blocks:
        if isinstance(block, DataLinks):
            yield from block.items
        elif inner := getattr(block, "blocks", ()):
            yield from _offered(inner)
