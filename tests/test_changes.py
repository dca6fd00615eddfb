"""What reviewers are told of a change of the data.

Each folder of changes/ is a change, with the summary expected: what lies over the small data
before and after it, as in invalid/.
"""

import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import marko
import pytest
from click.testing import CliRunner
from lxml import html
from marko.ext.gfm import GFM

import atlas
from atlas import views
from atlas.changes import markdown, report, shortened, summary, terminal, wording
from atlas.changes.document import Fold, Paragraph, Run, Verbatim, runs
from atlas.changes.figures import figures
from atlas.changes.records import RecordChange, records
from atlas.changes.teller import Teller
from atlas.changes.touched import Version
from atlas.cli.changes import changes as command
from atlas.graph import Graph
from atlas.text import LANGUAGES, Text
from tests.changing import TIMELINE, event, replace, tell
from tests.conftest import BASE, BASE_URL, NOW, ROOT, Golden, add_line
from tests.test_invalid import lay_over

CASES = ROOT / "tests" / "changes"
PAIRING = "pairings/kawabe-donaustadt.yml"
PLACE = "places/donaustadt.yml"


def _graph(data: Path) -> Graph:
    loaded = atlas.load(data)
    assert loaded.graph is not None, loaded.problems
    return loaded.graph


def _changes(data: Path) -> list[RecordChange]:
    """Compare changed small data with what they were."""
    return list(records(_graph(BASE), _graph(data)))


def _fields(data: Path) -> list[tuple[str, str | None, str | None]]:
    """Which fields of the one record that was changed differ, by the keys of the data."""
    (change,) = _changes(data)
    assert change.what == "changed"
    return [(".".join(step.key for step in d.path), d.before, d.after) for d in change.differences]


def _version(data: Path) -> Version:
    return summary.version(atlas.load(data), BASE_URL, NOW)


@pytest.fixture(scope="module")
def earlier() -> Version:
    """The small data as they were, and their site."""
    return _version(BASE)


def _rendered(text: str) -> Any:
    """Read a summary as an independent parser of GitHub-flavoured Markdown does."""
    return html.fromstring(f"<div>{marko.Markdown(extensions=[GFM]).convert(text)}</div>")


def _tables(root: Any) -> list[list[list[str]]]:
    return [[[cell.text_content() for cell in row.iter("th", "td")] for row in table.iter("tr")]
            for table in root.iter("table")]  # fmt: skip


@pytest.mark.parametrize("name", sorted(path.name for path in CASES.iterdir()))
def test_a_change_is_summed_up_as_before(name: str, tmp_path: Path, golden: Golden) -> None:
    """In both languages, as Markdown that is whole: tables have rows of one length."""
    folders = {}
    for side in ("before", "after"):
        folders[side] = tmp_path / side / "data"
        shutil.copytree(BASE, folders[side])
        lay_over(CASES / name / side, folders[side])
    options = ["--format", "markdown", "--site", BASE_URL, "--download", "https://example.org/?a&b"]
    result = CliRunner().invoke(
        command, [str(folders["before"]), "--data", str(folders["after"]), *options]
    )
    assert result.exit_code == 0, result.output
    golden(CASES / name / "expected.md", result.stdout)
    root = _rendered(result.stdout)
    assert [h.text_content() for h in root.iter("h2")] == ["データの変更点", "Changes to the data"]
    for table in _tables(root):
        assert len({len(row) for row in table}) == 1, table


def test_a_record_is_added_or_removed(data: Path) -> None:
    """With all that it says; what says no more than a default does is left out."""
    (data / "themes" / "rain.yml").write_text(
        "name: {ja: 雨, en: Rain}\nsources: [bulletin]\n", "utf-8"
    )
    (data / "glossary.yml").unlink()
    added, removed = _changes(data)
    assert (added.what, added.kind, added.id) == ("added", "themes", "rain")
    assert [(d.before, d.after) for d in added.differences] == [
        (None, "雨"), (None, "Rain"), (None, "bulletin")
    ]  # fmt: skip
    assert (removed.what, removed.kind, removed.id) == ("removed", "glossary", "levee")
    assert {d.after for d in removed.differences} == {None}


