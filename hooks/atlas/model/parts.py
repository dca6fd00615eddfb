"""Keys and blocks that records of several kinds share."""

from typing import Annotated, ClassVar

from pydantic import BeforeValidator

from atlas.model.base import LanguageTag, Reading, Record
from atlas.model.links import SomeSources, SourceId
from atlas.model.meaning import Meaning, key
from atlas.text import Line, Text

# A key and its words stand together as one block:
# fmt: off

Sources = Annotated[SomeSources, key("出典", "Sources",
    ja="この記録のもとになった出典で、一つ以上書きます（例：`[tokorozawa-iuc]`）。自分の `source` を持たない事実は、その最初のものによります。",
    en="The sources that the record rests on, at least one (for instance `[tokorozawa-iuc]`). A fact without a `source` of its own rests on the first of them.")]

OwnSource = Annotated[SourceId | None, key("出典", "Source",
    ja="この内容のもとになった出典です（例：`tokorozawa-iuc`）。省くと、これを含む記録の `sources` の最初のものが出典です。",
    en="The source of what is said here (for instance `tokorozawa-iuc`). Without it, that is the first of the `sources` of the record that holds it.")]

Plain = Annotated[Text | None, key("やさしい日本語", "In plain English",
    ja="同じことを、短い文とふだんの言葉で述べた、やさしい日本語と、やさしい英語です。省くと、やさしい文章の欄は出ません。",
    en="The same in plain Japanese and plain English: short sentences and everyday words. Without it, the page has no such part.")]


class Section(Record):
    """Further text on a page."""

    means: ClassVar[Meaning] = key("くわしい説明", "Further text",
        ja="ページに加える、見出しのついた文章です。",
        en="Further text on a page, under a heading of its own.")

    title: Annotated[Text, key("見出し", "Heading",
        ja="文章の見出しです。",
        en="The heading that the text stands under.")]
    text: Annotated[Text | None, key("本文", "Text",
        ja="見出しに続く文章です。番号つきの項目だけで足りるときは省きます。",
        en="The text that follows the heading. Left out where the numbered items are enough.")] = None
    items: Annotated[tuple[Text, ...], key("番号つきの項目", "Numbered items",
        ja="本文に続く項目で、書いた順に1から番号がつきます。なければ省きます。",
        en="Items that follow the text, numbered from 1 in the order in which they are written. Left out if there are none.")] = ()
    closing: Annotated[Text | None, key("結び", "Closing text",
        ja="項目のあとに続く文章です。なければ省きます。",
        en="Text that follows the items. Left out if there is none.")] = None
    source: OwnSource = None


class Native(Record):
    """A name in the language of the place."""

    means: ClassVar[Meaning] = key("現地語の名前", "Name in the local language",
        ja="土地の言葉での名前です。",
        en="A name in the language of the place.")

    lang: Annotated[LanguageTag, key("言語", "Language",
        ja="名前の言語を、BCP 47のタグで書きます（例：`sk`、`zh-Hans`）。",
        en="The language of the name, as a BCP 47 tag (for instance `sk`, `zh-Hans`).")]
    text: Annotated[Line, key("名前", "Name",
        ja="その言語での名前です（例：`辽宁省`）。",
        en="The name in that language (for instance `辽宁省`).")]


LocalName = Annotated[Native | None, key("現地語の名前", "Name in the local language",
    ja="土地の言葉での名前です（例：`{lang: zh-Hans, text: 辽宁省}`）。日本の場所や団体など、いらないときは省きます。",
    en="The name in the language of the place (for instance `{lang: zh-Hans, text: 辽宁省}`). Left out where it is not needed, as in Japan.")]


class OtherName(Record):
    """Another name, with its language where that is neither Japanese nor English."""

    means: ClassVar[Meaning] = key("別名", "Other name",
        ja="ほかの名前です。言語を添えないときは、名前だけを書いてもかまいません。",
        en="Another name. In the data files, the name alone may be written where no language is given.")

    text: Annotated[Line, key("名前", "Name",
        ja="名前です（例：`Pozsony`）。",
        en="The name (for instance `Pozsony`).")]
    lang: Annotated[LanguageTag | None, key("言語", "Language",
        ja="名前の言語を、BCP 47のタグで書きます（例：`hu`）。日本語か英語の名前では省きます。",
        en="The language of the name, as a BCP 47 tag (for instance `hu`). Left out for Japanese and English names.")] = None


def _as_other_name(value: object) -> object:
    return {"text": value} if isinstance(value, str) else value


Alias = Annotated[OtherName, BeforeValidator(_as_other_name)]
"""Another name: plain text, or {lang, text}."""

Aliases = Annotated[tuple[Alias, ...], key("別名", "Other names",
    ja="検索で見つけるための、ほかの名前です（例：`[ブラチスラヴァ, {lang: hu, text: Pozsony}]`）。なければ省きます。",
    en="Other names, by which it is found (for instance `[ブラチスラヴァ, {lang: hu, text: Pozsony}]`). Left out if there are none.")]

HiraganaReading = Annotated[Reading, key("よみ", "Reading",
    ja="日本語の名前のよみを、ひらがなで書きます（例：`ところざわし`）。並べるときと検索に使います。",
    en="How the Japanese name is read, in hiragana (for instance `ところざわし`), for sorting and search.")]
