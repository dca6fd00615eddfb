"""Programmes, and what was stated in them."""

from typing import Annotated, ClassVar

from atlas.model.base import Colour, Duration, EdtfDate, Id, Record, placeholders
from atlas.model.kept import Kept
from atlas.model.lengths import Name, Passage, Summary, Title
from atlas.model.links import OrganisationId, PairingId, PartyId
from atlas.model.meaning import Meaning, key
from atlas.model.parts import OwnSource, Plain, Section, Sources

# A key and its words stand together as one block:
# fmt: off


class Statement(Record):
    """What a party said, once; every page about the party or the pairing shows it."""

    means: ClassVar[Meaning] = key("表明", "Statement",
        ja="場所や団体・機関が、連携について述べたことです。",
        en="What a place or an organisation said about cooperation.",
        ja_file="一度だけ書けば、その場所、団体・機関、連携のどのページにも出ます。",
        en_file="It is written once; every page about the party or the pairing shows it.")

    id: Annotated[Id, key("id", "Id",
        ja="表明を指す名前です（例：`beijing-2014-05`）。同じ名前の表明は、ほかにありません。",
        en="The name by which the statement is known (for instance `beijing-2014-05`). No other statement has it.")]
    party: Annotated[PartyId, key("表明した場所・団体", "Party",
        ja="表明した場所、または団体・機関です。",
        en="The place or organisation whose statement it is.",
        ja_file="場所、または団体・機関のidを書きます（例：`beijing`、`sino-japan-friendship-centre`）。",
        en_file="The id of the place or organisation (for instance `beijing`, `sino-japan-friendship-centre`).")]
    about: Annotated[tuple[PairingId, ...], key("対象の連携", "Pairings concerned",
        ja="表明が述べている連携です。一つもないのは、特定の連携についての表明ではないときです。",
        en="The pairings that it speaks of. If there are none, it is about no pairing in particular.",
        ja_file="連携のidを書きます（例：`[tokyo-beijing]`）。特定の連携についての表明でなければ省きます。",
        en_file="Ids of pairings (for instance `[tokyo-beijing]`). Left out if it is about no pairing in particular.")] = ()
    as_of: Annotated[EdtfDate, key("時点", "Date",
        ja="表明がいつの時点のものかです。",
        en="The date for which the statement holds.",
        ja_file="`2014-05-31`、`2014-05` のように書きます（EDTF）。",
        en_file="Written like `2014-05-31`, `2014-05` (EDTF).")]
    text: Annotated[Passage, key("本文", "Text",
        ja="表明の内容で、資料の文言によります。",
        en="What was stated, in the wording of the document.")]
    items: Annotated[tuple[Passage, ...], key("番号つきの項目", "Numbered items",
        ja="本文に続く項目で、順に1から番号がつきます。",
        en="Items that follow the text, numbered from 1 in their order.",
        ja_file="書いた順に並びます。資料にそのような項目がなければ省きます。",
        en_file="They keep the order in which they are written. Left out if the document has none.")] = ()
    source: OwnSource = None