def test_without_earlier_data_everything_is_added() -> None:
    """Every record of every kind, and the words of the site."""
    found = records(None, _graph(BASE))
    assert {change.what for change in found} == {"added"}
    assert len(found) == sum(1 for _ in _graph(BASE).by_id) + 2 + 3  # timelines; site, words, guide


def test_a_changed_field_is_told_with_its_old_and_new_value(data: Path) -> None:
    """By language, where it is a text; lists of ids, dates and switches as the data write them."""
    replace(data, PAIRING, "since: 2013-04", "since: 2013-05~")
    replace(data, PAIRING, "en: It goes on.", "en: It went on.")
    replace(data, PAIRING, "sources: [bulletin]", "sources: [bulletin, report]")
    assert _fields(data) == [
        ("since", "2013-04", "2013-05~"),
        ("sections.1.closing.en", "It goes on.", "It went on."),
        ("sources", "bulletin", "bulletin, report"),
    ]


def test_a_value_that_is_new_or_gone_has_nothing_on_the_other_side(data: Path) -> None:
    """None, which is shown as a dash."""
    replace(data, PAIRING, "verified_on: 2020-02-01\n", "")
    add_line(data, "pairings/kawabe-donaustadt", "summary: {ja: あ, en: a}")
    assert _fields(data) == [
        ("verified_on", "2020-02-01", None),
        ("summary.ja", None, "あ"),
        ("summary.en", None, "a"),
    ]


def test_events_are_known_by_their_ids(data: Path) -> None:
    """Neither their order nor an event put before them makes a difference."""
    replace(
        data,
        TIMELINE,
        "title: {ja: Web会議, en: Web meetings}",
        "title: {ja: 会議, en: Web meetings}",
    )
    text = (data / TIMELINE).read_text("utf-8").removeprefix("events:\n")
    first, second = (f"  - id:{part}" for part in text.split("  - id:")[1:])
    new = "  - {id: new, date: 2022, kind: visit, title: {ja: 新, en: New}}\n"
    (data / TIMELINE).write_text(f"events:\n{new}{second.rstrip()}\n{first}", "utf-8")
    assert _fields(data) == [
        ("events.new.date", None, "2022"),
        ("events.new.kind", None, "visit"),
        ("events.new.title.ja", None, "新"),
        ("events.new.title.en", None, "New"),
        ("events.fiscal-2019.title.ja", "Web会議", "会議"),
    ]


def test_a_switch_that_is_turned_says_true_and_false(data: Path) -> None:
    """Although the data leave false out."""
    timeline = data / "timelines" / "river-links.yml"
    timeline.write_text(timeline.read_text("utf-8").replace("    planned: true\n", ""), "utf-8")
    assert _fields(data) == [("events.summer-visit.planned", "true", "false")]


@pytest.mark.parametrize(
    ("facts", "found"),
    [
        (  # one before it: known by its label
            "{label: {ja: 人口, en: People}, value: {ja: 五, en: five}}, {label: {ja: 面積, en: Area}, value: {ja: 三, en: three}}",
            [("facts.1.label.ja", None, "人口"), ("facts.1.label.en", None, "People"),
             ("facts.1.value.ja", None, "五"), ("facts.1.value.en", None, "five"),
             ("facts.2.value.ja", "二", "三"), ("facts.2.value.en", "two", "three")],
        ),
        (  # another label: known by what else it says
            "{label: {ja: 広さ, en: Size}, value: {ja: 二, en: two}}",
            [("facts.1.label.ja", "面積", "広さ"), ("facts.1.label.en", "Area", "Size")],
        ),
        (  # nothing in common: another fact
            "{label: {ja: 人口, en: People}, value: {ja: 五, en: five}}",
            [("facts.1.label.ja", None, "人口"), ("facts.1.label.en", None, "People"),
             ("facts.1.value.ja", None, "五"), ("facts.1.value.en", None, "five"),
             ("facts.1.label.ja", "面積", None), ("facts.1.label.en", "Area", None),
             ("facts.1.value.ja", "二", None), ("facts.1.value.en", "two", None)],
        ),
    ],
)  # fmt: skip
def test_items_without_ids_are_known_by_what_they_say(
    facts: str, found: list[tuple[str, str | None, str | None]], tmp_path: Path
) -> None:
    """A fact by its label, or else by half of what it says."""
    graphs = []
    for name, listed in (
        ("before", "{label: {ja: 面積, en: Area}, value: {ja: 二, en: two}}"), ("after", facts)
    ):  # fmt: skip
        shutil.copytree(BASE, tmp_path / name)
        add_line(tmp_path / name, "places/kawabe", f"facts: [{listed}]")
        graphs.append(_graph(tmp_path / name))
    (change,) = records(*graphs)
    assert [
        (".".join(s.key for s in d.path), d.before, d.after) for d in change.differences
    ] == found


