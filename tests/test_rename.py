"""`atlas rename`: a record gets a new id, everything follows, and nothing else changes."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import atlas
from atlas import source
from atlas.cli import main
from atlas.source import Appended, Edits
from tests.changing import contents
from tests.conftest import REAL_DATA, add_line, run


@pytest.fixture
def real(tmp_path: Path) -> Path:
    """A copy of the real data."""
    return Path(shutil.copytree(REAL_DATA, tmp_path / "data"))


def _rename(data: Path, old: str, new: str, *options: str) -> Result:
    return CliRunner().invoke(main, ["rename", old, new, "--data", str(data), *options])


def _lines(before: dict[str, bytes], after: dict[str, bytes]) -> Iterator[tuple[str, str]]:
    """Pair the lines of two folders, files in their order; those of one file alone are left out."""
    for name in before.keys() & after.keys():
        old, new = (
            [line for line in texts[name].decode("utf-8").split("\n") if "formerly:" not in line]
            for texts in (before, after)
        )
        assert len(old) == len(new), name
        yield from zip(map(_closed_up, old), map(_closed_up, new), strict=True)


def _closed_up(line: str) -> str:
    """Leave out how far a comment stands behind: it keeps its column, not its distance."""
    return re.sub(r" +#", " #", line)


KINDS = {
    "programmes/iuc": "urban-cooperation",
    "themes/air-quality": "clean-air",
    "places/bratislava": "pressburg",
    "pairings/tokorozawa-bratislava": "tokorozawa-pressburg",
    "sources/iges-2014": "iges-report",
    "organisations/iges": "strategies-institute",
    "glossary/sdgs": "development-goals",
}


def test_a_record_of_every_kind_gets_a_new_id(real: Path) -> None:
    """The data stay without problems, old pages lead on, and no other line changes."""
    graph = atlas.load(real).graph
    assert graph is not None
    uids = {happening.uid for happening in graph.happenings}
    for record, new in KINDS.items():
        kind, old = record.split("/")
        before = contents(real)
        result = _rename(real, old, new)
        assert result.exit_code == 0, result.stderr
        loaded = atlas.load(real)
        assert loaded.graph is not None, loaded.problems
        assert old not in loaded.graph.by_id
        assert loaded.graph.by_id[new].formerly == (old,)
        assert {happening.uid for happening in loaded.graph.happenings} == uids
        after = contents(real)
        moved = {name.replace(f"/{old}.yml", f"/{new}.yml"): text for name, text in before.items()}
        assert moved.keys() == after.keys()
        named = re.compile(rf"(?<![\w-]){old}(?![\w-])")
        changed = [(a, b) for a, b in _lines(moved, after) if a != b]
        assert all(named.sub(new, a) == b for a, b in changed), changed
        told = sum(map(int, re.findall(r"（(\d+)か所）", result.stdout)))
        told += kind in ("sources", "organisations", "glossary")  # the heading in their own file
        assert sum(len(named.findall(a)) for a, _ in changed) == told, record
        assert f"「{old}」から「{new}」" in result.stdout
        assert "前のアドレスも引き続き使えます" in result.stdout
    layout = CliRunner().invoke(main, ["format", "--check", "--data", str(real)])
    assert layout.exit_code == 0, layout.stderr


def test_the_command_says_what_it_did(real: Path) -> None:
    """Files, references, texts that mention the old id, and what comes next."""
    result = run(
        "atlas", "rename", "tokorozawa-bratislava", "tokorozawa-pressburg",
        "--data", str(real), "--lang", "en",
    )  # fmt: skip
    assert (result.returncode, result.stderr) == (0, "")
    lines = result.stdout.replace(f"{real}/", "").splitlines()
    assert lines[:5] == [
        "The id 'tokorozawa-bratislava' is now 'tokorozawa-pressburg'.",
        "  File: pairings/tokorozawa-bratislava.yml → pairings/tokorozawa-pressburg.yml",
        "  File: timelines/tokorozawa-bratislava.yml → timelines/tokorozawa-pressburg.yml",
        "  Former id: 'tokorozawa-bratislava' in formerly of pairings/tokorozawa-pressburg.yml",
        "  References: timelines/iuc.yml (3)",
    ]
    assert lines[5].startswith("'tokorozawa-bratislava' was left as it is in texts and comments")
    assert lines[6].startswith("  data/api.yml:23: with urlopen(")
    assert lines[-1] == "Old addresses go on working. Next: make check and make serve."


REFUSED = {
    ("kawabbe", "x"): "もしかして: kawabe",
    ("川辺市", "x"): "もしかして: kawabe",
    ("ドナウシュタット", "x"): "もしかして: donaustadt",
    ("zzzzzzzz", "x"): "data/ のファイルの名前",
    ("an-old-city", "x"): "いまのidは kawabe です",
    ("summer-visit", "x"): "「summer-visit」というidの記録はありません",
    ("kawabe", "Kawabe"): "idの形になっていません",
    ("kawabe", "川辺"): "idの形になっていません",
    ("kawabe", "../kawabe"): "idの形になっていません",
    ("kawabe", "kawabe"): "いまのidも「kawabe」です",
    ("kawabe", "donaustadt"): "places/donaustadt が使っています",
    ("kawabe", "report"): "sources/report が使っています",
    ("donaustadt", "an-old-city"): "places/kawabe の以前のidで",
    ("kawabe-donaustadt", "all"): "error[reserved-id]",
    ("editorial", "additions"): "error[missing-editorial-source]",
}


def test_what_cannot_be_is_refused_and_not_a_byte_changes(data: Path) -> None:
    """With a reason in the language asked for; what would break a rule is tried in a copy."""
    add_line(data, "places/kawabe", "formerly: [an-old-city]")
    before = contents(data)
    for (old, new), reason in REFUSED.items():
        result = _rename(data, old, new)
        assert result.exit_code in (1, 2), (old, new)
        assert reason in result.stderr, (old, new, result.stderr)
        assert "何も変えていません" in result.stderr
        assert result.stdout == ""
        assert contents(data) == before, (old, new)
    result = _rename(data, "kawabbe", "x", "--lang", "en")
    assert "There is no record 'kawabbe'. Did you mean: kawabe" in result.stderr


def test_data_with_problems_are_mended_first(data: Path) -> None:
    """A reference that cannot be read could not follow."""
    (data / "places" / "kawabe.yml").write_text("name: {ja: 川辺\n", "utf-8")
    before = contents(data)
    result = _rename(data, "donaustadt", "donau")
    assert result.exit_code == 1
    assert "error[unbalanced-bracket]" in result.stderr
    assert "先に、データの問題を直してください" in result.stderr
    assert contents(data) == before


def test_what_cannot_be_written_leaves_all_as_it_was(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Even if the disk fails half-way through."""
    before = contents(data)
    replace = Path.replace

    def fails(path: Path, target: Path) -> Path:
        if Path(target) == data / "pairings" / "kawabe-donaustadt.yml":
            raise OSError(28, "No space left on device")
        return replace(path, target)

    monkeypatch.setattr(Path, "replace", fails)
    result = _rename(data, "donaustadt", "donau", "--lang", "en")
    assert result.exit_code == 1
    assert "The files cannot be written (No space left on device)" in result.stderr
    assert contents(data) == before


