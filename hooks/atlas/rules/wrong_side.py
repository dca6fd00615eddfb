"""The Japanese side of a pairing is in Japan, the other side is abroad."""

from collections.abc import Iterator

from atlas.model import Catalog, Pairing
from atlas.problem import Rule
from atlas.rules.finding import Finding
from atlas.text import Text

WRONG_SIDE = Rule(
    "wrong-side",
    Text(
        ja="japan には日本の場所、partner には海外の場所を書く。",
        en="japan names places in Japan, partner places abroad.",
    ),
    Text(
        ja="「{id}」は {side} に書く場所ではありません（data/places/{id}.yml の country は {country} です）。",
        en="'{id}' does not belong under {side} (country in data/places/{id}.yml is {country}).",
    ),
    Text(
        ja="{other} に移すか、その場所の country を直してください。",
        en="Move it to {other}, or mend the country of the place.",
    ),
    excusable=True,
    bad="""\
japan: [kawabe]
partner: [kawa-prefecture, donaustadt]""",
    good="""\
japan: [kawabe, kawa-prefecture]
partner: [donaustadt]""",
)

SWAPPED_SIDES = Rule(
    "swapped-sides",
    Text(
        ja="日本側（japan）と相手側（partner）を逆に書かない。",
        en="The Japanese side (japan) and the other (partner) do not change places.",
    ),
    Text(
        ja="日本側（japan）と相手側（partner）が逆になっています。",
        en="The Japanese side (japan) and the other (partner) stand in each other's place.",
    ),
    Text(
        ja="japan の値と partner の値を入れかえてください。",
        en="Let the values of japan and partner change places.",
    ),
    bad="""\
japan: [donaustadt]
partner: [kawabe]""",
    good="""\
japan: [kawabe]
partner: [donaustadt]""",
)

RULES = (WRONG_SIDE, SWAPPED_SIDES)

_JAPAN = "JP"


def check(catalog: Catalog) -> Iterator[Finding]:
    """Find members on the side that is not theirs; those on both sides are another problem."""
    for pairing in catalog.pairings.values():
        wrong = list(_strangers(catalog, pairing))
        members = (*pairing.japan, *pairing.partner)
        if len(wrong) == len(members) and pairing.japan and pairing.partner:
            yield Finding(SWAPPED_SIDES, "pairings", pairing.id, ("japan",))
        else:
            yield from wrong


def _strangers(catalog: Catalog, pairing: Pairing) -> Iterator[Finding]:
    on_both = {*pairing.japan} & {*pairing.partner}
    sides = ("japan", pairing.japan, "partner"), ("partner", pairing.partner, "japan")
    for side, members, other in sides:
        for number, place_id in enumerate(members):
            place = catalog.places.get(place_id)
            if not place or not place.country or place_id in on_both:
                continue
            if (place.country == _JAPAN) != (side == "japan"):
                values = {"id": place_id, "side": side, "other": other, "country": place.country}
                yield Finding(WRONG_SIDE, "pairings", pairing.id, (side, number), values)
