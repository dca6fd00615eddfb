"""No two records share an id, but for a timeline and the record it belongs to."""

from collections import defaultdict
from collections.abc import Iterator

from atlas.model import Catalog
from atlas.problem import Rule
from atlas.rules.finding import Finding
from atlas.text import Text

SHARED_ID = Rule(
    "shared-id",
    Text(
        ja="二つの記録が同じid（ファイル名）を持たない。以前のid（formerly）も含む。",
        en="No two records share an id (file name), former ids (formerly) included.",
    ),
    Text(ja="id「{id}」は、{others} にも使われています。", en="The id '{id}' is also that of {others}."),
    Text(
        ja="どちらかの名前を変えてください（県は -prefecture、省は -province で終えます）。",
        en="Rename one of them (prefectures end in -prefecture, provinces in -province).",
    ),
    bad="""\
# data/places/kawabe.yml
name: {ja: 川辺市, en: Kawabe}

# data/organisations.yml
kawabe:
  name: {ja: 川辺市役所, en: Kawabe City Hall}""",
    good="""\
# data/places/kawabe.yml
name: {ja: 川辺市, en: Kawabe}

# data/organisations.yml
kawabe-city-hall:
  name: {ja: 川辺市役所, en: Kawabe City Hall}""",
)  # fmt: skip

RULES = (SHARED_ID,)


def check(catalog: Catalog) -> Iterator[Finding]:
    """Find ids, present or former, that more than one record claims."""
    claims: dict[str, list[tuple[str, str, tuple[str | int, ...]]]] = defaultdict(list)
    of_owners = {
        (record.id, old)
        for kind, record in catalog.records() if kind != "timelines"
        for old in record.formerly
    }  # fmt: skip
    for kind, record in catalog.records():
        if kind != "timelines":
            claims[record.id].append((kind, record.id, ()))
        for number, old in enumerate(record.formerly):
            if old and (kind != "timelines" or (record.id, old) not in of_owners):
                claims[old].append((kind, record.id, ("formerly", number)))
    for claimed, claimants in claims.items():
        for kind, record_id, path in claimants if len(claimants) > 1 else ():
            others = sorted({f"{k}/{r}" for k, r, _ in claimants} - {f"{kind}/{record_id}"})
            values = {"id": claimed, "others": ", ".join(others) or f"{kind}/{record_id}"}
            yield Finding(SHARED_ID, kind, record_id, path, values)