def test_the_order_of_numbered_items_is_a_change(data: Path) -> None:
    """Pages number them, so that (1) would be another; the items themselves are the same."""
    replace(
        data,
        PAIRING,
        "      - {ja: 一つ目, en: First}\n      - {ja: 二つ目, en: Second}",
        "      - {ja: 二つ目, en: Second}\n      - {ja: 一つ目, en: First}",
    )
    assert _fields(data) == [("sections.1.items.order", "1, 2", "2, 1")]


def test_a_record_with_another_id_is_known_by_formerly(data: Path) -> None:
    """Its timeline goes with it, and those that name it have not changed."""
    for kind, old, new in (
        ("pairings", "kawabe-donaustadt", "kawabe-donau"), ("places", "donaustadt", "donau"),
    ):  # fmt: skip
        file = data / kind / f"{old}.yml"
        file.rename(file.with_stem(new)).write_text(
            f"formerly: [{old}]\n{(data / kind / f'{new}.yml').read_text('utf-8')}", "utf-8"
        )
    (data / TIMELINE).rename(data / "timelines" / "kawabe-donau.yml")
    for file in data.rglob("*.yml"):
        text = file.read_text("utf-8")
        text = re.sub(r"(partner: \[|party: )donaustadt", r"\1donau", text)
        file.write_text(re.sub(r"(?<=[^y]: \[)kawabe-donaustadt", "kawabe-donau", text), "utf-8")
    assert [(c.what, c.kind, c.was, c.id, c.differences) for c in _changes(data)] == [
        ("renamed", "places", "donaustadt", "donau", ()),
        ("renamed", "pairings", "kawabe-donaustadt", "kawabe-donau", ()),
        ("renamed", "timelines", "kawabe-donaustadt", "kawabe-donau", ()),
    ]


def test_pages_touched_are_those_that_show_what_changed(earlier: Version, data: Path) -> None:
    """In the language that shows it; beside them only the two that tell the sizes of files."""
    replace(data, "themes/flooding.yml", "en: Flooding", "en: Xyzzy")
    after = _version(data)
    found = summary.between(earlier, after)
    touched = {(page.route, language) for page in found.pages for language in page.titles}
    shown = {
        (route, language)
        for route in views.all_routes(after.setting.graph)
        for language in LANGUAGES
        if "Xyzzy" in repr(after.site.pages[f"{route}index.{language}.md"])
    }
    assert ("themes/flooding/", "en") in shown
    assert shown <= touched
    assert {route for route, _ in touched - shown} <= {"", "data/"}
    assert {page.what for page in found.pages} == {"changed"}
    assert found.files > 0


def test_words_of_every_page_touch_every_page(earlier: Version, data: Path) -> None:
    """The name of the site stands on all of them."""
    replace(data, "site.yml", "en: River Links", "en: Links of Rivers")
    after = _version(data)
    found = summary.between(earlier, after)
    assert [page.route for page in found.pages] == list(views.all_routes(after.setting.graph))
    assert {tuple(page.titles) for page in found.pages} <= {("en",), ("ja", "en")}


