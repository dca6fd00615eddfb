"""Text as pages have it: in stretches that know what they are, and know no HTML."""

from atlas.views.value import value


@value
class Span:
    """A stretch of text: linked, dated, or in another language than the page, or none of these."""

    text: str
    href: str | None = None
    lang: str | None = None
    datetime: str | None = None
    tone: str = ""
    """The colour of the programme that it belongs to."""
    tag: bool = False
    """Whether it is set as a tag, in the colour of its programme if it has one."""
    label: str = ""
    """What a link is called where its text alone does not tell it from others."""
    code: bool = False
    """Whether it is written for machines: a key, a path, a type."""
    note: str = ""
    """If it is the number of a source: what the source is."""
    tip: str = ""
    """If it is a term: what the term means."""
    id: str = ""
    """The term's name on the page."""


Line = tuple[Span, ...]
"""A run of text with links, dates and stretches in other languages."""
