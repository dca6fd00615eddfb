"""GeoJSON (RFC 7946): places as points, pairings as lines, and those of each programme."""

import json
from collections.abc import Iterable, Iterator, Mapping
from math import copysign
from typing import TypeVar

from antimeridian import fix_line_string
from shapely import LineString

from atlas import routes
from atlas.exports import pairing_columns, place_columns
from atlas.exports.columns import Column, in_each_language
from atlas.graph import Graph
from atlas.model import Kept, Pairing
from atlas.text import LANGUAGES, Language
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


def files(setting: Setting) -> Iterator[tuple[str, bytes]]:
    """Yield the path and content of each file.

    What is of a programme is also found under the ids that it once had.
    """
    graph, words = setting.graph, setting.graph.vocabulary.words
    writers = {language: Writer(setting, language, routes.HOME) for language in LANGUAGES}
    of_pairing = in_each_language(pairing_columns.columns(words))
    of_place = in_each_language(place_columns.columns(words))
    lines = {
        pairing.id: _feature(
            pairing, _lines(graph, pairing), _properties(writers, of_pairing, pairing)
        )
        for pairing in graph.pairings
    }
    points = {
        place.id: _feature(place, _point(place.coordinates), _properties(writers, of_place, place))
        for place in graph.places
        if place.coordinates
    }
    yield routes.geojson_file("pairings"), _collection(lines.values())
    yield routes.geojson_file("places"), _collection(points.values())
    for programme in graph.programmes:
        pairings = graph.pairings_of[programme.id]
        members = dict.fromkeys(p.id for side in graph.members(pairings) for p in side)
        of_pairings = _collection(lines[pairing.id] for pairing in pairings)
        of_places = _collection(points[place] for place in members)
        for name in (programme.id, *programme.formerly):
            yield routes.geojson_file("pairings", name), of_pairings
            yield routes.geojson_file("places", name), of_places


def _collection(features: Iterable[Object]) -> bytes:
    whole = {"type": "FeatureCollection", "features": list(features)}
    text = json.dumps(whole, ensure_ascii=False, separators=(",", ":"))
    return f"{text}\n".encode()


def _feature(record: Kept, geometry: Object, told: Object) -> Object:
    return {"type": "Feature", "id": record.id, "geometry": geometry, "properties": told}


def _properties(
    writers: Mapping[Language, Writer], columns: Iterable[Column[R]], record: R
) -> Object:
    return {c.name: c.value(writers[c.language], record) for c in columns if c.name in _SHOWN}


def _point(coordinates: tuple[float, float]) -> Object:
    return {"type": "Point", "coordinates": _position(coordinates)}


def _position(coordinates: tuple[float, float]) -> Position:
    latitude, longitude = coordinates
    return longitude, latitude


def _lines(graph: Graph, pairing: Pairing) -> Object:
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
    one first: the library would else leave a piece without length, or a line round the Earth. Ends
    that lie exactly 180° apart have no shorter way; their line stays whole.
    """
    start = _on_the_side_of(end, start)
    end = _on_the_side_of(start, end)
    cut = fix_line_string(LineString([start, end]), great_circle=False)
    if isinstance(cut, LineString):
        return [(start, end)]
    edge, latitude = cut.geoms[0].coords[-1]
    latitude = round(latitude, _DECIMALS)
    return [(start, (edge, latitude)), ((-edge, latitude), end)]


def _on_the_side_of(other: Position, position: Position) -> Position:
    longitude, latitude = position
    return (copysign(longitude, other[0]) if abs(longitude) == 180 else longitude, latitude)
