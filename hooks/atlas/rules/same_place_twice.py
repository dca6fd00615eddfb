"""A place stands once in a pairing: on one side, and not twice there."""

from collections.abc import Iterator

from atlas.model import Catalog
from atlas.problem import Rule
from atlas.rules.finding import Finding
from atlas.text import Text

SAME_PLACE_TWICE = Rule(
    "same-place-twice",
    Text(
        ja="一つの連携に、同じ場所を二度書かない。",
        en="No place stands twice in a pairing.",
    ),
    Text(
        ja="「{id}」は、この連携にすでに書いてあります。",
        en="'{id}' already stands in this pairing.",
    ),
    Text(
        ja="japan は日本側、partner は相手側の場所です。どちらか一方だけに書いてください。",
        en="japan is the Japanese side, partner the other. Name the place on one of them only.",
    ),
    bad="""\
japan: [kawabe]
partner: [donaustadt, kawabe]""",
    good="""\
japan: [kawabe]
partner: [donaustadt]""",
)

RULES = (SAME_PLACE_TWICE,)


def check(catalog: Catalog) -> Iterator[Finding]:
    """Find the second mention of a place."""
    for pairing in catalog.pairings.values():
        seen: set[str] = set()
        for side in ("japan", "partner"):
            for number, place_id in enumerate(getattr(pairing, side)):
                if place_id and place_id in seen:
                    path = (side, number)
                    yield Finding(SAME_PLACE_TWICE, "pairings", pairing.id, path, {"id": place_id})
                seen.add(place_id)
