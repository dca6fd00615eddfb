"""GeoJSON (RFC 7946): places as points, pairings as lines, and those of each programme."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from math import copysign
from typing import TypeVar

from atlas import routes
from atlas.exports import pairing_columns, place_columns
from atlas.exports.columns import Column, in_each_language
from atlas.exports.making import Files
from atlas.graph import Graph
from atlas.model import Kept, Pairing, Programme
from atlas.text import LANGUAGES
from atlas.views import Setting
from atlas.views.writer import Writer

R = TypeVar("R")

Position = tuple[float, float]
"""Longitude and latitude, in this order (RFC 7946, 3.1.1)."""

Object = Mapping[str, object]
"""An object of GeoJSON."""

_SHOWN = frozenset({
    "id", "name_ja", "name_en", "programme", "themes", "partner_country", "since", "kind",
    "country", "sources", "source_as_of", "page_ja", "page_en", "api",
})  # fmt: skip
"""What is told of a place or pairing here: these columns of the tables; its JSON has the rest.

The id stands here too, for many programs show the properties of a feature and not its id.
"""

_DECIMALS = 6
"""How exactly, in degrees, a line is cut: to about a tenth of a metre."""


def files(setting: Setting) -> Files:
    """Yield the path of each file, and what makes it.

    What is of a programme is also found under the ids that it once had.
    """
    yield routes.geojson_file("pairings"), partial(_collection, setting, _lines)
    yield routes.geojson_file("places"), partial(_collection, setting, _points)
    for programme in setting.graph.programmes:
        for name in (programme.id, *programme.formerly):
            of_pairings = partial(_collection, setting, _lines, programme)
            of_places = partial(_collection, setting, _points, programme)
            yield routes.geojson_file("pairings", name), of_pairings
            yield routes.geojson_file("places", name), of_places


Features = Mapping[str, bytes]
"""Features, by the id of the record that each is of, as JSON."""


def _collection(
    setting: Setting, of: Callable[[Setting], Features], programme: Programme | None = None
) -> Iterator[bytes]:
    """Write a collection, one after another: of all features, or of those of a programme."""
    features = setting.once(of)
    shown = _of_programme(setting.graph, programme, features) if programme else features.values()
    yield b'{"type":"FeatureCollection","features":['
    for number, feature in enumerate(shown):
        yield b"," + feature if number else feature
    yield b"]}\n"


def _of_programme(graph: Graph, programme: Programme, features: Features) -> Iterable[bytes]:
    """Return the features of a programme's pairings, or of their places."""
    pairings = graph.pairings_of[programme.id]
    records = [*pairings, *(place for side in graph.members(pairings) for place in side)]
    ids = dict.fromkeys(record.id for record in records)
    return [features[id_] for id_ in ids if id_ in features]


def _lines(setting: Setting) -> Features:
    """The pairings, each with its lines."""
    graph = setting.graph
    columns = pairing_columns.columns(graph.vocabulary.words)
    tell = _told(setting, columns)
    return {p.id: _feature(p, _between(graph, p), tell(p)) for p in graph.pairings}


def _points(setting: Setting) -> Features:
    """The places that have coordinates."""
    graph = setting.graph
    tell = _told(setting, place_columns.columns(graph.vocabulary.words))
    return {
        p.id: _feature(p, _point(p.coordinates), tell(p)) for p in graph.places if p.coordinates
    }


def _feature(record: Kept, geometry: Object, told: Object) -> bytes:
    feature = {"type": "Feature", "id": record.id, "geometry": geometry, "properties": told}
    return _written(feature).encode()


_written = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def _told(setting: Setting, columns: Iterable[Column[R]]) -> Callable[[R], Object]:
    """Return what tells the properties of a record."""
    writers = {language: Writer(setting, language, routes.HOME) for language in LANGUAGES}
    shown = [
        (column.name, column.value, writers[column.language])
        for column in in_each_language(columns)
        if column.name in _SHOWN
    ]
    return lambda record: {name: value(w, record) for name, value, w in shown}


def _point(coordinates: tuple[float, float]) -> Object:
    return {"type": "Point", "coordinates": _position(coordinates)}


def _position(coordinates: tuple[float, float]) -> Position:
    latitude, longitude = coordinates
    return longitude, latitude


def _between(graph: Graph, pairing: Pairing) -> Object:
    """Lines from every place of one side to every place of the other; members have coordinates."""
    japan, partner = (
        [_position(place.coordinates) for place in side if place.coordinates]
        for side in graph.sides(pairing)
    )
    pieces = [piece for start in japan for end in partner for piece in _cut(start, end)]
    if len(pieces) == 1:
        return {"type": "LineString", "coordinates": pieces[0]}
    return {"type": "MultiLineString", "coordinates": pieces}


def _cut(start: Position, end: Position) -> list[tuple[Position, Position]]:
    """Draw the shorter straight line between two positions, in two pieces if it crosses ±180°.

    RFC 7946, 3.1.9. "Straight" is meant on the plane of longitudes and latitudes (3.1.1), and not
    as a great circle. A position on the antimeridian itself is written with the sign of the other
    one first: one of the pieces would else have no length, or the line would go round the Earth.
    Ends that lie exactly 180° apart have no shorter way; their line stays whole.
    """
    start = _on_the_side_of(end, start)
    end = _on_the_side_of(start, end)
    if abs(start[0] - end[0]) <= 180:
        return [(start, end)]
    edge = copysign(180.0, start[0])
    before, after = 180 - abs(start[0]), 180 - abs(end[0])
    latitude = round(start[1] + (end[1] - start[1]) * before / (before + after), _DECIMALS)
    return [(start, (edge, latitude)), ((-edge, latitude), end)]


def _on_the_side_of(other: Position, position: Position) -> Position:
    longitude, latitude = position
    return (copysign(longitude, other[0]) if abs(longitude) == 180 else longitude, latitude)
