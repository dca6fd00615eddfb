"""What YAML reads without complaint although nobody can have meant it: lines to look at again.

Japanese text may hold any full-width sign; only what stands where a key, a list or a block was
meant is doubted.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

import yaml

from atlas.problem import Rule
from atlas.source import syntax
from atlas.source.doubts import (
    AS_ITEM,
    AS_KEY,
    CLOSED,
    COMMA,
    KEY_WITH_MORE,
    NEXT_LANGUAGE,
    NUMBERS,
    in_wide_brackets,
)
from atlas.source.mends import Mend, guesses
from atlas.source.scalars import quoted
from atlas.text import LANGUAGES

_OF_KEYS = syntax.FULL_WIDTH_SPACE, syntax.FULL_WIDTH_COLON, syntax.MISSING_SPACE
_OF_ITEMS = syntax.FULL_WIDTH_SPACE, syntax.FULL_WIDTH_HYPHEN, syntax.MISSING_SPACE


def suspects(root: yaml.Node, lines: Sequence[str]) -> Iterator[Mend]:
    """Find what is surely a mistake, and guess how each would be mended."""
    yield from _node(root, None, lines)


def _node(node: yaml.Node, key: yaml.ScalarNode | None, lines: Sequence[str]) -> Iterator[Mend]:
    if isinstance(node, yaml.MappingNode):
        for position, (each, value) in enumerate(node.value):
            if isinstance(each, yaml.ScalarNode):
                yield from _key(node, position, each, lines)
            yield from _node(value, each if isinstance(each, yaml.ScalarNode) else None, lines)
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            if isinstance(item, yaml.ScalarNode):
                yield from _item(node, item, lines)
            else:
                yield from _node(item, None, lines)
    elif isinstance(node, yaml.ScalarNode) and not node.style:
        yield from _text(node, key, lines)


def _key(
    block: yaml.MappingNode, position: int, key: yaml.ScalarNode, lines: Sequence[str]
) -> Iterator[Mend]:
    """A key that begins with a full-width space or a hyphen, or that swallowed its value."""
    if key.style:
        return
    number = key.start_mark.line
    if KEY_WITH_MORE.match(key.value):
        yield from _of(lines, number, *_OF_KEYS, syntax.FULL_WIDTH_HYPHEN)
    elif block.flow_style and _is_first_alone(block.value, position, lines):
        yield from _of(lines, number, syntax.SMART_QUOTE)
        if position:
            yield from _cut_at_comma(block, position, lines)


def _is_first_alone(
    pairs: Sequence[tuple[yaml.Node, yaml.Node]], position: int, lines: Sequence[str]
) -> bool:
    before = position > 0 and _is_alone(pairs[position - 1], lines)
    return _is_alone(pairs[position], lines) and not before


def _is_alone(pair: tuple[yaml.Node, yaml.Node], lines: Sequence[str]) -> bool:
    """Whether a key has neither a value nor a colon behind it."""
    key, value = pair
    empty = value.start_mark.index == value.end_mark.index
    behind = lines[key.start_mark.line][key.end_mark.column :]
    return bool(empty and not behind.lstrip().startswith(":"))


def _cut_at_comma(block: yaml.MappingNode, position: int, lines: Sequence[str]) -> Iterator[Mend]:
    """Keys without a value behind a text, from a position on: the text went on after a comma."""
    text, rest = block.value[position - 1][1], block.value[position][0]
    number = rest.start_mark.line
    if not isinstance(text, yaml.ScalarNode) or text.style or text.start_mark.line != number:
        return
    parts = takewhile(lambda pair: _is_alone(pair, lines), block.value[position:])
    last = [part for part, _ in parts if part.start_mark.line == number][-1]
    start, end, line = text.start_mark.column, last.end_mark.column, lines[number]
    mended = f"{line[:start]}{quoted(line[start:end])}{line[end:]}"
    values = {"rest": rest.value}
    comma = line.rfind(",", start, rest.start_mark.column)
    yield Mend(syntax.COMMA_IN_TEXT, number, comma, comma + 1, mended, values)


def _text(
    node: yaml.ScalarNode, key: yaml.ScalarNode | None, lines: Sequence[str]
) -> Iterator[Mend]:
    """A value below its key that is a key or the item of a list, or one in full-width brackets."""
    number = node.start_mark.line
    below = key is None or key.end_mark.line < number
    of_text = key is not None and key.value in LANGUAGES
    if below and not of_text and AS_KEY.match(node.value):
        yield from _of(lines, number, *_OF_KEYS)
    elif below and not of_text and AS_ITEM.match(node.value):
        yield from _of(lines, number, *_OF_ITEMS)
    elif of_text and not below and NEXT_LANGUAGE.search(node.value):
        yield from _of(lines, number, *_OF_KEYS)
    elif not of_text and in_wide_brackets(node.value):
        yield from _of(lines, number, syntax.FULL_WIDTH_BRACKET)
    elif not of_text and not below and CLOSED.fullmatch(node.value):
        yield from _of(lines, number, syntax.UNBALANCED_BRACKET)


def _item(items: yaml.SequenceNode, item: yaml.ScalarNode, lines: Sequence[str]) -> Iterator[Mend]:
    """An item of a list that holds the next item too, or that should be a block of keys."""
    if item.style:
        return
    first, last = item.start_mark.line, item.end_mark.line
    if items.flow_style:
        if COMMA.search(item.value):
            yield from _of(lines, first, syntax.FULL_WIDTH_COMMA)
        elif NUMBERS.fullmatch(item.value):
            yield from _of(lines, first, syntax.MISSING_COMMA)
        return
    for number in range(first + 1, last + 1):
        if number < len(lines) and re.match(r" *- ", lines[number]):
            yield from _of(lines, number, syntax.UNEVEN_LIST)
    if AS_KEY.match(item.value):
        yield from _of(lines, first, syntax.FULL_WIDTH_COLON, syntax.MISSING_SPACE)


def _of(lines: Sequence[str], number: int, *rules: Rule) -> Iterator[Mend]:
    return (guess for guess in guesses(lines, number) if guess.rule in rules)
