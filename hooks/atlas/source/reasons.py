"""What a YAML parser means by what it says, for faults that have no rule of their own."""

from atlas.text import Text

_REASONS = (
    ("mapping values are not allowed", Text(
        ja="「: 」が続けて二つあるか、前の行の終わり方か字下げが正しくありません。文章の中の「: 」は引用符で囲みます。",
        en="There is a second ': ', or the line before ends or is indented wrongly. A text that holds ': ' needs quotation marks.",
    )),
    ("unexpected end of stream", Text(
        ja="引用符が閉じられていません。", en="A quotation mark is not closed.",
    )),
    ("expected ',' or", Text(
        ja="かっこの中で、「,」が足りないか、かっこが閉じられていません。",
        en="Inside brackets, a ',' is missing or a bracket is not closed.",
    )),
    ("expected key", Text(
        ja="字下げがそろっていないか、引用符のあとに余分な文字があります。",
        en="The indentation does not line up, or something follows a closing quotation mark.",
    )),
    ("cannot start any token", Text(
        ja="値をこの記号で始めることはできません。引用符で囲んでください。",
        en="A value cannot begin with this character. Put it into quotation marks.",
    )),
    ("could not find expected ':'", Text(
        ja="項目名のあとの半角のコロン「:」が見つかりません。",
        en="The colon ':' after a key is missing.",
    )),
    ("control characters", Text(
        ja="目に見えない制御文字があります。", en="There is an invisible control character.",
    )),
    (
        "nested too deeply",
        Text(
            ja="かっこか字下げが深すぎます。",
            en="The brackets or indents go too deep.",
        ),
    ),
    ("expected '-' indicator", Text(
        ja="一覧の項目の「-」の位置がそろっていません。",
        en="The '-' of the list's items do not line up.",
    )),
    ("alphabetic or numeric character", Text(
        ja="「*」「&」で始まる文章は引用符で囲みます。",
        en="A text that begins with '*' or '&' needs quotation marks.",
    )),
    ("block sequence entries are not allowed", Text(
        ja="ここに「- 」は書けません。「-」で始まる文章は引用符で囲みます。",
        en="'- ' cannot stand here. A text that begins with '-' needs quotation marks.",
    )),
    ("comment or line break", Text(
        ja="「|」のあとには何も書かず、文章は次の行に字下げして書きます。",
        en="Nothing may follow '|' on its line; the text stands indented on the next.",
    )),
    ("whitespace or line break", Text(
        ja="「!」で始まる文章は引用符で囲みます。",
        en="A text that begins with '!' needs quotation marks.",
    )),
    ("undefined alias", Text(
        ja="「*」で始まる文章は引用符で囲みます。", en="A text that begins with '*' needs quotation marks.",
    )),
    ("unknown escape", Text(
        ja="\" の中の「\\」が正しくありません。「'」で囲むと、そのまま読まれます。",
        en="A '\\' inside \" marks is not valid here. Inside ' marks it is read as it stands.",
    )),
)  # fmt: skip


def reason(parser_message: str) -> Text:
    """Say in both languages what a YAML parser means by its message; its own words if unknown."""
    for part, text in _REASONS:
        if part in parser_message:
            return text
    return Text(ja=f"（{parser_message}）", en=f"({parser_message})")
