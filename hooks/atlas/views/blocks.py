"""What a page is made of: plain values that a template lays out and that know no HTML.

A `Line` is a run of text with links, dates and stretches in other languages.
"""

from dataclasses import dataclass

from atlas.text import Language


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of text: linked, dated, or in another language than the page, or none of these."""

    text: str
    href: str | None = None
    lang: str | None = None
    datetime: str | None = None


Line = tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Prose:
    """Paragraphs, perhaps with a numbered list and a closing after them."""

    template = "prose"
    paragraphs: tuple[Line, ...]
    items: tuple[Line, ...] = ()
    closing: tuple[Line, ...] = ()
    cite: Line = ()


@dataclass(frozen=True, slots=True)
class Row:
    """A label with what is said of it."""

    label: str
    values: tuple[Line, ...]
    note: str | None = None
    cite: Line = ()


@dataclass(frozen=True, slots=True)
class Facts:
    """Labels and values."""

    template = "facts"
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table; the first cell of a row names the row."""

    template = "table"
    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[tuple[Line, ...], ...], ...]
    cite: Line = ()


@dataclass(frozen=True, slots=True)
class EventItem:
    """An event of a timeline."""

    anchor: str
    date: Line
    calendar: str
    kind: str
    planned: str
    title: Line
    paragraphs: tuple[Line, ...]
    details: tuple[Row, ...]
    cite: Line


@dataclass(frozen=True, slots=True)
class Events:
    """Events in the order of time."""

    template = "events"
    items: tuple[EventItem, ...]


@dataclass(frozen=True, slots=True)
class Statement:
    """What a party said."""

    anchor: str
    party: Line
    about: Line
    paragraphs: tuple[Line, ...]
    items: tuple[Line, ...]
    cite: Line


@dataclass(frozen=True, slots=True)
class Statements:
    """What parties said."""

    template = "statements"
    items: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """A way in to another page."""

    title: Line
    paragraphs: tuple[Line, ...]
    facts: str


@dataclass(frozen=True, slots=True)
class Cards:
    """Ways in to other pages, side by side."""

    template = "cards"
    items: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class Figures:
    """Numbers, each with what it counts and a link to it."""

    template = "figures"
    items: tuple[tuple[str, Line], ...]


@dataclass(frozen=True, slots=True)
class Links:
    """A plain list of links."""

    template = "links"
    items: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Term:
    """A term, its other names, and its explanation."""

    anchor: str
    name: Line
    other_names: Line
    paragraphs: tuple[Line, ...]
    cite: Line


@dataclass(frozen=True, slots=True)
class Terms:
    """Terms and their explanations."""

    template = "terms"
    items: tuple[Term, ...]


Block = Prose | Facts | Table | Events | Statements | Cards | Figures | Links | Terms


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a page with a heading, which the table of contents lists."""

    anchor: str
    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """A page in one language.

    `record_file` is the file of the repository that an editor changes to change the page.
    """

    route: str
    language: Language
    title: str
    description: str
    sections: tuple[Section, ...]
    kind: str = ""
    subtitle: Line = ()
    lead: tuple[Line, ...] = ()
    notice: Line = ()
    """What readers must know first: that the record is retired."""
    record_file: str | None = None
    menu_title: str = ""
    """What the menu calls the page, where that is not its title."""
    window_title: str = ""
    """What the browser's window is called, where the title alone would be ambiguous."""
