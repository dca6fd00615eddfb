"""`atlas new`, at a terminal as a city officer uses it, and without one as a script does."""

import json
import os
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner, Result
from ruamel.yaml import YAML

import atlas
from atlas import routes, source
from atlas.cli import main
from atlas.cli.adding import candidates, naming, variants
from atlas.source import Comments, drafts
from atlas.source.nodes import Plain
from tests.conftest import BASE_URL, NOW, ROOT
from tests.typing_at import Terminal

TODAY = date.today().isoformat()


def _files(data: Path) -> dict[str, str]:
    return {
        file.relative_to(data).as_posix(): file.read_text("utf-8")
        for file in data.rglob("*")
        if file.is_file()
    }


def _new(data: Path, *options: str, typed: str | bytes = "") -> Result:
    """Run `atlas new` in this process, where nobody can be asked."""
    command = ["new", *options, "--data", str(data)]
    result = CliRunner(env={"LC_ALL": "ja_JP.UTF-8"}).invoke(main, command, input=typed)
    assert isinstance(result.exception, SystemExit | None), result.exc_info
    return result


def _record(data: Path, name: str) -> dict[str, Plain]:
    """What our own reader gets out of a file."""
    said, problems = drafts.said(name, (data / name).read_text("utf-8"))
    assert said is not None
    assert problems == []
    return said


PLACE_IN_JAPAN = [
    ("場所 1/9 名前", "小布施町"),
    ("英語", "Obuse"),
    ("場所 2/9 よみ", "オブセマチ"),
    ("ひらがなでない文字があります", "おぶせまち"),
    ("そのままEnterを押すと JP", ""),
    ("場所 5/9 種類", "2"),
    ("属する地域", ""),
    ("座標", "[138.3119, 36.6978]"),
    ("  ✗ ", "36.6978、138.3119"),
    ("そのままEnterを押すと bulletin", ""),
    ("そのままEnterを押すと obuse", "Obuse Town"),
    ("使えません", "kawabe"),
    ("「kawabe」は、", ""),
]

PLACE_ABROAD = [
    ("場所 1/9 名前", "タンペレ市"),
    ("英語", "Tampere"),
    ("よみ", "たんぺれし"),
    ("場所 3/9 国", "フィンランンド"),
    ("「フィンランンド」という国のコードはありません。", "フィンランド"),
    ("→ FI とします。", "fi"),
    ("その言語での名前", "Tampere"),
    ("場所 5/9 種類", "市"),
    ("属する地域", ""),
    ("座標", "61.4981, 23.7608"),
    ("場所 8/9 出典", "1"),
    ("もう一つあれば", ""),
    ("id", ""),
]

THEME = [
    ("テーマ 1/4 名前", "みどりの創出"),
    ("英語", "Urban greenery"),
    ("説明", ""),
    ("そのままEnterを押すと bulletin", ""),
    ("そのままEnterを押すと urban-greenery", ""),
]

PAIRING = [
    ("連携 1/9 出典", "kawadayori"),
    ("見つかりません", "川だより"),
    ("→ 川だより / River bulletin", ""),
    ("連携 2/9 プログラム", ""),
    ("必須の項目「プログラム」がありません。", "1"),
    ("連携 3/9 日本側", "かわべ"),
    ("1  川辺市 / Kawabe  [kawabe]", "1"),
    ("もう一つあれば", "おぶせ"),
    ("「おぶせ」は見つかりません。", "+"),
    *PLACE_IN_JAPAN,
    ("→ 小布施町 / Obuse  [obuse]", ""),
    ("連携 4/9 相手側", "＋"),
    *PLACE_ABROAD,
    ("→ タンペレ市 / Tampere  [tampere]", ""),
    ("連携 5/9 テーマ", "1"),
    ("もう一つあれば", "+"),
    *THEME,
    ("もう一つあれば", ""),
    ("連携 6/9 開始", "平成30年5月"),
    ("→ 2018-05 とします。", ""),
    ("連携 8/9 概要", "川辺市と小布施町は、タンペレ市と連携しています: 「#1」。"),
    ("続き", "二つ目の段落です。"),
    ("続き", ""),
    ("英語", 'Kawabe and Obuse work with Tampere: "#1".'),
    ("続き", ""),
    ("そのままEnterを押すと kawabe-obuse-tampere", ""),
]

