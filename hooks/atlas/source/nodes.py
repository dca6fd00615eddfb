"""What a YAML file says, with the place of every word in it."""

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


@dataclass(frozen=True, slots=True)
class Document:
    """One YAML file that could be read.

    `path` is what people are told (`data/places/kobe.yml`), `kind` the folder or file it
    belongs to (`places`, `sources`), `id` the file's name without its ending. `mended` are the
    lines, from 1, that could not be read as they stand: their fault is told, and nothing else.
    """

    path: str
    kind: str
    id: str
    root: Mapping
    lines: tuple[str, ...]
    mended: frozenset[int] = frozenset()

    def line(self, number: int) -> str:
        """Return a line of the file, counted from 1; empty past the end."""
        return self.lines[number - 1] if number <= len(self.lines) else ""

    def place(self, path: Path) -> Place:
        """Return where a value stands; of one that is missing, where the block it lacks in begins."""
        node: Node = self.root
        for step in path:
            child = _child(node, step)
            if child is None:
                break
            node = child
        return node.place

    def keys(self, path: Path) -> tuple[str, ...]:
        """Return the keys of the block at a path, in the order of the file; none where there is no block."""
        node: Node | None = self.root
        for step in path:
            node = _child(node, step) if node is not None else None
        return tuple(key.text for key, _ in node.entries) if isinstance(node, Mapping) else ()

    def key_place(self, path: Path) -> Place:
        """Return where the key of a value stands, or the value itself where it has no key."""
        node: Node = self.root
        for step in path[:-1]:
            child = _child(node, step)
            if child is None:
                return node.place
            node = child
        if isinstance(node, Mapping):
            for key, _ in node.entries:
                if key.text == path[-1]:
                    return key.place
        return self.place(path)

    def path_at(self, place: Place) -> Path:
        """Return the way to the innermost value that begins, key included, at or before a place."""
        node: Node = self.root
        path: Path = ()
        while inner := [
            (step, value)
            for begin, step, value in _parts(node)
            if (begin.line, begin.column) <= (place.line, place.column)
        ]:
            step, node = inner[-1]
            path = (*path, step)
        return path

    def word_place(self, path: Path, word: str) -> Place:
        """Return where a word of a value stands; the value itself if the word is written otherwise."""
        place = self.place(path)
        start = place.column - 1
        for number in range(place.line, len(self.lines) + 1):
            column = self.line(number).find(word, start)
            if column >= 0:
                return Place(number, column + 1, len(word))
            start = 0
        return place

    def exchanged(self, one: Path, other: Path) -> tuple[Place, str] | None:
        """Exchange two values that stand on one line.

        Return the stretch of the line from the first to the end of the second, and how it reads
        then; None if they stand on several lines.
        """
        first, second = sorted((self.place(one), self.place(other)))
        line, end = self.line(first.line), second.column - 1 + second.length
        words = [line[place.column - 1 :][: place.length] for place in (first, second)]
        whole = {_bare(word) for word in words} == {self._text(one), self._text(other)}
        if first.line != second.line or not whole:
            return None
        between = line[first.column - 1 + first.length : second.column - 1]
        stretch = Place(first.line, first.column, end - first.column + 1)
        return stretch, words[1] + between + words[0]

    def _text(self, path: Path) -> str:
        node: Node | None = self.root
        for step in path:
            node = _child(node, step) if node else None
        return node.text if isinstance(node, Scalar) else ""


def _bare(written: str) -> str:
    """A value as it is written, without quotation marks around it."""
    quoted = len(written) > 1 and written[0] == written[-1] and written[0] in "'\""
    return written[1:-1] if quoted else written


def _parts(node: Node) -> list[tuple[Place, str | int, Node]]:
    """Where each part of a list or block begins, by which step it is reached, and what it is."""
    match node:
        case Mapping():
            return [(key.place, key.text, value) for key, value in node.entries]
        case Sequence():
            return [(item.place, number, item) for number, item in enumerate(node.items)]
        case Scalar():
            return []


def _child(node: Node, step: str | int) -> Node | None:
    if isinstance(node, Mapping):
        return next((value for key, value in node.entries if key.text == step), None)
    if isinstance(node, Sequence) and isinstance(step, int) and step < len(node.items):
        return node.items[step]
    return None


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
