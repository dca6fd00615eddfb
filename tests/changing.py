"""What editors do to data, for tests of what must not change with it."""

import json
import re
from collections.abc import Iterable
from pathlib import Path

import yaml

import atlas
from atlas import views
from atlas.exports.making import Make
from atlas.made import encoded
from tests.conftest import BASE_URL, NOW

PAIRING = "pairings/kawabe-donaustadt.yml"
TIMELINE = "timelines/kawabe-donaustadt.yml"


def setting(data: Path) -> views.Setting:
    """Load data that must be without problems."""
    loaded = atlas.load(data)
    assert loaded.graph is not None, loaded.problems
    return views.setting(loaded.graph, BASE_URL, NOW)


def made(files: Iterable[tuple[str, Make]]) -> dict[str, bytes]:
    """Make files: their content by their path."""
    return {path: encoded(make()) for path, make in files}


def published(data: Path, path: str) -> bytes:
    """Make one file of a site."""
    return encoded(atlas.publish(data, BASE_URL, NOW).files[path])


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


def tell(data: Path, *told: dict[str, object], excuses: tuple[str, ...] = ()) -> None:
    """Write the events of the small data's pairing; JSON is YAML too."""
    excused = [{"rule": rule, "reason": "a test"} for rule in excuses]
    content = {"events": told, **({"excuses": excused} if excused else {})}
    (data / TIMELINE).write_text(json.dumps(content, ensure_ascii=False), "utf-8")


def copy_pairing(data: Path, *names: str) -> None:
    """Add copies of the small data's pairing; all but the first are excused for being copies."""
    text = (data / PAIRING).read_text("utf-8")
    _, *others = sorted(((data / PAIRING).stem, *names))
    for name in (*names, *others):
        excuse = "excuses: [{rule: doubled-pairing, reason: a test}]\n" if name in others else ""
        (data / PAIRING).with_stem(name).write_text(text + excuse, "utf-8")


def event(**other: object) -> dict[str, object]:
    """Make up an event."""
    title = {"ja": "会議", "en": "Meeting"}
    return {"id": "meeting", "date": "2018-10-15", "kind": "visit", "title": title, **other}


HOSTILE = 'A, b; c: "d" \\n \\ ]]> </p> <b>e</b> &amp; & 🎉\n長👩‍👩‍👧‍👦'
"""Text with all that calendars and feeds use as marks of their own; as long as a name may be."""

LONG = HOSTILE + "い一行の文章です。" * 60 + "👩‍👩‍👧‍👦" * 20 + ";" * 200
"""The same and a very long line."""

EXCUSES = ("html-in-text", "japanese-in-english")
"""The rules that such a text breaks."""
