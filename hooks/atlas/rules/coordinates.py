"""A place lies on the earth, and where its country is."""

from collections.abc import Iterator, Sequence
from functools import cache
from math import asin, cos, radians, sin, sqrt

from babel import Locale

from atlas import resources
from atlas.model import Place
from atlas.problem import Rule, Values
from atlas.rules.finding import Finding
from atlas.text import Text

OUTSIDE_THE_EARTH = Rule(
    "outside-the-earth",
    Text(
        ja="座標の緯度は -90 から 90、経度は -180 から 180 までの数である。",
        en="A latitude is between -90 and 90, a longitude between -180 and 180.",
    ),
    Text(
        ja="「{value}」という位置は、地球の上にありません。",
        en="There is no such point on the earth as {value}.",
    ),
    Text(
        ja="緯度は -90〜90、経度は -180〜180 です。coordinates: [緯度, 経度] の順に書きます（例：所沢市は [35.7992, 139.469]）。",
        en="Latitudes are -90 to 90, longitudes -180 to 180, written coordinates: [latitude, longitude]; Tokorozawa's are [35.7992, 139.469].",
    ),
    bad="coordinates: [355, 1395]",
    good="coordinates: [35.5, 139.5]",
)

SWAPPED_COORDINATES = Rule(
    "swapped-coordinates",
    Text(
        ja="座標は、緯度、経度の順に書く。",
        en="Coordinates are written latitude first, then longitude.",
    ),
    Text(
        ja="座標「{value}」は、緯度と経度が逆のようです。",
        en="In the coordinates {value}, latitude and longitude seem to stand in each other's place.",
    ),
    Text(
        ja="coordinates: [緯度, 経度] の順に書きます（例：所沢市は [35.7992, 139.469]）。",
        en="They are written coordinates: [latitude, longitude]; Tokorozawa's are [35.7992, 139.469].",
    ),
    bad="coordinates: [139.5, 35.5]",
    good="coordinates: [35.5, 139.5]",
)

FAR_FROM_COUNTRY = Rule(
    "far-from-country",
    Text(
        ja="座標は、その場所の国（country）の中にある。",
        en="The coordinates of a place are in its country.",
    ),
    Text(
        ja="座標「{value}」は、{country}から約{distance}km離れています。",
        en="The coordinates {value} are about {distance} km from {country}.",
    ),
    Text(
        ja="country か coordinates を直してください。座標は [緯度, 経度] の順で、南緯と西経には - を付けます。",
        en="Mend country or coordinates. They are [latitude, longitude]; south and west have a minus sign.",
    ),
    excusable=True,
    bad="""\
country: AT
coordinates: [48.2, -16.4]""",
    good="""\
country: AT
coordinates: [48.2, 16.4]""",
)

RULES = (OUTSIDE_THE_EARTH, SWAPPED_COORDINATES, FAR_FROM_COUNTRY)

BY_ITSELF = (OUTSIDE_THE_EARTH, SWAPPED_COORDINATES)
"""What coordinates show without their country, and the model finds."""

FAR = 300.0
"""How many kilometres from every known point of its country a place is surely a mistake."""

Point = Sequence[float]
"""Latitude and longitude, in degrees."""


def check_place(place: Place) -> Iterator[Finding]:
    """Find a place far from its country; if the swapped point lies in it, that is proposed."""
    known = _points().get(place.country or "")
    if not known or not place.coordinates:
        return
    latitude, longitude = place.coordinates
    distance = _distance((latitude, longitude), known)
    if distance < FAR:
        return
    values: Values = {
        "value": f"[{latitude}, {longitude}]",
        "country": _name(place.country),
        "distance": f"{distance:,.0f}",
    }
    path = ("coordinates",)
    if abs(longitude) <= 90 and _distance((longitude, latitude), known) < FAR:
        pair = ((*path, 0), (*path, 1))
        yield Finding(SWAPPED_COORDINATES, "places", place.id, path, values, exchanged=pair)
    else:
        yield Finding(FAR_FROM_COUNTRY, "places", place.id, path, values)


@cache
def _points() -> dict[str, list[list[float]]]:
    return resources.inhabited()


def _distance(point: Point, known: Sequence[Point]) -> float:
    """Return the distance to the nearest known point, in km; to the first near one, that is enough."""
    nearest = float("inf")
    for other in known:
        nearest = min(nearest, _kilometres(point, other))
        if nearest < FAR:
            break
    return nearest


def _kilometres(one: Point, other: Point) -> float:
    """Great-circle distance on a sphere of 6371 km, by the haversine formula."""
    (lat1, lon1), (lat2, lon2) = ((radians(x), radians(y)) for x, y in (one, other))
    h = sin((lat2 - lat1) / 2) ** 2 + cos(lat1) * cos(lat2) * sin((lon2 - lon1) / 2) ** 2
    return 2 * 6371 * asin(min(1.0, sqrt(h)))


def _name(code: str) -> Text:
    ja, en = (Locale(language).territories[code] for language in ("ja", "en"))
    return Text(ja=f"{ja}（{code}）", en=f"{en} ({code})")