EVENTS = [
    ("出来事を加えますか", "はい"),
    ("出来事 日付", "2018-13-01"),
    ("「2018-13-01」という日は暦にありません。", "２０１８年１０月１５日〜１７日"),
    ("→ 2018-10-15/2018-10-17 とします。", "訪問"),
    ("出来事 題名", "川辺市の職員がタンペレ市を訪問"),
    ("英語", "Officials of Kawabe visit Tampere"),
    ("出来事 本文", ""),
    ("出来事 場所", "タンペレ市"),
    ("英語", "Tampere"),
    ("出来事 出典", ""),
    ("そのままEnterを押すと visit-2018-10-15", ""),
    ("もう一つ加えますか", "x"),
    ("y, n のどれかで", "y"),
    ("出来事 日付", "2019-05"),
    ("日付の文言", "2019年5月下旬"),
    ("英語", "late May 2019"),
    ("出来事 種類", "会議"),
    ("出来事 題名", "Web会議"),
    ("英語", "A web meeting"),
    ("出来事 本文", ""),
    ("出来事 場所", ""),
    ("出来事 出典", ""),
    ("出来事 id", "visit-2018-10-15"),
    ("visit-2018-10-15", "May Meeting"),
    ("「May Meeting」はidの形になっていません。", "may-meeting"),
    ("もう一つ加えますか", "y"),
    ("出来事 日付", "2999-04"),
    ("日付の文言", ""),
    ("出来事 種類", "4"),
    ("出来事 予定", "y"),
    ("出来事 題名", "計画の発表"),
    ("英語", "A plan"),
    ("出来事 本文", ""),
    ("出来事 場所", ""),
    ("出来事 出典", ""),
    ("出来事 id", ""),
    ("もう一つ加えますか", "n"),
]


def test_a_whole_dialogue_makes_a_pairing_with_all_that_it_needs(data: Path) -> None:
    """Mistakes are told in the rules' words and asked again; in the end everything is right."""
    before = _files(data)
    terminal = Terminal(data, "pairing")
    terminal.answer([*PAIRING, *EVENTS])
    shown = terminal.wait("書きますか")
    assert _files(data) == before, "nothing is written before it is agreed to"
    assert "places/obuse.yml" in shown
    assert "relationships" not in shown, "comments are not shown"
    terminal.type("r")
    numbers = terminal.wait("答え直すものの番号")
    line = next(line for line in numbers.splitlines() if "obuse · 種類" in line)
    terminal.type(line.split()[0])
    terminal.answer([("場所 もう一度：種類", "市"), ("書きますか", "y")])
    assert terminal.end() == 0, terminal.told
    assert "\x1b[32m" in terminal.raw, "a terminal shows colours"
    assert "http://127.0.0.1:8000/pairings/kawabe-obuse-tampere/" in terminal.told

    after = _files(data)
    assert set(after) - set(before) == {
        "places/obuse.yml", "places/tampere.yml", "themes/urban-greenery.yml",
        "pairings/kawabe-obuse-tampere.yml", "timelines/kawabe-obuse-tampere.yml",
    }  # fmt: skip
    assert {name: after[name] for name in before} == before
    pairing = _record(data, "pairings/kawabe-obuse-tampere.yml")
    assert pairing == {
        "programme": "river-links",
        "japan": ["kawabe", "obuse"],
        "partner": ["tampere"],
        "themes": ["flooding", "urban-greenery"],
        "since": "2018-05",
        "summary": {
            "ja": "川辺市と小布施町は、タンペレ市と連携しています: 「#1」。\n\n二つ目の段落です。\n",
            "en": 'Kawabe and Obuse work with Tampere: "#1".',
        },
        "sources": ["bulletin"],
    }
    assert _record(data, "places/obuse.yml") == {
        "name": {"ja": "小布施町", "en": "Obuse"},
        "reading": "おぶせまち",
        "kind": "city",
        "country": "JP",
        "coordinates": ["36.6978", "138.3119"],
        "sources": ["bulletin"],
    }
    assert _record(data, "places/tampere.yml")["native"] == {"lang": "fi", "text": "Tampere"}
    events = _record(data, "timelines/kawabe-obuse-tampere.yml")["events"]
    assert isinstance(events, list)
    assert events[1] == {
        "id": "may-meeting",
        "date": "2019-05",
        "date_text": {"ja": "2019年5月下旬", "en": "late May 2019"},
        "kind": "conference",
        "title": {"ja": "Web会議", "en": "A web meeting"},
        "added": TODAY,
    }
    assert [e["planned"] for e in events if isinstance(e, dict) and "planned" in e] == ["true"]
    _is_on_the_site(data, "kawabe-obuse-tampere", "小布施町", "計画の発表")


