"""Parts of pages that functions write as HTML."""

from dataclasses import fields, is_dataclass, replace
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

import budoux
import pytest
from lxml import html as parser
from markupsafe import escape

from atlas import html, pages, views
from atlas.html.escaping import escaped
from atlas.html.lines import line, lines, passage, ref
from atlas.html.phrases import phrases
from atlas.resources import TEMPLATES
from atlas.text import LANGUAGES
from atlas.views.blocks import Block
from atlas.views.data_blocks import DataLink
from atlas.views.lines import Span
from atlas.views.page import Page, Section

NASTY = "<x&\"y'>"
DRAWN = {"path", "leader"}
"""Fields with the coordinates of a curve, which are no text."""

SPANS = (
    Span(NASTY),
    Span(NASTY, href=NASTY),
    Span(NASTY, lang=NASTY),
    Span(NASTY, datetime=NASTY),
    Span(NASTY, tone=NASTY),
    Span(NASTY, note=NASTY),
    Span(NASTY, href=NASTY, lang=NASTY, tone=NASTY, tag=True, label=NASTY, note=NASTY),
    Span(NASTY, href=NASTY, tip=NASTY, id=NASTY),
    Span(NASTY, tone=NASTY, tag=True),
    Span(NASTY, tag=True),
    Span(NASTY, code=True, lang=NASTY),
    Span(NASTY, code=True, href=NASTY),
)


def _filled(kind: Any) -> Any:
    """Make a value of a type, with text that is nowhere HTML as it stands."""
    origin, of = get_origin(kind), get_args(kind)
    if kind is Span:
        return SPANS[-1]
    if kind == tuple[Span, ...]:
        return SPANS
    if origin is tuple:
        parts = of[:1] if of[1:] == (...,) else of
        return tuple(_filled(part) for part in parts)
    if origin in {Union, UnionType}:
        return _filled(of[0]) if len(of) == 2 else ()
    if origin is Literal:
        return of[0]
    if is_dataclass(kind):
        hints = get_type_hints(kind)
        return kind(**{
            field.name: "M0 0" if field.name in DRAWN
            else () if field.name == "blocks"
            else _filled(hints[field.name])
            for field in fields(kind)
        })  # type: ignore[operator]  # fmt: skip
    return {str: NASTY, bool: True, int: 1, float: 1.5}[kind]


KINDS = get_args(Block)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.template)
def test_every_text_of_every_block_is_escaped(kind: Any) -> None:
    """Whether a function or a template lays it out, and whatever the editor typed."""
    section = Section("a", "A", (_filled(kind),))
    for language in LANGUAGES:
        site = replace(_filled(views.Whole), language=language)
        written = pages.render(Page("x/", language, "T", "", (section,)), site).html
        written = written.replace("<wbr>", "")
        assert str(escape(NASTY)) in written
        assert "<x" not in written
        assert "y'" not in written
        assert '&"' not in written


def test_every_text_around_blocks_is_escaped() -> None:
    """In the head of a page, in its skeleton, and in its table of contents."""
    for language in LANGUAGES:
        site = replace(_filled(views.Whole), language=language)
        page = pages.render(Page(
            "x/", language, NASTY, NASTY, (Section(NASTY, NASTY, ()),), kind=SPANS, tone=NASTY,
            subtitle=SPANS, lead=(SPANS,), notice=SPANS, neighbours=((NASTY, SPANS),),
            neighbours_label=NASTY, scripts=(NASTY,), modules=(NASTY,),
            alternates=(_filled(DataLink),),
        ), site)  # fmt: skip
        for written in (page.html, page.head, page.contents):
            written = written.replace("<wbr>", "")
            assert str(escape(NASTY)) in written
            assert "<x" not in written
            assert "y'" not in written
            assert '&"' not in written


def test_text_is_escaped_as_by_the_library() -> None:
    """In all that HTML gives a meaning to."""
    for text in (NASTY, "", "&amp;", "川 – River", "\"'"):
        assert escaped(text) == str(escape(text))


def test_every_function_stands_for_a_kind_of_block() -> None:
    """And for no template beside it, which nobody would read."""
    known = {kind.template for kind in KINDS}
    laid_out = {path.stem for path in (TEMPLATES / "blocks").iterdir()}
    written = {
        kind.template for kind in KINDS if html.block(_filled(kind), "en") is not None
    }  # fmt: skip
    assert known == laid_out | written
    assert not laid_out & written


def test_phrases_of_headings_are_those_of_the_library() -> None:
    """Links in headings break between phrases too; text of another language does not."""
    title = "所沢市の公民連携まちづくり"
    parts = "<wbr>".join(budoux.load_default_japanese_parser().parse(title))
    assert phrases(title) == parts != title
    assert line((Span(title, href="x"), Span(title)), "ja") == f'<a href="x">{parts}</a>{parts}'
    assert line((Span(title, lang="ja"), Span(title)), "ja") == (
        f'<span lang="ja">{title}</span>{parts}'
    )
    assert line((Span(title),), "en") == title


def test_a_source_stands_behind_the_last_thing_said() -> None:
    """Of one value, of a list, of paragraphs, and of a numbered list."""
    source, a, b = (Span("1", href="#1", note="N"),), (Span("a"),), (Span("b"),)
    mark = ref(source)
    assert "title" in mark
    assert lines((), source) == ""
    assert lines((a,), source) == f"a{mark}"
    assert lines((a, b), source) == (
        f'<ul class="atlas-values"><li>a</li><li>b{mark}</li></ul>'
    )  # fmt: skip
    for opening, items, closing in (((a, b), (), ()), ((a,), (b,), ()), ((a,), (a,), (b,))):
        written = passage(opening, items, closing, source)
        text = parser.fragment_fromstring(written, create_parent=True).text_content()
        assert text.split()[-1] == "b1"
        assert text.count("1") == 1
