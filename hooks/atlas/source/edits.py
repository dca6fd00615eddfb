"""Changes to single values of a YAML text, with everything else left as it stands."""

from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import yaml

from atlas.source import commented
from atlas.source.layout import UnsafeError, content_of
from atlas.source.loader import LOADER
from atlas.source.nodes import Path, Plain


@dataclass(frozen=True, slots=True)
class Appended:
    """A list of words in a block, which gets this content; it is made where the block lacks it."""

    block: Path
    key: str
    words: Sequence[str]
    before: Container[str] = ()
    """Keys of the block before which it stands, if it is made."""


@dataclass(frozen=True, slots=True)
class Edits:
    """What to change in one text: values and keys by their path, and a list of words."""

    values: Mapping[Path, str] = field(default_factory=dict)
    keys: Mapping[Path, str] = field(default_factory=dict)
    lists: Sequence[Appended] = ()


_Splice = tuple[int, int, str]
"""From where to where in the text, and what stands there instead."""


def edited(text: str, edits: Edits) -> str:
    """Change a text, with comments, order and layout left alone.

    Raises UnsafeError if the text has a fault, a path leads nowhere, or something else than what
    was asked for would change.
    """
    expected = _changed(content_of(text), (), edits)
    node = yaml.compose(text, Loader=LOADER)
    assert node is not None  # it has just been read
    result = text
    splices = list(_splices(text, node, edits))
    for start, end, new in sorted(splices, reverse=True):
        result = result[:start] + new + result[end:]
    if content_of(result) != expected or commented.comments(text) != commented.comments(result):
        raise UnsafeError
    return result


def _changed(content: Plain, path: Path, edits: Edits) -> Plain:
    """Return what the text should say in the end."""
    if isinstance(content, str):
        return (
            content.replace(content.strip(), edits.values[path])
            if path in edits.values
            else content
        )
    if isinstance(content, list):
        return [_changed(item, (*path, number), edits) for number, item in enumerate(content)]
    result = {
        edits.keys.get((*path, key), key): _changed(value, (*path, key), edits)
        for key, value in content.items()
    }
    for appended in edits.lists:
        if appended.block == path:
            result[appended.key] = list(appended.words)
    return result


def _splices(text: str, root: yaml.Node, edits: Edits) -> Iterator[_Splice]:
    for path, new in edits.values.items():
        yield _replaced(text, _at(root, path)[1], new)
    for path, new in edits.keys.items():
        key, _ = _at(root, path)
        assert key is not None
        yield _replaced(text, key, new)
    for appended in edits.lists:
        _, block = _at(root, appended.block)
        if not isinstance(block, yaml.MappingNode):
            raise UnsafeError
        present = next((v for k, v in block.value if k.value == appended.key), None)
        if present is None:
            yield _made(text, block, appended)
        elif isinstance(present, yaml.SequenceNode):
            yield from _appended(text, present, appended.words)
        else:
            raise UnsafeError


def _at(root: yaml.Node, path: Path) -> tuple[yaml.Node | None, yaml.Node]:
    """Return the key, if any, and the value at a path."""
    key, node = None, root
    for step in path:
        pairs = enumerate(node.value) if isinstance(step, int) else node.value
        found = [(k, v) for k, v in pairs if step == (k if isinstance(k, int) else k.value)]
        if not found:
            raise UnsafeError
        key, node = found[0]
    return key if isinstance(key, yaml.Node) else None, node


def _replaced(text: str, node: yaml.Node, new: str) -> _Splice:
    """Put a word in the place of another, within its quotation marks if it has them."""
    assert node.start_mark is not None
    start, end = node.start_mark.index, commented.end_of(text, node)
    return start, end, text[start:end].replace(str(node.value).strip(), new, 1)


def _appended(text: str, node: yaml.SequenceNode, words: Sequence[str]) -> Iterator[_Splice]:
    """Make the items of a list these words; there may be more of them than before, not fewer."""
    assert node.start_mark is not None
    for item, word in zip(node.value, words, strict=False):
        if item.value.strip() != word:
            yield _replaced(text, item, word)
    more = words[len(node.value) :]
    if not node.value:
        start, end = node.start_mark.index, commented.end_of(text, node)
        yield start, end, f"[{', '.join(more)}]"
    elif more and node.flow_style:
        end = commented.end_of(text, node)
        last = commented.end_of(text, node.value[-1])
        yield last, last, "".join(f", {word}" for word in more)
    elif more:
        indent = " " * node.start_mark.column
        yield _below(text, node, [f"{indent}- {word}" for word in more])


def _made(text: str, block: yaml.MappingNode, appended: Appended) -> _Splice:
    """Make a list in a block: after all keys but those that it stands before."""
    assert block.start_mark is not None
    written = f"{appended.key}: [{', '.join(appended.words)}]"
    earlier = [value for key, value in block.value if key.value not in appended.before]
    if not earlier:
        raise UnsafeError
    if block.flow_style:
        end = commented.end_of(text, earlier[-1])
        return end, end, f", {written}"
    return _below(text, earlier[-1], [" " * block.start_mark.column + written])


def _below(text: str, node: yaml.Node, lines: list[str]) -> _Splice:
    """Put lines below the last line of a value."""
    end = text.find("\n", commented.end_of(text, node))
    end = len(text) if end == -1 else end
    line_break = "\n"
    if "\r\n" in text:
        line_break, end = "\r\n", end - text[:end].endswith("\r")
    return end, end, "".join(line_break + line for line in lines)
