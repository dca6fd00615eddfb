"""A record that is no file yet → YAML text, laid out as all files of the data are."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from atlas.source import layout, scalars
from atlas.source.commented import Block, Entry, Leaf
from atlas.source.layout import FREE, Order
from atlas.source.nodes import Plain


@dataclass(frozen=True, slots=True)
class Comments:
    """What stands in a file for those who edit it: lines without their `#`."""

    before: tuple[str, ...] = ()
    behind: Mapping[str, str] = field(default_factory=dict)
    """Behind the record's own keys."""
    after: tuple[str, ...] = ()


NONE = Comments()


def compose(
    content: Mapping[str, Plain], order: Order = FREE, comments: Comments = NONE, under: str = ""
) -> str:
    """Write a record as YAML.

    In a file of many it stands `under` its id; `order` is always that of the whole file. Texts of
    several lines end in a line break, which the model takes off.
    """
    block = _block(content)
    for entry in block.entries:
        if entry.key and (note := comments.behind.get(entry.key.text)):
            entry.behind = [f"# {note}"]
    if comments.after:
        block.below = ["", *_commented(comments.after)]
    if under:
        block = Block(listed=False, entries=[Entry(Leaf(under), block)])
    if block.entries:
        block.entries[0].above = [*_commented(comments.before)]
    return layout.written(block, order)


def _commented(lines: Iterable[str]) -> Iterator[str]:
    return (f"# {line}".rstrip() for line in lines)


def _block(content: Mapping[str, Plain] | list[Plain]) -> Block:
    if isinstance(content, list):
        return Block(listed=True, entries=[Entry(None, _value(item)) for item in content])
    entries = [Entry(Leaf(key), _value(value)) for key, value in content.items()]
    return Block(listed=False, entries=entries)


def _value(value: Plain) -> Leaf | Block:
    return scalars.leaf(value) if isinstance(value, str) else _block(value)
