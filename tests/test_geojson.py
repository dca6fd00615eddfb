"""The shapes, judged by geojson-pydantic and measured by shapely."""

import json
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml
from geojson_pydantic import FeatureCollection
from geojson_pydantic.features import Feature
from geojson_pydantic.geometries import Geometry
from shapely.geometry import shape

from atlas import routes
from atlas.rules import coordinates
from tests.conftest import BASE_URL, REAL_DATA
from tests.published import change, features, publish

PROGRAMMES = ("iuc", "japan-china-air-quality")
JAPAN = (139.5, 35.5)
Point = tuple[float, float]
Shapes = FeatureCollection[Feature[Geometry, dict[str, Any]]]


@pytest.fixture(scope="module")
def real() -> dict[str, bytes]:
    """What the real data publish."""
    return publish(REAL_DATA)


def test_every_file_of_the_site_is_geojson(site: Path) -> None:
    """As another reader and another geometry library understand it."""
    files = sorted((site / "api").rglob("*.geojson"))
    assert len(files) == 2 + 2 * len(PROGRAMMES)
    for file in files:
        content = file.read_bytes()
        assert Shapes.model_validate_json(content).features
        for name, feature in features(content).items():
            assert shape(feature["geometry"]).is_valid, name


def test_every_place_that_has_coordinates_is_a_point(real: dict[str, bytes]) -> None:
    """Longitude first, as the data give them, digit for digit."""
    points = features(real["api/v1/places.geojson"])
    given = {
        file.stem: yaml.safe_load(file.read_text("utf-8")).get("coordinates")
        for file in (REAL_DATA / "places").glob("*.yml")
    }
    assert points.keys() == {name for name, point in given.items() if point}
    for name, feature in points.items():
        latitude, longitude = given[name]
        assert feature["geometry"] == {"type": "Point", "coordinates": [longitude, latitude]}


def test_every_pairing_is_a_line_between_its_places(real: dict[str, bytes]) -> None:
    """From each place of one side to each of the other, none of them cut on this data."""
    points = features(real["api/v1/places.geojson"])
    lines = features(real["api/v1/pairings.geojson"])
    assert lines.keys() == {file.stem for file in (REAL_DATA / "pairings").glob("*.yml")}

    def at(*places: str) -> list[list[float]]:
        return [points[place]["geometry"]["coordinates"] for place in places]

    assert lines["kobe-marseille"]["geometry"] == {
        "type": "LineString", "coordinates": at("kobe", "marseille"),
    }  # fmt: skip
    assert lines["nagano-obuse-turku"]["geometry"] == {
        "type": "MultiLineString", "coordinates": [at("nagano", "turku"), at("obuse", "turku")],
    }  # fmt: skip


def test_features_say_what_they_are_and_who_says_so(real: dict[str, bytes]) -> None:
    """With the names that the columns of the tables have; several values are a list."""
    pairing = features(real["api/v1/pairings.geojson"])["tokorozawa-bratislava"]["properties"]
    assert pairing["id"] == "tokorozawa-bratislava"
    assert (pairing["name_ja"], pairing["name_en"]) == (
        "所沢市 – ブラチスラバ市",
        "Tokorozawa – Bratislava",
    )
    assert (pairing["programme"], pairing["partner_country"]) == ("iuc", ["SK"])
    assert (pairing["sources"], pairing["source_as_of"]) == (["tokorozawa-iuc"], ["2022-11-25"])
    assert pairing["page_en"] == f"{BASE_URL}en/pairings/tokorozawa-bratislava/"
    assert pairing["api"] == f"{BASE_URL}api/v1/pairings/tokorozawa-bratislava.json"
    unknown = features(real["api/v1/pairings.geojson"])["kobe-tianjin"]["properties"]
    assert unknown["since"] is None


def test_the_parts_of_the_programmes_are_the_whole(real: dict[str, bytes]) -> None:
    """Each pairing is in the file of its own programme, beside the places that are its members."""
    whole = features(real["api/v1/pairings.geojson"])
    places = features(real["api/v1/places.geojson"])
    count = 0
    for programme in PROGRAMMES:
        part = features(real[routes.geojson_file("pairings", programme)])
        count += len(part)
        for name, feature in part.items():
            assert feature == whole[name]
            assert feature["properties"]["programme"] == programme
        members = features(real[routes.geojson_file("places", programme)])
        ends = {tuple(end) for line in part.values() for piece in _pieces(line["geometry"])
                for end in piece}  # fmt: skip
        assert {tuple(p["geometry"]["coordinates"]) for p in members.values()} == ends
        assert all(feature == places[name] for name, feature in members.items())
    assert count == len(whole)


def _pieces(geometry: Any) -> list[list[Point]]:
    found = geometry["coordinates"]
    pieces = [found] if geometry["type"] == "LineString" else found
    return [[(x, y) for x, y in piece] for piece in pieces]