def test_completeness_is_counted_before_and_after(data: Path) -> None:
    """Coordinates, a start and a text that are new each count."""
    setting = views.setting(_graph(data), BASE_URL, NOW)
    add_line(data, "places/kawa-prefecture", "coordinates: [35.6, 139.6]")
    add_line(data, "pairings/kawabe-donaustadt", "theme_text: {ja: あ, en: a}")
    add_line(data, "themes/flooding", "verified_on: 2020-01-01")
    later = views.setting(_graph(data), BASE_URL, NOW)
    differing = [
        (figure.names[1].en, figure.before.en, figure.after.en)
        for figure in figures(setting, later)
        if figure.before and figure.after and figure.before != figure.after
    ]
    assert differing == [
        ("The theme in the document's words", "0 of 1", "1 of 1"),
        ("Coordinates", "2 of 3", "3 of 3"),
        ("Themes", "0 of 1", "1 of 1"),
    ]
    assert [f for f in figures(setting, setting) if f.before != f.after] == []


HOSTILE = (
    "| a | b |", "`code` ``two``", "<script>alert(1)</script> <b> &amp; &#35;", "**b** _i_ ~~s~~",
    "[x](https://evil.example/) ![y](z) [^1] [x]: y", "https://evil.example www.evil.example",
    "a@evil.example mailto:a@evil.example", "@octocat owner/repo#1 #2 GH-3", ":smile: $x^2$ $$y$$",
    "</details></td></table>", "\\| \\\\", "# no heading", "--- ===", "<!-- x", "```", "1. one",
)  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE)
def test_whatever_the_data_hold_appears_as_typed(text: str) -> None:
    """In a cell, a heading, a sentence and a fold; and nothing in it becomes a link or a mention.

    GitHub looks for those in the stretches between tags, so none may hold one whole.
    """
    teller = Teller("en", BASE_URL)
    cell = runs(text)
    blocks = (
        Paragraph((Run("x "), *cell)),
        Fold(cell, (teller.table([wording.VALUE], [(cell,), ((Run(text, "code"),),)]),)),
        Verbatim(text),
    )
    root = _rendered(markdown.written(blocks, 10**6, Paragraph(())))
    (paragraph,) = root.iter("p")
    assert paragraph.text_content() == f"x {text}"
    (title,) = root.iter("summary")
    assert title.text_content() == text
    assert _tables(root) == [[["Value"], [text], [text]]]
    (verbatim,) = root.iter("pre")
    assert verbatim.text_content() == f"{text}\n"
    assert {element.tag for element in root.iter()} <= {
        "div", "p", "details", "summary", "table", "thead", "tbody", "tr", "th", "td", "span",
        "code", "pre",
    }  # fmt: skip
    for stretch in _stretches(root):
        assert not re.search(r"@\w|#\d|GH-\d|://|www\.\w|:\w+:|\$.+\$", stretch), stretch


def _stretches(root: Any) -> Iterator[str]:
    """The texts between tags, but for those in code, which GitHub leaves alone."""
    for stretch in root.xpath("//text()[not(ancestor::code)]"):
        yield str(stretch)


def test_nothing_hides_in_a_text() -> None:
    """What turns the direction of reading, or has no width, is shown by its code point."""
    assert markdown.escaped("a\u202eb\u200bc\td\x07") == "a&#91;U+202E&#93;b&#91;U+200B&#93;c d&#91;U+0007&#93;"  # fmt: skip
    assert markdown.escaped("👩\u200d👧 一\n\n二") == "👩\u200d👧 一<br>二"


@pytest.mark.parametrize(
    ("before", "after", "marked"),
    [
        ("2018-05", "2018-06", ("2018-05", "2018-06")),
        ("4名が訪問", "5名が訪問", ("[4]名が訪問", "[5]名が訪問")),
        ("one two three", "one 2 three", ("one [two] three", "one [2] three")),
        ("one two", "one two three", ("one two", "one two[ three]")),
        ("aa", "aa aa", ("aa", "aa[ aa]")),
        (None, "x" * 300, ("", f"{'x' * 120}…{'x' * 40}")),
        (
            f"{'あ' * 90}い{'う' * 90}", f"{'あ' * 90}え{'う' * 90}",
            (f"…{'あ' * 24}[い]{'う' * 24}…", f"…{'あ' * 24}[え]{'う' * 24}…"),
        ),
    ],
)  # fmt: skip
def test_texts_are_cut_down_to_where_they_differ(
    before: str | None, after: str, marked: tuple[str, str]
) -> None:
    """Words, numbers and dates stay whole."""
    sides = shortened.side_by_side(before, after)
    written = tuple("".join(f"[{r.text}]" if r.style else r.text for r in side) for side in sides)
    assert written == marked


