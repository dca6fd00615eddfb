"""Records that stand together in one file: sources, organisations and the terms of the glossary."""

from typing import Annotated, ClassVar

from pydantic import Field

from atlas.dates import Date
from atlas.model.base import Day, EdtfDate, LanguageTag, Record, Url
from atlas.model.kept import Kept
from atlas.model.lengths import Name, Passage, Title
from atlas.model.meaning import Meaning, key
from atlas.model.parts import Aliases, HiraganaReading, LocalName, Sources
from atlas.text import Line

EDITORIAL = "editorial"
"""The source of what the editors add to every place; the data must have it."""

# A key and its words stand together as one block:
# fmt: off


class Organisation(Kept):
    """A body that is not a place."""

    means: ClassVar[Meaning] = key("団体・機関", "Organisation",
        ja="プログラムにかかわる団体や機関で、場所ではないものです。",
        en="A body involved in programmes that is not a place.")

    name: Annotated[Title, key("名前", "Name",
        ja="団体・機関の名前です。",
        en="The name of the organisation.")]
    native: LocalName = None
    aliases: Aliases = ()
    description: Annotated[Passage | None, key("説明", "Description",
        ja="どのような団体・機関かの説明です。",
        en="What the organisation is.",
        ja_file="省くと、名前だけを見せます。",
        en_file="Without it, only the name is shown.")] = None
    url: Annotated[Url | None, key("ウェブサイト", "Website",
        ja="団体・機関のウェブサイトのアドレスです。",
        en="The address of the organisation's website.",
        ja_file="URLを書きます（例：`https://www.example.jp/`）。省くと、示されません。",
        en_file="Written as a URL (for instance `https://www.example.jp/`). Without it, none is shown.")] = None
    sources: Sources


class Term(Kept):
    """A term or abbreviation of the glossary."""

    means: ClassVar[Meaning] = key("用語", "Term",
        ja="用語集で説明する用語や略語です。サイトの文章の中に出てくると、説明へ案内します。",
        en="A term or abbreviation that the glossary explains. Where it occurs in a text of the site, it leads to the explanation.")

    name: Annotated[Name, key("名前", "Name",
        ja="用語です。略語がかっこで添えられていることもあります（例：国際都市間協力（IUC））。",
        en="The term. An abbreviation may follow in brackets (for instance “International Urban Cooperation (IUC)”).")]
    reading: Annotated[HiraganaReading | None, key("よみ", "Reading",
        ja="日本語の用語のよみで、ひらがなです。",
        en="How the Japanese term is read, in hiragana.",
        ja_file="例：`ゆうこうとし`。省くと、用語の文字の順に並びます。",
        en_file="For instance `ゆうこうとし`. Without it, the term is sorted as it is written.")] = None
    aliases: Annotated[Aliases, key("別名", "Other names",
        ja="同じ用語を指すほかの書き方です。サイトの文章の中に出てくると、これも説明へ案内します。",
        en="Other ways to write the term. In texts of the site they lead to the explanation too.",
        ja_file="一覧にして書きます（例：`[U-CAP, UCAP]`）。なければ省きます。",
        en_file="Written as a list (for instance `[U-CAP, UCAP]`). Left out if there are none.")] = ()
    text: Annotated[Passage, key("説明", "Explanation",
        ja="用語の説明です。",
        en="What the term means.")]
    sources: Sources


class Correction(Record):
    """An evident slip of a document that was mended."""

    means: ClassVar[Meaning] = key("原文の誤記の訂正", "Correction to the original",
        ja="資料の明らかな誤記を、このサイトで直したところです。",
        en="An evident slip of the document that was mended on this site.")

    from_: Annotated[Line, key("資料の表記", "In the document",
        ja="資料にあるままの表記です（例：`都市おける`）。",
        en="As the document has it (for instance `都市おける`).")] = Field(alias="from")
    to: Annotated[Line, key("このサイトの表記", "On this site",
        ja="直したあとの表記です（例：`都市における`）。",
        en="As it is mended (for instance `都市における`).")]


