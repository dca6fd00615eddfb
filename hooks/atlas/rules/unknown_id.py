"""An id that names another record names one that exists."""

from collections.abc import Iterator

from atlas.model import Catalog
from atlas.problem import Rule, worded
from atlas.rules.finding import Finding


def _rule(name: str, ja: str, en: str, where: str, bad: str, good: str) -> Rule:
    return worded(
        f"unknown-{name}",
        (f"{ja}は、{where} にあるものだけを書く。", f"Every {en} that is named exists in {where}."),
        (f"「{{id}}」という{ja}はありません。", f"There is no {en} '{{id}}'."),
        (
            f"{where} にあるidに直すか、新しい{ja}をそこに作ってください。",
            f"Use an id that exists in {where}, or create the {en} there.",
        ),
        bad,
        good,
    )


RULES_BY_KINDS = {
    ("programmes",): _rule(
        "programme", "プログラム", "programme", "data/programmes/",
        "programme: river-link", "programme: river-links",
    ),
    ("pairings",): _rule(
        "pairing", "連携", "pairing", "data/pairings/",
        "    about: [kawabe-donau]", "    about: [kawabe-donaustadt]",
    ),
    ("places",): _rule(
        "place", "場所", "place", "data/places/",
        "japan: [川辺市]\npartner: [donaustat]", "japan: [kawabe]\npartner: [donaustadt]",
    ),
    ("themes",): _rule(
        "theme", "テーマ", "theme", "data/themes/", "themes: [floods]", "themes: [flooding]",
    ),
    ("sources",): _rule(
        "source", "出典", "source", "data/sources.yml",
        "sources: [buletin]", "sources: [bulletin]",
    ),
    ("organisations",): _rule(
        "organisation", "団体", "organisation", "data/organisations.yml",
        "bodies: [institut]", "bodies: [institute]",
    ),
    ("places", "organisations"): _rule(
        "party", "場所・団体", "place or organisation", "data/places/, data/organisations.yml",
        "    party: donau", "    party: donaustadt",
    ),
    ("statements",): _rule(
        "statement", "表明", "statement", "data/programmes/",
        "    statement: donau-2015", "    statement: donau-2014",
    ),
    ("place_kinds",): _rule(
        "place-kind", "場所の種類", "kind of place", "data/vocabulary.yml",
        "kind: citi", "kind: city",
    ),
    ("event_kinds",): _rule(
        "event-kind", "出来事の種類", "kind of event", "data/vocabulary.yml",
        "    kind: 訪問", "    kind: visit",
    ),
    ("tie_kinds",): _rule(
        "tie-kind", "関係の種類", "kind of tie", "data/vocabulary.yml",
        "  - {kind: friend-city, since: 1979, source: report}",
        "  - {kind: friendship-city, since: 1979, source: report}",
    ),
}  # fmt: skip
_ANY = _rule(
    "record", "記録", "record", "data/",
    "retired: {on: 2020-01-01, reason: {ja: 終了, en: Ended}, see: nowhere}",
    "retired: {on: 2020-01-01, reason: {ja: 終了, en: Ended}, see: kawabe}",
)  # fmt: skip

RULES = (*RULES_BY_KINDS.values(), _ANY)


def check(catalog: Catalog) -> Iterator[Finding]:
    """Find ids that name nothing; for one that a record once had, its new id is proposed."""
    renamed = catalog.renamed()
    allowed_by_kinds: dict[tuple[str, ...], frozenset[str] | None] = {}
    for (kind, record), references in catalog.links.items():
        for reference in references:
            kinds, named = reference.kinds, reference.id
            if kinds not in allowed_by_kinds:
                allowed_by_kinds[kinds] = _allowed(catalog, kinds)
            allowed = allowed_by_kinds[kinds]
            if allowed is not None and named not in allowed:
                rule, path = RULES_BY_KINDS.get(kinds, _ANY), reference.path
                new = renamed.get(named)
                instead = new if new in allowed else None
                yield Finding(rule, kind, record, path, {"id": named}, allowed, instead)


def _allowed(catalog: Catalog, kinds: tuple[str, ...]) -> frozenset[str] | None:
    """Ids of records of some kinds; None if a file that would tell cannot be read: that is told."""
    if not all(kind in catalog.known for kind in kinds):
        return None
    return frozenset[str]().union(*(catalog.known[kind] for kind in kinds))
