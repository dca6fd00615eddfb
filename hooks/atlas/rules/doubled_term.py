"""A name in the glossary is explained once."""

from collections.abc import Iterator

from atlas.model import Catalog, Term
from atlas.problem import Rule
from atlas.rules.finding import Finding, Path
from atlas.text import LANGUAGES, Text

DOUBLED_TERM = Rule(
    "doubled-term",
    Text(
        ja="用語集の二つの用語が、同じ名前や別名を持たない。",
        en="No two terms of the glossary have a name in common.",
    ),
    Text(
        ja="「{name}」は、用語「{other}」の名前にもなっています。",
        en="'{name}' is also a name of the term '{other}'.",
    ),
    Text(
        ja="二つの説明を一つにまとめるか、どちらかの名前を変えてください。",
        en="Put the two explanations into one, or change one of the names.",
    ),
    excusable=True,
    bad="""\
levee:
  name: {ja: 堤防, en: Levee}
  text: {ja: 川の水を防ぐ土手です。, en: A bank that keeps a river in.}
  sources: [editorial]
bank:
  name: {ja: 土手, en: levee}""",
    good="""\
levee:
  name: {ja: 堤防, en: Levee}
  text: {ja: 川の水を防ぐ土手です。, en: A bank that keeps a river in.}
  sources: [editorial]
bank:
  name: {ja: 土手, en: Bank}""",
)

RULES = (DOUBLED_TERM,)


def check(catalog: Catalog) -> Iterator[Finding]:
    """Find names, other names included, that an earlier term has too; large letters are as small."""
    first: dict[str, str] = {}
    for term in catalog.glossary.values():
        told: set[str] = set()
        for path, name in _names(term):
            other = first.setdefault(name.casefold(), term.id)
            if other not in {term.id, *told}:
                told.add(other)
                values = {"name": name, "other": other}
                yield Finding(DOUBLED_TERM, "glossary", term.id, path, values)


def _names(term: Term) -> Iterator[tuple[Path, str]]:
    for language in LANGUAGES:
        if term.name and term.name.to(language):
            yield ("name", language), term.name.to(language)
    for number, alias in enumerate(term.aliases):
        if alias and alias.text:
            yield ("aliases", number), alias.text
