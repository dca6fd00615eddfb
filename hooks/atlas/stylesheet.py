"""The theme's style sheet without what no page of the site uses.

Material's is written for every feature that it has, for both directions of writing; most of it
would be fetched and parsed by every reader for nothing.
"""

import re
from collections.abc import Iterable, Iterator, Set
from typing import Any

import tinycss2

_CLASS_ATTRIBUTE = re.compile(r'class="?([^">]*)')
_WORD = re.compile(r"[A-Za-z_][\w-]*")
_CLASS = re.compile(r"\.([A-Za-z_][\w-]*)")
_NEGATED = re.compile(r":not\([^()]*\)")
_COMMA = re.compile(r",(?![^(]*\))")
_VARIABLE = re.compile(r"var\(\s*(--[\w-]+)")
_PREFIX = "md-"
"""With what the names begin that Material's scripts give to elements."""


def classes(html: str) -> set[str]:
    """Return the classes that elements of a page have."""
    return {name for names in _CLASS_ATTRIBUTE.findall(html) for name in names.split()}


def mentioned(*sources: str) -> set[str]:
    """Return every word of what pages are laid out by, such as templates.

    A class that pages have is among them, so that nobody need read the pages. A word that is no
    class keeps a rule too much at worst.
    """
    return {word for source in sources for word in _WORD.findall(source)}


def thinned(css: str, used: Set[str], scripts: str, other_css: str) -> str:
    """Return a style sheet with the rules that can apply to elements of left-to-right pages.

    `used` are the classes of the pages' elements. Scripts may give elements classes of the theme,
    so those that `scripts` mention count as used; so do the variables of `other_css`.
    """

    def applies(selector: str) -> bool:
        names = _CLASS.findall(_NEGATED.sub("", selector))
        return "[dir=rtl]" not in selector and all(
            name in used or (name.startswith(_PREFIX) and name in scripts) for name in names
        )

    kept = "".join(_rules(tinycss2.parse_stylesheet(css, skip_comments=True), applies))
    wanted = set(_VARIABLE.findall(kept)) | set(_VARIABLE.findall(other_css))
    return re.sub(
        r"(?<=[{;])(--[\w-]+):((?:url\([^)]*\)|[^;{}])*)(?:;|(?=\}))",
        lambda match: match[0] if match[1] in wanted else "",
        kept,
    )


def _rules(rules: Iterable[Any], applies: Any) -> Iterator[str]:
    for rule in rules:
        if rule.type == "qualified-rule":
            selectors = _COMMA.split(tinycss2.serialize(rule.prelude))
            if chosen := ",".join(filter(applies, selectors)):
                yield f"{chosen}{{{tinycss2.serialize(rule.content)}}}"
        elif rule.type == "at-rule" and rule.lower_at_keyword in {"media", "supports"}:
            inner = "".join(_rules(tinycss2.parse_rule_list(rule.content), applies))
            if inner:
                yield f"@{rule.at_keyword}{tinycss2.serialize(rule.prelude)}{{{inner}}}"
        else:
            yield rule.serialize()
