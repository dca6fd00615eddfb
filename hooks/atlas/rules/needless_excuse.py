"""An excuse is for a rule that can be excused, and is taken away when it is no longer needed."""

from collections.abc import Collection, Iterator

from atlas.model import Catalog
from atlas.problem import Rule
from atlas.rules.finding import Finding
from atlas.text import Text

NEEDLESS_EXCUSE = Rule(
    "needless-excuse",
    Text(
        ja="例外（excuses）は、例外の認められる規則に、必要なあいだだけ書く。",
        en="Excuses are for rules that can be excused, and only while they are needed.",
    ),
    Text(
        ja="規則「{id}」の例外は、必要がないか、認められていません。",
        en="An excuse from the rule '{id}' is not needed here, or not possible.",
    ),
    Text(ja="この例外を消してください。", en="Remove this excuse."),
    bad="""\
sources: [bulletin]
excuses:
  - {rule: told-twice, reason: 本文も要る}
  - {rule: unknown-place, reason: まだない}""",
    good="sources: [bulletin]",
)

RULES = (NEEDLESS_EXCUSE,)


def check(
    catalog: Catalog, excused: Collection[tuple[str, str, str]], excusable: Collection[str]
) -> Iterator[Finding]:
    """Find excuses that excused nothing; `excused` has kind, record and rule of those that did.

    While some record is faulty, nobody knows what an excuse from one of the `excusable` rules is
    needed for.
    """
    unsure = excusable if catalog.unread or catalog.faulty else ()
    for kind, record in catalog.records():
        for number, excuse in enumerate(record.excuses):
            if excuse.rule is None or excuse.rule in unsure:
                continue
            if (kind, record.id, excuse.rule) not in excused:
                path = ("excuses", number, "rule")
                yield Finding(NEEDLESS_EXCUSE, kind, record.id, path, {"id": excuse.rule})
