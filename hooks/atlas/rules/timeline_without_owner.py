"""A timeline bears the id of a pairing or a programme."""

from collections.abc import Iterator

from atlas.model import Catalog
from atlas.problem import Rule, Values, nearest
from atlas.rules.finding import Finding
from atlas.text import Text

TIMELINE_WITHOUT_OWNER = Rule(
    "timeline-without-owner",
    Text(
        ja="年表のファイル名は、連携かプログラムのidと同じである。",
        en="A timeline's file bears the id of a pairing or a programme.",
    ),
    Text(
        ja="「{id}」という連携もプログラムもありません。{guess}",
        en="There is neither a pairing nor a programme '{id}'. {guess}",
    ),
    Text(
        ja="ファイル名を連携かプログラムのidに直してください。",
        en="Rename the file to the id of a pairing or a programme.",
    ),
    bad="# data/timelines/kawabe-donau.yml",
    good="# data/timelines/kawabe-donaustadt.yml",
)

RULES = (TIMELINE_WITHOUT_OWNER,)


def check(catalog: Catalog) -> Iterator[Finding]:
    """Find timelines that belong to nothing."""
    owners = catalog.known.get("pairings", frozenset()) | catalog.known.get(
        "programmes", frozenset()
    )
    renamed = catalog.renamed()
    for timeline in catalog.timelines.values():
        if timeline.id not in owners:
            new = renamed.get(timeline.id)
            guess = new if new in owners else nearest(timeline.id, owners)
            hint = Text(
                ja=f"もしかして: {guess}" if guess else "ファイル名を確かめてください。",
                en=f"Did you mean: {guess}" if guess else "Check the file name.",
            )
            values: Values = {"id": timeline.id, "guess": hint}
            yield Finding(TIMELINE_WITHOUT_OWNER, "timelines", timeline.id, (), values)