class Programme(Kept):
    """A programme in which cities work together."""

    means: ClassVar[Meaning] = key("プログラム", "Programme",
        ja="都市の連携の枠組みです。どの連携も、一つのプログラムに属します。",
        en="A framework in which cities work together. Every pairing belongs to one.")

    name: Annotated[Title, key("名前", "Name",
        ja="プログラムの正式な名前です。",
        en="The full name of the programme.")]
    short_name: Annotated[Name | None, key("短い名前", "Short name",
        ja="表などで使う短い名前です。",
        en="A short name for tables and tags.",
        ja_file="省くと、`name` を使います。",
        en_file="Without it, `name` is used.")] = None
    colour: Annotated[Colour, key("色", "Colour",
        ja="地図の線や表の印などに使う色です。",
        en="The colour of its lines on maps and of its tags.",
        ja_file="`blue`、`rust`、`teal`、`plum`、`moss`、`slate` のどれかです。省くと `slate` です。",
        en_file="One of `blue`, `rust`, `teal`, `plum`, `moss` and `slate`. Without it, `slate`.")] = "slate"
    summary: Annotated[Summary, key("概要", "Summary",
        ja="どのようなプログラムかを述べる文章です。",
        en="What the programme is.")]
    plain: Plain = None
    as_of: Annotated[EdtfDate | None, key("時点", "Date",
        ja="プログラムについての記載全体がいつの時点のものかです。",
        en="The date for which all that is said of the programme holds.",
        ja_file="`2014-05-31`、`2014-05` のように書きます（EDTF）。資料にないときは省きます。",
        en_file="Written like `2014-05-31`, `2014-05` (EDTF). Left out if no document gives one.")] = None
    as_of_text: Annotated[Name | None, key("時点の文言", "Date in the document's words",
        ja="時点を表す、資料の言葉です（例：平成26年5月末現在）。",
        en="The document's words for that date (for instance “as of the end of May 2014”).",
        ja_file="`as_of` の日付の代わりに見せます。省くと、その日付を見せます。",
        en_file="Shown instead of the date in `as_of`. Without it, that date is shown.")] = None
    japan_label: Annotated[Name | None, key("日本側の呼び方", "Label of the Japanese side",
        ja="このプログラムで日本側を何と呼ぶかです（例：日本の参加都市）。",
        en="What the Japanese side is called in this programme (for instance “Participating in Japan”).",
        ja_file="省くと「日本側」と呼びます。",
        en_file="Without it, it is called “Japanese side”.")] = None
    partner_label: Annotated[Name | None, key("相手側の呼び方", "Label of the partner side",
        ja="このプログラムで相手側を何と呼ぶかです（例：連携都市）。",
        en="What the other side is called in this programme (for instance “Partner city”).",
        ja_file="省くと「相手側」と呼びます。",
        en_file="Without it, it is called “Partner side”.")] = None
    pairing_summary: Annotated[Annotated[Summary, placeholders("japan", "partner")] | None, key("連携の概要の文", "Sentence for pairings",
        ja="`summary` のない連携の概要とする文です。",
        en="The summary of pairings that have no `summary` of their own.",
        ja_file="{japan} と {partner} に両側の名前が入ります。省くと、`data/vocabulary.yml` の文を使います。",
        en_file="The names of the two sides stand for {japan} and {partner}. Without it, the sentence in `data/vocabulary.yml` is used.")] = None
    since_label: Annotated[Name | None, key("「開始」の意味", "Meaning of “Start”",
        ja="連携の `since` が、このプログラムで何の時期かです（例：選定）。",
        en="What `since` of a pairing means in this programme (for instance “selected”).",
        ja_file="省くと、時期だけを見せます。",
        en_file="Without it, the date stands alone.")] = None
    review_after: Annotated[Duration | None, key("見直すまでの期間", "Review after",
        ja="事実を古いとみなすまでの期間です（ISO 8601。2年は `P2Y`、6か月は `P6M`）。",
        en="How long until a fact counts as old, as an ISO 8601 duration (two years are `P2Y`, six months `P6M`).",
        ja_file="省くと、古いとはみなしません。",
        en_file="Without it, none does.")] = None
    bodies: Annotated[tuple[OrganisationId, ...], key("かかわる団体・機関", "Bodies involved",
        ja="プログラムにかかわる団体・機関です。",
        en="The organisations involved in the programme.",
        ja_file="団体・機関のidを書きます（例：`[iges, jica]`）。なければ省きます。",
        en_file="Ids of organisations (for instance `[iges, jica]`). Left out if there are none.")] = ()
    sections: Annotated[tuple[Section, ...], key("くわしい説明", "Further text",
        ja="プログラムをくわしく述べる、見出しのついた文章です。",
        en="Further text on the programme, under headings.",
        ja_file="なければ省きます。",
        en_file="Left out if there is none.")] = ()
    statements: Annotated[tuple[Statement, ...], key("表明", "Statements",
        ja="このプログラムについて、場所や団体・機関が表明したことです。",
        en="What places and organisations stated in the programme.",
        ja_file="資料にないときは省きます。",
        en_file="Left out if no document has any.")] = ()
    sources: Sources
