"""What an editor is told: each folder of invalid/ is a mistake, with the exact report expected.

The files of a case lie over small valid data. `x.absent` removes x, `x.folder` puts a folder in
its place, `x.file` a file in a folder's place; `x.replace` holds old and new text, with a tab.
"""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

import atlas
from atlas import problem, report
from atlas.rules import ALL_RULES
from atlas.text import LANGUAGES
from tests.conftest import BASE_URL, NOW, ROOT, Golden

CASES = sorted(path.name for path in (ROOT / "tests" / "invalid").iterdir())


def lay_over(case: Path, data: Path) -> None:
    """Lay the files of a case over a folder of data."""
    files = sorted(path for path in case.rglob("*") if path.is_file())
    for order in (".absent", ".folder", ".file", ".replace", ""):
        for file in files:
            if file.suffix == order or (not order and file.suffix in {".yml", ".yaml"}):
                _lay(file, data / file.relative_to(case))


def _lay(file: Path, target: Path) -> None:
    bare = target.with_suffix("")
    match file.suffix:
        case ".absent":
            shutil.rmtree(bare) if bare.is_dir() else bare.unlink()
        case ".folder":
            bare.mkdir()
        case ".file":
            shutil.copy(file, bare)
        case ".replace":
            old, new = file.read_text("utf-8").split("\t")
            text = bare.read_text("utf-8")
            assert old in text
            bare.write_text(text.replace(old, new), "utf-8")
        case _:
            target.parent.mkdir(exist_ok=True)
            shutil.copy(file, target)


@pytest.mark.parametrize("name", CASES)
def test_a_mistake_is_reported_exactly(name: str, data: Path, golden: Golden) -> None:
    """Each mistake gives just its problems, in both languages, and no graph."""
    case = ROOT / "tests" / "invalid" / name
    lay_over(case / "data", data)
    loaded = atlas.load(data)
    assert loaded.graph is None
    for language in LANGUAGES:
        golden(case / f"expected.{language}.txt", report.text(loaded.problems, language) + "\n")


@pytest.mark.parametrize("rule", ALL_RULES, ids=lambda rule: rule.id)
def test_every_rule_has_a_case(rule: problem.Rule) -> None:
    """A rule without a bad example is not known to work."""
    reports = (ROOT / "tests" / "invalid").glob("*/expected.ja.txt")
    if rule.id == "unreadable-file":  # has a test of its own: permissions cannot be kept in git
        return
    assert any(f"error[{rule.id}]" in report.read_text("utf-8") for report in reports)


def test_an_excuse_lets_a_record_break_a_rule_that_can_be_excused(data: Path) -> None:
    """With the reason beside it, and for that record only."""
    timeline = data / "timelines" / "river-links.yml"
    text = timeline.read_text("utf-8").replace(
        "    statement:", "    text: {ja: あ, en: a}\n    statement:"
    )
    timeline.write_text(text, "utf-8")
    assert [found.rule.id for found in atlas.load(data).problems] == ["told-twice"]
    timeline.write_text(text + "excuses:\n  - {rule: told-twice, reason: 要約}\n", "utf-8")
    assert atlas.load(data).problems == ()


def test_a_timeline_may_name_the_former_ids_of_its_owner(data: Path) -> None:
    """They are renamed together; the id of another record is still a problem."""
    for formerly, problems in (("[old]", []), ("[old, kawabe]", ["shared-id"] * 2)):
        for kind, ids in (("pairings", "[old]"), ("timelines", formerly)):
            file = data / kind / "kawabe-donaustadt.yml"
            bare = re.sub("(?m)^formerly: .*\n", "", file.read_text("utf-8"))
            file.write_text(f"{bare}formerly: {ids}\n", "utf-8")
        assert [found.rule.id for found in atlas.load(data).problems] == problems


def test_the_small_data_are_valid(data: Path) -> None:
    """The data that mistakes are laid over have none of their own."""
    assert atlas.load(data).problems == ()


def test_a_file_that_cannot_be_opened_is_a_problem(data: Path) -> None:
    """A link that leads nowhere is told by name."""
    (data / "places" / "kawabe.yml").unlink()
    (data / "places" / "kawabe.yml").symlink_to(data / "nowhere.yml")
    (found,) = atlas.load(data).problems
    assert (found.path, found.rule.id) == ("data/places/kawabe.yml", "unreadable-file")


