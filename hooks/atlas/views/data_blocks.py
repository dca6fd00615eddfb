"""What a line of links to the data of a list, a timeline or a map is made of."""

from atlas.views.value import value


@value
class DataLink:
    """A file that holds what a part of a page shows."""

    text: str
    """Its format, as readers see it."""
    title: str
    """What it holds, and its format."""
    media_type: str
    """Its format, as machines name it (RFC 6838)."""
    href: str
    """Where it is, seen from the page."""
    address: str
    """Its whole address."""


@value
class DataLinks:
    """The data of what stands above, in the formats that fit."""

    template = "data_links"
    label: str
    """What stands right before them."""
    items: tuple[DataLink, ...]
