"""What the report says, in both languages. Those who review a change read it, no others."""

from collections.abc import Mapping

from atlas.changes.records import What
from atlas.changes.touched import PageWhat
from atlas.text import Language, Text

TITLE = Text(ja="データの変更点", en="Changes to the data")

RECORD_TITLES: Mapping[What, Text] = {
    "added": Text(ja="追加された記録", en="Records added"),
    "changed": Text(ja="変更された記録", en="Records changed"),
    "renamed": Text(ja="idが変わった記録", en="Records with a new id"),
    "removed": Text(ja="削除された記録", en="Records removed"),
}
RECORD_COUNTS: Mapping[What, Text] = {
    "added": Text(ja="追加{count}件", en="{count} added"),
    "changed": Text(ja="変更{count}件", en="{count} changed"),
    "renamed": Text(ja="id変更{count}件", en="{count} with a new id"),
    "removed": Text(ja="削除{count}件", en="{count} removed"),
}
PAGE_TITLES: Mapping[PageWhat, Text] = {
    "added": Text(ja="新しいページ", en="New pages"),
    "changed": Text(ja="変わるページ", en="Pages that change"),
    "moved": Text(ja="アドレスが変わるページ", en="Pages with a new address"),
    "removed": Text(ja="なくなるページ", en="Pages that go away"),
}
PAGE_COUNTS: Mapping[PageWhat, Text] = {
    "added": Text(ja="新規{count}", en="{count} new"),
    "changed": Text(ja="変更{count}", en="{count} changed"),
    "moved": Text(ja="移動{count}", en="{count} moved"),
    "removed": Text(ja="削除{count}", en="{count} removed"),
}
COUNTED = Text(ja="{title}（{count}件）", en="{title} ({count})")
RECORDS = Text(ja="記録：{counts}。", en="Records: {counts}.")
PAGES = Text(ja="ページ：{counts}。", en="Pages: {counts}.")
PAGES_TOUCHED = Text(ja="サイトのページへの影響", en="Effect on the pages of the site")
COMMA: Mapping[Language, str] = {"ja": "、", "en": ", "}
BETWEEN: Mapping[Language, str] = {"ja": "", "en": " "}
NO_RECORDS = Text(
    ja="事実の変更はありません（並べかえ、注（#）、書き方の変更は数えません）。",
    en="No facts changed. (The order of entries, comments and layout are not counted.)",
)
NO_PAGES = Text(ja="変わるページはありません。", en="No pages change.")
FILES = Text(
    ja="ページのほかに、APIやカレンダーなどのファイルが{count}件変わります。",
    en="Besides the pages, {count} file(s) of the API, calendars and the like change.",
)

KIND = Text(ja="種類", en="Kind")
RECORD = Text(ja="記録", en="Record")
ID = Text(ja="id", en="Id")
ID_BEFORE = Text(ja="前のid", en="Earlier id")
ID_AFTER = Text(ja="新しいid", en="New id")
FIELD = Text(ja="項目", en="Field")
VALUE = Text(ja="内容", en="Value")
BEFORE = Text(ja="変更前", en="Before")
AFTER = Text(ja="変更後", en="After")
PAGE = Text(ja="ページ", en="Page")
ADDRESS = Text(ja="アドレス", en="Address")
ADDRESS_BEFORE = Text(
    ja="前のアドレス（新しいほうへ案内されます）", en="Earlier address (leads on)"
)
COUNTED_OF = Text(ja="対象", en="Among")
KIND_AND_NAME = Text(ja="{kind}：{name}", en="{kind}: {name}")
CONTENT = Text(ja="{kind}「{name}」の内容", en="{kind} “{name}” in full")
NOTHING = Text(ja="—", en="—")
MORE = Text(ja="ほか{count}件", en="and {count} more")
# Text drops white space at either end, which matters in these:
IN_LANGUAGE: Mapping[Language, str] = {"ja": "（{language}）", "en": " ({language})"}
HEAD_OF_ITEM: Mapping[Language, str] = {"ja": "「{head}」", "en": " “{head}”"}

SINGLES: Mapping[str, Text] = {
    "site": Text(ja="サイトの名前と説明", en="Name and description of the site"),
    "vocabulary": Text(ja="サイトで使う言葉", en="Words of the site"),
    "guide": Text(ja="APIの説明", en="Guide to the API"),
}
SINGLE = Text(ja="サイト全体", en="The whole site")

COMPLETENESS = Text(ja="データの充実度", en="Completeness of the data")
COMPLETENESS_SAME = Text(ja="充実度に変わりはありません。", en="The figures are as they were.")
ALL_FIGURES = Text(ja="すべての数", en="All figures")

PROBLEMS = Text(
    ja="データに問題があるため、変更点はまだ示せません。下の問題を直してください。",
    en="There are problems in the data, so the changes cannot be shown yet. Please mend these.",
)
NO_BASE = Text(
    ja="比べる前のデータがないので、すべての記録を「追加」として示します。",
    en="There are no earlier data to compare with, so every record counts as added.",
)
UNREADABLE_BASE = Text(
    ja="変更前のデータは、この版のサイトでは読めない形なので、比べられません（{count}件の問題。最初のもの：{first}）。下の数は、変更後のものだけです。",
    en="The earlier data have a shape that this version of the site cannot read, so there is no comparison (problems: {count}; the first: {first}). The figures below are of the later data only.",
)
CUT = Text(
    ja="長すぎるため、ここから先は省きました。全体は atlas changes を手元で実行すると見られます。",
    en="The rest is too long to be shown here. Run atlas changes on your own computer to see all of it.",
)

DOWNLOAD = Text(ja="サイトのファイル", en="the files of the site")
PREVIEW = Text(ja="できあがったサイトを見るには", en="To look at the built site")
PREVIEW_STEPS = (
    Text(
        ja="このプルリクエストのサイトをダウンロードして展開します：{download}",
        en="Download the site of this pull request and unpack it: {download}",
    ),
    Text(
        ja="展開したフォルダーで次を実行します：{command}",
        en="In the unpacked folder, run: {command}",
    ),
    Text(
        ja="ブラウザーで開きます：{address}　下のアドレスのリンクも、このとき開けます。",
        en="Open in a browser: {address} The links to pages below then work too.",
    ),
)