class Source(Kept):
    """A document that facts come from."""

    means: ClassVar[Meaning] = key("出典", "Source",
        ja="事実のもとになった資料です。",
        en="A document that facts come from.")

    title: Annotated[Title, key("題名", "Title",
        ja="資料の題名です。",
        en="The title of the document.")]
    publisher: Annotated[Title, key("発行者", "Publisher",
        ja="資料を発行した団体や自治体です。",
        en="Who published the document.")]
    language: Annotated[LanguageTag, key("言語", "Language",
        ja="資料の言語で、BCP 47のタグです（例：`ja`）。",
        en="The language of the document, as a BCP 47 tag (for instance `ja`).")]
    updated: Annotated[EdtfDate | None, key("更新日", "Updated",
        ja="資料そのものに記された日付です。",
        en="The date that the document itself bears.",
        ja_file="`2022-11-25`、`2022-11` のように書きます（EDTF）。資料にないときは省きます。",
        en_file="Written like `2022-11-25`, `2022-11` (EDTF). Left out if the document bears none.")] = None
    as_of: Annotated[EdtfDate | None, key("時点", "Date",
        ja="資料の内容がいつの時点のものかです。",
        en="The date for which the document speaks.",
        ja_file="`2014-05-31`、`2014-05` のように書きます（EDTF）。資料にないときは省き、`updated` を代わりに見せます。",
        en_file="Written like `2014-05-31`, `2014-05` (EDTF). Left out if the document does not say; `updated` is then shown instead.")] = None
    as_of_text: Annotated[Name | None, key("時点の文言", "Date in the document's words",
        ja="時点を表す、資料の言葉です（例：平成26年5月末現在）。",
        en="The document's words for that date (for instance “as of the end of May 2014”).",
        ja_file="`as_of` の日付の代わりに見せます。省くと、その日付を見せます。",
        en_file="Shown instead of the date in `as_of`. Without it, that date is shown.")] = None
    url: Annotated[Url | None, key("URL", "Web address",
        ja="資料のあるところのアドレスです。",
        en="Where the document is on the web.",
        ja_file="URLを書きます（例：`https://www.example.jp/`）。分からないときは省き、ページでは「記載なし」となります。",
        en_file="Written as a URL (for instance `https://www.example.jp/`). Left out if it is not known; pages then say “Not stated”.")] = None
    archived_url: Annotated[Url | None, key("保存された写し", "Archived copy",
        ja="ウェブアーカイブなどに保存された、資料の写しのアドレスです。",
        en="Where an archived copy of the document is on the web.",
        ja_file="URLを書きます（例：`https://www.example.jp/`）。なければ省き、ページでは「記載なし」となります。",
        en_file="Written as a URL (for instance `https://www.example.jp/`). Left out if there is none; pages then say “Not stated”.")] = None
    accessed: Annotated[Day | None, key("閲覧日", "Accessed",
        ja="資料を最後に閲覧した日です。",
        en="The day on which the document was last read.",
        ja_file="年-月-日で書きます（例：`2026-12-01`）。分からないときは省きます。",
        en_file="Written as year-month-day (for instance `2026-12-01`). Left out if it is not known.")] = None
    note: Annotated[Passage | None, key("資料の読み方", "How it was read",
        ja="資料をどう読んだか、何を補い、何を載せなかったかの説明です。",
        en="How the document was read, what was supplied and what was omitted.",
        ja_file="説明がいらなければ省きます。",
        en_file="Left out if there is nothing to explain.")] = None
    corrections: Annotated[tuple[Correction, ...], key("原文の誤記の訂正", "Corrections to the original",
        ja="資料の明らかな誤記を、このサイトで直したところです。",
        en="Evident slips of the document that were mended on this site.",
        ja_file="なければ省きます。",
        en_file="Left out if there are none.")] = ()

    @property
    def speaks_for(self) -> Date | None:
        """The date for which its facts hold; where it does not say, the date that it bears."""
        return self.as_of or self.updated
