"""Rules that a record keeps by itself. `schema` finds the breaches; here is how they are told."""

from dataclasses import dataclass
from types import MappingProxyType

from atlas.problem import worded
from atlas.text import Text

SHAPE_RULES = (
    worded(
        "unknown-key",
        ("決まった項目名だけを使う。", "Only the keys that the site knows are used."),
        ("「{key}」という項目はありません。", "There is no key '{key}' here."),
        (
            "使える項目から選ぶか、いらなければこの項目を消してください。",
            "Choose one of the keys that may stand here, or remove this one.",
        ),
        "japan: [kawabe]\npartnr: [donaustadt]",
        "japan: [kawabe]\npartner: [donaustadt]",
    ),
    worded(
        "missing-key",
        ("必須の項目がそろっている。", "Required keys are given."),
        ("必須の項目{named}がありません。", "The required key {named} is missing."),
        ("「{key}: {shape}」の行を加えてください。{writing}", "Add a line '{key}: {shape}'. {writing}"),
        "  - id: visit\n    date: 2018-09-30/2018-10-02\n    kind: visit\n    text: {ja: 堤防を見ました。, en: They saw the levee.}",
        "  - id: visit\n    date: 2018-09-30/2018-10-02\n    kind: visit\n    title: {ja: 訪問, en: A visit}\n    text: {ja: 堤防を見ました。, en: They saw the levee.}",
    ),
    worded(
        "missing-language",
        (
            "読者に見せる文章は、日本語（ja）と英語（en）の両方で書く。",
            "Every text for readers is given in Japanese (ja) and in English (en).",
        ),
        ("「{block}」に {key} の文章がありません。", "'{block}' has no text in {key}."),
        (
            "{block}: {{ja: 日本語の文章, en: English text}} のように両方を書いてください。",
            "Give both: {block}: {{ja: 日本語の文章, en: English text}}",
        ),
        "name: {ja: 川辺市}",
        "name: {ja: 川辺市, en: Kawabe}",
    ),
    worded(
        "empty-value",
        ("項目名だけを書いて、値を空にしない。", "No key stands without a value."),
        ("「{key}」の値が空です。", "'{key}' has no value."),
        ("値を書くか、この項目を消してください。", "Write a value, or remove the key."),
        "kind:\ncountry: JP",
        "kind: city\ncountry: JP",
    ),
    worded(
        "wrong-shape",
        (
            "値は、文章、一覧、ひとまとまりの項目など、項目ごとに決まった形で書く。",
            "Each value has the form that its key asks for: a text, a list, a block of keys.",
        ),
        ("「{key}」には{expected}が必要です。", "'{key}' takes {expected}."),
        ("{form}", "{form}"),
        "name: 川辺市\nreading: かわべし",
        "name: {ja: 川辺市, en: Kawabe}\nreading: かわべし",
    ),
    worded(
        "out-of-range",
        ("数は決まった範囲にある。", "Numbers are within their range."),
        ("「{value}」は範囲の外です（限界は{limit}）。", "{value} is out of range (the limit is {limit})."),
        (
            "範囲の中の数にしてください。座標は、緯度が先、経度があとです。",
            "Write a number within the range. Of coordinates, latitude comes first, then longitude.",
        ),
        "label_offset: [0, 500]",
        "label_offset: [0, 50]",
    ),
    worded(
        "bad-id",
        (
            "idは、半角の英小文字、数字、ハイフンだけで書く。",
            "An id has only lower-case letters, digits and hyphens.",
        ),
        ("「{value}」はidの形になっていません。", "'{value}' is not an id."),
        (
            "半角の英小文字、数字、ハイフンだけで書いてください（例：visit-to-bratislava）。",
            "Write only lower-case letters, digits and hyphens, as in visit-to-bratislava.",
        ),
        "  - id: Visit 1",
        "  - id: visit-1",
    ),
    worded(
        "bad-date",
        (
            "日付は年、年-月、年-月-日、または二つを / でつないだ期間で書く（EDTF）。",
            "A date is a year, year-month, year-month-day, or two of them joined by / (EDTF).",
        ),
        ("「{value}」は日付として読めません。", "'{value}' cannot be read as a date."),
        (
            "例：2018-10-15、2018-10、2018、2018-10-15/2018-10-17、2014-07~（頃）",
            "Examples: 2018-10-15, 2018-10, 2018, 2018-10-15/2018-10-17, 2014-07~ (around)",
        ),
        "    date: 2018年9月30日",
        "    date: 2018-09-30",
    ),
    worded(
        "impossible-date",
        ("日付は暦にある。", "Dates exist in the calendar."),
        ("「{value}」という日は暦にありません。", "There is no such date as {value}."),
        ("月は01〜12、日はその月の日数までです。", "Months are 01 to 12; days end with the month."),
        "since: 2013-02-29",
        "since: 2013-02-28",
    ),
    worded(
        "reversed-date",
        ("期間は、始まりが先、終わりがあとである。", "A period begins before it ends."),
        ("期間「{value}」は、終わりが始まりより前です。", "The period {value} ends before it begins."),
        ("始まりと終わりを入れかえてください。", "Swap its beginning and its end."),
        "    date: 2018-10-02/2018-09-30",
        "    date: 2018-09-30/2018-10-02",
    ),
    worded(
        "bad-day",
        ("訂正や確認の日付は、年-月-日で書く。", "The day of a check or a correction is a full date."),
        ("「{value}」は一日を表していません。", "'{value}' is not a single day."),
        ("2026-12-01 のように書いてください。", "Write it like 2026-12-01."),
        "verified_on: 2020-02",
        "verified_on: 2020-02-01",
    ),
    worded(
        "bad-switch",
        ("はい・いいえの項目は true か false で書く。", "Switches are true or false."),
        ("「{value}」は true でも false でもありません。", "'{value}' is neither true nor false."),
        ("true か false と書いてください。", "Write true or false."),
        "    planned: no",
        "    planned: false",
    ),
    worded(
        "bad-duration",
        ("期間の長さは ISO 8601 で書く（P2Y は2年）。", "Lengths of time are written in ISO 8601 (P2Y)."),
        ("「{value}」は期間の長さとして読めません。", "'{value}' cannot be read as a length of time."),
        ("2年なら P2Y、6か月なら P6M と書きます。", "Two years are P2Y, six months P6M."),
        "review_after: 2年",
        "review_after: P2Y",
    ),
    worded(
        "unknown-language",
        ("言語は BCP 47 のタグで書く。", "Languages are written as BCP 47 tags."),
        ("「{value}」という言語のタグはありません。", "There is no language tag '{value}'."),
        ("例：ja、en、sk、zh-Hans", "Examples: ja, en, sk, zh-Hans"),
        "native: {lang: German, text: Donaustadt}",
        "native: {lang: de, text: Donaustadt}",
    ),
    worded(
        "unknown-country",
        ("国は ISO 3166-1 の二文字のコードで書く。", "Countries are written as the two letters of ISO 3166-1."),
        ("「{value}」という国のコードはありません。", "There is no country code '{value}'."),
        ("例：日本は JP、スロバキアは SK、中国は CN", "Examples: JP (Japan), SK (Slovakia), CN (China)"),
        "country: オーストリア",
        "country: AT",
    ),
    worded(
        "unknown-colour",
        (
            "プログラムの色は、決まった色から選ぶ。",
            "The colour of a programme is one of those that the site has.",
        ),
        ("「{value}」という色はありません。", "There is no colour '{value}' here."),
        (
            "使えるものから選んでください。",
            "Choose one of those that are allowed.",
        ),
        "colour: 青",
        "colour: blue",
    ),
    worded(
        "bad-reading",
        ("よみは、ひらがなで書く。", "Readings are written in hiragana."),
        ("よみ「{value}」に、ひらがなでない文字があります。", "The reading '{value}' is not all hiragana."),
        ("ひらがなだけで書いてください（例：ところざわし）。", "Write hiragana only, as in ところざわし."),
        "reading: カワベ市",
        "reading: かわべし",
    ),
    worded(
        "bad-url",
        ("ウェブのアドレスは http:// か https:// で始まる。", "Web addresses begin with http:// or https://."),
        ("「{value}」はウェブのアドレスとして読めません。", "'{value}' cannot be read as a web address."),
        ("https://www.example.jp/ のように書いてください。", "Write it like https://www.example.jp/."),
        "  url: www.example.jp",
        "  url: https://www.example.jp/",
    ),
    worded(
        "unknown-placeholder",
        (
            "文の { } の中は、決まった言葉だけである。",
            "Sentences have only the {placeholders} that are filled in.",
        ),
        ("この文には、使えない {{ }} があります。", "This sentence has a {{placeholder}} that is not filled in."),
        ("ほかの言語の文と同じ {{ }} を使ってください。", "Use the placeholders of the other language."),
        '  selected: {ja: "{nihon}のペアに{partner}を選定", en: "{partner} selected as partner of {japan}"}',
        '  selected: {ja: "{japan}のペアに{partner}を選定", en: "{partner} selected as partner of {japan}"}',
    ),
)  # fmt: skip

