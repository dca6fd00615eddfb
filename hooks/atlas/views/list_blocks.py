"""What the list of pairings is made of, beside what every page is made of."""

from atlas.views.lines import Line
from atlas.views.value import value


@value
class Option:
    """What a filter can be set to, and how many rows have it."""

    value: str
    label: str
    text: str
    """The label with the number of rows."""


@value
class Filter:
    """A way to choose rows; its name is used in the address."""

    name: str
    label: str
    options: tuple[Option, ...]


@value
class ListColumn:
    """A column by which rows can be put in order; its name is used in the address."""

    name: str
    label: str
    by_note: bool = False
    """Whether the order is that of the cells' notes, not of their text."""


@value
class ListCell:
    """A cell, what it is sorted by where that is not its text, and a note in small type."""

    values: tuple[Line, ...]
    sort: str | None = None
    note: Line = ()


@value
class ListRow:
    """A row; its filters find it by what its cells say, but a year that they do not say is given."""

    cells: tuple[ListCell, ...]
    tone: str = ""
    """The colour of its programme."""
    year: str = ""


@value
class ListLabels:
    """The fixed words of the form above a list."""

    form: str
    text: str
    more: str
    note: str
    any_value: str
    sort: str
    original: str
    order: str
    ascending: str
    descending: str
    clear: str
    download: str
    nothing: str
    address: str
    option: str
    """With gaps for `name` and `count`."""
    shown: str
    """With gaps for `shown` and `total`."""
    all_shown: str


@value
class PairingList:
    """The list of pairings: a whole table, and a form that a script brings to life."""

    template = "pairing_list"
    caption: str
    columns: tuple[ListColumn, ...]
    rows: tuple[ListRow, ...]
    filters: tuple[Filter, ...]
    label: ListLabels
    download: str
    """The name of the file that is saved."""
    words: str
    """The address of what is searched, of every row."""
    long: bool
    """Whether there are so many rows that those out of sight are not to be laid out."""
