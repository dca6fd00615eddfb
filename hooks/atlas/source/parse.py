"""YAML text → nodes that know their place, or what is wrong with it. Only here is YAML read."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

import yaml

from atlas.problem import Place, Problem, Rule, Values
from atlas.source import faults
from atlas.source.loader import LOADER
from atlas.source.mending import Mending, Stop, mend
from atlas.source.nodes import Mapping, Node, Scalar, Sequence
from atlas.source.reasons import reason
from atlas.source.scalars import quoted
from atlas.source.values import values as values_of
from atlas.text import LANGUAGES

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ufffe\uffff]")
"""What YAML lets be written in quotes ("\\x07") but neither XML nor a calendar can hold."""
_CONTROL_WRITTEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")
"""What YAML does not even let be written (YAML 1.1, section 5.1)."""

_LINE_BREAK = re.compile("\r\n|[\n\r\x85\u2028\u2029]")


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
        shown = content.decode("utf-8", "replace").split("\n")[line - 1].rstrip("\r")
        return Problem(path, Place(line, column), faults.ENCODING, excerpt=shown)
    if text.startswith("\ufeff"):
        return Problem(path, Place(), faults.BYTE_ORDER_MARK)
    return text


@dataclass(frozen=True, slots=True)
class Parsed:
    """What a file says, if that can be known, and what is wrong with it.

    `mended` are the lines, from 1, that were read as they should have been written.
    """

    root: Mapping | None
    problems: list[Problem]
    mended: frozenset[int] = frozenset()


def lines_of(text: str) -> list[str]:
    """Part a text into lines as YAML 1.1 and editors do, and not at control characters too."""
    lines = _LINE_BREAK.split(text)
    return lines if lines[-1] else lines[:-1]


def parse(path: str, text: str) -> Parsed:
    """Read YAML text; the top must be a mapping. Without one there is at least one problem."""
    problems = list(_control_characters(path, lines_of(text)))
    if problems:
        text = _CONTROL_WRITTEN.sub("", text)
    mending = mend(path, text)
    told = mending.changed | {problem.place.line for problem in problems}
    problems += mending.problems()
    if mending.stop is not None and not told & set(
        range(mending.stop.line - 1, mending.stop.line + 2)
    ):
        problems.append(
            _left_over(path, mending.written, mending.stop)
        )  # else it follows from those
    if not mending.sure:
        return Parsed(None, problems)
    root, found = _read(path, mending)
    return Parsed(root, [*problems, *(p for p in found if p.place.line not in told)], told)


def _read(path: str, mending: Mending) -> tuple[Mapping | None, list[Problem]]:
    lines, root = mending.lines, mending.root
    if not_allowed := list(_not_allowed(path, mending.text(), lines)):
        return None, not_allowed
    if root is None:
        return None, [Problem(path, Place(), faults.EMPTY)]
    if not isinstance(root, yaml.MappingNode):
        place = _place(root, lines)
        return None, [Problem(path, place, faults.NOT_A_MAPPING, excerpt=_line(lines, place.line))]
    reader = _Reader(path, lines)
    node = reader.mapping(root)
    return node, reader.problems


def _not_allowed(path: str, text: str, lines: list[str]) -> Iterator[Problem]:
    """Find what YAML has and this project does not use: aliases and tags."""
    if "*" not in text and "!" not in text:
        return
    for event in yaml.parse(text, Loader=LOADER):
        if isinstance(event, yaml.AliasEvent):
            values: Values = {}
            rule = faults.ALIAS
        elif tag := getattr(event, "tag", None):
            values, rule = {"tag": tag}, faults.TAG
        else:
            continue
        place = _place(event, lines)
        line = _line(lines, place.line)
        yield Problem(path, place, rule, values, line, mended=_in_quotes(line, place))


def _in_quotes(line: str, place: Place) -> str | None:
    """The line with the value that begins at a place in quotation marks, if it ends there too."""
    for start, end in values_of(line):
        if start == place.column - 1:
            return f"{line[:start]}{quoted(line[start:end])}{line[end:]}"
    return None


def _line(lines: list[str], number: int) -> str:
    return lines[number - 1] if 0 < number <= len(lines) else ""


def _left_over(path: str, lines: list[str], stop: Stop) -> Problem:
    """Tell a fault for which there is no mend, in the parser's sense."""
    place = Place(stop.line + 1, stop.column + 1)
    several = "another document" in stop.message
    rule = faults.SEVERAL_DOCUMENTS if several else faults.SYNTAX
    values = {} if several else {"reason": reason(stop.message)}
    return Problem(path, place, rule, values, _line(lines, place.line))


def _control_characters(path: str, lines: list[str]) -> Iterator[Problem]:
    """Find characters that YAML does not let be written."""
    for number, line in enumerate(lines, 1):
        if found := _CONTROL_WRITTEN.search(line):
            values = {"code": f"U+{ord(found[0]):04X}"}
            place, mended = Place(number, found.start() + 1), _CONTROL_WRITTEN.sub("", line)
            yield Problem(path, place, faults.CONTROL_CHARACTER, values, line, mended=mended)


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

    def node(self, node: yaml.Node) -> Node:
        place = _place(node, self._lines)
        if isinstance(node, yaml.ScalarNode):
            if control := _CONTROL.search(node.value):
                code = f"U+{ord(control[0]):04X}"
                self._report(faults.CONTROL_CHARACTER, place, {"code": code})
            return Scalar(node.value, place)
        if isinstance(node, yaml.SequenceNode):
            return Sequence(tuple(self.node(item) for item in node.value), place)
        assert isinstance(node, yaml.MappingNode)
        return self.mapping(node)

    def mapping(self, node: yaml.MappingNode) -> Mapping:
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
