"""One file of the data: what it says, and where."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, TypeVar

from atlas.problem import Place, Problem
from atlas.source import glance, parse
from atlas.source.nodes import Mapping, Node, Path, Plain, Scalar, Sequence, plain

T = TypeVar("T")
Content = dict[str, Plain]


@dataclass(frozen=True, eq=False)
class Document:
    """One YAML file that could be read.

    `path` is what people are told (`data/places/kobe.yml`), `kind` the folder or file it
    belongs to (`places`, `sources`), `id` the file's name without its ending. `mended` are the
    lines, from 1, that could not be read as they stand: their fault is told, and nothing else.
    """

    path: str
    kind: str
    id: str
    text: str
    mended: frozenset[int] = frozenset()
    nodes: Mapping | None = None
    """What it says with all places, if that was needed to read it."""
    _content: list[Content] = field(default_factory=list)
    """What it says, until something is made of it."""
    _made: list[Any] = field(default_factory=list)

    @cached_property
    def lines(self) -> tuple[str, ...]:
        """The lines of the file."""
        return tuple(parse.lines_of(self.text))

    def turned(self, make: Callable[["Document", Content], T]) -> T:
        """Return what `make` makes of what the file says; always the very same.

        It is made once, and what the file says is then forgotten: the values of 10,000 pairings
        take 200 MiB beside their texts and what is made of them.
        """
        if not self._made:
            self._made.append(make(self, self._content.pop()))
        made: T = self._made[0]
        return made

    @property
    def ended(self) -> str:
        """The text with a plain break at the end of each line, the last one too."""
        return self.text if self.plain else "\n".join([*self.lines, ""])

    @property
    def plain(self) -> bool:
        """Whether it was read at a glance: then nothing in it is wrong as YAML, and no value blank."""
        return self.nodes is None

    @cached_property
    def root(self) -> Mapping:
        """What it says with all places: they are looked for where there is something to tell."""
        root = self.nodes or parse.parse(self.path, self.text).root
        assert root is not None  # else the file would be no document
        return root

    def line(self, number: int) -> str:
        """Return a line of the file, counted from 1; empty past the end."""
        return self.lines[number - 1] if number <= len(self.lines) else ""

    def node(self, path: Path) -> Node | None:
        """Return the value at a path, with all places; none where there is nothing."""
        node: Node | None = self.root
        for step in path:
            node = _child(node, step) if node is not None else None
        return node

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
        node = self.node(path)
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
        node = self.node(path)
        return node.text if isinstance(node, Scalar) else ""


def document(
    path: str, kind: str, record_id: str, text: str
) -> tuple[Document | None, list[Problem]]:
    """Read YAML text as a file of the data; without a document there is at least one problem."""
    if content := glance.read(text):
        return Document(path, kind, record_id, text, _content=[content]), []
    parsed = parse.parse(path, text)
    if parsed.root is None:
        return None, parsed.problems
    said = [plain(parsed.root)]
    read = Document(path, kind, record_id, text, parsed.mended, parsed.root, said)
    return read, parsed.problems


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
