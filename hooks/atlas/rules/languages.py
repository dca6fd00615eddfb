"""Japanese stands under `ja` and English under `en`."""

import re
from collections.abc import Iterator

from atlas.problem import Rule
from atlas.rules.finding import Finding, Path
from atlas.text import JAPANESE, Text

SWAPPED_LANGUAGES = Rule(
    "swapped-languages",
    Text(
        ja="日本語は ja に、英語は en に書く。",
        en="Japanese stands under ja, and English under en.",
    ),
    Text(
        ja="日本語と英語が逆になっているようです。",
        en="Japanese and English seem to stand in each other's place.",
    ),
    Text(
        ja="ja の文章と en の文章を入れかえてください。",
        en="Let the text under ja and the text under en change places.",
    ),
    excusable=True,
    bad="name: {ja: Kawabe, en: 川辺市}",
    good="name: {ja: 川辺市, en: Kawabe}",
)

JAPANESE_IN_ENGLISH = Rule(
    "japanese-in-english",
    Text(
        ja="英語（en）の文章には、かな、漢字、全角の記号を使わない。",
        en="English texts (en) hold no Japanese or Chinese characters and no full-width signs.",
    ),
    Text(
        ja="英語の文章に「{found}」があります。",
        en="The English text holds '{found}'.",
    ),
    Text(
        ja="英語か、ローマ字（半角）で書いてください。もとの文字での名前は、native や aliases に書けます。",
        en="Write it in English or in Latin letters. A name in its own script can stand in native or aliases.",
    ),
    excusable=True,
    bad="    where: {ja: ドナウ市, en: ドナウ市 (Donau City)}",
    good="    where: {ja: ドナウ市, en: Donau City}",
)

UNTRANSLATED = Rule(
    "missing-japanese",
    Text(
        ja="日本語（ja）の文は、日本語で書く。IUC のような名前は、そのままでよい。",
        en="Sentences under ja are in Japanese. Mere names, such as IUC, may stand as they are.",
    ),
    Text(
        ja="ja の文に、日本語の文字が一つもありません。",
        en="The sentence under ja has no Japanese letter in it.",
    ),
    Text(
        ja="ja には日本語の文を書いてください（英語の文は en に書きます）。",
        en="Write the sentence in Japanese under ja; the English one stands under en.",
    ),
    excusable=True,
    bad="    text: {ja: They saw the levee of the river., en: They saw the levee of the river.}",
    good="    text: {ja: 川の堤防を見ました。, en: They saw the levee of the river.}",
)

RULES = (SWAPPED_LANGUAGES, JAPANESE_IN_ENGLISH, UNTRANSLATED)

_SENTENCE = re.compile(r"([A-Za-zÀ-ÿ’']+[ ,;]+){4}[A-Za-zÀ-ÿ’']+")
"""Five words or more."""

_NAMES = {"name", "short_name", "publisher", "division", "address"}
"""Keys of names, which may be long and have no Japanese form; titles of sources are such too."""


def check_text(kind: str, record: str, path: Path, text: Text) -> Iterator[Finding]:
    """Find letters that are not those of their language."""
    found = None if (text.en or "").isascii() else JAPANESE.search(text.en)
    if text.ja and not JAPANESE.search(text.ja):
        if found:
            pair = ((*path, "ja"), (*path, "en"))
            yield Finding(SWAPPED_LANGUAGES, kind, record, path, exchanged=pair)
            return
        named = path[-1] in _NAMES or (kind, path) == ("sources", ("title",))
        if not named and _SENTENCE.search(text.ja):
            yield Finding(UNTRANSLATED, kind, record, (*path, "ja"))
    if found:
        values = {"found": found[0]}
        yield Finding(JAPANESE_IN_ENGLISH, kind, record, (*path, "en"), values, word=found[0])
