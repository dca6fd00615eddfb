"""YAML text → nodes that know their place, or what is wrong with it. Only here is YAML read."""

import re
from collections.abc import Iterator

import yaml

from atlas.problem import Place, Problem, Rule, Values
from atlas.source import faults
from atlas.source.nodes import Mapping, Node, Scalar, Sequence

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # libyaml is several times faster
_STANDARD_TAG = "tag:yaml.org,2002:"
_TAB_INDENT = re.compile(r"[ ]*\t")


def decode(path: str, content: bytes) -> str | Problem:
    """Read a file's bytes as UTF-8 text without a byte order mark, or say why that fails."""
    for mark in (b"\xff\xfe", b"\xfe\xff"):
        if content.startswith(mark):
            return Problem(path, Place(), faults.ENCODING)
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        before = content[: error.start].decode("utf-8")
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        shown = content.decode("utf-8", "replace").splitlines()[line - 1]
        return Problem(path, Place(line, column), faults.ENCODING, excerpt=shown)
    if text.startswith("\ufeff"):
        return Problem(path, Place(), faults.BYTE_ORDER_MARK)
    return text


def parse(path: str, text: str) -> tuple[Mapping | None, list[Problem]]:
    """Read YAML text; the top must be a mapping. Without one there is at least one problem."""
    lines = text.splitlines()
    try:
        root = yaml.compose(text, Loader=_LOADER)
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        return None, [_syntax_problem(path, lines, error)]
    if root is None:
        return None, [Problem(path, Place(), faults.EMPTY)]
    if not isinstance(root, yaml.MappingNode):
        place = _place(root, lines)
        return None, [Problem(path, place, faults.NOT_A_MAPPING, excerpt=_line(lines, place.line))]
    reader = _Reader(path, lines)
    node = reader.mapping(root)
    return node, reader.problems


def _line(lines: list[str], number: int) -> str:
    return lines[number - 1] if 0 < number <= len(lines) else ""


def _syntax_problem(path: str, lines: list[str], error: Exception) -> Problem:
    message = str(getattr(error, "problem", None) or getattr(error, "reason", None) or error)
    mark = getattr(error, "problem_mark", None)
    if "end of stream" in message and getattr(error, "context_mark", None):
        mark = error.context_mark  # type: ignore[attr-defined]  # MarkedYAMLError: the opening quote
    if mark is not None:
        place = Place(mark.line + 1, mark.column + 1)
    else:
        place = next(_control_characters(lines), Place())
    if "another document" in message:
        return Problem(path, place, faults.SEVERAL_DOCUMENTS, excerpt=_line(lines, place.line))
    for number, line in enumerate(lines, 1):
        if tab := _TAB_INDENT.match(line):
            return Problem(path, Place(number, tab.end()), faults.TAB, excerpt=line)
    values = {"reason": faults.reason(message)}
    return Problem(path, place, faults.SYNTAX, values, excerpt=_line(lines, place.line))


def _control_characters(lines: list[str]) -> Iterator[Place]:
    for number, line in enumerate(lines, 1):
        for column, character in enumerate(line, 1):
            if (ord(character) < 32 and character != "\t") or 127 <= ord(character) < 160:
                yield Place(number, column)


def _place(node: yaml.Node, lines: list[str]) -> Place:
    """Where a node stands: as far as it reaches on its first line, a block as far as its first key."""
    if isinstance(node, yaml.MappingNode) and not node.flow_style and node.value:
        node = node.value[0][0]
    start, end = node.start_mark, node.end_mark
    end_column = end.column if end.line == start.line else len(_line(lines, start.line + 1))
    return Place(start.line + 1, start.column + 1, max(1, end_column - start.column))


class _Reader:
    """Turns PyYAML's nodes into ours, collecting what this project does not allow."""

    def __init__(self, path: str, lines: list[str]) -> None:
        self.problems: list[Problem] = []
        self._path = path
        self._lines = lines
        self._seen: set[int] = set()

    def _report(self, rule: Rule, place: Place, values: Values) -> None:
        excerpt = _line(self._lines, place.line)
        self.problems.append(Problem(self._path, place, rule, values, excerpt))

    def node(self, node: yaml.Node) -> Node:
        place = _place(node, self._lines)
        if id(node) in self._seen:  # the same object again: an alias
            self._report(faults.ALIAS, place, {})
            return Scalar("", place)
        self._seen.add(id(node))
        if not node.tag.startswith(_STANDARD_TAG):
            self._report(faults.TAG, place, {"tag": node.tag})
        if isinstance(node, yaml.ScalarNode):
            empty = node.value == "" and node.style is None
            return Scalar(None if empty else node.value, place)
        if isinstance(node, yaml.SequenceNode):
            return Sequence(tuple(self.node(item) for item in node.value), place)
        assert isinstance(node, yaml.MappingNode)
        return self.mapping(node)

    def mapping(self, node: yaml.MappingNode) -> Mapping:
        self._seen.add(id(node))
        first: dict[str, Scalar] = {}
        entries = []
        for key_node, value_node in node.value:
            key, value = self.node(key_node), self.node(value_node)
            if not isinstance(key, Scalar) or not key.text:
                self._report(faults.BAD_KEY, key.place, {})
            elif key.text in first:
                values = {"key": key.text, "line": str(first[key.text].place.line)}
                self._report(faults.DOUBLED_KEY, key.place, values)
            else:
                first[key.text] = key
                entries.append((key, value))
        return Mapping(tuple(entries), _place(node, self._lines))
