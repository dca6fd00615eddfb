"""What stands in the pictures that are shown where a page is shared, their font can write."""

from collections.abc import Iterator

from atlas import glyphs
from atlas.model import Catalog
from atlas.problem import Rule
from atlas.rules.finding import Finding, Path
from atlas.text import LANGUAGES, Text

MISSING_GLYPH = Rule(
    "missing-glyph",
    Text(
        ja="場所、プログラム、サイトの名前は、SNSなどで共有したときの画像に出せる文字だけで書く。中国語の簡体字などは出せない。",
        en="Names of places, programmes and the site have only letters that the pictures shown where a page is shared can have: no simplified Chinese, for instance.",
    ),
    Text(
        ja="「{found}」は、SNSなどで共有したときの画像に出せない文字です。",
        en="'{found}' cannot be drawn in the pictures that are shown where a page is shared.",
    ),
    Text(
        ja="日本の漢字か、かなで書いてください。現地の文字での名前は native に書けます。",
        en="Use Japanese characters, or Latin letters in English. The name in its own script can stand in native.",
    ),
    excusable=True,
    bad="name: {ja: 苏州市, en: Suzhou}",
    good="name: {ja: 蘇州市, en: Suzhou}",
)

RULES = (MISSING_GLYPH,)


def check(catalog: Catalog) -> Iterator[Finding]:
    """Find letters that the font lacks, in the texts that the pictures have."""
    for kind, record, key, text in _shown(catalog):
        for language in LANGUAGES:
            written = (text.to(language) or "") if text else ""
            if found := glyphs.lacking(written)[:1]:
                path: Path = (key, language)
                yield Finding(MISSING_GLYPH, kind, record, path, {"found": found}, word=found)


def _shown(catalog: Catalog) -> Iterator[tuple[str, str, str, Text | None]]:
    members = {
        id_ for pairing in catalog.pairings.values() for id_ in (*pairing.japan, *pairing.partner)
    }
    for place in catalog.places.values():
        if place.id in members:
            yield "places", place.id, "name", place.name
    for programme in catalog.programmes.values():
        for key in ("name", "short_name", "since_label", "as_of_text"):
            yield "programmes", programme.id, key, getattr(programme, key)
    if catalog.site:
        for key in ("name", "description"):
            yield "site", "site", key, getattr(catalog.site, key)
