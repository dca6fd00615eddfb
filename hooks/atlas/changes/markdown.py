"""A report as GitHub-flavoured Markdown, in which whatever the data hold appears as typed.

Inside a line everything is HTML, for that is safe in a table, and against text that is Markdown.
GitHub also looks for mentions, numbers of issues, addresses, emoji and formulas in the finished
text; a character that begins one stands in an element of its own and begins nothing (which is what
GitHub's own manual advises for `$`).
"""

import re
from collections.abc import Iterable
from html import escape

from atlas.changes.document import (
    Block,
    Fold,
    Heading,
    Paragraph,
    Run,
    Runs,
    Steps,
    Style,
    Table,
    Verbatim,
)
from atlas.changes.visible import visible

_TAGS: dict[Style, str] = {"code": "code", "strong": "strong", "gone": "del", "new": "ins"}

_MARKDOWN = re.compile(r"[\\`*_\[\]|~!&<>]")
_SPARK = re.compile(r"[@#$]|:(?=[/\w+-])|(?<=[Ww]{3})\.|(?<=\b[Gg][Hh])-(?=\d)")
"""What begins something of GitHub's own: @name, #1, $x$, https://, :smile:, www., GH-1."""

_BREAK = re.compile(r"\s*\n\s*")


def written(blocks: Iterable[Block], limit: int, cut: Block) -> str:
    """Write blocks one below the other, as many as fit into `limit` bytes of UTF-8.

    Where some do not, `cut` says so at the end.
    """
    parts: list[str] = []
    note = _written(cut)
    left = limit - len(note.encode()) - 2
    for block in blocks:
        part = _written(block)
        left -= len(part.encode()) + 2
        if left < 0:
            parts.append(note)
            break
        parts.append(part)
    return "\n\n".join(parts) + "\n"


def escaped(text: str) -> str:
    """Write text so that it appears as it is, wherever a line of Markdown may hold it."""
    return "<br>".join(_escaped_line(line) for line in _BREAK.split(visible(text)))


def _escaped_line(line: str) -> str:
    pieces, end = [], 0
    for spark in _SPARK.finditer(line):
        pieces += [
            _as_entities(line[end : spark.start()]),
            f"<span>{_as_entities(spark[0])}</span>",
        ]
        end = spark.end()
    return "".join([*pieces, _as_entities(line[end:])])


def _as_entities(text: str) -> str:
    return _MARKDOWN.sub(lambda mark: f"&#{ord(mark[0])};", text)


def _line(runs: Runs) -> str:
    return "".join(map(_run, runs))


def _run(run: Run) -> str:
    text = escaped(run.text)
    if tag := _TAGS.get(run.style):
        text = f"<{tag}>{text}</{tag}>"
    return f'<a href="{escape(run.href)}">{text}</a>' if run.href else text


def _written(block: Block) -> str:
    match block:
        case Heading():
            return f"{'#' * block.level} {_line(block.runs)}"
        case Paragraph():
            return _line(block.runs)
        case Table():
            return _table(block)
        case Steps():
            return "\n".join(f"{n}. {_line(item)}" for n, item in enumerate(block.items, 1))
        case Verbatim():
            return _verbatim(block.text)
        case Fold():
            inner = "\n\n".join(map(_written, block.blocks))
            title = f"<summary>{_line(block.title)}</summary>"
            return f"<details>\n{title}\n\n{inner}\n\n</details>"


def _table(table: Table) -> str:
    head = [" | ".join(map(escaped, table.columns)), " | ".join("---" for _ in table.columns)]
    rows = [" | ".join(map(_line, row)) for row in table.rows]
    return "\n".join(f"| {row} |" for row in [*head, *rows])


def _verbatim(text: str) -> str:
    """A fence is longer than any run of backticks within it."""
    shown = visible(text)
    longest = max((len(run) for run in re.findall("`+", shown)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}text\n{shown}\n{fence}"
