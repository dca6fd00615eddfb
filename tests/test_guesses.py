"""What is proposed instead of what was written, across scripts."""

from pathlib import Path

import pytest

import atlas
from atlas import schema, source
from atlas.model import Catalog
from atlas.rules.guesses import Guesses
from atlas.schema.guesses import allowed, guess
from tests.conftest import REAL_DATA


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    """All records of the real data."""
    return schema.read(source.read(REAL_DATA))[0]


@pytest.mark.parametrize(
    ("kind", "written", "meant"),
    [
        ("places", "所沢", "tokorozawa"),
        ("places", "所沢市", "tokorozawa"),
        ("places", "ところざわ", "tokorozawa"),
        ("places", "トコロザワ市", "tokorozawa"),
        ("places", "Ｔｏｋｏｒｏｚａｗａ", "tokorozawa"),
        ("places", "“tokorozawa”", "tokorozawa"),
        ("places", "Tokorozawa City", "tokorozawa"),
        ("places", "tokorozwa", "tokorozawa"),
        ("places", "Bratislava", "bratislava"),
        ("places", "ブラチスラバ", "bratislava"),
        ("places", "ブラチスラヴァ", "bratislava"),
        ("places", "Pressburg", "bratislava"),
        ("places", "Umeå", "umea"),
        ("places", "沈阳", "shenyang"),
        ("places", "埼玉県", "saitama-prefecture"),
        ("places", "Saitama Prefecture", "saitama-prefecture"),
        ("places", "ロンドン", None),
        ("places", "visit", None),
        ("event_kinds", "訪問", "visit"),
        ("event_kinds", "Web meeting", "web-meeting"),
        ("tie_kinds", "友好都市", "friendship-city"),
        ("themes", "大気環境", "air-quality"),
        ("sources", "tokorozawa_iuc", "tokorozawa-iuc"),
    ],
)
def test_a_record_is_found_by_any_of_its_names(
    catalog: Catalog, kind: str, written: str, meant: str | None
) -> None:
    """Japanese, English, its reading, its own language; and only among what may stand there."""
    assert Guesses(catalog).nearest(written, catalog.known[kind]) == meant


@pytest.mark.parametrize(
    ("rule", "written", "meant"),
    [
        ("unknown-country", "スロバキア", "SK"),
        ("unknown-country", "Slovakia", "SK"),
        ("unknown-country", "Slovakya", "SK"),
        ("unknown-country", "sk", "SK"),
        ("unknown-country", "UK", "GB"),
        ("unknown-country", "JPN", "JP"),
        ("unknown-country", "Atlantis", None),
        ("unknown-language", "German", "de"),
        ("unknown-language", "スロバキア語", "sk"),
        ("unknown-language", "zh-hans", "zh-Hans"),
        ("bad-date", "2018年10月15日", "2018-10-15"),
        ("bad-date", "２０１８／１０／５", "2018-10-05"),
        ("bad-date", "平成30年10月", "2018-10"),
        ("bad-date", "令和元年", "2019"),
        ("bad-date", "2018.10.15〜2018.10.17", "2018-10-15/2018-10-17"),
        ("bad-date", "2014年7月頃", "2014-07~"),
        ("bad-date", "10月15日", None),
        ("bad-date", "2018年13月", None),
        ("reversed-date", "2018-10-02/2018-09-30", "2018-09-30/2018-10-02"),
        ("bad-day", "2020/2/1", "2020-02-01"),
        ("bad-day", "2020-02", None),
        ("bad-switch", "はい", "true"),
        ("bad-switch", "no", "false"),
        ("bad-switch", "maybe", None),
        ("bad-duration", "2年", "P2Y"),
        ("bad-duration", "18 months", "P18M"),
        ("bad-duration", "長い", None),
        ("bad-reading", "トコロザワシ", "ところざわし"),
        ("bad-reading", "所沢市", None),
        ("bad-url", "www.example.jp", "https://www.example.jp"),
        ("bad-id", "Visit to Umeå!", "visit-to-umea"),
        ("bad-id", "訪問", None),
        ("unknown-colour", "Blue", "blue"),
        ("unknown-colour", "青", None),
    ],
)
def test_a_value_is_proposed_as_the_rule_asks_for_it(
    rule: str, written: str, meant: str | None
) -> None:
    """If it can be known; the model itself has to accept it."""
    assert guess(rule, written) == meant


def test_what_is_allowed_is_known_for_lists_of_words() -> None:
    """Of hundreds of codes some, and none where the one that is meant is known."""
    assert allowed("unknown-colour", "x").shown == ("blue", "rust", "teal", "plum", "moss", "slate")
    assert allowed("bad-switch", "no").shown == ("true", "false")
    assert allowed("unknown-country", "Atlantis").count > 200
    assert allowed("unknown-country", "Slovakia").count == 0
    assert allowed("bad-date", "x").count == 0


def test_an_id_that_is_neither_well_formed_nor_known_is_told_once(data: Path) -> None:
    """As an unknown one, with the id that was meant in its place."""
    pairing = data / "pairings" / "kawabe-donaustadt.yml"
    text = pairing.read_text("utf-8").replace("[kawabe]", "[川辺]")
    pairing.write_text(text.replace("[donaustadt]", "[ドナウシュタット, Wien!]"), "utf-8")
    told = [(found.rule.id, found.replacement) for found in atlas.load(data).problems]
    assert told == [
        ("unknown-place", "kawabe"), ("unknown-place", "donaustadt"), ("unknown-place", None),
    ]  # fmt: skip


def test_a_name_that_lacks_a_language_is_still_a_name(data: Path) -> None:
    """Of a faulty record the guesses know what is there."""
    place = data / "places" / "kawabe.yml"
    text = place.read_text("utf-8")
    (name,) = (line for line in text.splitlines() if line.startswith("name:"))
    place.write_text(text.replace(name, "name: {ja: 川辺市}"), "utf-8")
    pairing = data / "pairings" / "kawabe-donaustadt.yml"
    pairing.write_text(pairing.read_text("utf-8").replace("[kawabe]", "[川辺市]"), "utf-8")
    told = {(found.rule.id, found.replacement) for found in atlas.load(data).problems}
    assert told == {("unknown-place", "kawabe"), ("missing-language", None)}