def _is_on_the_site(data: Path, pairing: str, *texts: str) -> None:
    """The data pass `atlas check`, and the page of the pairing says what was typed."""
    loaded = atlas.load(data)
    assert loaded.problems == ()
    formatted = CliRunner().invoke(main, ["format", "--check", "--data", str(data)])
    assert formatted.exit_code == 0, formatted.stderr
    pages = atlas.render(loaded, BASE_URL, NOW).pages
    html = str(pages[routes.page_source(routes.record("pairings", pairing), "ja")].html)
    for text in texts:
        assert text in html.replace("<wbr>", "").replace("\u200b", ""), html


def test_a_dialogue_in_english_makes_a_place_and_its_source(data: Path) -> None:
    """Which kind is asked first, where no kind was named; a source is added behind the others."""
    before = _files(data)["sources.yml"]
    terminal = Terminal(data, LC_ALL="en_GB.UTF-8", NO_COLOR="1")
    terminal.answer([
        ("What do you want to add?", "2"),
        ("Place 1/9: Name", "ウメオ市"),
        ("English", "Umeå"),
        ("Reading", "うめおし"),
        ("Country", "Swedenn"),
        ("There is no country code 'Swedenn'.", "Sweden"),
        ("taken as SE", "sv"),
        ("Name", "Umeå"),
        ("Kind", "town"),
        ("Part of", "donau"),
        ("Donau City", ""),
        ("(optional: press Enter to leave it out)", "63.8258, 20.263"),
        ("Sources", "+"),
        ("Source 1/8: Title", "年報"),
        ("English", "Annual report"),
        ("Publisher", "ウメオ市"),
        ("English", "City of Umeå"),
        ("Language", "Swedish"),
        ("taken as sv", "2020-02-30"),
        ("There is no such date as 2020-02-30.", "2020-02-28"),
        ("Date", ""),
        ("Web address", "www.example.org"),
        ("cannot be read as a web address", "https://www.example.org/report"),
        ("Accessed", "2026/11/1"),
        ("press Enter for annual-report", "editorial"),
        ("editorial", ""),
        ("Another one", ""),
        ("press Enter for umea", ""),
        ("Write them?", "y"),
    ])  # fmt: skip
    assert terminal.end() == 0, terminal.told
    assert "\x1b" not in terminal.raw, "NO_COLOR is respected"
    assert "All data were checked: no problems." in terminal.told
    assert "http://127.0.0.1:8000/en/places/umea/" in terminal.told
    after = _files(data)["sources.yml"]
    assert after.startswith(before.rstrip()), "what was there stays as it was"
    assert _record(data, "sources.yml")["annual-report"] == {
        "title": {"ja": "年報", "en": "Annual report"},
        "publisher": {"ja": "ウメオ市", "en": "City of Umeå"},
        "language": "sv",
        "updated": "2020-02-28",
        "url": "https://www.example.org/report",
        "accessed": "2026-11-01",
    }
    assert _record(data, "places/umea.yml")["sources"] == ["annual-report"]
    assert "  language: sv                       # 必須 required: 言語 / Language\n" in after
    assert after.count("\n") - before.count("\n") < 15  # what else it may say is not listed there
    assert CliRunner().invoke(main, ["format", "--check", "--data", str(data)]).exit_code == 0
    assert atlas.load(data).problems == ()


