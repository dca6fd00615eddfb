"""A record → YAML text, laid out as the files of the data folder are."""

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from atlas.source import quoting
from atlas.source.nodes import Plain

WIDTH = 100
"""Columns that a block within brackets may reach to; a wide character takes two."""

_NOTE_COLUMN = 37
"""Where comments behind values stand, counted from 0; further right behind what is longer."""


@dataclass(frozen=True, slots=True)
class Comments:
    """What stands in a file for those who edit it: lines without their `#`."""

    before: tuple[str, ...] = ()
    behind: Mapping[str, str] = field(default_factory=dict)
    """Behind the values, by key."""
    after: tuple[str, ...] = ()


_NONE = Comments()


def compose(content: Mapping[str, Plain], comments: Comments = _NONE) -> str:
    """Write a record as YAML. Nothing in it may be empty: neither keys, lists nor blocks."""
    lines = [
        *_commented(comments.before),
        *_block(content, "", comments.behind),
        *([""] if comments.after else []),
        *_commented(comments.after),
    ]
    return "\n".join(lines) + "\n"


def entry(record_id: str, content: Mapping[str, Plain], comments: Comments = _NONE) -> str:
    """Write a record as it stands under its id in a file of many."""
    lines = compose(content, comments).splitlines()
    inner = "\n".join(f"  {line}" if line else "" for line in lines)
    return f"{quoting.key(record_id)}:\n{inner}\n"


def _commented(lines: Iterable[str]) -> Iterator[str]:
    return (f"# {line}".rstrip() for line in lines)


def _block(content: Mapping[str, Plain], indent: str, behind: Mapping[str, str]) -> Iterator[str]:
    for key, value in content.items():
        name = quoting.key(key)
        first, *rest = _value(value, indent, len(indent) + len(name) + 2)
        line = f"{indent}{name}:{first}"
        if note := behind.get(key):
            line += " " * max(_NOTE_COLUMN - _width(line), 3) + f"# {note}"
        yield line
        yield from rest


def _value(value: Plain, indent: str, column: int) -> Iterator[str]:
    """What stands behind a key's colon, and the lines below it."""
    flow = _flow(value, outermost=True)
    if flow is not None and (isinstance(value, str) or column + _width(flow) <= WIDTH):
        yield f" {flow}"
    elif isinstance(value, str):
        first, *rest = quoting.literal(value, f"{indent}  ")
        yield from (f" {first}", *rest)
    elif isinstance(value, dict):
        yield from ("", *_block(value, f"{indent}  ", {}))
    else:
        yield from ("", *(line for item in value for line in _item(item, f"{indent}  ")))


def _item(item: Plain, indent: str) -> Iterator[str]:
    flow = _flow(item, outermost=True)
    if flow is not None and (isinstance(item, str) or len(indent) + 2 + _width(flow) <= WIDTH):
        yield f"{indent}- {flow}"
    elif isinstance(item, dict):
        first, *rest = _block(item, f"{indent}  ", {})
        yield from (f"{indent}- {first.lstrip()}", *rest)
    elif isinstance(item, str):
        first, *rest = quoting.literal(item, f"{indent}  ")
        yield from (f"{indent}- {first}", *rest)
    else:
        yield from (f"{indent}-", *(line for part in item for line in _item(part, f"{indent}  ")))


def _flow(value: Plain, *, outermost: bool = False) -> str | None:
    """A value on one line, or None where it holds a text that needs several.

    Within brackets there are only words and blocks of words: deeper ones are hard to read.
    """
    match value:
        case str():
            return (
                None if quoting.fits_literal(value) else quoting.inline(value, flow=not outermost)
            )
        case list():
            blocks = [isinstance(item, dict) for item in value]
            parts = [_flow(item) for item in value]
            if None in parts or (blocks and all(blocks)):
                return None
            return f"[{', '.join(part for part in parts if part)}]"
        case dict():
            words = all(isinstance(part, str) for part in value.values())
            parts = [_flow(part) for part in value.values()]
            if not words or None in parts:
                return None
            pairs = zip(value, (part for part in parts if part), strict=True)
            return f"{{{', '.join(f'{quoting.key(key)}: {part}' for key, part in pairs)}}}"


def _width(text: str) -> int:
    """Columns that a text takes (Unicode UAX #11: wide characters take two)."""
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)
