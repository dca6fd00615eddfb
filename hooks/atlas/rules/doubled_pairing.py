"""A pairing is listed once."""

from collections.abc import Iterator

from atlas.model import Catalog
from atlas.problem import Rule
from atlas.rules.finding import Finding
from atlas.text import Text

DOUBLED_PAIRING = Rule(
    "doubled-pairing",
    Text(
        ja="一つのプログラムに、同じ場所どうしの連携は一つだけある。",
        en="In one programme the same places have one pairing only.",
    ),
    Text(
        ja="同じプログラムの、同じ場所どうしの連携が、{other} にもあります。",
        en="{other} is a pairing of the same places in the same programme.",
    ),
    Text(
        ja="内容を一つのファイルにまとめ、もう一つを消してください。別の連携なら、programme、japan、partner を確かめてください。",
        en="Put what both say into one file and delete the other. If this is another pairing, check programme, japan and partner.",
    ),
    excusable=True,
    bad="""\
# data/pairings/kawabe-donaustadt.yml
programme: river-links
japan: [kawabe]
partner: [donaustadt]

# data/pairings/donaustadt-kawabe.yml
programme: river-links
japan: [kawabe]
partner: [donaustadt]""",
    good="""\
# data/pairings/kawabe-donaustadt.yml
programme: river-links
japan: [kawabe]
partner: [donaustadt]""",
)

RULES = (DOUBLED_PAIRING,)


IDENTITY = ("programme", "japan", "partner")
"""The keys that tell pairings apart."""


def identity(programme: object, *sides: object) -> object:
    """Return what two pairings have in common if they are the same; None of an incomplete one."""
    places = [side for side in sides if isinstance(side, list | tuple) and side]
    whole = len(places) == len(sides) and all(isinstance(p, str) for side in places for p in side)
    return (programme, frozenset(map(frozenset, places))) if programme and whole else None


def check(catalog: Catalog) -> Iterator[Finding]:
    """Find the second and later pairings of the same places, in whichever order they stand."""
    first: dict[object, str] = {}
    for _, pairing in sorted(catalog.pairings.items()):
        what = identity(*(getattr(pairing, key) for key in IDENTITY))
        if what is None or "retired" in pairing.model_fields_set:
            continue
        if first.setdefault(what, pairing.id) != pairing.id:
            values = {"other": f"data/pairings/{first[what]}.yml"}
            yield Finding(DOUBLED_PAIRING, "pairings", pairing.id, (), values)
