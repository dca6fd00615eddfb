"""What responses of the API are made of, beside what the model says: links, dates, envelopes.

Each key says what it means, as the keys of the model do; the description of the API and its page
are made from both.
"""

from typing import Annotated, Any, ClassVar, Literal

from pydantic import BaseModel, ConfigDict, Field, WithJsonSchema

from atlas.model import Meaning, key
from atlas.text import Text

SCHEMA_VERSION = "1.0"
"""The version of the API: the first number is in its addresses, the second counts additions."""

Uri = Annotated[str, WithJsonSchema({"type": "string", "format": "uri"})]
"""An absolute address (RFC 3986)."""

IsoDay = Annotated[str, WithJsonSchema({"type": "string", "format": "date"})]
"""A calendar day, as YYYY-MM-DD (RFC 3339)."""

IsoTime = Annotated[str, WithJsonSchema({"type": "string", "format": "date-time"})]
"""A moment in UTC (RFC 3339)."""

EdtfText = Annotated[str, Field(examples=["2018-10-15", "2018-10", "2018-10-15/2018-10-17"])]
"""A date as EDTF (ISO 8601-2) writes it."""


ONLY_DESCRIBED = ConfigDict(defer_build=True)
"""Nothing is ever read as one of these types, so nobody need wait for what would read it."""


class _Shape(BaseModel):
    model_config = ONLY_DESCRIBED


class Named(_Shape):
    """A word of a fixed list: a kind of place, of event or of tie, or a country."""

    means: ClassVar[Meaning] = key(
        "決まった値",
        "Fixed value",
        "決まった一覧にある値です：場所、出来事、関係の種類、または国。",
        "A value from a fixed list: a kind of place, of event or of tie, or a country.",
    )

    id: Annotated[str, key(
        "コード", "Code", "決まったコードです。国はISO 3166-1の2文字です。",
        "Its fixed code; of a country, the two letters of ISO 3166-1.",
    )]  # fmt: skip
    name: Annotated[Text, key("名前", "Name", "読む人のための名前です。", "Its name for readers.")]


class Link(_Shape):
    """Another record."""

    means: ClassVar[Meaning] = key(
        "ほかの記録",
        "Link",
        "ほかの記録の名前とアドレスです。",
        "Another record: its name and its address.",
    )

    kind: Annotated[str, key(
        "種類", "Kind",
        "記録の種類です。`statements`（表明）はプログラムの中に、`glossary`（用語）は用語集の中にあります。",
        "The kind of record. `statements` stand in their programme, `glossary` terms in the glossary.",
    )]  # fmt: skip
    id: Annotated[str, key("id", "Id", "記録のidです。", "The id of the record.")]
    name: Annotated[Text, key("名前", "Name", "読む人のための名前です。", "Its name for readers.")]
    url: Annotated[Uri, key(
        "アドレス", "Address", "このAPIで、その記録が読めるアドレスです。",
        "The address in this API where it can be read.",
    )]  # fmt: skip


class Dated(_Shape):
    """A date, as exactly as it is known."""

    means: ClassVar[Meaning] = key(
        "日付", "Date", "分かっている細かさで書いた日付です。", "A date, as exactly as it is known."
    )

    edtf: Annotated[EdtfText, key(
        "EDTF", "EDTF", "EDTF（ISO 8601-2）で書いた日付です。日、月、年、期間があり、`~` は「頃」です。",
        "The date in EDTF (ISO 8601-2): a day, a month, a year or an interval; `~` means around.",
    )]  # fmt: skip
    first_day: Annotated[IsoDay, key(
        "最初の日", "First day", "日付が指す期間の最初の日です。", "The first day that the date covers."
    )]  # fmt: skip
    last_day: Annotated[IsoDay, key(
        "最後の日", "Last day", "日付が指す期間の最後の日です。", "The last day that the date covers."
    )]  # fmt: skip
    precision: Annotated[Literal["day", "month", "year", "interval"], key(
        "細かさ", "Precision",
        "どこまで分かっているか：日、月、年。`interval` は、二つの日付のあいだです。",
        "How exactly it is known: to the day, month or year; an `interval` lies between two dates.",
    )]  # fmt: skip
    approximate: Annotated[bool, key(
        "おおよそ", "Approximate", "「頃」のついた日付かどうかです。", "Whether it is only around that date."
    )]  # fmt: skip
    text: Annotated[Text, key(
        "表記", "In words", "サイトでの書き方です。", "The date as the site writes it."
    )]  # fmt: skip


class Citation(_Shape):
    """The document that a fact comes from."""

    means: ClassVar[Meaning] = key(
        "出典",
        "Citation",
        "事実のもとになった資料と、その時点です。",
        "The document that a fact comes from, and its date.",
    )

    id: Annotated[str, key("id", "Id", "出典のidです。", "The id of the source.")]
    url: Annotated[Uri, key(
        "アドレス", "Address", "このAPIでの、その出典のアドレスです。", "Its address in this API."
    )]  # fmt: skip
    as_of: Annotated[EdtfText | None, key(
        "時点", "As of", "資料の内容がいつのものかです。資料が述べていなければ、資料自体の日付です。",
        "The date for which the document speaks; where it does not say, the date that it bears.",
    )]  # fmt: skip


class Coordinates(_Shape):
    """A position (WGS 84)."""

    means: ClassVar[Meaning] = key(
        "座標", "Coordinates", "地球上の位置です（WGS 84）。", "A position on the earth (WGS 84)."
    )

    latitude: Annotated[float, key(
        "緯度", "Latitude", "度で表し、北が正です。", "In degrees, north positive."
    )]  # fmt: skip
    longitude: Annotated[float, key(
        "経度", "Longitude", "度で表し、東が正です。", "In degrees, east positive."
    )]  # fmt: skip


