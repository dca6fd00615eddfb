"""How complete the data were and are: the figures of the page on the data, side by side."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from atlas import routes
from atlas.graph import Graph
from atlas.text import LANGUAGES, Text
from atlas.views import Setting, completeness
from atlas.views.blocks import Group, Table
from atlas.views.lines import Line
from atlas.views.writer import Writer, plain

Names = tuple[Text, Text]
"""Of which records, and what of them is known."""


@dataclass(frozen=True, slots=True)
class Figure:
    """Of how many records something is known; nothing where it was or is not counted."""

    names: Names
    before: Text | None
    after: Text | None


def figures(before: Setting | None, after: Setting) -> tuple[Figure, ...]:
    """Count in both; what is counted is named in the words of the later data."""
    old = _counted(_reworded(before, after.graph)) if before else {}
    new = _counted(after)
    return tuple(Figure(names, old.get(names), new.get(names)) for names in {**new, **old})


def _reworded(setting: Setting, graph: Graph) -> Setting:
    return replace(setting, graph=replace(setting.graph, vocabulary=graph.vocabulary), made={})


def _counted(setting: Setting) -> dict[Names, Text]:
    japanese, english = (
        tuple(_rows(Writer(setting, language, routes.HOME))) for language in LANGUAGES
    )
    found = {}
    for row in zip(japanese, english, strict=True):
        of, what, count = (Text(ja=ja, en=en) for ja, en in zip(*row, strict=True))
        found[of, what] = count
    return found


def _rows(w: Writer) -> Iterator[tuple[str, str, str]]:
    """Of which records, what, and of how many; a column that is a programme's is named."""
    for group in completeness.groups(w):
        assert isinstance(group, Group)
        for table in group.blocks:
            assert isinstance(table, Table)
            for label, *cells in table.rows:
                for column, cell in zip(table.columns[1:], cells, strict=True):
                    yield _named(w, plain(group.title), column), _plain(label), _plain(cell)


def _named(w: Writer, of: str, column: str) -> str:
    if column == w.to(w.words.known_count):
        return of
    return w.filled(w.sentences.labelled, value=of, label=column)


def _plain(cell: tuple[Line, ...]) -> str:
    return " ".join(map(plain, cell))
