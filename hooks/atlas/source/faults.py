"""What can be wrong with a file before its content is looked at, and how it is told."""

from atlas.problem import Rule
from atlas.source.syntax import SYNTAX_RULES
from atlas.text import Text

MISSING_FILE = Rule(
    "missing-file",
    Text(
        ja="サイトに欠かせないファイルがそろっている。",
        en="The files that the site cannot do without are there.",
    ),
    Text(ja="ファイルがありません。", en="This file is missing."),
    Text(
        ja="ファイルを作るか、消してしまったものをもとに戻してください。",
        en="Create the file, or bring back the one that was removed.",
    ),
)
NOT_A_FILE = Rule(
    "not-a-file",
    Text(
        ja="ファイルのあるべきところにフォルダーがなく、フォルダーのあるべきところにファイルがない。",
        en="Files stand where files belong, and folders where folders belong.",
    ),
    Text(ja="ここには{expected}が必要です。", en="{expected} is needed here."),
    Text(
        ja="同じ名前の別のものを、動かすか消してください。",
        en="Move or remove the thing that bears this name.",
    ),
)
UNREADABLE = Rule(
    "unreadable-file",
    Text(ja="ファイルを開いて読むことができる。", en="Files can be opened and read."),
    Text(ja="ファイルを開けません（{reason}）。", en="The file cannot be opened ({reason})."),
    Text(
        ja="ファイルを読む権限と、リンクの先を確かめてください。",
        en="Check that you may read the file, and where it leads if it is a link.",
    ),
)
UNKNOWN_FILE = Rule(
    "unknown-file",
    Text(
        ja="data フォルダーには、決まった名前のファイルとフォルダーだけを置く。",
        en="The data folder holds only the files and folders that the site knows.",
    ),
    Text(
        ja="「{name}」は、ここに置くものではありません。",
        en="'{name}' does not belong here.",
    ),
    Text(
        ja="名前の終わりは .yml にし、data/ の決まったフォルダー（places、pairings など）に置いてください。",
        en="End the name in .yml and put the file into one of the folders of data/ (places, pairings, …).",
    ),
    bad="# data/linz.yml",
    good="# data/places/linz.yml",
)
BAD_FILE_NAME = Rule(
    "bad-file-name",
    Text(
        ja="ファイル名は、半角の英小文字、数字、ハイフンだけで書く（例：tokorozawa-bratislava.yml）。",
        en="A file name has only lower-case letters, digits and hyphens (tokorozawa-bratislava.yml).",
    ),
    Text(
        ja="ファイル名「{name}」は、ページのアドレスに使えません。",
        en="The file name '{name}' cannot be used in a page's address.",
    ),
    Text(
        ja="半角の英小文字、数字、ハイフンだけの名前に変えてください。",
        en="Rename it, using lower-case letters, digits and hyphens only.",
    ),
    bad="# data/places/Kobe City.yml",
    good="# data/places/kobe.yml",
)
ENCODING = Rule(
    "encoding",
    Text(ja="ファイルの文字コードは UTF-8 である。", en="Files are encoded in UTF-8."),
    Text(
        ja="この行に UTF-8 ではない文字があります。",
        en="This line holds a character that is not UTF-8.",
    ),
    Text(
        ja="エディターで、文字コードを「UTF-8」にして保存しなおしてください。",
        en="Save the file again in your editor with the encoding 'UTF-8'.",
    ),
)
BYTE_ORDER_MARK = Rule(
    "byte-order-mark",
    Text(
        ja="ファイルの先頭に、目に見えない印（BOM）がない。",
        en="Files do not begin with the invisible byte order mark (BOM).",
    ),
    Text(
        ja="ファイルの先頭に、目に見えない印（BOM）があります。",
        en="The file begins with an invisible byte order mark (BOM).",
    ),
    Text(
        ja="「BOM付きUTF-8」ではなく「UTF-8」で保存しなおしてください。",
        en="Save the file again as 'UTF-8', not as 'UTF-8 with BOM'.",
    ),
)
EMPTY = Rule(
    "empty-file",
    Text(ja="ファイルに何かが書いてある。", en="Files are not empty."),
    Text(
        ja="ファイルが空です（または # の行だけです）。",
        en="The file is empty, or holds only lines that begin with #.",
    ),
    Text(
        ja="内容を書くか、いらないファイルなら消してください。",
        en="Write its content, or remove the file if it is not needed.",
    ),
)
SYNTAX = Rule(
    "yaml-syntax",
    Text(ja="ファイルは YAML として読める。", en="Files can be read as YAML."),
    Text(ja="YAML として読めません。{reason}", en="This cannot be read as YAML. {reason}"),
    Text(
        ja="この行とその前の行の、字下げ、「: 」、引用符、かっこを確かめてください。",
        en="Check the indentation, ': ', quotation marks and brackets of this line and the one before.",
    ),
    bad="description:\n  ja: | 川の都市です。\n    堤防があります。",
    good="description:\n  ja: |\n    川の都市です。\n    堤防があります。",
)
CONTROL_CHARACTER = Rule(
    "control-character",
    Text(
        ja="値に、目に見えない制御文字を入れない。",
        en="Values hold no invisible control characters.",
    ),
    Text(ja="制御文字（{code}）があります。", en="There is a control character ({code})."),
    Text(ja="その文字を消してください。", en="Delete it."),
)
SEVERAL_DOCUMENTS = Rule(
    "several-documents",
    Text(
        ja="一つのファイルには一つの内容だけを書き、--- で区切らない。",
        en="A file holds one document only, with no --- between parts.",
    ),
    Text(
        ja="--- で区切られた、二つ目の内容があります。",
        en="A second document begins here, after ---.",
    ),
    Text(
        ja="--- の行を消すか、二つ目を別のファイルに分けてください。",
        en="Remove the line ---, or move the second part to a file of its own.",
    ),
    bad="sources: [bulletin]\n---\nname: x",
    good="sources: [bulletin]",
)
NOT_A_MAPPING = Rule(
    "not-a-mapping",
    Text(
        ja="ファイルは「項目: 値」の行からなる。",
        en="A file consists of lines of the form 'key: value'.",
    ),
    Text(ja="「項目: 値」の形になっていません。", en="This does not have the form 'key: value'."),
    Text(
        ja="「name: 値」のように、項目名、半角のコロン、半角の空白、値の順に書いてください。",
        en="Write a key, a colon, a space and a value: 'name: value'.",
    ),
    bad="洪水",
    good="name: {ja: 洪水, en: Flooding}\nsources: [bulletin]",
)
DOUBLED_KEY = Rule(
    "doubled-key",
    Text(ja="同じ項目を二度書かない。", en="No key is given twice."),
    Text(
        ja="項目「{key}」は{line}行目にもあります。",
        en="The key '{key}' is already given on line {line}.",
    ),
    Text(ja="どちらか一方を消してください。", en="Remove one of the two."),
    bad="kind: city\nkind: town",
    good="kind: city",
)
BAD_KEY = Rule(
    "bad-key",
    Text(ja="項目名は一つの言葉である。", en="A key is a single word."),
    Text(ja="項目名として読めません。", en="This cannot be read as a key."),
    Text(
        ja='項目名を書くか、値を引用符 " で囲んでください。',
        en="Write a key, or put the value into quotation marks.",
    ),
    bad="? [a, b]\n: c",
    good="aliases: [a, b]",
)
ALIAS = Rule(
    "alias",
    Text(
        ja="値はその場所に書き、YAML の参照（& と *）は使わない。",
        en="Values are written out; YAML references (& and *) are not used.",
    ),
    Text(
        ja="ほかの場所の値への参照（*）があります。",
        en="This is a reference (*) to a value elsewhere.",
    ),
    Text(
        ja='値をここに書くか、文章なら引用符 " で囲んでください。',
        en="Write the value here; if it is a text, put it into quotation marks.",
    ),
    bad="description: *name",
    good="description: {ja: 川の都市です。, en: A river city.}",
)
TAG = Rule(
    "tag",
    Text(ja="YAML のタグ（!）は使わない。", en="YAML tags (!) are not used."),
    Text(
        ja="「{tag}」は YAML のタグとして読まれ、表示されません。",
        en="'{tag}' is read as a YAML tag and would not be shown.",
    ),
    Text(
        ja='文章なら、全体を引用符 " で囲んでください。',
        en="If it is part of a text, put the whole text into quotation marks.",
    ),
    bad="kind: !city 市",
    good="kind: city",
)

CUT_SHORT = Rule(
    "text-cut-short",
    Text(
        ja="引用符のない文章の行に、「#」で始まる注を書かない。",
        en="No comment (#) stands on the line of a text without quotation marks.",
    ),
    Text(
        ja="「#」から後は注とみなされ、サイトに出ません。",
        en="What follows '#' is taken for a comment and would not be shown.",
    ),
    Text(
        ja='文章の一部なら全体を引用符 " で囲み、注なら上の行に移してください。',
        en="If it is part of the text, put all of it into quotation marks; if not, move it to a line above.",
    ),
    bad="name:\n  ja: 川 #1の洪水",
    good='name:\n  ja: "川 #1の洪水"',
)

FILE_RULES = (
    MISSING_FILE, NOT_A_FILE, UNREADABLE, UNKNOWN_FILE, BAD_FILE_NAME, ENCODING, BYTE_ORDER_MARK,
    EMPTY, *SYNTAX_RULES, SYNTAX, CONTROL_CHARACTER, SEVERAL_DOCUMENTS, NOT_A_MAPPING, DOUBLED_KEY, BAD_KEY,
    ALIAS, TAG, CUT_SHORT,
)  # fmt: skip
