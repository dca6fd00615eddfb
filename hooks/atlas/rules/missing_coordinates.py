"""Members of a pairing can be shown on a map."""

from collections.abc import Iterator

from atlas.model import Catalog
from atlas.problem import Rule
from atlas.rules.finding import Finding
from atlas.text import Text

MISSING_COORDINATES = Rule(
    "missing-coordinates",
    Text(
        ja="連携に加わる場所には、座標（coordinates）がある。",
        en="Places that take part in a pairing have coordinates.",
    ),
    Text(
        ja="連携「{pairing}」に加わる場所ですが、座標がありません。",
        en="This place takes part in the pairing '{pairing}' but has no coordinates.",
    ),
    Text(
        ja="coordinates: [緯度, 経度] の行を加えてください（例：[35.7992, 139.469]）。",
        en="Add a line coordinates: [latitude, longitude], for instance [35.7992, 139.469].",
    ),
    bad="""\
country: JP
within: kawa-prefecture""",
    good="""\
country: JP
within: kawa-prefecture
coordinates: [35.5, 139.5]""",
)

RULES = (MISSING_COORDINATES,)


def check(catalog: Catalog) -> Iterator[Finding]:
    """Find members without coordinates, once for each place."""
    members: dict[str, str] = {}
    for _, pairing in sorted(catalog.pairings.items()):
        for place_id in (*pairing.japan, *pairing.partner):
            members.setdefault(place_id, pairing.id)
    for place_id, pairing_id in members.items():
        place = catalog.places.get(place_id)
        if place is not None and "coordinates" not in place.model_fields_set:
            values = {"pairing": pairing_id}
            yield Finding(MISSING_COORDINATES, "places", place_id, (), values)