@pytest.fixture
def anywhere(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let places lie where no country is known to be: lines are drawn to any point of the earth."""
    monkeypatch.setattr(coordinates, "_points", dict)


def _line(data: Path, start: Point, end: Point) -> Any:
    for place, (longitude, latitude) in (("kawabe", start), ("donaustadt", end)):
        at = [latitude, longitude]
        change(data / "places" / f"{place}.yml", lambda given, at=at: given.update(coordinates=at))  # type: ignore[misc]
    content = publish(data)["api/v1/pairings.geojson"]
    Shapes.model_validate_json(content)
    return features(content)["kawabe-donaustadt"]["geometry"]


@pytest.mark.parametrize(
    ("start", "end"),
    [
        pytest.param(JAPAN, (-157.858333, 21.306944), id="Honolulu"),
        pytest.param(JAPAN, (-46.6333, -23.55), id="São Paulo"),
        pytest.param(JAPAN, (-123.1139, 49.2609), id="Vancouver"),
        pytest.param(JAPAN, (-70.6667, -33.45), id="Santiago"),
        pytest.param((-157.858333, 21.306944), JAPAN, id="from the east"),
        pytest.param(JAPAN, (-40.5001, 10.0), id="barely nearer over the Pacific"),
        pytest.param((0.5, 90.0), (-179.75, -90.0), id="from pole to pole"),
    ],
)
@pytest.mark.usefixtures("anywhere")
def test_a_line_over_the_antimeridian_is_cut_there(start: Point, end: Point, data: Path) -> None:
    """In two pieces that meet at ±180° on one latitude, on the straight line between the ends."""
    geometry = _line(data, start, end)
    assert geometry["type"] == "MultiLineString"
    (first, second) = _pieces(geometry)
    assert (first[0], second[-1]) == (start, end)
    (edge, latitude), (other_edge, same_latitude) = first[-1], second[0]
    assert {edge, other_edge} == {180.0, -180.0}
    assert edge * start[0] > 0 or start[0] == 0
    assert latitude == same_latitude == round(latitude, 6)
    for piece in (first, second):
        assert shape({"type": "LineString", "coordinates": piece}).is_valid
        assert all(abs(b[0] - a[0]) < 180 for a, b in pairwise(piece))
    across = second[-1][0] - other_edge
    travelled = edge - start[0]
    assert travelled * across > 0, "it goes on in the same direction"
    straight = start[1] + (end[1] - start[1]) * travelled / (travelled + across)
    assert latitude == pytest.approx(straight, abs=1e-6)


@pytest.mark.usefixtures("anywhere")
def test_a_line_is_cut_as_the_standard_cuts_its_example(data: Path) -> None:
    """RFC 7946, 3.1.9: along 45° north, which a great circle would leave."""
    assert _line(data, (170.0, 45.0), (-170.0, 45.0)) == {
        "type": "MultiLineString",
        "coordinates": [[[170.0, 45.0], [180.0, 45.0]], [[-180.0, 45.0], [-170.0, 45.0]]],
    }


@pytest.mark.parametrize(
    ("start", "end", "drawn"),
    [
        pytest.param(JAPAN, (16.4, 48.2), None, id="Vienna"),
        pytest.param(JAPAN, (-40.5, 10.0), None, id="exactly half way round"),
        pytest.param(JAPAN, (180.0, -16.8), None, id="ends at 180"),
        pytest.param(JAPAN, (-180.0, -16.8), [JAPAN, (180.0, -16.8)], id="ends at -180"),
        pytest.param((180.0, 1.0), (-157.5, 21.0), [(-180.0, 1.0), (-157.5, 21.0)], id="from 180"),
        pytest.param((180.0, 1.0), (-180.0, 21.0), [(-180.0, 1.0), (-180.0, 21.0)], id="along it"),
        pytest.param(JAPAN, (16.4, 90.0), None, id="the North Pole"),
        pytest.param(JAPAN, JAPAN, None, id="the same point"),
    ],
)
@pytest.mark.usefixtures("anywhere")
def test_a_line_that_crosses_nothing_is_whole(
    start: Point, end: Point, drawn: list[Point] | None, data: Path
) -> None:
    """What ends on the antimeridian ends there on the side that it comes from."""
    geometry = _line(data, start, end)
    assert geometry["type"] == "LineString"
    assert _pieces(geometry) == [drawn or [start, end]]


@pytest.mark.usefixtures("anywhere")
def test_two_members_over_the_antimeridian_are_four_pieces(data: Path) -> None:
    """Each line of a pairing is cut for itself."""
    file = data / "places" / "donaustadt.yml"
    change(file, lambda place: place.update(coordinates=[21.3, -157.9]))
    file = data / "places" / "kawa-prefecture.yml"
    change(file, lambda place: place.update(coordinates=[36.0, 140.0]))
    file = data / "pairings" / "kawabe-donaustadt.yml"
    change(file, lambda pairing: pairing.update(japan=["kawabe", "kawa-prefecture"]))
    content = publish(data)["api/v1/pairings.geojson"]
    geometry = features(content)["kawabe-donaustadt"]["geometry"]
    pieces = _pieces(geometry)
    assert geometry["type"] == "MultiLineString"
    assert [piece[0] for piece in pieces[::2]] == [(139.5, 35.5), (140.0, 36.0)]
    assert [piece[-1] for piece in pieces[1::2]] == [(-157.9, 21.3)] * 2


def test_text_stays_as_typed(data: Path) -> None:
    """No mark for spreadsheets stands in what is no table."""
    change(
        data / "places" / "donaustadt.yml",
        lambda place: place.update(name={"ja": '=ドナウ"市"', "en": "-1+1"}),
    )
    content = publish(data)["api/v1/places.geojson"]
    properties = features(content)["donaustadt"]["properties"]
    assert (properties["name_ja"], properties["name_en"]) == ('=ドナウ"市"', "-1+1")
    assert json.loads(content)["type"] == "FeatureCollection"
