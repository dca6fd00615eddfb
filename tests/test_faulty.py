"""Faulty records: all that is wrong with one is told at once, and none of them brings us down."""

import json
import random
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
import yaml

import atlas
from atlas import report, rules, schema, source
from atlas.problem import Problem
from atlas.text import LANGUAGES
from tests.conftest import BASE, REAL_DATA

PAIRING = """\
programme: river-link
japan: [kawabe, kawabe]
partner: [Donaustadt]
themes: flooding
since: 2013-13
summary: {ja: A river, en: 川}
plain: {ja: 川です。}
relationships:
  - {kind: friendship-city, since: 1979/1970, source: reprot}
sections:
  - title: {ja: 計画, en: The <b>plan</b>}
    items: [{ja: 一つ目, en: First}]
verified_on: 2020-02-01
sources: [bulletin]
"""
TIMELINE = """\
events:
  - id: visit
    date: 2018-15-10
    kind: vist
    title: {ja: A visit, en: 訪問}
  - id: visit
    date: soon
    kind: visit
    planned: maybe
    statement: donau-2014
    text: {ja: 堤防を見ました。, en: They saw the levee.}
    where: {ja: ドナウ市, en: ドナウ (Donau)}
    added: 2020-05-05
    revised: [{on: 2020-05-04, note: {ja: 直しました。, en: Mended.}}]
"""


@pytest.mark.parametrize(
    ("kind", "text", "found"),
    [
        ("pairings", PAIRING, [
            (1, "unknown-programme"), (2, "same-place-twice"), (3, "unknown-place"),
            (4, "wrong-shape"), (5, "impossible-date"), (6, "swapped-languages"),
            (7, "missing-language"), (9, "reversed-date"), (9, "unknown-source"),
            (11, "html-in-text"),
        ]),
        ("timelines", TIMELINE, [
            (3, "impossible-date"), (4, "unknown-event-kind"), (5, "swapped-languages"),
            (6, "doubled-id"), (6, "missing-key"), (7, "bad-date"), (9, "bad-switch"),
            (11, "told-twice"), (12, "japanese-in-english"), (14, "revised-too-early"),
        ]),
    ],
)  # fmt: skip
def test_ten_mistakes_in_one_file_are_ten_problems(
    kind: str, text: str, found: list[tuple[int, str]], data: Path
) -> None:
    """Those of one value, of one record and of several records together, and no other."""
    (data / kind / "kawabe-donaustadt.yml").write_text(text, "utf-8")
    problems = atlas.load(data).problems
    assert {problem.path for problem in problems} == {f"data/{kind}/kawabe-donaustadt.yml"}
    assert sorted((problem.place.line, problem.rule.id) for problem in problems) == found


def test_what_has_an_honest_exception_can_be_excused(data: Path) -> None:
    """A record of each kind, with its excuses; the same without them has just these problems."""
    place = data / "places" / "donaustadt.yml"
    rules = ["far-from-country", "html-in-text", "japanese-in-english", "missing-glyph",
             "missing-japanese", "swapped-languages", "within-elsewhere"]  # fmt: skip
    text = (
        place.read_text("utf-8")
        .replace("coordinates: [48.2, 16.4]", "coordinates: [8.2, 16.4]\nwithin: kawa-prefecture")
        .replace("{ja: ドナウ市, en: Donau City}", "{ja: 苏, en: Donau （City）}")
        .replace("{ja: 面積, en: Area}", "{ja: Area, en: 面積}")
        .replace("100平方キロメートル", "as large as all of the others")
        .replace("en: 100 square", "en: <b>100</b> square")
    )
    place.write_text(text, "utf-8")
    assert sorted(problem.rule.id for problem in atlas.load(data).problems) == rules
    excuses = "".join(f"\n  - {{rule: {rule}, reason: a test}}" for rule in rules)
    place.write_text(f"{text}excuses:{excuses}\n", "utf-8")
    assert atlas.load(data).problems == ()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ({"ja": "IUC", "en": "IUC"}, False),
        ({"ja": "Urban and Regional Cooperation Programme", "en": "x"}, False),
        ({"ja": "PM2.5", "en": "3 < 4, a<b2, <this>, <b-2> and <"}, False),
        ({"ja": "川<", "en": "A < B"}, False),
        ({"ja": "川", "en": "Text </P> text"}, True),
        ({"ja": "川", "en": "A <a href=x>river</a>"}, True),
        ({"ja": "川", "en": "A river。"}, False),
        ({"ja": "川", "en": "Ａ river"}, True),
    ],
)
def test_mere_names_and_other_signs_are_text(text: dict[str, str], found: bool, data: Path) -> None:
    """No false alarm for what needs no translation, and for what is no tag."""
    theme = data / "themes" / "flooding.yml"
    theme.write_text(json.dumps({"name": text, "sources": ["bulletin"]}), "utf-8")
    assert bool(atlas.load(data).problems) == found


