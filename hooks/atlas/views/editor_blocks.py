"""What pages for editors are made of, beside what every page is made of."""

from atlas.views.lines import Line
from atlas.views.value import value


@value
class Sample:
    """A few lines of a file, and whether they are wrong."""

    label: str
    code: Line
    wrong: bool


@value
class Samples:
    """Lines of files side by side."""

    template = "samples"
    items: tuple[Sample, ...]


@value
class Form:
    """The form that data are written in; its script makes all of it but what to do without one."""

    template = "form"
    data: str
    """Where its data are, seen from the page."""
    root: str
    """The root of the site, seen from the page."""
    style: str
    without: Line
