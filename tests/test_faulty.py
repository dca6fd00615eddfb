"""Faulty records: all that is wrong with one is told at once, and none of them brings us down."""

import json
import random
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
import yaml

from atlas import report, rules, schema, source
from atlas.problem import Problem
from atlas.text import LANGUAGES
from tests.conftest import BASE, REAL_DATA


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
