"""A document that is listed is one that something rests on."""

from collections.abc import Iterator

from atlas.model import EDITORIAL, Catalog
from atlas.problem import Rule
from atlas.rules.finding import Finding
from atlas.text import Text

UNUSED_SOURCE = Rule(
    "unused-source",
    Text(
        ja=f"data/sources.yml の出典は、どれかの記録で使われている（{EDITORIAL} は別）。",
        en=f"Every source in data/sources.yml is cited by some record ({EDITORIAL} aside).",
    ),
    Text(
        ja="出典「{id}」を使っている記録がありません。",
        en="No record cites the source '{id}'.",
    ),
    Text(
        ja="この出典による記録の sources に「{id}」を加えてください。使わない出典なら、ここから消してください。",
        en="Add '{id}' to the sources of the records that rest on it, or remove it here.",
    ),
    excusable=True,
    bad="""\
# data/sources.yml
leaflet:
  title: {ja: ちらし, en: Leaflet}

# data/places/kawabe.yml
sources: [bulletin]""",
    good="""\
# data/sources.yml
leaflet:
  title: {ja: ちらし, en: Leaflet}

# data/places/kawabe.yml
sources: [bulletin, leaflet]""",
)

RULES = (UNUSED_SOURCE,)


def check(catalog: Catalog) -> Iterator[Finding]:
    """Find sources that nothing cites, unless what should cite them may just be misspelt."""
    cited = {
        reference.id
        for references in catalog.links.values()
        for reference in references
        if reference.kinds == ("sources",)
    }
    silent = any(
        "sources" in type(record).model_fields and not getattr(record, "sources", ())
        for _, record in catalog.records()
    )
    known = catalog.known.get("sources", frozenset())
    if catalog.unread or silent or not known.issuperset((EDITORIAL, *cited)):
        return
    meant = {EDITORIAL, *cited}.union(*catalog.faulty.values())
    for source in catalog.sources.values():
        if source.id not in meant and "retired" not in source.model_fields_set:
            yield Finding(UNUSED_SOURCE, "sources", source.id, (), {"id": source.id})
