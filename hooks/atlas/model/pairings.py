"""Pairings, and the themes that they work on."""

from typing import Annotated, ClassVar

from atlas.model.base import EdtfDate, Record
from atlas.model.kept import Kept
from atlas.model.lengths import Name, Passage, Summary
from atlas.model.links import ProgrammeId, SomePlaces, SomeThemes, TieKind
from atlas.model.meaning import Meaning, key
from atlas.model.parts import OwnSource, Plain, Section, Sources

# A key and its words stand together as one block:
# fmt: off


class Relationship(Record):
    """An older or other tie between the two sides."""

    means: ClassVar[Meaning] = key("両側の関係", "Tie",
        ja="日本側と相手側のあいだの、以前からの関係や、ほかの関係です（友好都市など）。",
        en="An older or other tie between the two sides, such as that of friendship cities.")

    kind: Annotated[TieKind, key("種類", "Kind",
        ja="関係の種類です。",
        en="The kind of tie.",
        ja_file="`data/vocabulary.yml` の `tie_kinds` にあるものを書きます（例：`friendship-city`）。",
        en_file="One of the `tie_kinds` in `data/vocabulary.yml` (for instance `friendship-city`).")]
    since: Annotated[EdtfDate | None, key("開始", "Start",
        ja="協定が結ばれた時期です。",
        en="When the agreement was made.",
        ja_file="`1979` のように書きます（EDTF）。資料にないときは省きます。",
        en_file="Written like `1979` (EDTF). Left out if no document says it.")] = None
    text: Annotated[Summary | None, key("資料の文言", "In the document's words",
        ja="関係についての資料の文言です。",
        en="How the document words the tie.",
        ja_file="種類と時期の代わりに見せます。省くと、種類と時期を見せます。",
        en_file="Shown instead of the kind and start of the tie. Without it, those are shown.")] = None
    source: OwnSource = None


class Pairing(Kept):
    """Places in Japan and places abroad that work together."""

    means: ClassVar[Meaning] = key("連携", "Pairing",
        ja="プログラムの中で連携している、または連携を想定されている、日本の場所と海外の場所の組です。",
        en="Places in Japan and places abroad that work together in a programme, or are envisaged as doing so.")

    programme: Annotated[ProgrammeId, key("プログラム", "Programme",
        ja="連携が属するプログラムです。",
        en="The programme that the pairing belongs to.",
        ja_file="プログラムのidを書きます（例：`iuc`）。",
        en_file="The id of the programme (for instance `iuc`).")]
    japan: Annotated[SomePlaces, key("日本側", "Japanese side",
        ja="日本側の場所です。",
        en="The places on the Japanese side.",
        ja_file="場所のidを一つ以上書きます（例：`[nagano, obuse]`）。",
        en_file="Ids of places, at least one (for instance `[nagano, obuse]`).")]
    partner: Annotated[SomePlaces, key("相手側", "Partner side",
        ja="相手側の場所です。",
        en="The places on the other side.",
        ja_file="場所のidを一つ以上書きます（例：`[bratislava]`）。",
        en_file="Ids of places, at least one (for instance `[bratislava]`).")]
    themes: Annotated[SomeThemes, key("テーマ", "Themes",
        ja="連携のテーマです。",
        en="The themes of the pairing.",
        ja_file="テーマのidを一つ以上書きます（例：`[air-quality]`）。",
        en_file="Ids of themes, at least one (for instance `[air-quality]`).")]
    since: Annotated[EdtfDate | None, key("開始", "Start",
        ja="連携が始まった時期です。何をもって始まりとするかは、プログラムごとに決まっています（`since_label`）。",
        en="When the pairing began; the programme's `since_label` says what that means.",
        ja_file="`2018-05`、`2018` のように書きます（EDTF）。資料にないときは省き、ページでは「記載なし」となります。",
        en_file="Written like `2018-05`, `2018` (EDTF). Left out if no document says it; pages then say “Not stated”.")] = None
    theme_text: Annotated[Summary | None, key("資料の文言", "In the document's words",
        ja="テーマについての資料の文言です。",
        en="How the document words the theme.",
        ja_file="省くと、テーマの名前だけを見せます。",
        en_file="Without it, only the names of the themes are shown.")] = None
    summary: Annotated[Summary | None, key("概要", "Summary",
        ja="連携を短く述べる文章です。",
        en="The pairing in short.",
        ja_file="省くと、プログラムの `pairing_summary` か、サイトの決まった文から作った文を見せます。",
        en_file="Without it, pages show a sentence made from the programme's `pairing_summary` or from the fixed words of the site.")] = None
    plain: Plain = None
    relationships: Annotated[tuple[Relationship, ...], key("両側の関係", "Ties",
        ja="両側のあいだの、以前からの関係や、ほかの関係です。",
        en="Older or other ties between the two sides.",
        ja_file="資料にないときは省きます。",
        en_file="Left out if no document names any.")] = ()
    sections: Annotated[tuple[Section, ...], key("くわしい説明", "Further text",
        ja="連携をくわしく述べる、見出しのついた文章です。",
        en="Further text on the pairing, under headings.",
        ja_file="なければ省きます。",
        en_file="Left out if there is none.")] = ()
    sources: Sources


class Theme(Kept):
    """What pairings work on."""

    means: ClassVar[Meaning] = key("テーマ", "Theme",
        ja="連携が取り組む分野です。",
        en="What pairings work on.")

    name: Annotated[Name, key("名前", "Name",
        ja="テーマの名前です。",
        en="The name of the theme.")]
    description: Annotated[Passage | None, key("説明", "Description",
        ja="どのようなテーマかの説明です。",
        en="What the theme is about.",
        ja_file="省くと、ページには連携の件数を述べる文が出ます。",
        en_file="Without it, the page says how many pairings work on the theme.")] = None
    sources: Sources
