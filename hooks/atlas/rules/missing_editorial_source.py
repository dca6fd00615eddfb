"""The editors' own additions have a source like everything else."""

from collections.abc import Iterator

from atlas.model import EDITORIAL, Catalog
from atlas.problem import Rule
from atlas.rules.finding import Finding
from atlas.text import Text

MISSING_EDITORIAL_SOURCE = Rule(
    "missing-editorial-source",
    Text(
        ja="data/sources.yml には、編集部による補足を表す「editorial」という出典がある。",
        en="data/sources.yml has a source 'editorial', which stands for what the editors add.",
    ),
    Text(ja="出典「editorial」がありません。", en="There is no source 'editorial'."),
    Text(
        ja="よみ、国、座標などの出典です。title、publisher、language を添えて加えてください。",
        en="Readings, countries and coordinates rest on it. Add it, with title, publisher and language.",
    ),
    bad="""\
# data/sources.yml
editors:
  title: {ja: 編集部による補足, en: Editorial additions}
  publisher: {ja: 編集部, en: The editors}
  language: ja""",
    good="""\
# data/sources.yml
editorial:
  title: {ja: 編集部による補足, en: Editorial additions}
  publisher: {ja: 編集部, en: The editors}
  language: ja""",
)

RULES = (MISSING_EDITORIAL_SOURCE,)


def check(catalog: Catalog) -> Iterator[Finding]:
    """Find that the source is missing."""
    known = catalog.known.get("sources")
    if known is not None and EDITORIAL not in known:
        yield Finding(MISSING_EDITORIAL_SOURCE, "sources", EDITORIAL)
