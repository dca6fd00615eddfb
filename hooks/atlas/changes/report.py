"""The report on a change of the data: what is told of it, and in which order."""

from collections.abc import Iterable, Iterator, Mapping
from typing import TypeVar

from atlas.changes import page_tables, record_tables, wording
from atlas.changes.document import (
    Block,
    Fold,
    Paragraph,
    Run,
    Runs,
    Steps,
    Table,
    Verbatim,
    heading,
    joined,
    runs,
)
from atlas.changes.figures import Figure
from atlas.changes.summary import Changes
from atlas.changes.teller import Teller
from atlas.problem import Problem, ordered
from atlas.report import counted, described
from atlas.text import Text

K = TypeVar("K", bound=str)

_SERVER = "python3 -m http.server"


def of_changes(t: Teller, changes: Changes, download: str, *, alone: bool) -> Iterator[Block]:
    """Tell what differs. `download` is where the built site is, if it is known.

    `alone` says that there was nothing to compare with.
    """
    yield _title(t)
    if alone:
        yield t.paragraph(wording.NO_BASE)
    yield _in_short(t, changes)
    if download:
        yield _preview(t, download)
    yield from record_tables.blocks(t, changes)
    yield from page_tables.blocks(t, changes)
    yield from _completeness(t, changes.figures)


def of_problems(t: Teller, problems: Iterable[Problem]) -> Iterator[Block]:
    """List what is wrong with the data, as the terminal does."""
    found = ordered(problems)
    yield _title(t)
    yield t.paragraph(wording.PROBLEMS)
    yield Paragraph(runs(counted(found, t.language), "strong"))
    for each in found:
        yield Verbatim(described(each, t.language))


def of_unreadable_base(
    t: Teller, problems: Iterable[Problem], figures: tuple[Figure, ...], download: str
) -> Iterator[Block]:
    """Say that the earlier data cannot be read, and how complete the later ones are."""
    found = ordered(problems)
    first = f"{found[0].path}:{found[0].place.line}: {found[0].message(t.language)}"
    yield _title(t)
    yield t.paragraph(wording.UNREADABLE_BASE, count=runs(str(len(found))), first=runs(first))
    if download:
        yield _preview(t, download)
    yield heading(3, t.to(wording.COMPLETENESS))
    yield _figures(t, figures)


def too_long(t: Teller) -> Paragraph:
    """Say that the rest was left out."""
    return Paragraph(runs(t.to(wording.CUT), "strong"))


def _title(t: Teller) -> Block:
    return heading(2, t.to(wording.TITLE))


def _in_short(t: Teller, changes: Changes) -> Paragraph:
    """How many records and pages, of each kind of change that there is."""
    of_records = _counts(t, wording.RECORD_COUNTS, [change.what for change in changes.records])
    of_pages = _counts(t, wording.PAGE_COUNTS, [page.what for page in changes.pages])
    records = t.sentence(wording.RECORDS, counts=of_records) if of_records else ()
    pages = t.sentence(wording.PAGES, counts=of_pages) if of_pages else ()
    sentences = (records or t.runs(wording.NO_RECORDS), pages or t.runs(wording.NO_PAGES))
    return Paragraph(joined(sentences, wording.BETWEEN[t.language]))


def _counts(t: Teller, names: Mapping[K, Text], found: list[K]) -> Runs:
    counts = ((text, found.count(what)) for what, text in names.items())
    return joined(
        (
            runs(text.fill(t.language, {"count": str(count)}), "strong")
            for text, count in counts
            if count
        ),
        wording.COMMA[t.language],
    )


def _preview(t: Teller, download: str) -> Fold:
    values = {
        "download": (Run(t.to(wording.DOWNLOAD), href=download),),
        "command": runs(_SERVER, "code"),
        "address": (Run(t.base, href=t.base),),
    }
    steps = tuple(t.sentence(step, **values) for step in wording.PREVIEW_STEPS)
    return Fold(t.runs(wording.PREVIEW), (Steps(steps),))


def _completeness(t: Teller, figures: tuple[Figure, ...]) -> Iterator[Block]:
    """The figures that differ, and all of them folded away."""
    differing = tuple(figure for figure in figures if figure.before != figure.after)
    yield heading(3, t.to(wording.COMPLETENESS))
    yield _figures(t, differing) if differing else t.paragraph(wording.COMPLETENESS_SAME)
    if len(differing) < len(figures):
        yield Fold(t.runs(wording.ALL_FIGURES), (_figures(t, figures),))


def _figures(t: Teller, figures: tuple[Figure, ...]) -> Table:
    columns = (wording.COUNTED_OF, wording.FIELD, wording.BEFORE, wording.AFTER)
    return t.table(columns, (_figure(t, figure) for figure in figures))


def _figure(t: Teller, figure: Figure) -> tuple[Runs, ...]:
    of, what = figure.names
    before, after = (t.to(count) if count else "" for count in (figure.before, figure.after))
    return (
        t.runs(of),
        t.runs(what),
        runs(before),
        runs(after, "strong" if before and before != after else ""),
    )
