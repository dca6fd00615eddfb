"""A place and the larger place that it belongs to are in one country."""

from collections.abc import Iterator

from atlas.model import Catalog
from atlas.problem import Rule
from atlas.rules.finding import Finding
from atlas.text import Text

WITHIN_ELSEWHERE = Rule(
    "within-elsewhere",
    Text(
        ja="場所と、その属する先（within）は、同じ国にある。",
        en="A place and the one that it belongs to (within) are in the same country.",
    ),
    Text(
        ja="属する先の「{id}」は別の国にあります（この場所は {country}、「{id}」は {other}）。",
        en="'{id}', which this place belongs to, is in another country (this place: {country}, '{id}': {other}).",
    ),
    Text(
        ja="within の場所か、どちらかの country を直してください。",
        en="Mend within, or the country of one of the two.",
    ),
    excusable=True,
    bad="""\
# data/places/kawa-prefecture.yml
country: JP

# data/places/donaustadt.yml
country: AT
within: kawa-prefecture""",
    good="""\
# data/places/kawa-prefecture.yml
country: JP

# data/places/donaustadt.yml
country: AT""",
)

RULES = (WITHIN_ELSEWHERE,)


def check(catalog: Catalog) -> Iterator[Finding]:
    """Find places that belong to one of another country."""
    for place in catalog.places.values():
        larger = catalog.places.get(place.within) if place.within else None
        if larger and place.country and larger.country and larger.country != place.country:
            values = {"id": larger.id, "country": place.country, "other": larger.country}
            yield Finding(WITHIN_ELSEWHERE, "places", place.id, ("within",), values)
