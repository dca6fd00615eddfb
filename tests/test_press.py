"""The quick ways give what the plain ways give, byte for byte."""

import filecmp
import random
import re
from collections.abc import Callable
from pathlib import Path
from unittest.mock import Mock

import pytest

from atlas import parallel, routes
from atlas.press import Framed
from atlas.site import Site
from tests.conftest import run
from tests.test_main import Server, serving

MOMENT = {"SOURCE_DATE_EPOCH": "1780000000"}


def _build(project: Path, name: str, **environment: str) -> Path:
    folder = project / name
    result = run(
        "mkdocs", "build", "--strict", "--site-dir", str(folder), cwd=project,
        PYTHONPATH=str(project / "hooks"), **MOMENT, **environment,
    )  # fmt: skip
    assert result.returncode == 0, result.stderr
    return folder


def _differing(one: Path, other: Path) -> list[str]:
    """Name the files that are not the same in two folders."""
    files = {each.relative_to(folder).as_posix()
             for folder in (one, other) for each in folder.rglob("*") if each.is_file()}  # fmt: skip
    _, differing, missing = filecmp.cmpfiles(one, other, sorted(files), shallow=False)
    return [*differing, *missing]


@pytest.mark.xdist_group("build")
@pytest.mark.parametrize("repository", ["", "https://github.com/example/atlas"])
def test_the_quick_way_gives_the_same_bytes_as_the_plain_one(
    project: Path, repository: str
) -> None:
    """Frames and several processes, or MkDocs laying out page after page, with all kinds of page."""
    (project / "docs" / "about.en.md").write_text(
        "# About\n\n[One](places/kawabe/index.md) and [another](pairings/kawabe-donaustadt/index.md).\n"
    )
    quick = _build(project, "quick", REPO_URL=repository)
    plain = _build(project, "plain", REPO_URL=repository, ATLAS_PLAIN="1")
    assert _differing(quick, plain) == []
    assert (quick / "en" / "places" / "kawabe" / "index.html").is_file()
    about = (quick / "en" / "about" / "index.html").read_text("utf-8")
    assert '<a href="../places/kawabe/">One</a>' in about
    assert '<a href="../pairings/kawabe-donaustadt/">another</a>' in about
    assert not [file for file in quick.rglob("*") if "zz-atlas" in file.name]


Edit = Callable[[Path, int], None]
_RELOADER = re.compile(rb"<script>\s*var livereload.*?</script>", re.DOTALL)


def _replaced(file: str, old: str, new: str) -> Edit:
    """An edit that replaces a text in a file, by one that has the number of the round in it."""

    def edit(data: Path, turn: int) -> None:
        path = data / file
        path.write_text(re.sub(old, new.format(turn), path.read_text("utf-8"), count=1), "utf-8")

    return edit


def _new_pairing(data: Path, turn: int) -> None:
    """A place and a pairing that were not there."""
    (data / "places" / f"oka{turn}.yml").write_text(
        f"name: {{ja: 丘{turn}市, en: Oka {turn}}}\nreading: おかし\nkind: city\ncountry: JP\n"
        "coordinates: [36.5, 139.5]\nsources: [bulletin]\n", "utf-8"
    )  # fmt: skip
    (data / "pairings" / f"oka{turn}-donaustadt.yml").write_text(
        f"programme: river-links\njapan: [oka{turn}]\npartner: [donaustadt]\n"
        "themes: [flooding]\nsince: 2019-05\nsources: [bulletin]\n", "utf-8"
    )  # fmt: skip


def _no_new_pairings(data: Path, _: int) -> None:
    """All pairings that this test added go again."""
    for file in [*data.glob("*/oka*.yml")]:
        file.unlink()


def _no_timeline(data: Path, _: int) -> None:
    (data / "timelines" / "kawabe-donaustadt.yml").unlink(missing_ok=True)


EDITS: dict[str, Edit] = {
    "a date": _replaced("pairings/kawabe-donaustadt.yml", r"since: .*", "since: 20{:02}-03"),
    "a place": _replaced("places/donaustadt.yml", r"en: Donau.*?}}", "en: Donau City {}}}"),
    "a theme": _replaced("themes/flooding.yml", r"en: Flooding[^}]*", "en: Flooding {}"),
    "a word": _replaced("vocabulary.yml", r"(?m)^(  glossary: .*en: ).*}", r"\1Glossary {}}}"),
    "the site": _replaced("site.yml", r"en: River Links[^}]*", "en: River Links {}"),
    "a pairing more": _new_pairing,
    "pairings fewer": _no_new_pairings,
    "events fewer": _no_timeline,
}


@pytest.mark.xdist_group("build")
def test_what_is_served_after_any_edits_is_what_a_clean_build_makes(project: Path) -> None:
    """Page by page and file by file, after each of a random series of edits and mistakes."""
    data, place = project / "data", project / "data" / "places" / "kawabe.yml"
    good = place.read_text("utf-8")
    chance = random.Random(6)
    order = [*EDITS, *chance.choices(list(EDITS), k=4)]
    chance.shuffle(order)
    known: set[str] = set()
    with serving(project, **MOMENT) as server:
        address = f"http://127.0.0.1:{server.port}/"
        for turn, names in enumerate(zip(order[::2], order[1::2], strict=True)):
            for name in names:
                EDITS[name](data, turn)
            if chance.random() < 0.5:  # a mistake on the way
                place.write_text(good.replace("kind: city", f"kind: city{turn}"), "utf-8")
                server.until("places/", f"city{turn}")
            place.write_text(good.replace("川辺市", f"川辺{turn}市"), "utf-8")
            server.until("places/kawabe/", f"川辺{turn}市")
            clean = _build(project, "clean", SITE_URL=address)
            paths = {file.relative_to(clean).as_posix()
                     for file in clean.rglob("*") if file.is_file()}  # fmt: skip
            known |= paths
            differing = [path for path in sorted(known) if not path.endswith(".css")
                         and _served(server, path) != _read(clean / path)]  # fmt: skip
            assert differing == [], f"after {names}"


def _served(server: Server, path: str) -> bytes | None:
    """What the server answers, without what MkDocs adds to have the browser reload."""
    body = server.fetch(path)
    return _RELOADER.sub(b"", body) if body else body


def _read(file: Path) -> bytes | None:
    return file.read_bytes() if file.is_file() else None


def test_another_process_begins_with_what_has_little_in_common_with_the_rest(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What it remembers of that nobody will need; after that it goes on with the rest."""
    ahead = Mock()
    monkeypatch.setattr(parallel, "Ahead", ahead)
    monkeypatch.setattr(parallel, "processors", lambda: 2)
    files = dict.fromkeys(("events", "card", "land", "calendar", routes.DATASET), "")
    site = Site({}, {}, files, {}, alone=frozenset(("card", "land")))
    Framed(site, tmp_path).begin(tmp_path / "site")
    write, jobs = ahead.call_args.args
    assert jobs == ["card", "land", "events", "calendar"]
    write("card")
    assert (tmp_path / "site" / "card").is_file()
