"""Events of one timeline, all statements, and the parts of the API's page have ids of their own."""

from collections.abc import Iterable, Iterator
from itertools import chain

from atlas.model import Catalog
from atlas.problem import Rule
from atlas.rules.finding import Finding
from atlas.text import Text

DOUBLED_ID = Rule(
    "doubled-id",
    Text(
        ja="同じファイルの出来事、すべての表明、APIのページの各部分は、それぞれ違うidを持つ。",
        en="Events of one file, all statements, and all parts of the API's page have different ids.",
    ),
    Text(ja="id「{id}」は、すでに使われています。", en="The id '{id}' is already in use."),
    Text(
        ja="あとから加えたほうのidを、ほかにないものに変えてください。",
        en="Change the id of the one that was added later.",
    ),
    bad="""\
  - id: visit
    date: 2018-09-30
    kind: visit
    title: {ja: 訪問, en: A visit}
  - id: visit
    date: 2019-10-05""",
    good="""\
  - id: visit
    date: 2018-09-30
    kind: visit
    title: {ja: 訪問, en: A visit}
  - id: return-visit
    date: 2019-10-05""",
)

RULES = (DOUBLED_ID,)


def check(catalog: Catalog) -> Iterator[Finding]:
    """Find the second and later uses of an id."""
    for timeline in catalog.timelines.values():
        events = (
            ("timelines", timeline.id, "events", n, e.id) for n, e in enumerate(timeline.events)
        )
        yield from _second_uses(events)
    yield from _second_uses(
        ("programmes", programme.id, "statements", number, statement.id)
        for _, programme in sorted(catalog.programmes.items())
        for number, statement in enumerate(programme.statements)
    )
    for guide in filter(None, [catalog.guide]):
        examples = (("api", "api", "examples", n, each.id) for n, each in enumerate(guide.examples))
        parts = (("api", "api", "sections", n, part.id) for n, part in enumerate(guide.sections))
        yield from _second_uses(chain(examples, parts))


def _second_uses(ids: Iterable[tuple[str, str, str, int, str]]) -> Iterator[Finding]:
    seen: set[str] = set()
    for kind, record, key, number, inner_id in ids:
        if inner_id and inner_id in seen:
            yield Finding(DOUBLED_ID, kind, record, (key, number, "id"), {"id": inner_id})
        seen.add(inner_id)
