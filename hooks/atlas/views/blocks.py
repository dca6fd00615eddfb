"""What a page is made of: plain values that a template lays out and that know no HTML."""

from atlas.views.data_blocks import DataLinks
from atlas.views.editor_blocks import Form, Samples
from atlas.views.lines import Line
from atlas.views.list_blocks import PairingList
from atlas.views.map_blocks import Locator, Map
from atlas.views.value import value


@value
class Prose:
    """Paragraphs, perhaps with a numbered list and a closing after them."""

    template = "prose"
    paragraphs: tuple[Line, ...]
    items: tuple[Line, ...] = ()
    closing: tuple[Line, ...] = ()
    cite: Line = ()


@value
class Notice:
    """What readers must know before they read on."""

    template = "notice"
    text: Line


@value
class Row:
    """A label with what is said of it."""

    label: str
    values: tuple[Line, ...]
    note: str | None = None
    cite: Line = ()


@value
class Facts:
    """Labels and values."""

    template = "facts"
    rows: tuple[Row, ...]


@value
class Table:
    """A table; the first cell of a row names the row."""

    template = "table"
    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[tuple[Line, ...], ...], ...]
    cite: Line = ()


@value
class Told:
    """What is said of an event on every page that tells of it."""

    anchor: str
    old_anchors: tuple[str, ...]
    """What its anchor was before the pairing or programme got a new id."""
    date: Line
    calendar: str
    kind: str
    planned: str
    title: Line
    where: tuple[Row, ...]
    tone: str


@value
class EventItem:
    """An event of a timeline, as one page tells of it."""

    told: Told
    link: Line = ()
    """Its title, if that leads to the page that tells the rest, such as where it was."""
    paragraphs: tuple[Line, ...] = ()
    details: tuple[Row, ...] = ()
    """What follows where it was."""
    cite: Line = ()


@value
class Events:
    """Events in the order of time."""

    template = "events"
    items: tuple[EventItem, ...]
    searched: bool = True
    """Whether the search knows them from here, and not from a page that tells them too."""


@value
class Statement:
    """What a party said."""

    anchor: str
    party: Line
    about: Line
    paragraphs: tuple[Line, ...]
    items: tuple[Line, ...]
    cite: Line


@value
class Statements:
    """What parties said."""

    template = "statements"
    items: tuple[Statement, ...]


@value
class Card:
    """A way in to another page."""

    title: Line
    paragraphs: tuple[Line, ...]
    facts: str
    tone: str = ""


@value
class Cards:
    """Ways in to other pages, side by side."""

    template = "cards"
    items: tuple[Card, ...]


@value
class Figures:
    """Numbers, each with what it counts and a link to it."""

    template = "figures"
    items: tuple[tuple[str, Line], ...]


@value
class Links:
    """A plain list of links."""

    template = "links"
    items: tuple[Line, ...]


@value
class Points:
    """Sentences in no particular order."""

    template = "points"
    items: tuple[Line, ...]


@value
class Term:
    """A term, its other names, and its explanation."""

    anchor: str
    old_anchors: tuple[str, ...]
    """What it was called in addresses before."""
    name: Line
    other_names: Line
    notice: Line
    """That the term is retired."""
    paragraphs: tuple[Line, ...]
    cite: Line


@value
class Terms:
    """Terms and their explanations."""

    template = "terms"
    items: tuple[Term, ...]


@value
class SourceNote:
    """A source in the list at the end of a page, by the number that facts point to."""

    anchor: str
    text: Line


@value
class SourceNotes:
    """The sources of a page, in the order of their numbers."""

    template = "source_notes"
    items: tuple[SourceNote, ...]


@value
class Citation:
    """How to cite the page."""

    template = "citation"
    text: Line
    advice: str
    copy: str
    copied: str


@value
class PlaceCard:
    """A place in short: where it lies, what it is called, and its facts."""

    name: Line
    other_names: Line
    locator: Locator | None
    facts: tuple[Row, ...]


@value
class PlaceCards:
    """Places side by side."""

    template = "place_cards"
    items: tuple[PlaceCard, ...]


@value
class Search:
    """A box that finds pairings."""

    template = "search"
    action: str
    label: str
    hint: str
    button: str


@value
class More:
    """Blocks that a reader opens."""

    template = "more"
    title: str
    blocks: tuple["Block", ...]


@value
class Group:
    """Blocks under a heading of their own, set apart in the colour of a programme."""

    template = "group"
    title: Line
    tone: str
    blocks: tuple["Block", ...]
    anchor: str = ""


@value
class Code:
    """A program, and what it prints."""

    template = "code"
    anchor: str
    title: str
    code: str
    prints: str
    output: Line


@value
class Columns:
    """Short lists side by side, each with its heading and a link to the whole."""

    template = "columns"
    items: tuple[tuple[str, tuple[Line, ...], Line], ...]


Block = (
    Prose | Facts | Table | Events | Statements | Cards | Figures | Links | Terms | Map | Locator
    | SourceNotes | Citation | PlaceCards | Search | More | Group | Columns | PairingList | Code
    | DataLinks | Notice | Points | Samples | Form
)  # fmt: skip