class Addresses(_Shape):
    """The addresses of one thing in both languages."""

    means: ClassVar[Meaning] = key(
        "アドレス",
        "Addresses",
        "日本語と英語のアドレスです。",
        "The addresses of one thing in both languages.",
    )

    ja: Annotated[Uri, key("日本語", "Japanese", "日本語のアドレスです。", "The Japanese one.")]
    en: Annotated[Uri, key("英語", "English", "英語のアドレスです。", "The English one.")]


class Envelope(_Shape):
    """What every response has around its content."""

    means: ClassVar[Meaning] = key(
        "応答の外枠", "Envelope",
        "すべての応答に共通の外枠です。内容は `result` にあります。",
        "What stands around every response; the content is in `result`.",
    )  # fmt: skip

    schema_version: Annotated[str, key(
        "版", "Version", "このAPIの版です。後ろの数は、キーが増えると上がります。",
        "The version of this API; the second number rises when keys are added.",
    )]  # fmt: skip
    generated_at: Annotated[IsoTime, key(
        "作成日時", "Generated at", "このファイルを作った日時（UTC）です。",
        "When this file was made, in UTC.",
    )]  # fmt: skip
    total: Annotated[int, key(
        "件数", "Total", "`result` にある記録の数です。", "The number of records in `result`."
    )]  # fmt: skip
    result: Annotated[Any, key(
        "内容", "Content", "求めた内容です。型は、アドレスの一覧にあります。",
        "What was asked for; its type is given in the table of addresses.",
    )]  # fmt: skip


class OfEvery(_Shape):
    """What is added to every record that has a page."""

    url: Annotated[Uri, key(
        "アドレス", "Address", "このAPIでの、この記録のアドレスです。",
        "The address of this record in this API.",
    )]  # fmt: skip
    pages: Annotated[Addresses, key(
        "ページ", "Pages", "この記録のページのアドレスです。", "The addresses of its pages."
    )]  # fmt: skip


class OfPlace(OfEvery):
    """What is added to a place."""

    editorial: Annotated[Citation, key(
        "編集部による項目の出典", "Source of editorial keys",
        "よみ、現地語の名前、別名、種類、国、属する地域、座標の出典です。",
        "The source of reading, native, aliases, kind, country, within and coordinates.",
    )]  # fmt: skip


class OfPairing(OfEvery):
    """What is added to a pairing."""

    summary: Annotated[Text, key(
        "概要", "Summary",
        "連携を短く述べる文章です。どちら側が何を想定しているか、いつ選定されたかも、これで分かります。",
        "The pairing in short. It also says what is only envisaged, and by whom.",
    )]  # fmt: skip
    editorial: Annotated[Citation, key(
        "編集部による項目の出典", "Source of editorial keys",
        "テーマの分け方（`themes`）の出典です。", "The source of the division into `themes`.",
    )]  # fmt: skip
    name: Annotated[Text, key(
        "名前", "Name", "両側の場所の名前からできています。", "Made of the names of its two sides."
    )]  # fmt: skip


class OfTerm(_Shape):
    """What is added to a term of the glossary."""

    pages: Annotated[Addresses, key(
        "ページ", "Pages", "用語集での位置です。", "Where it stands in the glossary."
    )]  # fmt: skip


class OfEvent(_Shape):
    """What is said of an event in place of its own id, and beside its other keys."""

    id: Annotated[str, key(
        "id", "Id", "年表のidと、年表の中での出来事のidです。",
        "The id of its timeline, and its own id within it.",
    )]  # fmt: skip
    uid: Annotated[str, key(
        "変わらない名前", "Lasting name",
        "カレンダーのUIDと同じ名前です。年表のidが変わっても、変わりません。",
        "Its name in calendars (UID), which stays the same when the id of its timeline changes.",
    )]  # fmt: skip
    timeline: Annotated[Link, key(
        "年表", "Timeline", "出来事が書かれている連携またはプログラムです。",
        "The pairing or programme whose timeline it stands in.",
    )]  # fmt: skip
    date_text: Annotated[Text, key(
        "日付の文言", "Date in words",
        "サイトに示す日付です。資料の言葉があれば、その言葉です（例：令和2年度）。",
        "The date as the site shows it, in the document's own words if it has any.",
    )]  # fmt: skip
    items: Annotated[tuple[Text, ...], key(
        "番号つきの項目", "Numbered items",
        "出来事を述べる表明の、本文に続く項目です。書いた順に1から番号がつきます。",
        "The items that follow the text of the statement that tells of it, numbered from 1.",
    )]  # fmt: skip
    programme: Annotated[Link, key(
        "プログラム", "Programme", "出来事が属するプログラムです。", "The programme that it belongs to."
    )]  # fmt: skip
    pages: Annotated[Addresses, key(
        "ページ", "Pages", "年表のページでの位置です。", "Where it stands on the page of all events."
    )]  # fmt: skip


class WhetherAbout(_Shape):
    """What a single pairing says of a statement in place of all the pairings it speaks of."""

    about_this: Annotated[bool, key(
        "この連携についてか", "About this pairing",
        "この連携について述べているかどうかです。いいえなら、この連携の場所が、ほかの連携について、"
        "または特定の連携についてではなく述べたものです。",
        "Whether it speaks of this pairing; if not, a place of this pairing stated it about another "
        "one, or about none in particular.",
    )]  # fmt: skip


class WithPairings(_Shape):
    """What `events.json` says of an event, and single records do not repeat."""

    pairings: Annotated[tuple[Link, ...], key(
        "連携", "Pairings", "かかわった連携です。", "The pairings that took part."
    )]  # fmt: skip
