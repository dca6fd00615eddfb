"""Material's invalid HTML, mended where no small template of its own can be overridden.

`tests/test_html.py` has the Nu HTML checker read every page, and says when Material has changed
what is mended here.
"""

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
        instead='<form id="__switches" autocomplete="off" hidden></form>\n    '
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


def tidy(html: str) -> str:
    """Return a whole page as valid HTML; a text without Material's slips comes back as it is."""
    for mend in MENDS:
        html = html.replace(mend.found, mend.instead, 1)
    return html