SHAPE_RULES_BY_ID = MappingProxyType({rule.id: rule for rule in SHAPE_RULES})


@dataclass(frozen=True, slots=True)
class Shape:
    """What a key asks for, and how that is written."""

    expected: Text
    form: Text


_TEXT = Shape(
    Text(ja="一つの文章", en="a single text"),
    Text(
        ja="一覧や「項目: 値」ではなく、文章を一つだけ書いてください。",
        en="Write one text, not a list or a block.",
    ),
)
_BLOCK = Shape(
    Text(ja="「項目: 値」のまとまり", en="a block of keys and values"),
    Text(
        ja="{項目: 値, 項目: 値} の形で書いてください。",
        en="Write it like {key: value, key: value}.",
    ),
)
BILINGUAL = Shape(
    Text(ja="日本語（ja）と英語（en）の文章", en="a text in Japanese (ja) and in English (en)"),
    Text(
        ja="{ja: 日本語の文章, en: English text} の形で書いてください。",
        en="Write it like {ja: 日本語の文章, en: English text}.",
    ),
)
_LIST = Shape(
    Text(ja="[ ]で囲んだ一覧", en="a list in [ ]"),
    Text(ja="[一つ目, 二つ目] の形で書いてください。", en="Write it like [first, second]."),
)
_NUMBER = Shape(
    Text(ja="数", en="a number"),
    Text(ja="半角の数字で書いてください（例：35.7992）。", en="Write it in digits, like 35.7992."),
)
_TWO_NUMBERS = Shape(
    Text(ja="二つの数", en="two numbers"),
    Text(
        ja="[35.7992, 139.469] のように、数を二つ書いてください。",
        en="Write two numbers, like [35.7992, 139.469].",
    ),
)
_SOME = Shape(
    Text(ja="一つ以上の値", en="at least one value"),
    Text(ja="[一つ目] のように、値を書いてください。", en="Write a value, like [first]."),
)

SHAPES = MappingProxyType({
    "string_type": _TEXT,
    "model_type": _BLOCK,
    "dict_type": _BLOCK,
    "tuple_type": _LIST,
    "float_parsing": _NUMBER,
    "float_type": _NUMBER,
    "int_parsing": _NUMBER,
    "int_type": _NUMBER,
    "finite_number": _NUMBER,
    "missing": _TWO_NUMBERS,
    "too_short": _SOME,
    "too_long": _TWO_NUMBERS,
})  # fmt: skip
"""What was expected, by the type of pydantic's error."""