def test_several_new_ids_stand_in_their_order_and_an_old_one_can_come_back(data: Path) -> None:
    """The id that comes back is no former one any longer; calendars are spoken of if they mind."""
    pairing = data / "pairings"

    def formerly(name: str) -> str:
        return (pairing / f"{name}.yml").read_text("utf-8").rpartition("formerly: ")[2]

    for old, new in (("kawabe-donaustadt", "two"), ("two", "three")):
        result = _rename(data, old, new)
        assert "カレンダー" not in result.stdout
    assert formerly("three") == "[kawabe-donaustadt, two]\nverified_on: 2020-02-01\n"
    assert "カレンダー" not in _rename(data, "three", "two").stdout
    assert formerly("two").startswith("[kawabe-donaustadt, three]\n")
    assert "カレンダー" in _rename(data, "two", "kawabe-donaustadt").stdout
    assert formerly("kawabe-donaustadt").startswith("[three, two]\n")
    assert {file.stem for file in (data / "timelines").iterdir()} == {
        "kawabe-donaustadt", "river-links"
    }  # fmt: skip
    assert atlas.load(data).problems == ()


def test_a_timeline_with_old_ids_of_its_own_follows_its_owner(data: Path) -> None:
    """Both then name the same."""
    add_line(data, "pairings/kawabe-donaustadt", "formerly: [one]")
    add_line(data, "timelines/kawabe-donaustadt", "formerly: [one]")
    assert _rename(data, "kawabe-donaustadt", "one").exit_code == 0
    for kind in ("pairings", "timelines"):
        text = (data / kind / "one.yml").read_text("utf-8")
        assert text.startswith("formerly: [kawabe-donaustadt]\n")