def test_what_is_too_long_for_github_is_cut_between_blocks(data: Path) -> None:
    """With a note; every table and fold that is there is whole."""
    told = (event(id=f"event-{n}", text={"ja": "|@#" * 50, "en": "x"}) for n in range(100))
    tell(data, *told)
    found = records(_graph(BASE), _graph(data))
    names = {(change.kind, change.id): wording.TITLE for change in found}
    teller = Teller("en", BASE_URL)
    told_of = summary.Changes(found, names, (), 0, ())
    blocks = list(report.of_changes(teller, told_of, "", alone=False))
    whole = markdown.written(blocks, 10**7, report.too_long(teller))
    (table,) = _tables(_rendered(whole))
    assert len(table) == 1 + 200 + 1
    assert table[-1] == [f"and {len(found[0].differences) - 200} more", "—", "—"]
    limit = len(whole.encode()) - 1
    cut = markdown.written(blocks, limit, report.too_long(teller))
    assert len(cut.encode()) <= limit
    assert _tables(_rendered(cut)) == []
    assert cut.rstrip().endswith("to see all of it.</strong>")


def test_in_a_terminal_the_report_is_plain_text(data: Path) -> None:
    """A row is a line; what differs is marked as `git diff --word-diff` does."""
    replace(data, PAIRING, "since: 2013-04", "since: 2013-05")
    replace(data, PAIRING, "en: It goes on.", "en: It went on.")
    found = records(_graph(BASE), _graph(data))
    names = {("pairings", "kawabe-donaustadt"): Text(ja="川", en="River")}
    blocks = report.of_changes(
        Teller("en", BASE_URL), summary.Changes(found, names, (), 0, ()), "", alone=False
    )
    lines = terminal.written(blocks).splitlines()
    assert "Records: 1 changed. No pages change." in lines
    assert "Pairing: River kawabe-donaustadt" in lines
    assert "  Start  |  2013-04  |  2013-05" in lines
    assert any(line.endswith("It [-goes-] on.  |  It {+went+} on.") for line in lines)


def test_a_first_version_has_nothing_to_be_compared_with(data: Path) -> None:
    """All is new, and the report says why: the revision has no data folder."""
    git = ("git", "-c", "user.name=A", "-c", "user.email=a@example.org")
    for arguments in (("init", "-q"), ("commit", "-q", "--allow-empty", "-m", "begin")):
        subprocess.run([*git, *arguments], cwd=data.parent, check=True)
    result = CliRunner().invoke(command, ["--git", "HEAD", "--data", str(data), "--lang", "en"])
    assert result.exit_code == 0, result.output
    assert "There are no earlier data to compare with" in result.stdout
    assert f"New pages ({sum(1 for _ in views.all_routes(_graph(data)))})" in result.stdout
    assert "  Places  |  Coordinates  |  —  |  2 of 3" in result.stdout.splitlines()


def test_what_cannot_be_compared_is_said_and_no_traceback(data: Path, tmp_path: Path) -> None:
    """Neither or both of folder and revision, a revision that is not there, and no git."""
    for arguments, environment, said in (
        ((), {}, "Say which earlier data"),
        ((str(data), "--git", "HEAD"), {}, "Say which earlier data"),
        (("--git", "nowhere"), {}, "no revision “nowhere”"),
        (("--git", "--x"), {}, "no revision “--x”"),
        (("--git", "HEAD"), {"PATH": str(tmp_path)}, "git was not found"),
        (("--git", "HEAD", "--data", "nowhere/data"), {}, "There is no folder"),
        (("nowhere",), {}, "There is no folder “nowhere”"),
    ):
        result = CliRunner(env={"LC_ALL": "en_GB.UTF-8", **environment}).invoke(command, arguments)
        assert (result.exit_code, result.stdout) == (2, ""), arguments
        assert said in result.stderr
