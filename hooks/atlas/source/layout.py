"""The one layout that every data file has: entries and their comments → YAML text."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from atlas.source import commented, parse
from atlas.source.commented import Block, Entry, Leaf
from atlas.source.nodes import Plain, plain
from atlas.source.scalars import one_key, one_line, several_lines
from atlas.text import width

WIDTH = 100
"""Columns that a list or a block in brackets may reach to; a wide character takes two."""

_STEP = "  "
_COMMENT_COLUMN = 37
"""Blanks and characters before a comment behind a short line; a longer line has `_GAP`."""
_GAP = 3


@dataclass(frozen=True, slots=True)
class Order:
    """In which order the keys of a block stand, and those of the blocks below them.

    Without keys, and where a block has others, they stay as they are. `each` is the order of all
    blocks under names that are free; if they are `apart`, an empty line stands between them.
    """

    keys: Mapping[str, "Order"] = field(default_factory=dict)
    each: "Order | None" = None
    apart: bool = False


FREE = Order()


class UnsafeError(ValueError):
    """The text cannot be laid out anew without the risk of changing what it says."""


def canonical(text: str, order: Order = FREE) -> str:
    """Lay a YAML text out anew: same content, same comments.

    Raises UnsafeError if the text has a fault, or if what comes out does not say the same.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    before = _said(text)  # which also finds faults
    result = written(commented.read(text), order)
    if result != text and _said(result) != before:
        raise UnsafeError
    return result


def written(root: Block, order: Order = FREE) -> str:
    """Write entries and their comments as a YAML file."""
    first = root.entries[0] if root.entries else None
    head = first.above if first else []  # it is the file's, whichever key comes first
    if first:
        first.above = []
    lines = _lines(root, "", order, after=head)
    while lines and not lines[0]:
        del lines[0]
    return "\n".join(lines) + "\n"


def content_of(text: str) -> dict[str, Plain]:
    """Return what a YAML text says. Raises UnsafeError if it has a fault."""
    parsed = parse.parse("", text)
    if parsed.root is None or parsed.problems:
        raise UnsafeError
    return plain(parsed.root)


def _said(text: str) -> tuple[Plain, list[str], list[str]]:
    return content_of(text), sorted(commented.comments(text)), commented.anchors(text)


def _lines(block: Block, indent: str, order: Order, after: list[str] | None = None) -> list[str]:
    """Write all entries of a block, below the comments that stand `after` its beginning."""
    lines = list(after or [])
    for entry in _ordered(block, order):
        above, body = _entry(entry, indent, order)
        if order.apart and len(lines) > len(after or []):
            above = ["", *above]
        for comment in above:
            if comment or (lines and lines[-1]):  # never two empty lines, or one to begin with
                lines.append(indent + comment if comment else "")
        lines += body
    return lines + [indent + comment if comment else "" for comment in block.below]


def _ordered(block: Block, order: Order) -> list[Entry]:
    position = {key: number for number, key in enumerate(order.keys)}
    keys = [entry.key.text if entry.key else "" for entry in block.entries]
    if not all(key in position for key in keys):
        return block.entries
    entries = sorted(block.entries, key=lambda e: position[e.key.text if e.key else ""])
    if entries != block.entries:
        for entry in entries:  # an empty line says nothing between other neighbours
            if not any(entry.above):
                entry.above = []
    return entries


def _entry(entry: Entry, indent: str, order: Order) -> tuple[list[str], list[str]]:
    """Write an entry: the comments above it, and its own lines."""
    *earlier, behind = entry.behind or [""]
    _lift(entry, order)
    above = [*entry.above, *earlier]
    value = entry.value
    start = indent + (f"{one_key(entry.key)}:" if entry.key else "-")
    below = order
    if entry.key:
        below = order.each or order.keys.get(entry.key.text, FREE)
    if isinstance(value, Leaf):
        text = one_line(value, "" if entry.key else "-")
        first, *others = [text] if text is not None else several_lines(value)
        lines = [f"{start} {first}".rstrip(" ")]
        lines += [indent + _STEP + line if line else "" for line in others]
        commented_line = 0 if value.style in ("|", ">") else -1
        lines[commented_line] = _with_comment(lines[commented_line], behind)
        return above, lines
    short = _in_brackets(value, below)
    if short is not None and (not value.entries or width(f"{start} {short}") <= WIDTH):
        return above, [_with_comment(f"{start} {short}", behind)]
    inner = _lines(value, indent + _STEP, below)
    if entry.key:
        return above, [_with_comment(start, behind), *inner]
    if behind:
        above.append(behind)
    while not inner[0] or inner[0].lstrip(" ").startswith("#"):
        above.append(inner.pop(0).strip(" "))
    return above, [f"{start} {inner[0][len(indent + _STEP) :]}", *inner[1:]]


def _lift(entry: Entry, order: Order) -> None:
    """Put what stands above the first entry of an item above the item: its line begins with both."""
    if entry.key is None and isinstance(entry.value, Block) and entry.value.entries:
        first = _ordered(entry.value, order)[0]
        _lift(first, order)
        entry.above, first.above = [*entry.above, *first.above], []


def _with_comment(line: str, comment: str) -> str:
    if not comment:
        return line
    return line + " " * max(_COMMENT_COLUMN - width(line), _GAP) + comment


def _in_brackets(block: Block, order: Order) -> str | None:
    """Write a block on one line, if it is simple enough and no comment stands in it.

    Simple are keys whose values are single words or texts, and lists that are not of such blocks.
    """
    if block.entries and (
        block.below or any([*e.above, *e.behind] != [""] * len(e.above) for e in block.entries)
    ):
        return None
    if block.listed and block.entries and all(isinstance(e.value, Block) for e in block.entries):
        return None
    left, right = "[]" if block.listed else "{}"
    parts = []
    for entry in _ordered(block, order):
        value = entry.value
        if isinstance(value, Leaf):
            text = one_line(value, left)
        else:
            text = _in_brackets(value, order) if block.listed else None
        if text is None:
            return None
        key = f"{one_key(entry.key, left)}: " if entry.key else ""
        parts.append(key + text)
    return left + ", ".join(parts) + right
