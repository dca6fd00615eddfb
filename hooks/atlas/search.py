"""The search index, one for each language: readers fetch only that of the page they are on.

The theme's own plugin reads the HTML of every page by a parser in Python, which takes 3 ms for the
page of a pairing. It still does so for prose; for pages that this package writes, whose HTML is
regular, `entries` finds the same in a tenth of the time. `tests/test_search.py` has the
plugin read every page too, and says if it finds anything else.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from atlas import routes
from atlas.text import LANGUAGES, Language

_EXCLUDED = " data-search-exclude"
_KEPT = frozenset({"p", "code", "pre", "li", "ol", "ul", "sub", "sup"})
_HEADINGS = frozenset({f"h{level}" for level in range(1, 7)})
_READ = frozenset(
    {end + name for name in (*_KEPT, *_HEADINGS, "section") for end in ("", "/")}
)  # fmt: skip
"""What begins a tag that matters: those that the plugin keeps, of headings, and of sections."""


@dataclass(slots=True)
class _Part:
    """What stands under a heading that has an id, or before any; tags and texts in order."""

    heading: str = ""
    anchor: str = ""
    title: list[str] = field(default_factory=list)
    text: list[str] = field(default_factory=list)


def entries(location: str, title: str, html: str) -> list[dict[str, str]]:
    """Make the entries that the plugin makes of a page of ours: `title` is HTML, as is the rest."""
    return [
        {
            "location": f"{location}#{part.anchor}" if part.anchor else location,
            "title": _plain(part.title) if part.title else title,
            "text": _plain(part.text),
        }
        for part in _parts(html)
    ]


def _plain(pieces: list[str]) -> str:
    """Join, with quotation marks as the plugin writes them."""
    return "".join(pieces).replace("&#34;", '"').replace("&#39;", "'").strip()


class _Reading:
    """Where a reader of HTML is: in which part, and in which sections around it."""

    def __init__(self) -> None:
        self.part = _Part()
        self.parts = [self.part]
        self.into = self.part.text
        self.in_pre = False
        self._around: list[_Part] = []

    def meet(self, name: str, attributes: str) -> None:
        """Go on behind a tag; at the end of a section the part around it goes on."""
        if name in _KEPT:
            self.in_pre = self.in_pre or name == "pre"
            self.into.append(f"<{name}>")
        elif name[1:] in _KEPT:
            self.in_pre = self.in_pre and name != "/pre"
            _close(self.into, name[1:])
        elif name == "section":
            self._around.append(self.part)
        elif name == "/section":
            self.part = self._around.pop()
            self.into = self.part.text
        else:
            if attributes.startswith('id="'):
                self.part = _Part(name, attributes.split('"')[1])
                self.parts.append(self.part)
            self.into = self.part.title if name == self.part.heading else self.part.text


def _parts(html: str) -> list[_Part]:
    """Sort kept tags and text into parts."""
    reading = _Reading()
    for piece in _searched(html).split("<")[1:]:
        tag, _, text = piece.partition(">")
        name, _, attributes = tag.partition(" ")
        if name in _READ:
            reading.meet(name, attributes)
        if not text:
            continue
        into = reading.into
        if reading.in_pre:
            into.append(text)
        elif not text.isspace():
            into.append(text.replace("\n", " "))
        elif not into or not into[-1].isspace():
            into.append(" ")  # white space between tags is one space
    return reading.parts


def _searched(html: str) -> str:
    """Cut out what is excluded; a tag stays to part the text before it from that behind."""
    before, *others = html.split(_EXCLUDED)
    pieces = []
    for behind in others:
        start = before.rindex("<")
        name = before[start + 1 :].partition(" ")[0]
        pieces.append(before[:start])
        before = "<>" + behind.partition(f"</{name}>")[2]
    return "".join([*pieces, before])


def _close(into: list[str], tag: str) -> None:
    """Close an element, or drop it if it is the first of its kind in the part and is empty."""
    opening = f"<{tag}>"
    if into[-1] == opening or into[-1].isspace():
        first = into.index(opening)
        if all(piece.isspace() for piece in into[first + 1 :]):
            del into[first:]
            return
    into.append(f"</{tag}>")


def written(found: Iterable[Mapping[str, str]]) -> str:
    """Write the entries of a page as a piece of an index."""
    return ",".join([json.dumps(e, ensure_ascii=False, separators=(",", ":")) for e in found])


def joined(index: str, pages: Iterable[str], ours: Mapping[str, str]) -> str:
    """Put an index of `pages` together, in the order of their locations.

    Of those in `ours` it has the entries `written` there, and of the others those of `index`, the
    theme's, whose settings it takes over. What else the theme found is left out.
    """
    whole = json.loads(index)
    theirs: dict[str, list[Mapping[str, str]]] = {}
    for entry in whole["docs"]:
        theirs.setdefault(entry["location"].partition("#")[0], []).append(entry)
    pieces = (
        ours[location] if location in ours else written(theirs.get(location, ()))
        for location in pages
    )
    return _index(whole, ",".join(filter(None, pieces)))


def split(index: str) -> dict[Language, str]:
    """Return an index of its own for each language, from the theme's index of all pages."""
    whole = json.loads(index)
    parts: dict[Language, list[Mapping[str, str]]] = {language: [] for language in LANGUAGES}
    for entry in whole["docs"]:
        parts[routes.language_of(entry["location"])].append(entry)
    return {language: _index(whole, written(found)) for language, found in parts.items()}


def _index(settings: Mapping[str, object], docs: str) -> str:
    """Write an index with the settings of another: the theme's keys, in the theme's order."""
    settings = {**settings, "docs": []}
    text = json.dumps(settings, ensure_ascii=False, separators=(",", ":"))
    return f"{text.removesuffix(']}')}{docs}]}}"
