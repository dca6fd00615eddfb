"""A page as plain values: its head, its sections, and what stands around them."""

from collections.abc import Mapping

from atlas.text import Language
from atlas.views.blocks import Block
from atlas.views.data_blocks import DataLink
from atlas.views.lines import Line
from atlas.views.value import value


@value
class Section:
    """A part of a page with a heading, which the table of contents lists."""

    anchor: str
    title: str
    blocks: tuple[Block, ...]
    searched: bool = True
    """Whether the search is to find it, or knows what stands there from other pages."""


@value
class Picture:
    """Where the picture is that is shown where a page is shared, and what it says in words."""

    address: str
    text: str


@value
class Page:
    """A page in one language.

    `record_file` is the file of the repository that an editor changes to change the page.
    """

    route: str
    language: Language
    title: str
    description: str
    sections: tuple[Section, ...]
    kind: Line = ()
    tone: str = ""
    """The colour of the programme that the page belongs to."""
    subtitle: Line = ()
    lead: tuple[Line, ...] = ()
    head: tuple[Block, ...] = ()
    """What stands below its lead, before its first section."""
    notice: Line = ()
    """What readers must know first: that the record is retired."""
    record_file: str | None = None
    window_title: str = ""
    """What the browser's window is called, where the title alone would be ambiguous."""
    wide: bool = False
    """Whether it goes without a table of contents beside it."""
    aside: tuple[Block, ...] = ()
    """What stands beside the head on a wide screen."""
    neighbours: tuple[tuple[str, Line], ...] = ()
    """The pages before and after it in the list that it belongs to, each with what it is."""
    neighbours_label: str = ""
    scripts: tuple[str, ...] = ()
    """Files of the site that bring the page to life, beside those of every page."""
    modules: tuple[str, ...] = ()
    """Files of the same kind that are JavaScript modules; they are told of the repository."""
    linked_data: tuple[Mapping[str, object], ...] = ()
    """What the page says to machines: objects of schema.org."""
    picture: Picture | None = None
    """What is shown where the page is shared."""
    alternates: tuple[DataLink, ...] = ()
    """The files that hold what the page shows, each once."""


@value
class ShareCard:
    """What stands on the picture that is shown where a page is shared; plain text."""

    path: str
    """Where below the site's address the picture is."""
    label: str
    names: tuple[str, ...]
    """The two sides of a pairing, or the one name of the site."""
    note: str
    site: str
