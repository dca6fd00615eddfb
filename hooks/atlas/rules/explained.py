"""The rules as the page for editors explains them: in groups, and how they are told and excused."""

from dataclasses import dataclass

from atlas.problem import Rule
from atlas.rules.while_typing import PARTLY, WHILE_TYPING
from atlas.text import Text


@dataclass(frozen=True, slots=True)
class RuleGroup:
    """Rules of one kind, in the order in which they are checked."""

    anchor: str
    title: Text
    text: Text
    """What they are about, and where an editor learns of a breach."""
    rules: tuple[Rule, ...]
    by_rule: bool = True
    """Whether it differs from rule to rule where an editor learns of a breach."""


def groups(
    of_files: tuple[Rule, ...], of_values: tuple[Rule, ...], of_records: tuple[Rule, ...]
) -> tuple[RuleGroup, ...]:
    """Put all rules in groups; an underscore, which no rule's id has, sets their anchors apart."""
    return (
        RuleGroup(
            "of_files",
            Text(ja="ファイルとYAML", en="Files and YAML"),
            Text(
                ja="ファイルの置き場所と、YAMLとしての書き方についての規則です。フォームを使えば、この間違いは起こりません。例にある `# data/…` の行は、その下の行がどのファイルにあるかを示します。",
                en="Where files stand and how YAML is written. With the form, these mistakes cannot happen. A line `# data/…` in an example tells in which file the lines below it stand.",
            ),
            of_files,
            by_rule=False,
        ),
        RuleGroup(
            "of_values",
            Text(ja="項目と値", en="Keys and values"),
            Text(
                ja="一つの記録の中の、項目と値についての規則です。",
                en="The keys of a record, and what each may hold.",
            ),
            of_values,
        ),
        RuleGroup(
            "of_records",
            Text(ja="記録のあいだ", en="Across records"),
            Text(
                ja="ほかの記録と照らし合わせて確かめる規則です。",
                en="What is compared from one record to another.",
            ),
            of_records,
        ),
    )


ID = Text(ja="名前", en="Name")
MESSAGE = Text(ja="表示", en="What you see")
REMEDY = Text(ja="直し方", en="To mend it")
BAD = Text(ja="間違いの例", en="Wrong")
GOOD = Text(ja="正しい例", en="Right")
TOLD = Text(ja="分かるとき", en="When you learn of it")
EXCUSE = Text(ja="例外", en="Exceptions")

_TYPING = Text(
    ja="入力中（フォームや、VS Codeなどのエディター）と、`atlas check` のとき。",
    en="While you type (in the form, or in an editor such as VS Code), and from `atlas check`.",
)
_MOSTLY_TYPING = Text(
    ja="多くは入力中（フォームや、VS Codeなどのエディター）に、残りは `atlas check` のときに分かります。",
    en="Mostly while you type (in the form, or in an editor such as VS Code); the rest from `atlas check`.",
)
_CHECK = Text(
    ja="`atlas check` のとき。プルリクエストを出したときにも、同じ確認が行われます。",
    en="From `atlas check`, which also runs on every pull request.",
)
_EXCUSABLE = Text(
    ja="理由があれば、記録に `excuses: [{rule: RULE, reason: 理由}]` と書いて、例外にできます。",
    en="With a good reason a record may break it: write `excuses: [{rule: RULE, reason: why}]` in the record.",
)


def told(rule: Rule) -> Text:
    """Say when an editor learns of a breach; code stands in backquotes."""
    if rule.id in PARTLY:
        return _MOSTLY_TYPING
    return _TYPING if rule.id in WHILE_TYPING else _CHECK


def excuse(rule: Rule) -> Text | None:
    """Say how a record can be excused from a rule, if that is possible; code is in backquotes."""
    if not rule.excusable:
        return None
    ja, en = (text.replace("RULE", rule.id) for text in (_EXCUSABLE.ja, _EXCUSABLE.en))
    return Text(ja=ja, en=en)


class _Gaps(dict[str, str]):
    """Fills every gap with the same, but for what can be said of all breaches or need not be there."""

    def __missing__(self, name: str) -> str:
        return self["any"]


_GAPS = {
    "ja": _Gaps(
        any="○○", guess="", writing="", spaces="半角の空白",
        form="項目ごとに決まった形で書いてください。",
    ),
    "en": _Gaps(
        any="…", guess="", writing="", spaces="spaces",
        form="Write it in the form that its key asks for.",
    ),
}  # fmt: skip


def readable(wording: Text) -> Text:
    """Return wording whose `{placeholders}` are replaced by what people write for any word."""
    return Text(
        ja=wording.ja.format_map(_GAPS["ja"]).strip(), en=wording.en.format_map(_GAPS["en"]).strip()
    )
