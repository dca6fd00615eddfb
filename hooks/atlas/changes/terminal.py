"""A report as plain text, for a terminal."""

import re
from collections.abc import Iterable

from atlas.changes.document import (
    Block,
    Fold,
    Heading,
    Paragraph,
    Runs,
    Steps,
    Style,
    Table,
    Verbatim,
)
from atlas.changes.visible import visible

_MARKS: dict[Style, tuple[str, str]] = {"gone": ("[-", "-]"), "new": ("{+", "+}")}
"""As `git diff --word-diff` marks what was removed and added."""


def written(blocks: Iterable[Block]) -> str:
    """Write blocks one below the other; a row of a table is a line."""
    return "\n\n".join(map(_written, blocks)) + "\n"


def _line(runs: Runs) -> str:
    marked = ((_MARKS.get(run.style, ("", "")), run.text) for run in runs)
    return "".join(before + _flat(text) + after for (before, after), text in marked)


def _flat(text: str) -> str:
    return visible(re.sub(r"\s*\n\s*", " ", text))


def _written(block: Block) -> str:
    match block:
        case Heading():
            text = _line(block.runs)
            return f"{text}\n{'=-'[block.level > 2] * 40}" if block.level < 4 else text
        case Paragraph():
            return _line(block.runs)
        case Table():
            return "\n".join(_row(row) for row in block.rows)
        case Steps():
            return "\n".join(f"  {n}. {_line(item)}" for n, item in enumerate(block.items, 1))
        case Verbatim():
            return visible(block.text)
        case Fold():
            return "\n".join([_line(block.title), *map(_written, block.blocks)])


def _row(row: tuple[Runs, ...]) -> str:
    return "  " + "  |  ".join(map(_line, row))
