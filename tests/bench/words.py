"""The words that the made-up world of the benchmark is written with."""

KANJI = [
    ("川", "かわ", "kawa"), ("山", "やま", "yama"), ("田", "た", "ta"), ("森", "もり", "mori"),
    ("原", "はら", "hara"), ("沢", "さわ", "sawa"), ("島", "しま", "shima"), ("崎", "さき", "saki"),
    ("橋", "はし", "hashi"), ("浜", "はま", "hama"), ("谷", "たに", "tani"), ("岡", "おか", "oka"),
    ("野", "の", "no"), ("池", "いけ", "ike"), ("松", "まつ", "matsu"), ("竹", "たけ", "take"),
    ("梅", "うめ", "ume"), ("桜", "さくら", "sakura"), ("里", "さと", "sato"), ("村", "むら", "mura"),
    ("石", "いし", "ishi"), ("岩", "いわ", "iwa"), ("滝", "たき", "taki"), ("泉", "いずみ", "izumi"),
    ("星", "ほし", "hoshi"), ("月", "つき", "tsuki"), ("花", "はな", "hana"), ("草", "くさ", "kusa"),
    ("風", "かぜ", "kaze"), ("雪", "ゆき", "yuki"), ("砂", "すな", "suna"), ("塩", "しお", "shio"),
    ("港", "みなと", "minato"), ("坂", "さか", "saka"), ("峰", "みね", "mine"), ("畑", "はた", "hata"),
    ("鳥", "とり", "tori"), ("鹿", "しか", "shika"), ("藤", "ふじ", "fuji"), ("杉", "すぎ", "sugi"),
    ("柳", "やなぎ", "yanagi"), ("若", "わか", "waka"),
]  # fmt: skip
SYLLABLES = [
    ("バ", "ば", "ba"), ("リ", "り", "ri"), ("ノ", "の", "no"), ("メ", "め", "me"),
    ("ル", "る", "lu"), ("カ", "か", "ka"), ("ト", "と", "to"), ("ヴェ", "ゔぇ", "ve"),
    ("サ", "さ", "sa"), ("ディ", "でぃ", "di"), ("モ", "も", "mo"), ("ペ", "ぺ", "pe"),
    ("グ", "ぐ", "gu"), ("シ", "し", "si"), ("ラ", "ら", "ra"), ("ハ", "は", "ha"),
]  # fmt: skip
PARTNERS = ("AT", "BR", "CA", "CN", "DE", "ES", "FI", "FR", "GB", "GR", "IT", "KR", "SE", "US")
SUBJECTS = [
    ("大気の観測", "air monitoring"), ("水害への備え", "flood preparedness"),
    ("まちの緑", "urban greenery"), ("廃棄物の削減", "waste reduction"),
    ("公共交通", "public transport"), ("建物の省エネルギー", "energy saving in buildings"),
    ("再生可能エネルギー", "renewable energy"), ("環境教育", "environmental education"),
    ("港と水辺", "ports and waterfronts"), ("暑さへの対策", "measures against heat"),
    ("森づくり", "forestry"), ("海のごみ", "marine litter"), ("食品ロス", "food waste"),
    ("地下水", "groundwater"), ("自転車", "cycling"), ("農地の保全", "farmland conservation"),
    ("騒音", "noise"), ("健康なまち", "healthy towns"), ("生物多様性", "biodiversity"),
    ("雨水の利用", "use of rainwater"),
]  # fmt: skip
KINDS = [
    ("visit", "{a}の職員が{b}を訪問", "Officials of {a} visit {b}"),
    ("conference", "{s}の会議を{b}で開催", "Conference on {s} in {b}"),
    ("web-meeting", "{s}についてのWeb会議", "Web meeting on {s}"),
    ("training", "{s}の研修", "Training in {s}"),
    ("plan", "{s}の計画を発表", "Plan for {s} presented"),
    ("agreement", "{s}についての覚書", "Memorandum on {s}"),
]

