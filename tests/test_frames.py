"""The theme around a page, cut at its marks and filled."""

import pytest

from atlas.frames import ID, MARKS, Frame, frame
from atlas.pages import Rendered

PAGE = Rendered(
    source="places/kawabe/index.en.md", title="Kawabe", description="A city.", html="<h1>K</h1>",
    headings=(("facts", "Facts"),), contents="<li>Facts</li>", wide=False,
    edit_file="data/places/kawabe.yml", head="<title>Kawabe</title>",
)  # fmt: skip


def _theme(edit: str) -> str:
    """Lay a page out as a theme might."""
    return (
        f'{MARKS["head"]}<a href="#{MARKS["anchor"]}">skip</a><b {MARKS["toc_hidden"]}></b>'
        f'<a href="../../places/{ID}/">{MARKS["title"]}</a>{edit}{MARKS["html"]}{MARKS["contents"]}'
    )


BUTTON = f'{MARKS["edit_begin"]}<a href="edit/{MARKS["edit"]}">\nedit</a>{MARKS["edit_end"]}'


def test_every_gap_is_filled_wherever_it_is() -> None:
    """With the values of one page, and nothing is left of the marks."""
    assert "".join(frame(_theme(BUTTON)).fill(PAGE, "kawabe")) == (
        '<title>Kawabe</title><a href="#facts">skip</a><b ></b><a href="../../places/kawabe/">'
        'Kawabe</a><a href="edit/data/places/kawabe.yml">\nedit</a><h1>K</h1><li>Facts</li>'
    )


def test_a_page_that_no_file_is_edited_for_has_no_button() -> None:
    """And neither has one of a site without a repository, for which the theme lays out none."""
    page = Rendered("x", "X", "", "<h1>X</h1>", (), "", wide=True, edit_file=None)
    for made in (frame(_theme(BUTTON)), frame(_theme(""))):
        assert "".join(made.fill(page)) == (
            '<a href="#">skip</a><b hidden></b><a href="../../places//">X</a><h1>X</h1>'
        )


def test_a_gap_that_nothing_fills_is_an_error() -> None:
    """Rather than a hole in a page."""
    with pytest.raises(KeyError):
        Frame(("a", "unknown", "b"), ("a", "unknown", "b")).fill(PAGE)
