"""The theme around a page, laid out once for each kind of page and filled for each page.

MkDocs needs 6 ms and more to put one page through its theme and its plugins; of the 12 kB that it
writes around a record only a few hundred bytes differ from those around the next. So MkDocs is given
one page of marks for each kind of page, and what it makes of that is cut at the marks. The plain way,
MkDocs laying out page after page, gives the same bytes: a test compares them.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from atlas.pages import Rendered

_MARK = re.compile(r"zz-atlas-(\w+)-zz")


def _mark(name: str) -> str:
    return f"zz-atlas-{name}-zz"


ID = _mark("id")
"""What stands for the id of a record, in the names of files and in addresses."""

_GAPS = ("title", "head", "html", "contents", "anchor", "toc_hidden", "edit")
_BUTTON = ("edit_begin", "edit_end")

_CONTENT = f"<h1>{_mark('html')}</h1>"  # without a heading Material would add one

MARKS: Mapping[str, str] = {
    **{name: _mark(name) for name in (*_GAPS, *_BUTTON)}, "html": _CONTENT,
}  # fmt: skip
"""What the theme is given of a page that stands for all of its kind."""


def values(page: Rendered) -> dict[str, str]:
    """Return what the theme is given of a page: HTML, but for the path of the file to edit."""
    return {
        "title": page.title,
        "head": page.head,
        "html": page.html,
        "contents": page.contents,
        "anchor": page.headings[0][0] if page.headings else "",
        "toc_hidden": "hidden" if page.wide else "",
        "edit": page.edit_file or "",
        **dict.fromkeys(_BUTTON, ""),
    }


@dataclass(frozen=True, slots=True)
class Frame:
    """HTML with gaps: text and the name of a gap by turns, and the same without an edit button."""

    editable: tuple[str, ...]
    fixed: tuple[str, ...]

    def fill(self, page: Rendered, record_id: str = "") -> list[str]:
        """Return the whole page, in pieces. Raises KeyError for a gap that nothing fills."""
        filling = {**values(page), "id": record_id}
        parts = list(self.editable if page.edit_file else self.fixed)
        parts[1::2] = [filling[name] for name in parts[1::2]]
        return parts


def frame(html: str) -> Frame:
    """Cut at its marks what the theme made of a page of marks."""
    html = html.replace(_CONTENT, _mark("html"))
    begin, end = (MARKS[name] for name in _BUTTON)
    fixed = re.sub(f"{begin}.*?{end}", "", html, flags=re.DOTALL)
    editable = html.replace(begin, "").replace(end, "")
    return Frame(tuple(_MARK.split(editable)), tuple(_MARK.split(fixed)))
