"""Names that the site itself gives are no record's: two things would share one address."""

from collections.abc import Iterator

from atlas import routes
from atlas.model import Catalog
from atlas.problem import Rule
from atlas.rules.finding import Finding
from atlas.text import Text
from atlas.told import SELECTION

RESERVED_ID = Rule(
    "reserved-id",
    Text(
        ja=f"サイトが自分で使うidは付けない。連携とプログラムの「{routes.ALL}」、連携の年表の「{SELECTION}」がそれにあたる。",
        en=f"Ids that the site itself uses are not given: '{routes.ALL}' to a pairing or programme, '{SELECTION}' to an event of a pairing.",
    ),
    Text(
        ja="id「{id}」は、{use}の名前として、サイトが使います。",
        en="The site itself uses the id '{id}', as the name of {use}.",
    ),
    Text(ja="ほかの名前に変えてください。", en="Choose another name."),
    bad="""\
  - id: selection
    date: 2018-09-30""",
    good="""\
  - id: announcement
    date: 2018-09-30""",
)

RULES = (RESERVED_ID,)

_CALENDAR = Text(ja="すべての出来事のカレンダー", en="the calendar of all events")
_SELECTION = Text(
    ja="選定の出来事（since から作られます）", en="the selection, which is made from `since`"
)


def check(catalog: Catalog) -> Iterator[Finding]:
    """Find ids, present or former, that the site gives to something else."""
    for kind, records in (("programmes", catalog.programmes), ("pairings", catalog.pairings)):
        for record in records.values():
            if record.id == routes.ALL:
                yield _finding(kind, record.id, (), routes.ALL, _CALENDAR)
            for number, old in enumerate(record.formerly):
                if old == routes.ALL:
                    yield _finding(kind, record.id, ("formerly", number), routes.ALL, _CALENDAR)
    for timeline in catalog.timelines.values():
        for number, event in enumerate(timeline.events):
            if event.id == SELECTION and timeline.id in catalog.pairings:
                path = ("events", number, "id")
                yield _finding("timelines", timeline.id, path, SELECTION, _SELECTION)


def _finding(
    kind: str, record: str, path: tuple[str | int, ...], reserved: str, use: Text
) -> Finding:
    return Finding(RESERVED_ID, kind, record, path, {"id": reserved, "use": use})