SOURCES = """\
register:
  title: {ja: 姉妹都市の名簿, en: Register of sister cities}
  publisher: {ja: 都市協会, en: Association of Cities}
  language: ja
  as_of: 2024-03-31
yearbook:
  title: {ja: 都市間交流年鑑, en: Yearbook of city exchange}
  publisher: {ja: 交流財団, en: Exchange Foundation}
  language: ja
  updated: 2024-05-20
editorial:
  title: {ja: 編集, en: Editorial}
  publisher: {ja: 編集部, en: The editors}
  language: ja
"""
ORGANISATIONS = """\
association:
  name: {ja: 都市協会, en: Association of Cities}
  description: {ja: 名簿をまとめています。, en: It keeps the register.}
  sources: [register]
"""
GLOSSARY = """\
sister-city:
  name: {ja: 姉妹都市, en: sister city}
  text: {ja: 交流の約束をした都市です。, en: A city with which exchange has been agreed.}
  sources: [register]
"""
THEME = """\
name: {{ja: {ja}, en: {en}}}
sources: [register]
"""
PLACE = """\
name: {{ja: {ja}, en: {en}}}
reading: {reading}
kind: city
country: {country}
coordinates: [{latitude}, {longitude}]
description:
  ja: {ja}は、面積{area}平方キロメートルの都市です。川に沿って町が広がり、港と工業地があります。
  en: "{en} is a city of {area} square kilometres. The town lies along a river and has a port and industry."
facts:
  - label: {{ja: 人口, en: Population}}
    value: {{ja: 約{people}万人, en: "About {people}0,000"}}
    source: yearbook
sources: [register]
"""
PAIRING = """\
programme: {programme}
japan: [{one}]
partner: [{other}]
themes: [{themes}]
since: {since}
theme_text:
  ja: {subject_ja}を中心とした都市どうしの協力
  en: Cooperation between cities, above all on {subject_en}
summary:
  ja: {a}と{b}は、{subject_ja}について協力しています。職員が互いの都市を訪ね、経験を伝え合いました。
  en: "{a_en} and {b_en} cooperate on {subject_en}. Staff visited each other's city and shared experience."
sources: [register]
"""
EVENT = """\
  - id: {id}
    date: {date}
    kind: {kind}
    title: {{ja: {title_ja}, en: {title_en}}}
    text:
      ja: |
        {a}と{b}の担当者{people}名が参加し、{s}の取り組みについて情報を共有しました。あわせて施設を視察し、今後の進め方について意見を交換しました。
      en: |
        {people} officials of {a_en} and {b_en} took part and shared information on {s_en}. They also visited facilities and exchanged views on what to do next.
    where: {{ja: {b}, en: {b_en}}}
    source: yearbook
"""
SHARED = """\
  - id: {id}
    date: {date}
    kind: conference
    title: {{ja: {s}の全国会議, en: National conference on {s_en}}}
    text: {{ja: 各地の都市が集まり、{s}について話し合いました。, en: Cities met to discuss {s_en}.}}
    pairings: [{pairings}]
    source: yearbook
"""
PROGRAMMES = (
    """\
name: {ja: 世界の姉妹都市, en: Sister cities of the world}
short_name: {ja: 世界, en: World}
colour: blue
summary:
  ja: 日本の都市と世界の都市の姉妹都市交流です。
  en: Sister cities of Japan all over the world.
japan_label: {ja: 日本の都市, en: City in Japan}
partner_label: {ja: 相手の都市, en: Partner city}
pairing_summary:
  ja: "{japan}と{partner}は姉妹都市です。"
  en: "{japan} and {partner} are sister cities."
since_label: {ja: 提携, en: agreed}
bodies: [association]
sources: [register]
""",
    """\
name: {ja: アジアの姉妹都市, en: Sister cities of Asia}
short_name: {ja: アジア, en: Asia}
colour: rust
summary:
  ja: 日本の都市とアジアの都市の姉妹都市交流です。
  en: Sister cities of Japan in Asia.
japan_label: {ja: 日本の都市, en: City in Japan}
partner_label: {ja: 相手の都市, en: Partner city}
pairing_summary:
  ja: "{japan}と{partner}は姉妹都市です。"
  en: "{japan} and {partner} are sister cities."
since_label: {ja: 提携, en: agreed}
bodies: [association]
sources: [register]
""",
)
