"""Events of one timeline, and statements of all programmes, have ids of their own."""

from collections.abc import Iterator

from atlas.model import Catalog
from atlas.problem import Rule
from atlas.rules.finding import Finding
from atlas.text import Text

DOUBLED_ID = Rule(
    "doubled-id",
    Text(
        ja="同じファイルの出来事、すべての表明は、それぞれ違うidを持つ。",
        en="Events of one file, and all statements, have different ids.",
    ),
    Text(ja="id「{id}」は、すでに使われています。", en="The id '{id}' is already in use."),
    Text(
        ja="あとから加えたほうのidを、ほかにないものに変えてください。",
        en="Change the id of the one that was added later.",
    ),
)

RULES = (DOUBLED_ID,)


def check(catalog: Catalog) -> Iterator[Finding]:
    """Find the second and later uses of an id."""
    for timeline in catalog.timelines.values():
        seen: set[str] = set()
        for number, event in enumerate(timeline.events):
            if event.id in seen:
                path = ("events", number, "id")
                yield Finding(DOUBLED_ID, "timelines", timeline.id, path, {"id": event.id})
            seen.add(event.id)
    seen = set()
    for _, programme in sorted(catalog.programmes.items()):
        for number, statement in enumerate(programme.statements):
            if statement.id in seen:
                path = ("statements", number, "id")
                yield Finding(DOUBLED_ID, "programmes", programme.id, path, {"id": statement.id})
            seen.add(statement.id)
