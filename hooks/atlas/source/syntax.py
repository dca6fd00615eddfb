"""How a line can be miswritten so that YAML cannot read it, or reads something else."""

from atlas.problem import worded

TAB = worded(
    "tab",
    ("字下げは半角の空白でする。", "Lines are indented with spaces."),
    ("字下げにタブがあります。", "The indentation holds a tab."),
    (
        "タブを消して、行の始まりを{spaces}にしてください。",
        "Delete the tab; begin the line with {spaces}.",
    ),
    "name:\n\tja: 所沢市\n\ten: Tokorozawa",
    "name:\n  ja: 所沢市\n  en: Tokorozawa",
)
FULL_WIDTH_SPACE = worded(
    "full-width-space",
    (
        "字下げと、「:」「-」「,」のあとの空白は、半角で書く。",
        "The spaces of an indent, and after ':', '-' and ',', are half-width ones.",
    ),
    ("ここに全角の空白があります。", "There is a full-width space here."),
    ("行の始まりを、{spaces}にしてください。", "Begin the line with {spaces}, half-width ones."),
    "name:\n　　ja: 所沢市\n　　en: Tokorozawa\nkind:　city",
    "name:\n  ja: 所沢市\n  en: Tokorozawa\nkind: city",
)
MISSING_SPACE = worded(
    "missing-space",
    (
        "項目名のあとの「:」と、一覧の「-」の次には、半角の空白を置く。",
        "A space follows the ':' after a key, and the '-' of a list.",
    ),
    ("「{mark}」のあとに半角の空白がありません。", "There is no space after '{mark}'."),
    ("半角の空白を入れてください。", "Insert a space."),
    "reading:ところざわし\nkind: city",
    "reading: ところざわし\nkind: city",
)
FULL_WIDTH_COLON = worded(
    "full-width-colon",
    (
        "項目名のあとには、半角の「:」と半角の空白を置く。",
        "An ordinary ':' and a space follow a key.",
    ),
    (
        "項目名「{key}」のあとが全角の「：」です。",
        "The colon after the key '{key}' is a full-width one (：).",
    ),
    ("半角の「:」と半角の空白にしてください。", "Write an ordinary ':' and a space."),
    "name:\n  ja：所沢市\n  en：Tokorozawa",
    "name:\n  ja: 所沢市\n  en: Tokorozawa",
)
FULL_WIDTH_HYPHEN = worded(
    "full-width-hyphen",
    (
        "一覧の項目は、半角の「-」と半角の空白で始める。",
        "The items of a list begin with an ordinary '-' and a space.",
    ),
    (
        "一覧の項目が「{mark}」で始まっています。",
        "This item of a list begins with '{mark}'.",
    ),
    ("半角の「-」と半角の空白にしてください。", "Write an ordinary '-' and a space."),
    "sources:\n  － bulletin",
    "sources:\n  - bulletin",
)
FULL_WIDTH_COMMA = worded(
    "full-width-comma",
    (
        "かっこの中は、半角の「,」で区切る。",
        "Inside brackets, values are separated by an ordinary ','.",
    ),
    (
        "かっこの中が「{mark}」で区切られています。",
        "Values inside brackets are separated by '{mark}'.",
    ),
    (
        '半角の「,」にしてください。一つの文章なら、引用符 " で囲んでください。',
        "Write ','. If it is all one text, put it into quotation marks (\"…\").",
    ),
    "name: {ja: 所沢市， en: Tokorozawa}\naliases: [所沢、トコロザワ]",
    "name: {ja: 所沢市, en: Tokorozawa}\naliases: [所沢, トコロザワ]",
)
FULL_WIDTH_BRACKET = worded(
    "full-width-bracket",
    (
        "一覧とまとまりのかっこは、半角の [ ] と { } で書く。",
        "Lists and blocks stand in ordinary brackets: [ ] and { }.",
    ),
    ("かっこ「{mark}」が全角です。", "The bracket '{mark}' is a full-width one."),
    (
        "半角の [ ] か {{ }} にしてください。",
        "Write [ ] or {{ }}.",
    ),
    "name: ｛ja: 所沢市, en: Tokorozawa｝",
    "name: {ja: 所沢市, en: Tokorozawa}",
)
SMART_QUOTE = worded(
    "smart-quote",
    (
        '値を囲む引用符は、半角の " で書く。',
        'Quotation marks around a value are straight ones (").',
    ),
    (
        "引用符「{mark}」では、値を囲めません。",
        "The quotation mark {mark} cannot enclose a value.",
    ),
    ('半角の " にしてください。', 'Write straight quotation marks (").'),
    "name: {ja: 所沢市, en: “Tokorozawa, Saitama”}",
    'name: {ja: 所沢市, en: "Tokorozawa, Saitama"}',
)
UNCLOSED_QUOTE = worded(
    "unclosed-quote",
    (
        "引用符で始めた値は、引用符で閉じる。",
        "A value that begins with a quotation mark ends with one.",
    ),
    (
        "この引用符 {mark} が閉じられていません。",
        "This quotation mark ({mark}) is never closed.",
    ),
    (
        "値の終わりに、同じ引用符を書いてください。",
        "Write the same quotation mark at the end of the value.",
    ),
    'name: {ja: "所沢市, en: Tokorozawa}',
    'name: {ja: "所沢市", en: Tokorozawa}',
)
UNBALANCED_BRACKET = worded(
    "unbalanced-bracket",
    (
        "開いたかっこは、同じ種類のかっこで閉じる。",
        "A bracket that is opened is closed by one of its kind.",
    ),
    (
        "かっこ「{mark}」と対になるかっこがありません。",
        "The bracket '{mark}' has no counterpart.",
    ),
    (
        "対になるかっこを書くか、余分なかっこを消してください。",
        "Write its counterpart, or delete it if it is one too many.",
    ),
    "sources: [bulletin",
    "sources: [bulletin]",
)
MISSING_COMMA = worded(
    "missing-comma",
    (
        "かっこの中の項目は「,」で区切る。",
        "Keys inside brackets are separated by ','.",
    ),
    ("「{key}」の前に「,」がありません。", "There is no ',' before '{key}'."),
    ("半角の「,」を入れてください。", "Insert a ','."),
    "name: {ja: 所沢市 en: Tokorozawa}",
    "name: {ja: 所沢市, en: Tokorozawa}",
)
COMMA_IN_TEXT = worded(
    "comma-in-text",
    (
        "{ } の中で、「,」のある文章は引用符で囲む。",
        "Inside { }, a text that holds a ',' stands in quotation marks.",
    ),
    (
        "文章が「,」で切れて、「{rest}」が項目名として読まれます。",
        "The text is cut at the ',', and '{rest}' is read as a key.",
    ),
    (
        '文章の全体を引用符 " で囲んでください。',
        'Put the whole text into quotation marks ("…").',
    ),
    "name: {ja: 所沢市, en: Tokorozawa, Saitama}",
    'name: {ja: 所沢市, en: "Tokorozawa, Saitama"}',
)
COLON_IN_TEXT = worded(
    "colon-in-text",
    (
        "半角の「: 」のある文章は引用符で囲む。",
        "A text that holds ': ' stands in quotation marks.",
    ),
    (
        "文章の中に半角の「: 」があり、項目名の終わりとして読まれます。",
        "The text holds ': ', which is read as the end of a key.",
    ),
    (
        '文章の全体を引用符 " で囲むか、全角の「：」にしてください。',
        'Put the whole text into quotation marks ("…").',
    ),
    "name:\n  ja: 洪水\n  en: Flooding: how to stop it",
    'name:\n  ja: 洪水\n  en: "Flooding: how to stop it"',
)
RESERVED_CHARACTER = worded(
    "reserved-character",
    (
        "記号 @ ` % * & ! | > などで始まる文章は引用符で囲む。",
        "A text that begins with @ ` % * & ! | > and the like stands in quotation marks.",
    ),
    (
        "引用符のない値を「{mark}」で始めることはできません。",
        "A value without quotation marks cannot begin with '{mark}'.",
    ),
    ('値の全体を引用符 " で囲んでください。', 'Put the whole value into quotation marks ("…").'),
    "aliases:\n  - @tokorozawa_city",
    'aliases:\n  - "@tokorozawa_city"',
)
TEXT_AFTER_CLOSING = worded(
    "text-after-closing",
    (
        "引用符やかっこで始まる値は、それを閉じたところで終わる。",
        "A value that begins with a quotation mark or bracket ends where that is closed.",
    ),
    (
        "値が閉じられたあとに、「{rest}」が続いています。",
        "'{rest}' follows after the value has been closed.",
    ),
    ("値の全体を引用符で囲んでください。", "Put the whole value into quotation marks."),
    'name:\n  ja: "所沢"の洪水\n  en: Flooding',
    "name:\n  ja: '\"所沢\"の洪水'\n  en: Flooding",
)
MISSING_COLON = worded(
    "missing-colon",
    (
        "項目名のあとには「:」と半角の空白を置く。",
        "A ':' and a space follow a key.",
    ),
    ("この行には「: 」がありません。", "There is no ': ' on this line."),
    (
        "項目名のあとに「: 」を入れてください。前の行の続きなら、前の行より深く字下げしてください。",
        "Write ': ' after the key. If the line continues the one before, indent it further.",
    ),
    "reading ところざわし",
    "reading: ところざわし",
)
INDENTATION = worded(
    "indentation",
    (
        "同じまとまりの項目は、同じ深さに字下げする。",
        "The keys of one block are indented alike.",
    ),
    ("字下げが前後の行とそろっていません。", "The indentation does not match the lines around it."),
    (
        "行の始まりを{spaces}にして、同じまとまりの項目とそろえてください。",
        "Begin the line with {spaces}, like the other keys of its block.",
    ),
    "name:\n  ja: 洪水\n   en: Flooding",
    "name:\n  ja: 洪水\n  en: Flooding",
)
UNEVEN_LIST = worded(
    "uneven-list",
    (
        "一つの一覧の「-」は、縦にそろえる。",
        "The '-' of a list's items stand below one another.",
    ),
    (
        "「-」の位置が、一覧のほかの項目とそろっていません。",
        "This '-' does not line up with the other items of its list.",
    ),
    (
        "「-」の前を{spaces}にして、ほかの項目とそろえてください。",
        "Begin the line with {spaces}, like the other items.",
    ),
    "sources:\n  - bulletin\n   - report",
    "sources:\n  - bulletin\n  - report",
)

SYNTAX_RULES = (
    TAB, FULL_WIDTH_SPACE, MISSING_SPACE, FULL_WIDTH_COLON, FULL_WIDTH_HYPHEN, FULL_WIDTH_COMMA,
    FULL_WIDTH_BRACKET, SMART_QUOTE, UNCLOSED_QUOTE, UNBALANCED_BRACKET, MISSING_COMMA,
    COMMA_IN_TEXT, COLON_IN_TEXT, RESERVED_CHARACTER, TEXT_AFTER_CLOSING, MISSING_COLON,
    INDENTATION, UNEVEN_LIST,
)  # fmt: skip

GUESSED = frozenset({TAB.id, INDENTATION.id, UNEVEN_LIST.id, MISSING_COLON.id})
"""Of these the mended line is likely, but what the rest of the file means depends on it."""
