"""How a text is written in YAML so that every reader gets back what was typed."""

import json
import re
from collections.abc import Iterator

import yaml

_RESOLVER = yaml.resolver.Resolver()
_AS_TYPED = {"tag:yaml.org,2002:str", "tag:yaml.org,2002:timestamp"}
"""What a plain word may be taken for: dates stand plain in the data, as do numbers and switches."""

_NUMBER = re.compile(r"-?(?:0|[1-9]\d*)(?:\.\d+)?")
_BEGINS_OTHERWISE = re.compile(r"[,\[\]{}#&*!|>'\"%@`:]|[-?](?:[ ,\[\]{}]|$)|---|\.\.\.")
"""What a text without quotation marks cannot begin with."""

_ENDS = re.compile(r":(?: |$)| #|[\n\t]")
"""What would end a text without quotation marks."""

_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\xa0\u2028\u2029\ufeff\ufffe\uffff]")
"""What YAML takes for a line break, does not let stand as it is, or would take off an end."""


def key(text: str) -> str:
    """Write a key: those of the model stand plain, be they called `on`."""
    return text if re.fullmatch(r"[a-z][a-z0-9_-]*", text) else inline(text, flow=True)


def inline(text: str, *, flow: bool) -> str:
    """Write a text on one line: plain where no reader could take it for anything else.

    `flow` says whether it stands within brackets.
    """
    if _is_plain(text) and not (flow and set(",[]{}") & set(text)):
        return text
    if _UNSEEN.search(text) or "\n" in text or "\t" in text:
        return _UNSEEN.sub(_escaped, json.dumps(text, ensure_ascii=False))
    if '"' in text or "\\" in text:
        return "'" + text.replace("'", "''") + "'"
    return f'"{text}"'


def literal(text: str, indent: str) -> Iterator[str]:
    """Write a text of several lines as it is read, the lines indented."""
    yield "|"
    for line in text.strip().split("\n"):
        yield indent + line if line else ""


def fits_literal(text: str) -> bool:
    """Whether a text can be written as `literal`: it has lines, and nothing that must be escaped."""
    text = text.removesuffix("\n")
    trimmed = "\n".join(line.rstrip() for line in text.strip().split("\n"))
    return "\n" in text and text == trimmed and not _UNSEEN.search(text) and "\t" not in text


def _is_plain(text: str) -> bool:
    if not text or text != text.strip() or _BEGINS_OTHERWISE.match(text):
        return False
    if _ENDS.search(text) or _UNSEEN.search(text):
        return False
    switch_or_number = text in {"true", "false"} or _NUMBER.fullmatch(text)
    return bool(switch_or_number) or _resolved(text) in _AS_TYPED


def _resolved(text: str) -> str:
    """What a reader of YAML 1.1 takes a plain text for: `no` for false, `12:30` for 750."""
    return str(_RESOLVER.resolve(yaml.ScalarNode, text, (True, False)))  # type: ignore[no-untyped-call]


def _escaped(found: re.Match[str]) -> str:
    return f"\\u{ord(found[0]):04x}"
