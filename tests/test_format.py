"""`atlas format`: one layout for all data, with not a character of a value or a comment lost.

Each pair of files in format/ shows what becomes of a file; its name begins with the kind of file.
"""

import shutil
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner, Result
from ruamel.yaml import YAML

from atlas import schema, source
from atlas.cli import main
from atlas.source import commented
from tests.changing import contents
from tests.conftest import BASE, REAL_DATA, ROOT, Golden, run
from tests.scribble import HOSTILE, Scribbler, read

CASES = sorted(path.name.removesuffix(".before.yml")
               for path in (ROOT / "tests" / "format").glob("*.before.yml"))  # fmt: skip


DUMPER = getattr(yaml, "CSafeDumper", yaml.SafeDumper)


def _files(data: Path) -> Iterator[tuple[Path, source.Order]]:
    for document in source.read(data).documents:
        yield source.file_of(data, document.kind, document.id), schema.order_of(document.kind)


@pytest.mark.parametrize("case", CASES)
def test_a_file_is_laid_out_exactly_so(case: str, golden: Golden) -> None:
    """And once it is, it stays as it is."""
    folder = ROOT / "tests" / "format"
    before = (folder / f"{case}.before.yml").read_text("utf-8")
    order = schema.order_of(case.partition("-")[0])
    after = source.canonical(before, order)
    golden(folder / f"{case}.after.yml", after)
    assert read(after) == read(before)
    assert source.canonical(after, order) == after
    assert source.canonical(before.replace("\n", "\r\n"), order) == after


def _comments(text: str) -> Counter[str]:
    """Find comments by ruamel.yaml's own scanner, which keeps them with its tokens."""
    found: list[str] = []

    def look(at: Any) -> None:
        if isinstance(at, list | tuple):
            for part in at:
                look(part)
        elif at is not None:
            lines = str(getattr(at, "value", at)).split("\n")
            found.extend(line.strip() for line in lines if line.strip().startswith("#"))

    for token in YAML().scan(text):
        look(getattr(token, "_comment", None))
    return Counter(found)


@pytest.mark.parametrize("data", [REAL_DATA, BASE], ids=["real", "small"])
def test_every_file_is_laid_out_already(data: Path) -> None:
    """So that a change made by hand shows as that change alone."""
    for file, order in _files(data):
        text = file.read_text("utf-8")
        assert source.canonical(text, order) == text, file


def test_nothing_is_lost_of_the_real_data_however_it_is_written() -> None:
    """Two other readers of YAML, PyYAML and ruamel.yaml, find the same values and comments."""
    number = 0
    for file, order in _files(REAL_DATA):
        text = file.read_text("utf-8")
        content, comments = read(text), _comments(text)
        number += sum(comments.values())
        assert Counter(commented.comments(text)) == comments, file
        assert source.canonical(_loosened(text), order) == text, file
        shaken = yaml.dump(content, Dumper=DUMPER, allow_unicode=True, width=60, indent=3)
        after = source.canonical(shaken, order)
        assert read(after) == content, file
        if order.keys:
            assert list(read(after)) == list(content), file
    assert number > 100


def _loosened(text: str) -> str:
    """Add blanks that say nothing: at the ends of the lines, and below every comment of the file."""
    return "\n\n" + text.replace("{ja: ", "{ ja:   ").replace("   #", "     #") + "\n\n"


def test_hostile_texts_and_comments_anywhere_survive() -> None:
    """Made-up files in every style: the values are the same, and each comment is where it belongs.

    A comment that cannot stand behind its entry any longer stands above it, or above the block
    that it is in.
    """
    for seed in range(80):
        scribbler = Scribbler(seed)
        content, text = scribbler.file()
        assert read(text) == content
        after = source.canonical(text)
        assert read(after) == content, seed
        assert source.canonical(after) == after, seed
        places = dict(_places(commented.read(after), ()))
        assert len(places) == len(scribbler.comments), seed
        for comment, where, path in scribbler.told:
            found, at = places[comment]
            assert (found, at) == (where, path) or (found == "above" and path[: len(at)] == at), (
                f"{seed}: {comment} is {found} {at}"
            )


def _places(
    block: commented.Block, path: tuple[str | int, ...]
) -> Iterator[tuple[str, tuple[str, tuple[str | int, ...]]]]:
    for number, entry in enumerate(block.entries):
        here = (*path, entry.key.text if entry.key else number)
        yield from ((comment, ("above", here)) for comment in entry.above if comment)
        yield from ((comment, ("behind", here)) for comment in entry.behind)
        if isinstance(entry.value, commented.Block):
            yield from _places(entry.value, here)
    yield from ((comment, ("below", path)) for comment in block.below if comment)


