"""No place lies, over others, within itself."""

from collections.abc import Iterator

from atlas.model import Catalog
from atlas.problem import Rule
from atlas.rules.finding import Finding
from atlas.text import Text

CIRCLE_OF_PLACES = Rule(
    "circle-of-places",
    Text(
        ja="場所の属する先（within）をたどって、もとの場所に戻らない。",
        en="Following `within` from a place never leads back to it.",
    ),
    Text(
        ja="属する先をたどると、もとの場所に戻ります：{way}",
        en="Following `within` leads back to this place: {way}",
    ),
    Text(
        ja="市は県に、県は国に、というように、大きなほうへ向かって書いてください。",
        en="Let `within` lead from the smaller place to the larger.",
    ),
    bad="""\
# data/places/kawabe.yml
within: kawa-prefecture

# data/places/kawa-prefecture.yml
country: JP
within: kawabe""",
    good="""\
# data/places/kawabe.yml
within: kawa-prefecture

# data/places/kawa-prefecture.yml
country: JP""",
)

RULES = (CIRCLE_OF_PLACES,)


def check(catalog: Catalog) -> Iterator[Finding]:
    """Find places that belong to themselves."""
    for place in catalog.places.values():
        way, current = [place.id], place.within
        while current is not None and current in catalog.places and current not in way:
            way.append(current)
            current = catalog.places[current].within
        if current == place.id:
            values = {"way": " → ".join([*way, place.id])}
            yield Finding(CIRCLE_OF_PLACES, "places", place.id, ("within",), values)
