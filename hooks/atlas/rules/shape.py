"""Rules that a record keeps by itself. `schema` finds the breaches; here is how they are told."""

from types import MappingProxyType

from atlas.problem import Rule
from atlas.text import Text


def _rule(
    rule_id: str,
    statement: tuple[str, str],
    message: tuple[str, str],
    remedy: tuple[str, str],
) -> Rule:
    said, told, advised = (Text(ja=ja, en=en) for ja, en in (statement, message, remedy))
    return Rule(rule_id, said, told, advised)


SHAPE_RULES = (
    _rule(
        "unknown-key",
        ("決まった項目名だけを使う。", "Only the keys that the site knows are used."),
        ("「{key}」という項目はありません。", "There is no key '{key}' here."),
        ("使える項目：{allowed}", "Keys that may stand here: {allowed}"),
    ),
    _rule(
        "missing-key",
        ("必須の項目がそろっている。", "Required keys are given."),
        ("必須の項目「{key}」がありません。", "The required key '{key}' is missing."),
        ("「{key}: 値」の行を加えてください。", "Add a line '{key}: …'."),
    ),
    _rule(
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
    ),
    _rule(
        "empty-value",
        ("項目名だけを書いて、値を空にしない。", "No key stands without a value."),
        ("「{key}」の値が空です。", "'{key}' has no value."),
        ("値を書くか、この項目を消してください。", "Write a value, or remove the key."),
    ),
    _rule(
        "wrong-shape",
        (
            "値は、文章、一覧、ひとまとまりの項目など、項目ごとに決まった形で書く。",
            "Each value has the form that its key asks for: a text, a list, a block of keys.",
        ),
        ("「{key}」には{expected}が必要です。", "'{key}' takes {expected}."),
        (
            "一覧は [一つ目, 二つ目]、まとまりは {{項目: 値}} の形で書きます。",
            "A list is written [first, second], a block {{key: value}}.",
        ),
    ),
    _rule(
        "out-of-range",
        ("数は決まった範囲にある。", "Numbers are within their range."),
        ("「{value}」は範囲の外です（限界は{limit}）。", "{value} is out of range (the limit is {limit})."),
        (
            "座標は [緯度, 経度] の順で書きます（例：[35.7992, 139.469]）。",
            "Coordinates are written [latitude, longitude]: [35.7992, 139.469].",
        ),
    ),
    _rule(
        "bad-id",
        (
            "idは、半角の英小文字、数字、ハイフンだけで書く。",
            "An id has only lower-case letters, digits and hyphens.",
        ),
        ("「{value}」はidの形になっていません。", "'{value}' is not an id."),
        ("visit-to-bratislava のように書いてください。", "Write it like visit-to-bratislava."),
    ),
    _rule(
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
    ),
    _rule(
        "impossible-date",
        ("日付は暦にある。", "Dates exist in the calendar."),
        ("「{value}」という日は暦にありません。", "There is no such date as {value}."),
        ("月は01〜12、日はその月の日数までです。", "Months are 01 to 12; days end with the month."),
    ),
    _rule(
        "reversed-date",
        ("期間は、始まりが先、終わりがあとである。", "A period begins before it ends."),
        ("期間「{value}」は、終わりが始まりより前です。", "The period {value} ends before it begins."),
        ("始まりと終わりを入れかえてください。", "Swap its beginning and its end."),
    ),
    _rule(
        "bad-day",
        ("訂正や確認の日付は、年-月-日で書く。", "The day of a check or a correction is a full date."),
        ("「{value}」は一日を表していません。", "'{value}' is not a single day."),
        ("2026-12-01 のように書いてください。", "Write it like 2026-12-01."),
    ),
    _rule(
        "bad-switch",
        ("はい・いいえの項目は true か false で書く。", "Switches are true or false."),
        ("「{value}」は true でも false でもありません。", "'{value}' is neither true nor false."),
        ("true か false と書いてください。", "Write true or false."),
    ),
    _rule(
        "bad-duration",
        ("期間の長さは ISO 8601 で書く（P2Y は2年）。", "Lengths of time are written in ISO 8601 (P2Y)."),
        ("「{value}」は期間の長さとして読めません。", "'{value}' cannot be read as a length of time."),
        ("2年なら P2Y、6か月なら P6M と書きます。", "Two years are P2Y, six months P6M."),
    ),
    _rule(
        "unknown-language",
        ("言語は BCP 47 のタグで書く。", "Languages are written as BCP 47 tags."),
        ("「{value}」という言語のタグはありません。", "There is no language tag '{value}'."),
        ("例：ja、en、sk、zh-Hans", "Examples: ja, en, sk, zh-Hans"),
    ),
    _rule(
        "unknown-country",
        ("国は ISO 3166-1 の2文字で書く。", "Countries are written as the two letters of ISO 3166-1."),
        ("「{value}」という国の記号はありません。", "There is no country code '{value}'."),
        ("例：日本は JP、スロバキアは SK、中国は CN", "Examples: JP (Japan), SK (Slovakia), CN (China)"),
    ),
    _rule(
        "unknown-colour",
        (
            "プログラムの色は、決まった色から選ぶ。",
            "The colour of a programme is one of those that the site has.",
        ),
        ("「{value}」という色はありません。", "There is no colour '{value}' here."),
        (
            "使える色：blue、rust、teal、plum、moss、slate",
            "Colours: blue, rust, teal, plum, moss, slate",
        ),
    ),
    _rule(
        "bad-reading",
        ("よみは、ひらがなで書く。", "Readings are written in hiragana."),
        ("よみ「{value}」に、ひらがなでない文字があります。", "The reading '{value}' is not all hiragana."),
        ("ところざわし のように書いてください。", "Write it like ところざわし."),
    ),
    _rule(
        "bad-url",
        ("ウェブの住所は http:// か https:// で始まる。", "Web addresses begin with http:// or https://."),
        ("「{value}」はウェブの住所として読めません。", "'{value}' cannot be read as a web address."),
        ("https://www.example.jp/ のように書いてください。", "Write it like https://www.example.jp/."),
    ),
    _rule(
        "unknown-placeholder",
        (
            "文の { } の中は、決まった言葉だけである。",
            "Sentences have only the {placeholders} that are filled in.",
        ),
        ("この文には、使えない {{ }} があります。", "This sentence has a {{placeholder}} that is not filled in."),
        ("ほかの言語の文と同じ {{ }} を使ってください。", "Use the placeholders of the other language."),
    ),
)  # fmt: skip

SHAPE_RULES_BY_ID = MappingProxyType({rule.id: rule for rule in SHAPE_RULES})

_TEXT = Text(ja="一つの文章", en="a single text")
_BLOCK = Text(ja="「項目: 値」のまとまり", en="a block of keys and values")
_LIST = Text(ja="一覧", en="a list")
_NUMBER = Text(ja="数", en="a number")

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
    "missing": Text(ja="二つの数の一覧", en="a list of two numbers"),
    "too_short": Text(ja="一つ以上の値", en="at least one value"),
    "too_long": Text(ja="二つの数の一覧", en="a list of two numbers"),
})  # fmt: skip
"""What was expected, by the type of pydantic's error."""
