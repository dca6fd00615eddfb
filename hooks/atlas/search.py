"""The search index, one for each language: readers fetch only that of the page they are on.

The theme's own plugin reads the HTML of every page by a parser in Python, which takes 3 ms for the
page of a pairing. It still does so for prose; for pages that this package writes, whose HTML is
regular, `entries` finds what is worth finding with little more than `str.split`, in a tenth of the
time.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping

_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
_EXCLUDED = " data-search-exclude"
_HEADING = re.compile(r'<h[1-6] id="([^"]*)"[^>]*>(.*?)</h[1-6]>', re.DOTALL)
_TITLE = re.compile(r"<h1>.*?</h1>", re.DOTALL)

_REFERENCE = re.compile(r'<sup class="atlas-ref"><a [^>]*>[^<]*</a></sup>')
_WRITTEN: Mapping[str, str] = {
    **{end + name: "" for name in ("a", "b", "code", "span", "sup", "time", "wbr") for end in ("", "/")},
    **{end + name: f"<{end}{name}>" for name in ("p", "li", "ol", "ul") for end in ("", "/")},
}  # fmt: skip
"""What is left of tags: nothing of those within a line, and those by which the theme lays results out
without their attributes. Others part words."""


def entries(location: str, title: str, html: str) -> list[dict[str, str]]:
    """Return what is to be found on a page of ours: of all of it, and below each heading with an id.

    `title` is HTML, and so is the rest, as in the entries that the theme's plugin makes.
    """
    before, *parts = _HEADING.split(_searched(html))
    return [
        {"location": location, "title": title, "text": _text(_TITLE.sub("", before, 1))},
        *(
            {"location": f"{location}#{anchor}", "title": _text(heading), "text": _text(text)}
            for anchor, heading, text in zip(parts[::3], parts[1::3], parts[2::3], strict=True)
        ),
    ]


def _text(html: str) -> str:
    """Keep words, and the tags of paragraphs and of lists; in text and attributes signs are escaped."""
    parts = _REFERENCE.sub("", html).replace(">", "<").split("<")  # text and tags by turns
    parts[1::2] = [_WRITTEN.get(tag.partition(" ")[0], " ") for tag in parts[1::2]]
    return " ".join("".join(parts).split()).replace("&#34;", '"').replace("&#39;", "'")


def _searched(html: str) -> str:
    """Cut out every element that is excluded; only that in a line leaves no space."""
    pieces, behind = [], 0
    while (mark := html.find(_EXCLUDED, behind)) >= 0:
        start = html.rfind("<", behind, mark)
        tag = html[start:mark]
        if start < 0 or ">" in tag:  # somebody writes of it: it is no attribute
            pieces.append(html[behind : mark + 1])
            behind = mark + 1
        else:
            opening = tag.partition(" ")[0]
            pieces += (html[behind:start], "" if opening == "<span" else " ")
            behind = _end(html, opening, mark)
    return "".join([*pieces, html[behind:]])


def _end(html: str, opening: str, begun: int) -> int:
    """Return where an element ends that has `begun`, with others of its name inside."""
    closing, depth, end = f"</{opening[1:]}>", 1, begun
    while depth:
        inside, end = end, html.index(closing, end) + len(closing)
        depth += html.count(f"{opening}>", inside, end) + html.count(f"{opening} ", inside, end) - 1
    return end


def written(found: Iterable[Mapping[str, str]]) -> bytes:
    """Write the entries of a page as a piece of an index."""
    return _json(list(found))[1:-1].encode()


def joined(index: str, pages: Iterable[str], ours: Mapping[str, bytes]) -> Iterator[bytes]:
    """Put an index of `pages` together, in the order of their locations, piece by piece.

    Of those in `ours` it has the entries `written` there, and of the others those of `index`, the
    theme's, whose settings it takes over. What else the theme found is left out.
    """
    whole = json.loads(index)
    theirs: dict[str, list[Mapping[str, str]]] = {}
    for entry in whole["docs"]:
        theirs.setdefault(entry["location"].partition("#")[0], []).append(entry)
    found = (
        ours[location] if location in ours else written(theirs.get(location, ()))
        for location in pages
    )
    settings = _json({**whole, "docs": []}).encode()
    yield settings.removesuffix(b"]}")
    for number, docs in enumerate(filter(None, found)):
        yield b"," + docs if number else docs
    yield b"]}"