@pytest.mark.parametrize(("key", "code"), [("c", 130), ("d", 1)])
def test_stopping_at_any_time_leaves_nothing(data: Path, key: str, code: int) -> None:
    """Ctrl-C and Ctrl-D end the dialogue without a word of Python."""
    before = _files(data)
    terminal = Terminal(data, "theme", "--id", "water")
    terminal.answer([("名前", "水"), ("英語", "Water"), ("説明", ""), ("出典", "1"), ("もう", "")])
    terminal.wait("書きますか")
    terminal.press(key)
    assert terminal.end() == code
    assert "やめました。何も書いていません。" in terminal.told
    assert "Traceback" not in terminal.told
    assert _files(data) == before


NEW_PLACE = {
    "name": {"ja": "タンペレ市", "en": "Tampere"},
    "reading": "たんぺれし",
    "kind": "city",
    "country": "FI",
    "coordinates": [61.4981, 23.7608],
    "sources": ["bulletin"],
}


def test_options_do_without_questions(data: Path) -> None:
    """Every key has one; blocks are JSON or YAML; ids and the day of addition are supplied."""
    done = _new(
        data, "pairing", "--lang", "en", "--programme", "river-links", "--japan", "kawabe",
        "--partner", "tampere,donaustadt", "--themes", "flooding", "--sources", "bulletin",
        "--since", "2018", "--new-place", json.dumps(NEW_PLACE),
        "--event", "{date: 2018-10, kind: visit, title: {ja: 訪問, en: A visit}}",
        "--event", "{date: 2018-10, kind: visit, title: {ja: 再訪, en: Another visit}}",
    )  # fmt: skip
    assert done.exit_code == 0, done.stderr
    assert "pairings/kawabe-tampere-donaustadt.yml" in done.stdout
    events = _record(data, "timelines/kawabe-tampere-donaustadt.yml")["events"]
    assert isinstance(events, list)
    assert [(e["id"], e["added"]) for e in events if isinstance(e, dict)] == [
        ("visit-2018-10", TODAY), ("visit-2018-10-2", TODAY),
    ]  # fmt: skip
    _is_on_the_site(data, "kawabe-tampere-donaustadt", "タンペレ市", "再訪")

    text = (data / "pairings" / "kawabe-tampere-donaustadt.yml").read_text("utf-8")
    first, title, *_ = text.splitlines()
    assert first == "# yaml-language-server: $schema=../../.vscode/schema/pairing.json"
    assert title == "# 川辺市 – タンペレ市・ドナウ市 / Kawabe – Tampere, Donau City"
    assert "since: 2018                          # 任意 optional: 開始 / Start\n" in text
    for absent in ("theme_text", "summary", "plain", "relationships", "sections", "retired"):
        assert f"\n# {absent}:   # " in text
    assert "#   Without it, only the names of the themes" not in text
    assert "How the document words the theme. Without it, only the names" in text


def test_a_pairing_that_is_there_already_is_named(data: Path) -> None:
    """As soon as both sides are chosen, whatever its id; other places can then be chosen."""
    before = _files(data)
    there = f"この連携は、もう {data}/pairings/kawabe-donaustadt.yml にあります。"
    given = ("--programme", "river-links", "--themes", "flooding", "--sources", "bulletin")
    done = _new(data, "pairing", *given, "--japan", "kawabe", "--partner", "donaustadt")
    assert done.exit_code == 1
    assert there in done.stderr
    terminal = Terminal(data, "pairing", *given)
    terminal.answer([
        ("日本側", "kawabe"),
        ("もう一つ", ""),
        ("相手側", "donaustadt"),
        ("もう一つ", ""),
        (there, "donaustadt"),
    ])  # fmt: skip
    terminal.wait("もう一つ")
    terminal.press("c")
    assert terminal.end() == 130
    assert _files(data) == before


