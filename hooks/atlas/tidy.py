"""Material's HTML, mended where it is invalid and no small template of its own can be overridden.

Around what a page says it also has 4 kB of indentation and empty lines, a tenth of the page: these go.

`tests/test_html.py` has the Nu HTML checker read every page, and says when Material has changed
what is mended here.
"""

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Mend:
    """What Material writes, what is written instead, and why."""

    found: str
    instead: str
    reason: str


_SWITCH = '<input class="md-toggle" data-md-toggle="{name}" type="checkbox" id="__{name}" {more}>'

MENDS = (
    Mend(
        found=_SWITCH.format(name="drawer", more='autocomplete="off"'),
        instead='<form id="__switches" autocomplete="off" hidden></form>\n'
        + _SWITCH.format(name="drawer", more='form="__switches"'),
        reason="HTML allows autocomplete on no checkbox. But without it Firefox shows the menu "
        "open again when a page is reloaded; a form with autocomplete is valid and does the same.",
    ),
    Mend(
        found=_SWITCH.format(name="search", more='autocomplete="off"'),
        instead=_SWITCH.format(name="search", more='form="__switches"'),
        reason="As above, for the search.",
    ),
)


_BREAK = re.compile(r"\n\s+")


def tidy(html: str) -> str:
    """Return a whole page as valid HTML, its article as it is, and around it no line indented."""
    for mend in MENDS:
        html = html.replace(mend.found, mend.instead, 1)
    before, article, rest = html.partition("<article")
    inside, end, after = rest.rpartition("</article>")
    return _BREAK.sub("\n", before) + article + inside + end + _BREAK.sub("\n", after)