def test_plain_content_is_written_in_the_same_layout() -> None:
    """With comments on top and behind keys, for files that are made anew."""
    content: dict[str, Any] = {str(number): value for number, value in enumerate(HOSTILE)}
    content["name"] = {"ja": "あ" * 50, "en": "a: b"}
    content |= {"sources": ["x", "y"], "text": "a\n\nb\n"}
    text = source.compose(
        content,
        comments=source.Comments(("見出し",), {"name": "名前", "sources": "出典"}, ("終わり",)),
    )
    ended = {
        key: f"{text}\n" if "\n" in text and not text.endswith("\n") else text
        for key, text in content.items()
    }
    assert read(text) == ended
    assert source.canonical(text) == text
    end = text[text.index("name:") :]
    assert end.splitlines()[2:] == [
        '  en: "a: b"',
        "sources: [x, y]                      # 出典",
        "text: |",
        "  a",
        "",
        "  b",
        "",
        "# 終わり",
    ]


@pytest.mark.parametrize("text", ["a: &name b", "a: b\na: c", "a: *b", "", "a: !b c", "- a"])
def test_what_cannot_be_laid_out_safely_is_refused(text: str) -> None:
    """Names of values would be lost, and what has a fault is not understood."""
    with pytest.raises(source.UnsafeError):
        source.canonical(text)


def _format(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, ["format", *map(str, arguments)])


def test_what_was_laid_out_is_said_and_then_nothing_is_left_to_do(data: Path) -> None:
    """Only the files that change are written, and --check writes none."""
    wrong, right = data / "places" / "kawabe.yml", data / "site.yml"
    text = wrong.read_text("utf-8")
    wrong.write_text(text.replace("country: JP", "country:   'JP'  # 国"), "utf-8")
    before = contents(data)
    checked = run("atlas", "format", "--check", "--data", str(data))
    assert checked.returncode == 1
    assert contents(data) == before
    assert "data/places/kawabe.yml\n" in checked.stderr
    assert "-country:   'JP'  # 国\n" in checked.stderr
    assert "+country: JP                          # 国\n" in checked.stderr
    assert "1ファイルの書き方が整っていません" in checked.stderr
    assert "\x1b" not in checked.stderr
    formatted = _format("--lang", "en", "--data", data)
    assert (formatted.exit_code, formatted.stderr) == (0, "")
    assert formatted.stdout.startswith("data/places/kawabe.yml\nLaid out 1 file(s)")
    assert "country: JP                          # 国\n" in wrong.read_text("utf-8")
    assert right.read_bytes() == before["site.yml"]
    again = _format("--check", "--data", data)
    assert again.exit_code == 0
    assert "14ファイルとも、書き方は整っています" in again.stdout


def test_a_file_with_a_fault_is_left_alone_and_named(data: Path) -> None:
    """The others are laid out; so is one with a problem that is none of YAML's."""
    broken, unsafe = data / "places" / "kawabe.yml", data / "places" / "kawa-prefecture.yml"
    broken.write_text("name: {ja: 川辺\n", "utf-8")
    unsafe.write_text("name: &name   {ja: 川, en: River}\n", "utf-8")
    (data / "site.yml").write_text("nmae:   x\n", "utf-8")
    before = contents(data)
    result = _format("--data", data)
    assert result.exit_code == 1
    assert "data/places/kawabe.yml:" in result.stderr
    assert "error[unbalanced-bracket]" in result.stderr
    assert "data/places/kawa-prefecture.yml: 内容か注を変えずに" in result.stderr
    after = contents(data)
    assert {name for name in before if before[name] != after[name]} == {"site.yml"}
    assert after["site.yml"] == b"nmae: x\n"


def test_files_that_are_named_are_laid_out_alone(data: Path) -> None:
    """A file that is none of the data is refused, in the language asked for."""
    for name in ("site.yml", "places/kawabe.yml"):
        (data / name).write_text((data / name).read_text("utf-8") + "\n\n", "utf-8")
    before = contents(data)
    result = _format(data / "site.yml", "--data", data)
    assert result.exit_code == 0, result.stderr
    after = contents(data)
    assert {name for name in before if before[name] != after[name]} == {"site.yml"}
    for language, words in (("en", "is not a data file"), ("ja", "データのファイルではありません")):
        result = _format("README.md", "--data", data, "--lang", language)
        assert result.exit_code == 2
        assert "README.md" in result.stderr
        assert words in result.stderr


def test_files_are_written_all_or_none(tmp_path: Path) -> None:
    """If one of them cannot be, the others are as they were, and nothing is left beside them."""
    good, gone = tmp_path / "good.yml", tmp_path / "gone.yml"
    good.write_text("old", "utf-8")
    gone.write_text("old", "utf-8")
    blocked = tmp_path / "folder.yml"
    (blocked / "inner").mkdir(parents=True)
    before = contents(tmp_path)
    for last in (blocked, tmp_path / "nowhere" / "x.yml"):
        with pytest.raises(OSError, match=r"folder\.yml|nowhere"):
            source.save({good: "new", tmp_path / "made.yml": "new", gone: None, last: "new"})
        assert contents(tmp_path) == before
    shutil.rmtree(blocked)
    source.save({good: "new", gone: None, tmp_path / "made.yml": "new"})
    assert contents(tmp_path) == {"good.yml": b"new", "made.yml": b"new"}
