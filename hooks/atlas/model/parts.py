"""Keys and blocks that records of several kinds share."""

from typing import Annotated, ClassVar

from pydantic import BeforeValidator

from atlas.model.base import LanguageTag, Reading, Record
from atlas.model.lengths import NameLine, Passage, Title
from atlas.model.links import SomeSources, SourceId
from atlas.model.meaning import Meaning, key

# A key and its words stand together as one block:
# fmt: off

Sources = Annotated[SomeSources, key("出典", "Sources",
    ja="この記録のもとになった出典です。中の出来事などに `source` がないときは、一つ目の出典によります。",
    en="The sources that the record rests on. A fact without a `source` of its own rests on the first of them.",
    ja_file="出典のidを一つ以上書きます（例：`[tokorozawa-iuc]`）。",
    en_file="Ids of sources, at least one (for instance `[tokorozawa-iuc]`).")]

OwnSource = Annotated[SourceId | None, key("出典", "Source",
    ja="この内容のもとになった出典です。",
    en="The source of what is said here.",
    ja_file="出典のidを書きます（例：`tokorozawa-iuc`）。省くと、これを含む記録の `sources` の最初のものが出典です。",
    en_file="The id of the source (for instance `tokorozawa-iuc`). Without it, that is the first of the `sources` of the record that holds it.")]

Plain = Annotated[Passage | None, key("やさしい文章", "Plain-language text",
    ja="同じことを、短い文とふだんの言葉で述べた、やさしい日本語と、やさしい英語です。",
    en="The same in plain Japanese and plain English: short sentences and everyday words.",
    ja_file="省くと、ページにやさしい文章の欄は出ません。",
    en_file="Without it, the page has no such part.")]


class Section(Record):
    """Further text on a page."""

    means: ClassVar[Meaning] = key("くわしい説明", "Further text",
        ja="くわしく述べる、見出しのついた文章です。",
        en="Further text, under a heading of its own.")

    title: Annotated[Title, key("見出し", "Heading",
        ja="文章の見出しです。",
        en="The heading of the text.")]
    text: Annotated[Passage | None, key("本文", "Text",
        ja="見出しに続く文章です。",
        en="The text that follows the heading.",
        ja_file="番号つきの項目だけで足りるときは省きます。",
        en_file="Left out where the numbered items are enough.")] = None
    items: Annotated[tuple[Passage, ...], key("番号つきの項目", "Numbered items",
        ja="本文に続く項目で、順に1から番号がつきます。",
        en="Items that follow the text, numbered from 1 in their order.",
        ja_file="書いた順に並びます。なければ省きます。",
        en_file="They keep the order in which they are written. Left out if there are none.")] = ()
    closing: Annotated[Passage | None, key("結び", "Closing text",
        ja="項目のあとに続く文章です。",
        en="Text that follows the items.",
        ja_file="なければ省きます。",
        en_file="Left out if there is none.")] = None
    source: OwnSource = None


class Native(Record):
    """A name in the language of the place."""

    means: ClassVar[Meaning] = key("現地語の名前", "Name in the local language",
        ja="土地の言葉での名前です。",
        en="A name in the language of the place.")

    lang: Annotated[LanguageTag, key("言語", "Language",
        ja="名前の言語で、BCP 47のタグです（例：`sk`、`zh-Hans`）。",
        en="The language of the name, as a BCP 47 tag (for instance `sk`, `zh-Hans`).")]
    text: Annotated[NameLine, key("名前", "Name",
        ja="その言語での名前です（例：`辽宁省`）。",
        en="The name in that language (for instance `辽宁省`).")]


LocalName = Annotated[Native | None, key("現地語の名前", "Name in the local language",
    ja="土地の言葉での名前です。",
    en="The name in the language of the place.",
    ja_file="例：`{lang: zh-Hans, text: 辽宁省}`。日本の場所や団体など、いらないときは省きます。",
    en_file="For instance `{lang: zh-Hans, text: 辽宁省}`. Left out where it is not needed, as in Japan.")]


class OtherName(Record):
    """Another name, with its language where that is neither Japanese nor English."""

    means: ClassVar[Meaning] = key("別名", "Other name",
        ja="ほかの名前です。",
        en="Another name.",
        ja_file="言語を添えないときは、名前だけを書いてもかまいません。",
        en_file="The name alone may be written where no language is given.")

    lang: Annotated[LanguageTag | None, key("言語", "Language",
        ja="名前の言語で、BCP 47のタグです（例：`hu`）。日本語の名前と英語の名前には付きません。",
        en="The language of the name, as a BCP 47 tag (for instance `hu`). Japanese and English names have none.")] = None
    text: Annotated[NameLine, key("名前", "Name",
        ja="名前です（例：`Pozsony`）。",
        en="The name (for instance `Pozsony`).")]


def _as_other_name(value: object) -> object:
    return {"text": value} if isinstance(value, str) else value


Alias = Annotated[OtherName, BeforeValidator(_as_other_name, json_schema_input_type=NameLine | OtherName)]
"""Another name: plain text, or {lang, text}."""

Aliases = Annotated[tuple[Alias, ...], key("別名", "Other names",
    ja="検索で見つけるための、ほかの名前です。",
    en="Other names, by which it is found.",
    ja_file="例：`[ブラチスラヴァ, {lang: hu, text: Pozsony}]`。なければ省きます。",
    en_file="For instance `[ブラチスラヴァ, {lang: hu, text: Pozsony}]`. Left out if there are none.")]

HiraganaReading = Annotated[Reading, key("よみ", "Reading",
    ja="日本語の名前のよみで、ひらがなです（例：`ところざわし`）。並べるときと検索に使います。",
    en="How the Japanese name is read, in hiragana (for instance `ところざわし`), for sorting and search.")]
