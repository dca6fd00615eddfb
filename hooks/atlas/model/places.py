"""Places, and what is known of them."""

from typing import Annotated, ClassVar

from atlas.model.base import Country, Latitude, Longitude, Nudge, Record
from atlas.model.kept import Kept
from atlas.model.links import PlaceId, PlaceKind
from atlas.model.meaning import Meaning, key
from atlas.model.parts import Aliases, HiraganaReading, LocalName, OwnSource, Sources
from atlas.text import Line, Text

# A key and its words stand together as one block:
# fmt: off


class Fact(Record):
    """One line of a place's table of facts."""

    means: ClassVar[Meaning] = key("データ", "Fact",
        ja="場所のデータの表の一行です。",
        en="One line of a place's table of facts.")

    label: Annotated[Text, key("項目名", "Label",
        ja="何についてのデータかです（例：面積）。",
        en="What the fact is about (for instance “Area”).")]
    value: Annotated[Text, key("値", "Value",
        ja="資料にある値で、単位も書きます（例：367.6平方キロメートル）。",
        en="The value that the document gives, with its unit (for instance “367.6 square kilometres”).")]
    note: Annotated[Text | None, key("注", "Note",
        ja="値についての注で、編集部によるものは「編集部注：」で始めます。なければ省きます。",
        en="A note on the value; one by the editors begins with “Editorial note:”. Left out if there is none.")] = None
    source: OwnSource = None


class Contact(Record):
    """Whom to ask."""

    means: ClassVar[Meaning] = key("問い合わせ先", "Contact",
        ja="場所の問い合わせ先です。",
        en="Whom to ask in the place.")

    division: Annotated[Text, key("担当", "Division",
        ja="担当の部署です。",
        en="The division in charge.")]
    address: Annotated[Text | None, key("住所", "Address",
        ja="郵便の届く住所です。資料にないときは省きます。",
        en="The postal address. Left out if no document gives it.")] = None
    telephone: Annotated[Line | None, key("電話", "Telephone",
        ja="電話番号を、資料にあるとおりに書きます（例：`04-2998-9133`）。資料にないときは省きます。",
        en="The telephone number as the document gives it (for instance `04-2998-9133`). Left out if no document does.")] = None
    fax: Annotated[Line | None, key("FAX", "Fax",
        ja="FAX番号を、資料にあるとおりに書きます（例：`04-2998-9394`）。資料にないときは省きます。",
        en="The fax number as the document gives it (for instance `04-2998-9394`). Left out if no document does.")] = None
    source: OwnSource = None


class Place(Kept):
    """A city, or another area with a government of its own."""

    means: ClassVar[Meaning] = key("場所", "Place",
        ja="市や県など、自治体や地方政府のある地域です。よみ、現地語の名前、別名、種類、国、属する地域、座標は、編集部による補足です（出典は `editorial`）。",
        en="A city, or another area with a government of its own. Its reading, other names, kind, country, larger area and coordinates are editorial additions (their source is `editorial`).")

    name: Annotated[Text, key("名前", "Name",
        ja="場所の名前です（例：ブラチスラバ市）。",
        en="The name of the place (for instance “Bratislava”).")]
    reading: HiraganaReading
    native: LocalName = None
    aliases: Aliases = ()
    kind: Annotated[PlaceKind, key("種類", "Kind",
        ja="場所の種類で、`data/vocabulary.yml` の `place_kinds` にあるものです（例：`city`、`prefecture`）。",
        en="The kind of place: one of the `place_kinds` in `data/vocabulary.yml` (for instance `city`, `prefecture`).")]
    country: Annotated[Country, key("国", "Country",
        ja="国を、ISO 3166-1の二文字で書きます（例：`JP`、`SK`）。",
        en="The country, as the two letters of ISO 3166-1 (for instance `JP`, `SK`).")]
    within: Annotated[PlaceId | None, key("属する地域", "Part of",
        ja="この場所が属する、より大きな場所です（例：`saitama-prefecture`）。なければ省きます。",
        en="The larger place that it belongs to (for instance `saitama-prefecture`). Left out if there is none.")] = None
    coordinates: Annotated[tuple[Latitude, Longitude] | None, key("座標", "Coordinates",
        ja="緯度と経度を、度の小数で表します（WGS 84。ファイルではこの順に `[48.1482, 17.1067]`）。県や省では県庁や省政府のある市の位置とし、連携に加わらない場所では省けます。",
        en="Latitude and longitude in decimal degrees, WGS 84 (in the file in this order: `[48.1482, 17.1067]`); of a prefecture or province, those of its seat of government. They may be left out for places that take part in no pairing.")] = None
    label_offset: Annotated[tuple[Nudge, Nudge], key("地図の名前の位置", "Place of the name on maps",
        ja="地図で、名前を点のすぐ右から、右へ、下へ、どれだけずらすかです（広い画面で、およそのピクセル数。例：`[30, -10]` は右へ30、上へ10）。省くと、名前は自動で置かれます。",
        en="How far to the right and down the name stands on maps, from right beside its dot, in about the pixels of a wide screen (`[30, -10]` is 30 to the right and 10 up). Without it, the map finds a place for the name.")] = (0.0, 0.0)
    description: Annotated[Text | None, key("紹介", "Description",
        ja="どのような場所かの紹介です。資料にないときは省きます。",
        en="What the place is like. Left out if no document says it.")] = None
    facts: Annotated[tuple[Fact, ...], key("データ", "Facts",
        ja="面積や人口など、表にして見せるデータです。資料にないときは省きます。",
        en="Facts shown as a table, such as area and population. Left out if no document gives any.")] = ()
    contact: Annotated[Contact | None, key("問い合わせ先", "Contact",
        ja="担当の部署と、その住所、電話などです。資料にないときは省きます。",
        en="The division in charge, with its address, telephone and so on. Left out if no document gives one.")] = None
    sources: Sources
