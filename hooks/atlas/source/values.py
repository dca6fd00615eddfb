"""Where on a line of YAML values stand, and how deep lines are indented: read without a parser."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

_BLOCK = re.compile(r" *(?:- +)*(?:[A-Za-z_][\w-]*: +)?(?=\S)")
_KEY_IN_FLOW = re.compile(r"[{,]\s*[A-Za-z_][\w-]*:\s+(?=\S)")
_COMMENT = re.compile(r"\s+#.*$|\s+$")
_CLOSES = {"[": "]", "{": "}"}
_REACH = 80
"""How many lines are looked back on for the blocks that a line may belong to."""


def values(line: str) -> Iterator[tuple[int, int]]:
    """Find where values begin and end: that of the line, and those inside { }."""
    head = _BLOCK.match(line)
    if head is None or line[head.end()] == "#":
        return
    end = len(_COMMENT.sub("", line))
    if head.end() < end:
        yield head.end(), end
    inner = list(_KEY_IN_FLOW.finditer(line, 0, end))
    last = len(line[:end].rstrip("]} "))
    for found, after in pairwise([*inner, None]):
        assert found is not None  # only the last is not there
        stop = last if after is None else after.start()
        stop = len(line[:stop].rstrip("]} ")) if after and line[stop] == "{" else stop
        if found.end() < stop:
            yield found.end(), stop


def brackets(line: str) -> Iterator[tuple[int, str]]:
    """Find a bracket without its counterpart on the line: its place, and the line mended."""
    opened: list[int] = []
    bare = re.sub(r"\"[^\"]*\"|'[^']*'", lambda m: "_" * len(m[0]), line)
    bare = _COMMENT.sub("", bare)
    for place, mark in enumerate(bare):
        if mark in _CLOSES:
            opened.append(place)
        elif mark in _CLOSES.values():
            if not opened:
                head = _BLOCK.match(line)
                if head and not re.search(r"[\[{]", line):  # the opening one is missing
                    yield place, line[: head.end()] + _opening(mark) + line[head.end() :]
                yield place, line[:place] + line[place + 1 :]
                return
            begun = opened.pop()
            if mark != _CLOSES[line[begun]]:
                yield place, line[:place] + _CLOSES[line[begun]] + line[place + 1 :]
                yield begun, line[:begun] + _opening(mark) + line[begun + 1 :]
                return
    if opened:
        closing = "".join(_CLOSES[line[place]] for place in reversed(opened))
        end = len(bare.rstrip(", "))
        yield opened[-1], line[:end] + closing + line[end:].lstrip(",")


def _opening(closing: str) -> str:
    return next(opening for opening, closes in _CLOSES.items() if closes == closing)


def open_indents(lines: Sequence[str], number: int, item: bool = False) -> set[int]:
    """Return the indents that a line may have as part of the blocks begun above it.

    An `item` of a list stands below another one, if there is one above.
    """
    keys, items, least = {0}, set[int](), 1000
    for line in reversed(lines[max(0, number - _REACH) : number]):
        content = line.lstrip(" ")
        depth = len(line) - len(content)
        if content.strip() and content[0] not in "#\t\u3000" and depth < least:
            if least == 1000 and content.rstrip().endswith(":"):
                keys.add(depth + 2)
            if content.startswith("- "):
                items.add(depth)
                keys.add(len(line) - len(content[1:].lstrip(" ")))
            keys.add(depth)
            least = depth
        if not least:
            break
    return items if item and items else keys
