"""What YAML says, with the place of every word in it."""

from dataclasses import dataclass
from typing import overload

from atlas.problem import Place

Path = tuple[str | int, ...]
"""The way to a value inside a file: keys and positions from 0."""

Plain = str | list["Plain"] | dict[str, "Plain"]
"""A value without its places."""


@dataclass(frozen=True, slots=True)
class Scalar:
    """A word or a text, exactly as it was typed."""

    text: str
    place: Place


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list."""

    items: tuple["Node", ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys and their values, in the order of the file."""

    entries: tuple[tuple[Scalar, "Node"], ...]
    place: Place


Node = Scalar | Sequence | Mapping


@overload
def plain(node: Mapping) -> dict[str, Plain]: ...
@overload
def plain(node: Node) -> Plain: ...
def plain(node: Node) -> Plain:
    """Return what a node says, without places."""
    match node:
        case Scalar():
            return node.text
        case Sequence():
            return [plain(item) for item in node.items]
        case Mapping():
            return {key.text: plain(value) for key, value in node.entries}
