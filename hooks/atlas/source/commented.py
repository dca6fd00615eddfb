"""YAML text → its entries with their comments, each comment with the entry that it belongs to."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

import yaml

from atlas.source.loader import LOADER

_WHITE = " \t\r\n"
"""What YAML passes over; other blanks, such as the wide one of Japanese, are text."""

_EMPTY_LINES = re.compile(r"(?:\r?\n[ \t]*)+\Z")
"""What may follow a block after `|`, and is counted to it, but is no text."""

_BLANK = ""
"""Stands among comments for an empty line between them."""

_INSIDE_BRACKETS = 1_000_000
"""The indentation of what stands inside brackets, where indentation says nothing."""


@dataclass(slots=True)
class Leaf:
    """A word or a text: what it says, how it is written, and in which style.

    The style is the character it begins with (`"`, `'`, `|`, `>`), or blank without one.
    """

    text: str
    raw: str = ""
    style: str = ""


@dataclass(slots=True)
class Block:
    """A list, or keys with values."""

    listed: bool
    entries: list["Entry"] = field(default_factory=list)
    below: list[str] = field(default_factory=list)
    """Comments after the last entry."""


@dataclass(slots=True)
class Entry:
    """An item of a list, or a key with its value. Among its comments, "" is an empty line."""

    key: Leaf | None
    value: Leaf | Block
    above: list[str] = field(default_factory=list)
    behind: list[str] = field(default_factory=list)


@dataclass(slots=True)
class _Spot:
    """Where an entry begins, and which blocks it stands in."""

    entry: Entry
    start: int
    indent: int
    block: Block
    end_of_brackets: int
    outer: "_Spot | None"


@dataclass(frozen=True, slots=True)
class _Comment:
    start: int
    column: int
    text: str
    alone: bool
    """Whether it has a line of its own."""


def read(text: str) -> Block:
    """Read YAML text that `parse` finds no fault with; its lines end in line feeds."""
    root = yaml.compose(text, Loader=LOADER)
    assert isinstance(root, yaml.MappingNode)  # `parse` allows nothing else
    tree = _Tree(text)
    block = tree.block(root, None)
    tree.hand_out(list(_comments(text, tree.spans)), block)
    return block


def comments(text: str) -> list[str]:
    """Return all comments of a YAML text, in their order."""
    tree = _Tree(text)
    root = yaml.compose(text, Loader=LOADER)
    assert isinstance(root, yaml.MappingNode)
    tree.block(root, None)
    return [comment.text for comment in _comments(text, tree.spans) if comment.text]


def anchors(text: str) -> list[str]:
    """Return the names that a text gives to values (`&name`), which `parse` passes over."""
    if "&" not in text:
        return []
    events = yaml.parse(text, Loader=LOADER)
    return [name for event in events if (name := getattr(event, "anchor", None))]


def end_of(text: str, node: yaml.Node) -> int:
    """Return the offset behind the last character of what a node says, comments left out."""
    assert node.start_mark is not None
    assert node.end_mark is not None
    if isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
        last = node.value[-1]
        return end_of(text, last[1] if isinstance(last, tuple) else last)
    start, end = node.start_mark.index, node.end_mark.index
    if isinstance(node, yaml.ScalarNode) and node.style in ("|", ">"):
        return start + len(_EMPTY_LINES.sub("", text[start:end]))
    return end


class _Tree:
    """Makes entries of nodes, and remembers where each begins and ends."""

    def __init__(self, text: str) -> None:
        self.spans: list[tuple[int, int]] = []
        """Where texts stand: what looks like a comment there is none."""
        self._text = text
        self._spots: list[_Spot] = []
        self._touched: list[tuple[int, Entry]] = []
        """Offsets up to which an entry has come: a comment behind on that line is its own."""

    def block(self, node: yaml.Node, outer: _Spot | None) -> Block:
        """Make the block of a mapping or a list, with all that is in it."""
        assert isinstance(node, yaml.CollectionNode)
        assert node.start_mark is not None
        assert node.end_mark is not None
        block = Block(isinstance(node, yaml.SequenceNode))
        inside = bool(node.flow_style)
        indent = _INSIDE_BRACKETS if inside else node.start_mark.column
        end = node.end_mark.index if inside else 0
        for key, value in (
            pair if isinstance(pair, tuple) else (None, pair) for pair in node.value
        ):
            entry = Entry(self._leaf(key) if key is not None else None, Leaf(""))
            start = (key or value).start_mark.index
            spot = _Spot(entry, start, indent, block, end, outer)
            self._spots.append(spot)
            block.entries.append(entry)
            if key is not None:
                self._touched.append((key.end_mark.index, entry))
            self._fill(entry, value, spot)
        return block

    def _fill(self, entry: Entry, node: yaml.Node, spot: _Spot) -> None:
        assert node.start_mark is not None
        if isinstance(node, yaml.ScalarNode):
            entry.value = self._leaf(node)
        written = isinstance(node, yaml.ScalarNode) and bool(entry.value.raw)  # type: ignore[union-attr]  # a leaf
        if written or getattr(node, "flow_style", False):
            self._touched.append((node.start_mark.index + 1, entry))
        if isinstance(node, yaml.CollectionNode):
            entry.value = self.block(node, spot)
        if written or getattr(node, "flow_style", False):
            self._touched.append((end_of(self._text, node), entry))

    def _leaf(self, node: yaml.Node) -> Leaf:
        assert isinstance(node, yaml.ScalarNode)
        assert node.start_mark is not None
        start, end = node.start_mark.index, end_of(self._text, node)
        raw, style = self._text[start:end], node.style or ""
        first = start
        if style in ("|", ">"):  # a comment may stand on its first line
            first = min(end, start + len(raw.partition("\n")[0]))
        self.spans.append((first, end))
        return Leaf(node.value, raw, style)

    def hand_out(self, found: list[_Comment], root: Block) -> None:
        """Give each comment to the entry that it stands behind or above, or to the end of a block."""
        starts = [spot.start for spot in self._spots]
        touched = [offset for offset, _ in self._touched]
        gaps: dict[int, list[_Comment]] = {}
        for comment in found:
            last = bisect_right(touched, comment.start) - 1
            if (
                not comment.alone
                and last >= 0
                and "\n" not in self._text[touched[last] : comment.start]
            ):
                self._touched[last][1].behind.append(comment.text)
            else:
                gaps.setdefault(bisect_right(starts, comment.start), []).append(comment)
        for following, gap in gaps.items():
            self._hand_out_gap(gap, following, root)

    def _hand_out_gap(self, gap: list[_Comment], following: int, root: Block) -> None:
        """Give away the comments between two entries: what is indented deeper ends a block before."""
        spots = self._spots
        before = spots[following - 1] if following else None
        after = spots[following] if following < len(spots) else None
        after_above = after.entry.above if after else root.below
        target, blank = None, False
        for comment in gap:
            if comment.text == _BLANK:
                blank = True
                continue
            if target is not after_above:
                ended = _ended_block(before, comment, after)
                target = ended.below if ended else after_above
            target += [_BLANK, comment.text] if blank else [comment.text]
            blank = False
        if blank and after:
            after_above.append(_BLANK)


def _ended_block(before: _Spot | None, comment: _Comment, after: _Spot | None) -> Block | None:
    """Find the block that a comment stands at the end of, if it is not above the next entry.

    That is the innermost block which ends here and which is not indented deeper than the comment;
    of blocks that are indented like the comment, the outermost.
    """
    open_still = {id(spot.block) for spot in _outwards(after)}
    found: _Spot | None = None
    for spot in _outwards(before):
        if id(spot.block) in open_still or spot.outer is None:
            break
        if spot.end_of_brackets > comment.start:
            return spot.block
        level = found is None or spot.indent == found.indent == comment.column
        if level and (after.indent if after else 0) < comment.column >= spot.indent:
            found = spot
    return found.block if found else None


def _outwards(spot: _Spot | None) -> Iterator[_Spot]:
    while spot is not None:
        yield spot
        spot = spot.outer


def _comments(text: str, spans: list[tuple[int, int]]) -> Iterator[_Comment]:
    """Find comments, and empty lines as comments without text, outside of all texts."""
    masked = list(text)
    for start, end in spans:
        masked[start:end] = re.sub(r"[^\n]", "x", text[start:end])
    inside = {
        position.end() + start
        for start, end in spans
        for position in re.finditer("\n", text[start:end])
    }
    offset = 0
    for line, shown in zip(text.split("\n"), "".join(masked).split("\n"), strict=True):
        match = re.search(r"(?:^|(?<=[ \t]))#", shown)
        if match:
            alone = not shown[: match.start()].strip(_WHITE)
            comment = line[match.start() :].rstrip(_WHITE)
            yield _Comment(offset + match.start(), match.start(), comment, alone)
        elif not shown.strip(_WHITE) and offset not in inside:
            yield _Comment(offset, 0, _BLANK, alone=True)
        offset += len(line) + 1
