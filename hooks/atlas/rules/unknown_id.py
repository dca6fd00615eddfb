"""An id that names another record names one that exists."""

from collections.abc import Iterator

from atlas.model import Catalog
from atlas.problem import Rule
from atlas.rules.finding import Finding
from atlas.text import Text


def _rule(name: str, ja: str, en: str, where: str) -> Rule:
    return Rule(
        f"unknown-{name}",
        Text(
            ja=f"{ja}は、{where} にあるものだけを書く。",
            en=f"Every {en} that is named exists in {where}.",
        ),
        Text(ja=f"「{{id}}」という{ja}はありません。", en=f"There is no {en} '{{id}}'."),
        Text(
            ja=f"{where} にある名前に直すか、そこに新しく作ってください。",
            en=f"Use a name that exists in {where}, or create it there.",
        ),
    )


RULES_BY_KINDS = {
    ("programmes",): _rule("programme", "プログラム", "programme", "data/programmes/"),
    ("pairings",): _rule("pairing", "連携", "pairing", "data/pairings/"),
    ("places",): _rule("place", "場所", "place", "data/places/"),
    ("themes",): _rule("theme", "テーマ", "theme", "data/themes/"),
    ("sources",): _rule("source", "出典", "source", "data/sources.yml"),
    ("organisations",): _rule("organisation", "団体", "organisation", "data/organisations.yml"),
    ("places", "organisations"): _rule(
        "party", "場所・団体", "place or organisation", "data/places/, data/organisations.yml"
    ),
    ("statements",): _rule("statement", "表明", "statement", "data/programmes/"),
    ("place_kinds",): _rule("place-kind", "場所の種類", "kind of place", "data/vocabulary.yml"),
    ("event_kinds",): _rule("event-kind", "出来事の種類", "kind of event", "data/vocabulary.yml"),
    ("tie_kinds",): _rule("tie-kind", "関係の種類", "kind of tie", "data/vocabulary.yml"),
}
_ANY = _rule("record", "記録", "record", "data/")

RULES = (*RULES_BY_KINDS.values(), _ANY)


def check(catalog: Catalog) -> Iterator[Finding]:
    """Find ids that name nothing; for one that a record once had, its new id is proposed."""
    renamed = catalog.renamed()
    allowed_by_kinds: dict[tuple[str, ...], frozenset[str]] = {}
    for link in catalog.links:
        kinds, named = link.reference.kinds, link.reference.id
        if not all(kind in catalog.known for kind in kinds):
            continue  # the file that would tell cannot be read, and that is reported
        if kinds not in allowed_by_kinds:
            known = (catalog.known[kind] for kind in kinds)
            allowed_by_kinds[kinds] = frozenset[str]().union(*known)
        allowed = allowed_by_kinds[kinds]
        if named not in allowed:
            rule = RULES_BY_KINDS.get(kinds, _ANY)
            path = link.reference.path
            new = renamed.get(named)
            instead = new if new in allowed else None
            yield Finding(rule, link.kind, link.record, path, {"id": named}, allowed, instead)
