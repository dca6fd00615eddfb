"""What editors do to data, for tests of what must not change with it."""

import json
import re
from pathlib import Path

import yaml

import atlas
from atlas import views
from tests.conftest import BASE_URL, NOW

TIMELINE = "timelines/kawabe-donaustadt.yml"


def setting(data: Path) -> views.Setting:
    """Load data that must be without problems."""
    loaded = atlas.load(data)
    assert loaded.graph is not None, loaded.problems
    return views.setting(loaded.graph, BASE_URL, NOW)


def replace(data: Path, name: str, old: str, new: str) -> None:
    """Change a text of a file, which must be there."""
    file = data / name
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), "utf-8")


def rename(data: Path, old: str, new: str) -> None:
    """Give a pairing or programme another id, as CONTRIBUTING.md says: all files follow."""
    for file in data.rglob("*.yml"):
        text = file.read_text("utf-8")
        file.write_text(re.sub(rf"\b{old}\b(?!-)", new, text), "utf-8")
        if file.stem == old:
            record = file.rename(file.with_stem(new))
            if record.parent.name != "timelines":
                record.write_text(f"formerly: [{old}]\n{record.read_text('utf-8')}", "utf-8")


def contents(folder: Path) -> dict[str, bytes]:
    """Read all files of a folder, by their path in it."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def events(data: Path) -> list[dict[str, object]]:
    """Read the events of the small data's pairing, every value as it is written."""
    read = yaml.load((data / TIMELINE).read_text("utf-8"), Loader=yaml.BaseLoader)["events"]
    assert isinstance(read, list)
    return read


def tell(data: Path, *told: dict[str, object]) -> None:
    """Write the events of the small data's pairing; JSON is YAML too."""
    (data / TIMELINE).write_text(json.dumps({"events": told}, ensure_ascii=False), "utf-8")


def event(**other: object) -> dict[str, object]:
    """Make up an event."""
    title = {"ja": "会議", "en": "Meeting"}
    return {"id": "meeting", "date": "2018-10-15", "kind": "visit", "title": title, **other}


HOSTILE = (
    'A, b; c: "d" \\n \\ ]]> </p> <b>e</b> &amp; & 🎉\n' + "長い一行の文章です。" * 60 + "👩‍👩‍👧‍👦" * 20 + ";" * 200
)  # fmt: skip
"""Text with all that calendars and feeds use as marks of their own."""
