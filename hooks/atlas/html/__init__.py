"""What pages have by the hundred, written as HTML by plain functions.

Templates lay out what stands once on a page. A line, an event, a row or a dot of a map is written
here instead, ten times as fast as Jinja would: with 500 pairings the page of a place took 14 ms,
most of it for its events, and the list of all events 1.2 s. What the functions are given is text,
and each escapes it with `escaped`; `tests/test_html_parts.py` fills every field and looks.
"""

from collections.abc import Callable, Mapping
from typing import Any

from atlas.html import blocks, cards, maps
from atlas.text import Language

_IN_EITHER_LANGUAGE: Mapping[str, Callable[[Any], str]] = {
    "citation": blocks.citation,
    "data_links": blocks.data_links,
    "facts": blocks.facts,
    "links": blocks.links,
    "locator": maps.locator,
    "map": maps.drawn_map,
    "place_cards": cards.place_cards,
    "prose": blocks.prose,
    "source_notes": blocks.source_notes,
    "table": blocks.table,
}
"""What lays out each kind of block, by the name of the template that it would have otherwise."""


def block(given: Any, language: Language) -> str | None:
    """Write a block as HTML, or nothing if a template lays out its kind."""
    if given.template == "events":
        return blocks.events(given, language)
    write = _IN_EITHER_LANGUAGE.get(given.template)
    return write(given) if write else None