def test_without_a_terminal_all_that_is_missing_is_named_at_once(data: Path) -> None:
    """It never waits for an answer that nobody can give."""
    before = _files(data)
    done = subprocess.run(
        [sys.executable, "-m", "atlas", "new", "pairing", "--japan", "kawabe", "--data", str(data)],
        env={**os.environ, "PYTHONPATH": str(ROOT / "hooks"), "LC_ALL": "ja_JP.UTF-8"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 2
    assert "足りない項目があります：--programme, --partner, --themes, --sources" in done.stderr
    assert "\x1b" not in done.stderr
    assert _new(data).exit_code == 2
    assert _new(data, "place", "--name", "Kobe").exit_code == 2
    assert _files(data) == before


def test_wrong_records_are_told_all_at_once_and_none_is_written(data: Path) -> None:
    """One document may hold many records; a name that leads out of the folder is no id."""
    before = _files(data)
    written = """
places:
  kawabe: {name: {ja: 川辺市, en: Kawabe}, reading: かわべし, kind: city, country: JP, sources: [bulletin]}
  ../../evil: {name: {ja: 悪, en: Evil}, reading: あく, kind: city, country: XX, sources: [nowhere]}
themes:
  water: {name: {ja: 水}, sources: [nowhere]}
  lines: {name: {ja: 線, en: Lines}, sources: [bulletin]}
pairings:
  wet: {programme: river-links, japan: [kawabe], partner: [water], themes: [water], sources: [bulletin]}
"""
    done = _new(data, "from", "-", typed=written)
    assert done.exit_code == 1
    for rule in ("shared-id", "bad-file-name", "missing-language", "unknown-source"):
        assert f"error[{rule}]" in done.stderr
    assert "何も書いていません" in done.stderr
    assert _files(data) == before
    for strange in ("a: [", "places: {x: y}", "nothing: {x: {}}", "- 1", b"\xff\xfe", "{}"):
        assert _new(data, "from", "-", typed=strange).exit_code in {1, 2}, strange
    assert _files(data) == before


HOSTILE = (
    "no", "~", "null", "12:30", "0712", "1_000", "True", "=", "<<", "---", "- 項目", "-", "? 問",
    ": 値", "鍵: 値", "終わり:", "色 #1", "# 見出し", "&名前", "*星*", "!印", "|縦|", "> 引用", "%率",
    "@所", "`符`", '"引用"', "'一重'", "\"二重\"と'一重'", "\\n と \\", "[一, 二]", "{a: b}", "a, b", "全角：コロン",
    "全角　空白", "😀 絵文字 👩‍👩‍👧", "ゼロ\u200b幅", "タブ\tあり", "一行目\n二行目", "一\n\n二\n\n# 三\n- 四",
    "段落\n  字下げ\n\nkey: value", "行\u2028分け", "x]", "}", "a:b", "<b>", "0", "-1.5", "1e3", "2018-10-15",
    ":x", "::", "-x", "・項目", "a：b", "名前：値", "一、二", "1 2", "［全角］", "あ, ja：い", "2018", "2018-10", "true",
)  # fmt: skip


def test_whatever_is_typed_comes_back_exactly() -> None:
    """By our reader, and by readers of YAML 1.1 and 1.2 that take `no` and 12:30 for something else."""
    for text in HOSTILE:
        content: dict[str, Any] = {
            "text": text,
            "both": {"ja": text, "en": text},
            "list": [text, text],
            "blocks": [{"on": text, "inner": {"ja": text, "en": text}}],
        }
        comments = Comments(("top",), {"both": "# x"}, ("end", "", "key:   # x", "  what it means"))
        composed = source.compose(content, comments=comments)
        assert source.canonical(composed) == composed
        among_others = source.compose(content, comments=comments, under="x")
        assert source.canonical(f"a: b\n\n{among_others}\nz: b\n") == (
            f"a: b\n\n{among_others}\nz: b\n"
        )
        said, problems = drafts.said("x", composed)
        assert problems == [], composed
        assert _ended(said) == _ended(content), composed
        if text not in {"0", "-1.5", "2018", "2018-10", "2018-10-15", "true"}:
            assert _ended(yaml.safe_load(composed)["both"]) == _ended(content["both"])
            assert _ended(YAML(typ="safe", pure=True).load(composed)["list"]) == _ended(
                content["list"]
            )


def _ended(value: Any) -> Any:
    """A value whose texts have lost the line break at their end, as the model takes it off."""
    if isinstance(value, dict):
        return {key: _ended(part) for key, part in value.items()}
    return [_ended(part) for part in value] if isinstance(value, list) else value.rstrip("\n")


def test_hostile_texts_pass_through_the_command(data: Path) -> None:
    """From a document in JSON into files and back, with a file of many records between."""
    texts = {
        "ja": "川: #1 - 「\"二重\"」 & '一重' \\ 全角　😀",
        "en": "River: #1 - \"two\" & 'one' \\ {x}, [y]",
    }
    lines = {"ja": "水\n- 川: x", "en": "Water\n# river"}
    records = {
        "themes": {
            "water": {"name": texts, "sources": ["log"]},
            "lines": {"name": lines, "sources": ["log"]},
        },
        "sources": {
            "log": {"title": texts, "publisher": {"ja": "市\n\n二", "en": "no"}, "language": "ja"}
        },
    }
    done = _new(data, "from", "-", typed=json.dumps(records))
    assert done.exit_code == 0, done.stderr
    assert _record(data, "themes/water.yml")["name"] == texts
    assert _ended(_record(data, "themes/lines.yml")["name"]) == lines
    assert _ended(_record(data, "sources.yml")["log"]) == records["sources"]["log"]


def test_writing_is_all_or_nothing(data: Path) -> None:
    """A file that has come to be meanwhile is not overwritten, and the others are taken back."""
    before = _files(data)
    theme: dict[str, Plain] = {"name": {"ja": "水", "en": "Water"}, "sources": ["log"]}
    log: dict[str, Plain] = {"title": {"ja": "記録", "en": "Log"}}
    composed = drafts.texts(
        data,
        [drafts.Draft("themes", "water", theme), drafts.Draft("themes", "flooding", theme),
         drafts.Draft("sources", "log", log)],
    )  # fmt: skip
    with pytest.raises(FileExistsError):
        drafts.write(data, composed)
    assert _files(data) == before


def test_data_with_problems_are_to_be_mended_first(data: Path) -> None:
    """What is wrong is told, rather than mixed up with what is new."""
    (data / "themes" / "flooding.yml").write_text("name: x\n", "utf-8")
    done = _new(data, "theme", "--name", "{ja: 水, en: Water}", "--sources", "bulletin")
    assert done.exit_code == 1
    assert "先にそれを直してください" in done.stderr


@pytest.mark.parametrize(
    "typed",
    [
        "川辺",
        "かわべ",
        "カワベ",
        "kawabe",
        "KAWABE",
        "Kawabe ",
        "かわべし",
        "ｋａｗａｂｅ",
        "kawabbe",
    ],
)
def test_a_place_is_found_by_any_of_its_names(typed: str) -> None:
    """In any script and width, with or without the whole of it, or nearly."""
    catalog, _ = atlas.checked(source.read(ROOT / "tests" / "base"))
    found = candidates.find(typed, candidates.candidates(catalog, ("places",)))
    assert found[0].id == "kawabe"


def test_a_place_is_found_by_its_own_and_its_other_names() -> None:
    """Accents and kinds of kana make no difference."""
    catalog, _ = atlas.checked(source.read(ROOT / "tests" / "base"))
    places = candidates.candidates(catalog, ("places",))
    for typed in ("Donaustadt", "dunavaros", "ドナウシュタット", "どなうしゅたっと"):
        assert candidates.find(typed, places)[0].id == "donaustadt", typed


def test_ids_are_proposed_from_names() -> None:
    """Letters are taken apart from their marks; what is taken gets a number."""
    assert naming.id_from("Donostia / San Sebastián") == "donostia-san-sebastian"
    assert naming.id_from("Łódź") == "lodz"
    assert naming.id_from("L'Aquila") == "laquila"
    assert naming.id_from("所沢") == ""
    assert naming.free("nagano", {"nagano", "nagano-2"}) == "nagano-3"


def test_an_answer_may_be_meant_in_other_forms() -> None:
    """Full width, upper case, dates as they are said, names of countries and languages."""
    for typed, meant in {
        "ｊｐ": "JP", "スロバキア": "SK", "中国": "CN", "フィンランド語": "fi", "２０１８": "2018",
        "2018年10月15日〜17日": "2018-10-15/2018-10-17", "平成30年度": "平成30年度",
    }.items():  # fmt: skip
        assert meant in list(variants.variants(typed)), typed