@pytest.mark.parametrize(
    ("file", "old", "new", "rule"),
    [
        ("places/kawabe.yml", "coordinates: [35.5, 139.5]", "cordinates: [35.5, 139.5]", "unknown-key"),
        ("places/kawabe.yml", "coordinates: [35.5, 139.5]", "coordinates: [x, 139.5]", "wrong-shape"),
        ("themes/flooding.yml", "sources: [bulletin]", "sorces: [bulletin]", "unknown-key"),
        ("sources.yml", "bulletin:", "bulletn:", "unknown-source"),
        ("sources.yml", "editorial:", "editor:", "missing-editorial-source"),
        ("timelines/river-links.yml", "id: summer-visit", "id: [summer-visit]", "wrong-shape"),
    ],
)  # fmt: skip
def test_a_mistake_has_no_others_in_its_train(
    file: str, old: str, new: str, rule: str, data: Path
) -> None:
    """What is misspelt is not missing too, and what it would have named is not unused."""
    text = (data / file).read_text("utf-8")
    assert old in text
    (data / file).write_text(text.replace(old, new), "utf-8")
    assert {problem.rule.id for problem in atlas.load(data).problems} - {"unknown-source"} <= {rule}


def _judged(read: source.Source) -> list[Problem]:
    catalog, problems = schema.read(read)
    return [*read.problems, *problems, *rules.apply(catalog, read)]


def _paths(content: object, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Every value of a block by its path, at any depth."""
    inner: list[tuple[Any, object]] = []
    if isinstance(content, dict):
        inner = list(content.items())
    elif isinstance(content, list):
        inner = list(enumerate(content))
    return [found for key, value in inner
            for found in ((*path, key), *_paths(value, (*path, key)))]  # fmt: skip


WRONG: tuple[Any, ...] = ("", "x", "Ab c", "2018-15-10", "<p>", ["x"], [[]], [""], {}, {"ja": "x"},
                          {"x": {"id": []}}, [{}], ["1", "200"], ["139.5", "35.5"], "kobe", "JP")  # fmt: skip


@pytest.mark.parametrize("folder", [BASE, REAL_DATA], ids=["small", "real"])
def test_no_mistake_brings_the_check_down(folder: Path, tmp_path: Path) -> None:
    """Whatever key is missing and whatever value is wrong, there are problems and no traceback."""
    rng = random.Random(folder.name)
    files = {f: yaml.load(f.read_text("utf-8"), yaml.CBaseLoader) for f in folder.rglob("*.yml")}
    for _ in range(2 if folder is REAL_DATA else 25):
        for file, content in files.items():
            spoilt = deepcopy(content)
            for _ in range(rng.randrange(4)):
                *path, last = rng.choice(_paths(spoilt) or [("x",)])
                block = spoilt
                for step in path:
                    block = block[step]
                if rng.random() < 0.4 and last != "x":
                    block.pop(last)
                else:
                    block[last] = rng.choice(WRONG)
            target = tmp_path / "data" / file.relative_to(folder)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(
                json.dumps(spoilt, ensure_ascii=False, indent=1), "utf-8"
            )  # is YAML too
        found = _judged(source.read(tmp_path / "data"))
        assert len(found) > 1
        assert all(report.text(found, language) for language in LANGUAGES)
