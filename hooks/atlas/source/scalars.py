"""How a word or a text is written in YAML: without quotation marks where it can be.

Only here is it decided. Our own reader takes every word as it is typed; other readers take some
words for numbers, dates or switches, and it is no fault if in the data they are.
"""

import json
import re

import yaml
from yaml.resolver import Resolver

from atlas.source.commented import Leaf
from atlas.source.doubts import KEY_WITH_MORE, doubted, doubted_as_item

_STEP = 2
"""How many blanks a block is indented."""

_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
"""What YAML takes for a line break, or does not let stand as it is."""

_BEGINS_OTHERWISE = re.compile(r"[,\[\]{}#&*!|>'\"%@`:]|[-?](?:[ ,\[\]{}]|$)|---|\.\.\.")
"""What a text without quotation marks cannot begin with."""

_ENDS = re.compile(r":(?: |$)| #|[\n\t]")
"""What would end a text without quotation marks."""

_BRACKETS = ("[", "{")
_ENDS_IN_BRACKETS = re.compile(r"[,\[\]{}]")
_FIGURES = re.compile(r"(?=.*\d)[-+.:\deExXoOb_]+")

_AS_TYPED = re.compile(r"-?(?:0|[1-9]\d*)(?:\.\d+)?|[1-9]\d{3}(?:-\d\d){1,2}|true|false")
"""Numbers, dates and switches, which stand in the data as they are."""

_RESOLVER = Resolver()


def leaf(text: str) -> Leaf:
    """Make a word or a text that stands in no file yet; with several lines, it ends in a line break."""
    if "\n" in text:
        return Leaf(text if text.endswith("\n") else f"{text}\n", style="|")
    return Leaf(text, style="" if _AS_TYPED.fullmatch(text) else "'")


def one_line(leaf: Leaf, within: str = "") -> str | None:
    """Write a text on one line, or return None if it has more, or is nothing inside brackets.

    `within` is the bracket, `[` or `{`, inside which it stands, or the `-` behind which.
    """
    if leaf.style in ("|", ">"):
        return None if _block(leaf) else quoted(leaf.text)
    if leaf.style == "" and leaf.text == "":
        return None if within in _BRACKETS else ""
    if "\n" in leaf.raw and not (leaf.style == '"' and "\\" in leaf.raw):
        return None
    if _can_be_plain(leaf.text, within) and not (leaf.style and _is_taken_otherwise(leaf.text)):
        return leaf.text
    return quoted(leaf.text)


def one_key(key: Leaf, within: str = "") -> str:
    """Write a key, which stands on one line."""
    if KEY_WITH_MORE.match(key.text):
        return quoted(key.text)
    return one_line(Leaf(key.text, style=key.style and "'"), within) or quoted(key.text)


def several_lines(leaf: Leaf) -> list[str]:
    """Write a text that `one_line` cannot: the end of its key's line, and lines to be indented."""
    return _block(leaf) or [line.strip(" \t") for line in leaf.raw.split("\n")]


def quoted(text: str) -> str:
    """Write a text in quotation marks: in single ones if it holds double ones or backslashes."""
    if _UNSEEN.search(text) or "\n" in text or "\t" in text:
        return _UNSEEN.sub(_escaped, json.dumps(text, ensure_ascii=False))
    if '"' in text or "\\" in text:
        return "'" + text.replace("'", "''") + "'"
    return f'"{text}"'


def _escaped(found: re.Match[str]) -> str:
    return f"\\u{ord(found[0]):04x}"


def _can_be_plain(text: str, within: str) -> bool:
    if not text or text != text.strip() or _BEGINS_OTHERWISE.match(text):
        return False
    if _ENDS.search(text) or _UNSEEN.search(text):
        return False
    if within in _BRACKETS and _ENDS_IN_BRACKETS.search(text):
        return False
    return within not in ("[", "-") or not doubted_as_item(text, in_brackets=within == "[")


def _is_taken_otherwise(text: str) -> bool:
    """Whether other readers of YAML take it for a number, a date or a switch, or ours doubts it.

    It is a text either way; but whoever put it into quotation marks may have had a reason.
    """
    if doubted(text):
        return True
    tag = _RESOLVER.resolve(yaml.ScalarNode, text, (True, False))  # type: ignore[no-untyped-call]
    return str(tag) != "tag:yaml.org,2002:str" or bool(_FIGURES.fullmatch(text))


def _block(leaf: Leaf) -> list[str] | None:
    """Write a text as the block after `|` or `>` that it was, if such a block can hold it."""
    if leaf.style == "|":
        return _literal(leaf.text)
    return _folded(leaf) if leaf.style == ">" else None


def _literal(text: str) -> list[str] | None:
    body = text.rstrip("\n")
    lines = body.split("\n")
    if _UNSEEN.search(text) or not lines[-1].strip(" \t") or len(text) - len(body) > 1:
        return None
    first = next(line for line in lines if line)
    if not first.strip(" \t"):
        return None
    indicator = str(_STEP) if first.startswith(" ") else ""
    return [f"|{indicator}{'' if text.endswith(chr(10)) else '-'}", *lines]


def _folded(leaf: Leaf) -> list[str] | None:
    header, *lines = leaf.raw.split("\n")
    match = re.fullmatch(r"(>[-+]?)(?:\s.*)?", header)
    if not match or not lines or leaf.text.endswith("\n\n"):
        return None
    first = next(line for line in lines if line.strip(" \t"))
    indent = len(first) - len(first.lstrip(" "))
    return [match[1], *(line[indent:] for line in lines)]
