"""What is known and what is not, counted over all records."""

from collections.abc import Callable, Iterable

from atlas.model import Kept, Pairing, Place
from atlas.text import Text
from atlas.views import offers
from atlas.views.blocks import Block, Group, Table
from atlas.views.lines import Line, Span
from atlas.views.pairings import sayings
from atlas.views.writer import Writer, plain


def groups(w: Writer) -> tuple[Block, ...]:
    """Pairings by programme, places, and which records a person has checked."""
    return (_of_pairings(w), _of_places(w), _checked(w))


def _of_pairings(w: Writer) -> Group:
    """What is known of pairings, a column for each programme."""
    words, graph = w.words, w.graph
    programmes = graph.programmes
    known: tuple[tuple[Text, Callable[[Pairing], object]], ...] = (
        (words.since, lambda pairing: pairing.since),
        (words.has_events, lambda pairing: graph.happenings_of[pairing.id]),
        (words.statements, lambda pairing: sayings(w, pairing)),
        (words.has_theme_text, lambda pairing: pairing.theme_text),
    )
    rows = tuple(
        (w.line(what), *(_known(w, graph.pairings_of[p.id], of) for p in programmes))
        for what, of in known
    )
    columns = (w.to(words.known), *(w.to(p.short_name or p.name) for p in programmes))
    return _group(w.line(words.pairings), columns, rows)


def _of_places(w: Writer) -> Group:
    words, places = w.words, w.graph.places
    abroad = [place for place in places if place.country != "JP"]
    native = w.sentence(
        w.sentences.labelled, value=w.line(words.native_name), label=w.line(words.abroad)
    )
    known: tuple[tuple[Line, Iterable[Place], Callable[[Place], object]], ...] = (
        (w.line(words.coordinates), places, lambda place: place.coordinates),
        (native, abroad, lambda place: place.native),
        (w.line(words.has_description), places, lambda place: place.description),
    )
    rows = tuple((what, _known(w, among, of)) for what, among, of in known)
    return _group(w.line(words.places), (w.to(words.known), w.to(words.known_count)), rows)


def _checked(w: Writer) -> Group:
    """Which records say when a person last checked them."""
    rows = []
    for kind in offers.RECORDS:
        records: tuple[Kept, ...] = getattr(w.graph, kind)
        rows.append(
            ((Span(offers.kind_name(w, kind)),), _known(w, records, lambda r: r.verified_on))
        )
    columns = (w.to(w.words.kind), w.to(w.words.known_count))
    return _group(w.line(w.words.checked), columns, rows)


def _known(w: Writer, records: Iterable[Kept], of: Callable[..., object]) -> Line:
    """Of how many records something is known: 8 of 10."""
    known = [bool(of(record)) for record in records]
    values = {"count": str(sum(known)), "total": str(len(known))}
    return w.sentence(w.sentences.count_of, **values)


def _group(title: Line, columns: tuple[str, ...], rows: Iterable[tuple[Line, ...]]) -> Group:
    cells = tuple(tuple((line,) for line in row) for row in rows)
    return Group(title, "", (Table(plain(title), columns, cells),))
