"""Places, and what is known of them."""

from typing import Annotated, ClassVar

from atlas.model.base import Coordinates, Country, Nudge, Record
from atlas.model.kept import Kept
from atlas.model.lengths import Name, NameLine, Passage, Summary, Title
from atlas.model.links import PlaceId, PlaceKind
from atlas.model.meaning import Meaning, key
from atlas.model.parts import Aliases, HiraganaReading, LocalName, OwnSource, Sources

# A key and its words stand together as one block:
# fmt: off


class Fact(Record):
    """One line of a place's table of facts."""

    means: ClassVar[Meaning] = key("データ", "Fact",
        ja="場所のデータの表の一行です。",
        en="One line of a place's table of facts.")

    label: Annotated[Name, key("項目名", "Label",
        ja="何についてのデータかです（例：面積）。",
        en="What the fact is about (for instance “Area”).")]
    value: Annotated[Summary, key("値", "Value",
        ja="資料にある値で、単位も含みます（例：367.6平方キロメートル）。",
        en="The value that the document gives, with its unit (for instance “367.6 square kilometres”).")]
    note: Annotated[Summary | None, key("注", "Note",
        ja="値についての注です。編集部によるものは「編集部注：」で始まります。",
        en="A note on the value; one by the editors begins with “Editorial note:”.",
        ja_file="なければ省きます。",
        en_file="Left out if there is none.")] = None
    source: OwnSource = None


class Contact(Record):
    """Whom to ask."""

    means: ClassVar[Meaning] = key("問い合わせ先", "Contact",
        ja="場所の問い合わせ先です。",
        en="Whom to ask in the place.")

    division: Annotated[Title, key("担当", "Division",
        ja="担当の部署です。",
        en="The division in charge.")]
    address: Annotated[Title | None, key("住所", "Address",
        ja="郵便の届く住所です。",
        en="The postal address.",
        ja_file="資料にないときは省きます。",
        en_file="Left out if no document gives it.")] = None
    telephone: Annotated[NameLine | None, key("電話", "Telephone",
        ja="電話番号で、資料にあるとおりです（例：`04-2998-9133`）。",
        en="The telephone number as the document gives it (for instance `04-2998-9133`).",
        ja_file="資料にないときは省きます。",
        en_file="Left out if no document gives it.")] = None
    fax: Annotated[NameLine | None, key("FAX", "Fax",
        ja="FAX番号で、資料にあるとおりです（例：`04-2998-9394`）。",
        en="The fax number as the document gives it (for instance `04-2998-9394`).",
        ja_file="資料にないときは省きます。",
        en_file="Left out if no document gives it.")] = None
    source: OwnSource = None


class Place(Kept):
    """A city, or another area with a government of its own."""

    means: ClassVar[Meaning] = key("場所", "Place",
        ja="市や県など、自治体や地方政府のある地域です。よみ、現地語の名前、別名、種類、国、属する地域、座標は、編集部による補足です（出典は `editorial`）。",
        en="A city, or another area with a government of its own. Its reading, other names, kind, country, larger area and coordinates are editorial additions (their source is `editorial`).")

    name: Annotated[Name, key("名前", "Name",
        ja="場所の名前です（例：ブラチスラバ市）。",
        en="The name of the place (for instance “Bratislava”).")]
    reading: HiraganaReading
    native: LocalName = None
    aliases: Aliases = ()
    kind: Annotated[PlaceKind, key("種類", "Kind",
        ja="場所の種類です。",
        en="The kind of place.",
        ja_file="`data/vocabulary.yml` の `place_kinds` にあるものを書きます（例：`city`、`prefecture`）。",
        en_file="One of the `place_kinds` in `data/vocabulary.yml` (for instance `city`, `prefecture`).")]
    country: Annotated[Country, key("国", "Country",
        ja="場所のある国です（ISO 3166-1）。",
        en="The country that the place is in (ISO 3166-1).",
        ja_file="ファイルには二文字のコードで書きます（例：`JP`、`SK`）。",
        en_file="Written as its two letters (for instance `JP`, `SK`).")]
    within: Annotated[PlaceId | None, key("属する地域", "Part of",
        ja="この場所が属する、より大きな場所です。",
        en="The larger place that it belongs to.",
        ja_file="場所のidを書きます（例：`saitama-prefecture`）。なければ省きます。",
        en_file="The id of that place (for instance `saitama-prefecture`). Left out if there is none.")] = None
    coordinates: Annotated[Coordinates | None, key("座標", "Coordinates",
        ja="緯度と経度です（度の小数、WGS 84）。県や省では、県庁や省政府のある市の位置です。",
        en="Latitude and longitude in decimal degrees (WGS 84); of a prefecture or province, those of its seat of government.",
        ja_file="緯度、経度の順に書きます（例：`[48.1482, 17.1067]`）。連携に加わらない場所では省けます。",
        en_file="Latitude first, then longitude (for instance `[48.1482, 17.1067]`). They may be left out for places that take part in no pairing.")] = None
    label_offset: Annotated[tuple[Nudge, Nudge], key("地図の名前の位置", "Place of the name on maps",
        ja="地図で、名前を点のすぐ右から、右へ、下へ、どれだけずらすかです（広い画面で、およそのピクセル数）。",
        en="How far to the right and down the name stands on maps, from right beside its dot, in about the pixels of a wide screen.",
        ja_file="例：`[30, -10]` は右へ30、上へ10です。省くと、名前は自動で置かれます。",
        en_file="For instance, `[30, -10]` is 30 to the right and 10 up. Without it, the map finds a place for the name.")] = (0.0, 0.0)
    description: Annotated[Passage | None, key("紹介", "Description",
        ja="どのような場所かの紹介です。",
        en="What the place is like.",
        ja_file="資料にないときは省きます。",
        en_file="Left out if no document says it.")] = None
    facts: Annotated[tuple[Fact, ...], key("データ", "Facts",
        ja="面積や人口など、表にして見せるデータです。",
        en="Facts shown as a table, such as area and population.",
        ja_file="資料にないときは省きます。",
        en_file="Left out if no document gives any.")] = ()
    contact: Annotated[Contact | None, key("問い合わせ先", "Contact",
        ja="担当の部署と、その住所、電話などです。",
        en="The division in charge, with its address, telephone and so on.",
        ja_file="資料にないときは省きます。",
        en_file="Left out if no document gives one.")] = None
    sources: Sources
