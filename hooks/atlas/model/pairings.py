"""Pairings, and the themes that they work on."""

from typing import Annotated, ClassVar

from atlas.model.base import EdtfDate, Record
from atlas.model.kept import Kept
from atlas.model.links import ProgrammeId, SomePlaces, SomeThemes, TieKind
from atlas.model.meaning import Meaning, key
from atlas.model.parts import OwnSource, Plain, Section, Sources
from atlas.text import Text

# A key and its words stand together as one block:
# fmt: off


class Relationship(Record):
    """An older or other tie between the two sides."""

    means: ClassVar[Meaning] = key("両側の関係", "Tie",
        ja="日本側と相手側のあいだの、以前からの関係や、ほかの関係です（友好都市など）。",
        en="An older or other tie between the two sides, such as that of friendship cities.")

    kind: Annotated[TieKind, key("種類", "Kind",
        ja="関係の種類で、`data/vocabulary.yml` の `tie_kinds` にあるものです（例：`friendship-city`）。",
        en="The kind of tie: one of the `tie_kinds` in `data/vocabulary.yml` (for instance `friendship-city`).")]
    since: Annotated[EdtfDate | None, key("開始", "Start",
        ja="協定が結ばれた時期を、EDTFで書きます（例：`1979`）。資料にないときは省きます。",
        en="When the agreement was made, in EDTF (for instance `1979`). Left out if no document says it.")] = None
    text: Annotated[Text | None, key("資料の文言", "In the document's words",
        ja="関係についての資料の文言で、種類と時期の代わりに見せます。省くと、種類と時期を見せます。",
        en="How the document words the tie, shown instead of its kind and start. Without it, those are shown.")] = None
    source: OwnSource = None


class Pairing(Kept):
    """Places in Japan and places abroad that work together."""

    means: ClassVar[Meaning] = key("連携", "Pairing",
        ja="プログラムの中で連携している、または連携を想定されている、日本の場所と海外の場所の組です。",
        en="Places in Japan and places abroad that work together in a programme, or are envisaged as doing so.")

    programme: Annotated[ProgrammeId, key("プログラム", "Programme",
        ja="連携が属するプログラムです（例：`iuc`）。",
        en="The programme that the pairing belongs to (for instance `iuc`).")]
    japan: Annotated[SomePlaces, key("日本側", "Japanese side",
        ja="日本側の場所で、一つ以上書きます（例：`[nagano, obuse]`）。",
        en="The places on the Japanese side, at least one (for instance `[nagano, obuse]`).")]
    partner: Annotated[SomePlaces, key("相手側", "Partner side",
        ja="相手側の場所で、一つ以上書きます（例：`[bratislava]`）。",
        en="The places on the other side, at least one (for instance `[bratislava]`).")]
    themes: Annotated[SomeThemes, key("テーマ", "Themes",
        ja="連携のテーマで、一つ以上書きます（例：`[air-quality]`）。",
        en="The themes of the pairing, at least one (for instance `[air-quality]`).")]
    since: Annotated[EdtfDate | None, key("開始", "Start",
        ja="連携の始まりをEDTFで書きます（例：`2018-05`、`2018`）。何の時期かはプログラムの `since_label` によります。資料にないときは省き、ページでは「記載なし」となります。",
        en="When the pairing began, in EDTF (for instance `2018-05`, `2018`); the programme's `since_label` says what that means. Left out if no document says it; pages then say “Not stated”.")] = None
    theme_text: Annotated[Text | None, key("資料の文言", "In the document's words",
        ja="テーマについての資料の文言です。省くと、テーマの名前だけを見せます。",
        en="How the document words the theme. Without it, only the names of the themes are shown.")] = None
    summary: Annotated[Text | None, key("概要", "Summary",
        ja="連携を短く述べる文章です。省くと、ページでは、プログラムの `pairing_summary` か、サイトの決まった文から作った文を見せます。",
        en="The pairing in short. Without it, pages show a sentence made from the programme's `pairing_summary` or from the fixed words of the site.")] = None
    plain: Plain = None
    relationships: Annotated[tuple[Relationship, ...], key("両側の関係", "Ties",
        ja="両側のあいだの、以前からの関係や、ほかの関係です。資料にないときは省きます。",
        en="Older or other ties between the two sides. Left out if no document names any.")] = ()
    sections: Annotated[tuple[Section, ...], key("くわしい説明", "Further text",
        ja="連携のページに加える、見出しのついた文章です。なければ省きます。",
        en="Further text on the pairing's page, under headings. Left out if there is none.")] = ()
    sources: Sources


class Theme(Kept):
    """What pairings work on."""

    means: ClassVar[Meaning] = key("テーマ", "Theme",
        ja="連携が取り組む分野です。",
        en="What pairings work on.")

    name: Annotated[Text, key("名前", "Name",
        ja="テーマの名前です。",
        en="The name of the theme.")]
    description: Annotated[Text | None, key("説明", "Description",
        ja="どのようなテーマかの説明です。省くと、ページには連携の件数を述べる文が出ます。",
        en="What the theme is about. Without it, the page says how many pairings work on it.")] = None
    sources: Sources
