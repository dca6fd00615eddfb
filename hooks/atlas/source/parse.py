"""YAML text → nodes that know their place, or what is wrong with it. Only here is YAML read."""

import re
from collections.abc import Iterator

import yaml

from atlas.problem import Place, Problem, Rule, Values
from atlas.source import faults
from atlas.source.nodes import Mapping, Node, Scalar, Sequence
from atlas.text import LANGUAGES

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # libyaml is several times faster
_MAX_DEPTH = 20  # no record goes half as deep; beyond it a file is a mistake or an attack
_TOLD_TOO_LATE = ("unexpected end of stream", "could not find expected ':'")
"""What a parser notices only after the place of the mistake."""
_TAB_INDENT = re.compile(r"[ ]*\t")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ufffe\uffff]")
"""What YAML lets be written in quotes ("\\x07") but neither XML nor a calendar can hold."""


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
        if deep := _too_deep(text):
            return None, [_syntax_problem(path, lines, deep)]
        root = yaml.compose(text, Loader=_LOADER)
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        return None, [_syntax_problem(path, lines, error)]
    if root is None:
        return None, [Problem(path, Place(), faults.EMPTY)]
    if not isinstance(root, yaml.MappingNode):
        place = _place(root, lines)
        return None, [Problem(path, place, faults.NOT_A_MAPPING, excerpt=_line(lines, place.line))]
    if not_allowed := list(_not_allowed(path, text, lines)):
        return None, not_allowed
    reader = _Reader(path, lines)
    node = reader.mapping(root)
    return node, reader.problems


def _too_deep(text: str) -> yaml.MarkedYAMLError | None:
    """Find nesting so deep that libyaml's composer, which recurses, would crash."""
    if text.count("[") + text.count("{") + text.count("- ") < 1000:
        return None
    depth = 0
    for event in yaml.parse(text, Loader=_LOADER):
        depth += isinstance(event, yaml.CollectionStartEvent)
        depth -= isinstance(event, yaml.CollectionEndEvent)
        if depth > _MAX_DEPTH:
            mark = event.start_mark
            return yaml.MarkedYAMLError(problem="nested too deeply", problem_mark=mark)  # type: ignore[arg-type]  # libyaml's own kind of mark
    return None


def _not_allowed(path: str, text: str, lines: list[str]) -> Iterator[Problem]:
    """Find what YAML has and this project does not use: aliases and tags."""
    if "*" not in text and "!" not in text:
        return
    for event in yaml.parse(text, Loader=_LOADER):
        if isinstance(event, yaml.AliasEvent):
            values: Values = {}
            rule = faults.ALIAS
        elif tag := getattr(event, "tag", None):
            values, rule = {"tag": tag}, faults.TAG
        else:
            continue
        place = _place(event, lines)
        yield Problem(path, place, rule, values, _line(lines, place.line))


def _line(lines: list[str], number: int) -> str:
    return lines[number - 1] if 0 < number <= len(lines) else ""


def _syntax_problem(path: str, lines: list[str], error: Exception) -> Problem:
    message = str(getattr(error, "problem", None) or getattr(error, "reason", None) or error)
    mark = getattr(error, "problem_mark", None)
    if getattr(error, "context_mark", None) and any(m in message for m in _TOLD_TOO_LATE):
        mark = error.context_mark  # type: ignore[attr-defined]  # MarkedYAMLError: where it began
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


def _place(node: yaml.Node | yaml.Event, lines: list[str]) -> Place:
    """Where a node stands: as far as it reaches on its first line, a block as far as its first key."""
    if isinstance(node, yaml.MappingNode) and not node.flow_style and node.value:
        node = node.value[0][0]
    start, end = node.start_mark, node.end_mark
    assert start is not None
    assert end is not None  # marks are missing only from nodes that no file was read for
    end_column = end.column if end.line == start.line else len(_line(lines, start.line + 1))
    return Place(start.line + 1, start.column + 1, max(1, end_column - start.column))


class _Reader:
    """Turns PyYAML's nodes into ours, collecting what this project does not allow."""

    def __init__(self, path: str, lines: list[str]) -> None:
        self.problems: list[Problem] = []
        self._path = path
        self._lines = lines

    def _report(self, rule: Rule, place: Place, values: Values) -> None:
        excerpt = _line(self._lines, place.line)
        self.problems.append(Problem(self._path, place, rule, values, excerpt))

    def node(self, node: yaml.Node, depth: int) -> Node:
        place = _place(node, self._lines)
        if isinstance(node, yaml.ScalarNode):
            if control := _CONTROL.search(node.value):
                code = f"U+{ord(control[0]):04X}"
                self._report(faults.CONTROL_CHARACTER, place, {"code": code})
            return Scalar(node.value, place)
        if depth > _MAX_DEPTH:
            self._report(faults.SYNTAX, place, {"reason": faults.reason("nested too deeply")})
            return Scalar("", place)
        if isinstance(node, yaml.SequenceNode):
            return Sequence(tuple(self.node(item, depth + 1) for item in node.value), place)
        assert isinstance(node, yaml.MappingNode)
        return self.mapping(node, depth)

    def mapping(self, node: yaml.MappingNode, depth: int = 0) -> Mapping:
        first: dict[str, Scalar] = {}
        entries = []
        for key_node, value_node in node.value:
            key, value = self.node(key_node, depth + 1), self.node(value_node, depth + 1)
            if not isinstance(key, Scalar) or not key.text:
                self._report(faults.BAD_KEY, key.place, {})
            elif key.text in first:
                values = {"key": key.text, "line": str(first[key.text].place.line)}
                self._report(faults.DOUBLED_KEY, key.place, values)
            else:
                first[key.text] = key
                entries.append((key, value))
                if key.text in LANGUAGES:
                    self._look_behind(value_node)
        return Mapping(tuple(entries), _place(node, self._lines))

    def _look_behind(self, node: yaml.Node) -> None:
        """Report a comment behind a text without quotation marks: it may be part of the text."""
        if not isinstance(node, yaml.ScalarNode) or node.style in {"'", '"', "|", ">"}:
            return
        end = node.end_mark
        behind = _line(self._lines, end.line + 1)[end.column :]
        if behind.startswith(" #"):  # a comment usually stands apart by more than one blank
            column = end.column + 2
            self._report(faults.CUT_SHORT, Place(end.line + 1, column, len(behind.strip())), {})
