"""What the page of the API says: data/api.yml."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from atlas.model.base import Day, Id, Record
from atlas.model.meaning import Meaning, key
from atlas.text import Line, Text

# A key and its words stand together as one block:
# fmt: off


class GuidePart(Record):
    """A part of the page with a heading."""

    means: ClassVar[Meaning] = key("説明の部分", "Part of the page",
        ja="見出しのついた、ページの一部分です。",
        en="A part of the page, under a heading of its own.")

    id: Annotated[Id, key("id", "Id",
        ja="ページの中でこの部分を指す名前です。",
        en="The name by which links lead to the part.",
        ja_file="半角の英小文字、数字、ハイフンで書きます（例：`promise`）。",
        en_file="Lower-case letters, digits and hyphens (for instance `promise`).")]
    title: Annotated[Text, key("見出し", "Heading",
        ja="部分の見出しです。",
        en="The heading of the part.")]
    text: Annotated[Text | None, key("本文", "Text",
        ja="見出しに続く文章です。",
        en="The text that follows the heading.",
        ja_file="箇条書きだけで足りるときは省きます。",
        en_file="Left out where the items are enough.")] = None
    items: Annotated[tuple[Text, ...], key("箇条書き", "Items",
        ja="本文に続く箇条書きです。",
        en="Items that follow the text.",
        ja_file="なければ省きます。",
        en_file="Left out if there are none.")] = ()


class Example(Record):
    """A program that uses the API, and what it prints."""

    means: ClassVar[Meaning] = key("プログラムの例", "Example",
        ja="APIを使うプログラムの例と、その出力です。",
        en="A program that uses the API, and what it prints.")

    id: Annotated[Id, key("id", "Id",
        ja="ページの中でこの例を指す名前です。",
        en="The name by which links lead to the example.",
        ja_file="半角の英小文字、数字、ハイフンで書きます。",
        en_file="Lower-case letters, digits and hyphens.")]
    title: Annotated[Text, key("題名", "Title",
        ja="何をする例かです。",
        en="What the example does.")]
    language: Annotated[Literal["sh", "python", "javascript"], key("プログラムの言語", "Programming language",
        ja="例を書いた言語です。",
        en="What the example is written in.",
        ja_file="`sh`、`python`、`javascript` のどれかです。",
        en_file="One of `sh`, `python` and `javascript`.")]
    code: Annotated[Line, key("プログラム", "Program",
        ja="プログラムそのものです。",
        en="The program itself.",
        ja_file="{base} のところに、サイトのアドレスが入ります。",
        en_file="The address of the site stands for {base}.")]
    output: Annotated[Line, key("出力", "Output",
        ja="プログラムの出力です。",
        en="What the program prints.",
        ja_file="{base} のところに、サイトのアドレスが入ります。",
        en_file="The address of the site stands for {base}.")]


class Release(Record):
    """A version of the API and what came with it."""

    means: ClassVar[Meaning] = key("APIの版", "Version of the API",
        ja="APIの版と、そこで変わったことです。",
        en="A version of the API and what came with it.")

    version: Annotated[Line, key("版", "Version",
        ja="版の番号です（例：`1.0`）。",
        en="The number of the version (for instance `1.0`).")]
    on: Annotated[Day, key("日付", "Date",
        ja="公開した日です。",
        en="The day on which it was published.",
        ja_file="年-月-日で書きます（例：`2026-12-01`）。",
        en_file="Written as year-month-day (for instance `2026-12-01`).")]
    changes: Annotated[tuple[Text, ...], Field(min_length=1), key("変わったこと", "Changes",
        ja="その版で変わったことです。",
        en="What changed in the version.",
        ja_file="一つ以上書きます。",
        en_file="At least one.")]


class Guide(Record):
    """The page that explains the API to those who write programs."""

    means: ClassVar[Meaning] = key("APIの説明", "Guide to the API",
        ja="プログラムを書く人に、APIを説明するページです。",
        en="The page that explains the API to those who write programs.")

    title: Annotated[Text, key("題名", "Title",
        ja="ページの題名です。",
        en="The title of the page.")]
    lead: Annotated[Text, key("はじめの文章", "Lead",
        ja="ページのはじめに置く文章です。",
        en="The text at the head of the page.")]
    examples: Annotated[tuple[Example, ...], key("プログラムの例", "Examples",
        ja="APIを使うプログラムの例です。",
        en="Programs that use the API.",
        ja_file="なければ省きます。",
        en_file="Left out if there are none.")] = ()
    sections: Annotated[tuple[GuidePart, ...], key("説明の部分", "Parts of the page",
        ja="見出しのついた、ページの部分です。",
        en="The parts of the page, under headings.",
        ja_file="なければ省きます。",
        en_file="Left out if there are none.")] = ()
    changelog: Annotated[tuple[Release, ...], Field(min_length=1), key("版の記録", "Changelog",
        ja="APIの版で、新しい順に並びます。",
        en="The versions of the API, the newest first.",
        ja_file="一つ以上書きます。",
        en_file="At least one.")]