def test_a_folder_that_may_not_be_opened_is_a_problem(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The system's reason is told, and there is no traceback."""
    list_folder = Path.iterdir

    def refuse(folder: Path) -> Iterator[Path]:
        if folder.name == "places":
            raise PermissionError(13, "Permission denied", str(folder))
        return list_folder(folder)

    monkeypatch.setattr(Path, "iterdir", refuse)
    (found,) = atlas.load(data).problems
    assert (found.path, found.rule.id) == ("data/places", "unreadable-file")


@pytest.mark.parametrize("name", ["timelines", "organisations.yml", "glossary.yml"])
def test_what_is_optional_may_be_missing(name: str, data: Path) -> None:
    """A missing optional file or folder is no problem of its own."""
    target = data / name
    shutil.rmtree(target) if target.is_dir() else target.unlink()
    if name == "organisations.yml":  # something links to it
        programme = data / "programmes" / "river-links.yml"
        programme.write_text(programme.read_text("utf-8").replace("bodies: [institute]\n", ""))
    assert atlas.load(data).problems == ()


@pytest.mark.parametrize("language", ["ain", "sk", "zh-Hans", "hnj", "ang"])
@pytest.mark.parametrize("country", ["CQ", "ZZ", "EU", "AT", "SK"])
def test_what_is_accepted_can_be_rendered(language: str, country: str, data: Path) -> None:
    """A language or a country has a name in both languages, or it is a problem."""
    place, source = data / "places" / "donaustadt.yml", data / "sources.yml"
    place.write_text(place.read_text("utf-8").replace("country: AT", f"country: {country}"))
    source.write_text(source.read_text("utf-8").replace("language: ja", f"language: {language}"))
    loaded = atlas.load(data)
    if not loaded.problems:
        pages = atlas.render(loaded, BASE_URL, NOW).pages.values()
        assert not any("None" in page.html or "Unknown Region" in page.html for page in pages)
    assert (country in {"AT", "SK"}) == (
        "unknown-country" not in {p.rule.id for p in loaded.problems}
    )


@pytest.mark.parametrize("gap", ["{count!x}", "{{x}}", "{count:>9}", "{count!r}", "{", "}"])
def test_a_gap_that_cannot_be_filled_is_a_problem(gap: str, data: Path) -> None:
    """Sentences have plain names in single braces."""
    vocabulary = data / "vocabulary.yml"
    text = vocabulary.read_text("utf-8").replace('"{count}件の連携"', f'"{gap}件の連携"')
    vocabulary.write_text(text, "utf-8")
    assert [p.rule.id for p in atlas.load(data).problems] == ["unknown-placeholder"]


def test_a_missing_data_folder_is_a_problem(tmp_path: Path) -> None:
    """Even with nothing there, there is no traceback."""
    (found,) = atlas.load(tmp_path / "data").problems
    assert found.rule.id == "not-a-file"


def test_ten_mistakes_in_one_file_are_ten_problems(data: Path) -> None:
    """All at once, in the order of the file, and counted; none follows from another."""
    (data / "timelines" / "kawabe-donaustadt.yml").write_text(
        "events:\n"
        "  - id: Visit 1\n"
        "    date: 2018年9月30日\n"
        "    kind: vist\n"
        "    title: {ja: 訪問}\n"
        "  - id: fiscal-2019\n"
        "    date: 2019-02-30\n"
        "    kind: web-meeting\n"
        "    text: {ja: Web会議, en: }\n"
        "    planned: true\n"
        "    planned: true\n"
        "    source: 川だより\n"
        "oldest: 2018\n",
        "utf-8",
    )
    found = atlas.load(data).problems
    assert [(problem.place.line, problem.rule.id) for problem in found] == [
        (2, "bad-id"),
        (3, "bad-date"),
        (4, "unknown-event-kind"),
        (5, "missing-language"),
        (6, "missing-key"),
        (7, "impossible-date"),
        (9, "empty-value"),
        (11, "doubled-key"),
        (12, "unknown-source"),
        (13, "unknown-key"),
    ]
    assert report.text(found, "en").endswith("Problems: 10, in 1 file(s).")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("reading: ", "read#ing: "),
        ("en: Kawabe}", "e: Kawabe}"),
        ("en: Kawabe}", "english: Kawabe}"),
    ],
)
def test_a_key_that_is_misspelt_is_not_missing_too(old: str, new: str, data: Path) -> None:
    """The one mistake is told once, with the key that was meant."""
    place = data / "places" / "kawabe.yml"
    place.write_text(place.read_text("utf-8").replace(old, new), "utf-8")
    (found,) = atlas.load(data).problems
    assert (found.rule.id, found.replacement) == ("unknown-key", old.split(":")[0])
