"""What the report tells of the site's pages: which are new, become others, move or go away."""

from collections.abc import Iterator

from atlas import routes
from atlas.changes import wording
from atlas.changes.document import Block, Fold, Run, Runs, heading, joined, runs
from atlas.changes.summary import Changes
from atlas.changes.teller import Teller
from atlas.changes.touched import PageChange
from atlas.text import LANGUAGES

_ROOT = "/"


def blocks(t: Teller, changes: Changes) -> Iterator[Block]:
    """Tell of all pages, with their addresses; of those that only change, folded away."""
    if changes.pages or changes.files:
        yield heading(3, t.to(wording.PAGES_TOUCHED))
    for what, title in wording.PAGE_TITLES.items():
        found = [page for page in changes.pages if page.what == what]
        if found:
            shown = runs(t.counted(title, len(found)))
            moved = (wording.ADDRESS_BEFORE,) if what == "moved" else ()
            columns = (wording.PAGE, *moved, wording.ADDRESS)
            yield Fold(shown, (t.table(columns, (_row(t, page) for page in found)),))
    if changes.files:
        yield t.paragraph(wording.FILES, count=runs(str(changes.files)))


def _row(t: Teller, page: PageChange) -> tuple[Runs, ...]:
    title = page.titles.get(t.language) or next(iter(page.titles.values()))
    before = (_addresses(t, page, page.was),) if page.what == "moved" else ()
    return (runs(title), *before, _addresses(t, page, page.route))


def _addresses(t: Teller, page: PageChange, route: str) -> Runs:
    """The addresses in the languages in which the page differs, linked where there is a page."""
    there = page.what != "removed"
    return joined(
        (
            (Run(routes.absolute(_ROOT, route, language), "code",
                 routes.absolute(t.base, route, language) if there else ""),)
            for language in LANGUAGES
            if language in page.titles
        ),
        " · ",
    )  # fmt: skip