FORMERLY = {
    "a: x\nb: |\n  text\n\n# c\nverified_on: y\n": "a: x\nb: |\n  text\nformerly: [old]\n\n# c\nverified_on: y\n",
    "a: x   # c": "a: x   # c\nformerly: [old]",
    "a: x\r\nb: y\r\n": "a: x\r\nb: y\r\nformerly: [old]\r\n",
    "{a: x, verified_on: y}": "{a: x, formerly: [old], verified_on: y}",
    "formerly: []\na: x\n": "formerly: [old]\na: x\n",
    "formerly: [a,  # c\n  b]\n": "formerly: [a,  # c\n  b, c, old]\n",
    "formerly:\n- 'a'\n- b   # c\nx: y\n": "formerly:\n- 'a'\n- b   # c\n- c\n- old\nx: y\n",
}
"""Texts, and what becomes of them; the list gets what it has, and `old` behind it."""


def test_an_old_id_is_added_however_the_record_is_written() -> None:
    """Brackets, dashes, comments, line breaks of Windows: all stay."""
    for before, after in FORMERLY.items():
        words = ["a", "b", "c", "old"] if "formerly: [a" in before or "\n- b" in before else ["old"]
        appended = Appended((), "formerly", words, ("verified_on", "excuses"))
        assert source.edited(before, Edits(lists=[appended])) == after


def test_values_and_keys_change_within_their_quotation_marks() -> None:
    """And what looks the same elsewhere stays."""
    text = "# kobe\n'kobe': {a: [kobe, \"kobe\"], b: 'kobe'}   # kobe\nc:\n  d: |\n    kobe\n  kobe: kobe\n"
    edits = Edits(
        {("kobe", "a", 1): "x", ("kobe", "b"): "y", ("c", "d"): "z"},
        {("kobe",): "w"},
    )
    assert source.edited(text, edits) == (
        "# kobe\n'w': {a: [kobe, \"x\"], b: 'y'}   # kobe\nc:\n  d: |\n    z\n  kobe: kobe\n"
    )


@pytest.mark.parametrize(
    ("text", "edits"),
    [
        ('a: "\\x6bobe"\n', Edits({("a",): "x"})),  # written in a way that cannot be replaced
        ("a: x\n", Edits({("b",): "y"})),
        ("a: x\n", Edits({("a",): "y: z"})),
        ("a: [\n", Edits()),
        ("a: |+\n  x\n\n\n", Edits(lists=[Appended((), "b", ["y"])])),
        ("a: x\nb: y\n", Edits(lists=[Appended((), "b", ["z"])])),
    ],
)
def test_an_edit_that_would_do_anything_else_is_refused(text: str, edits: Edits) -> None:
    """What comes out is read again, and must be just what was asked for."""
    with pytest.raises(source.UnsafeError):
        source.edited(text, edits)
