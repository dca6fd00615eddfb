"""Lines → HTML: text, links, dates and stretches in other languages, without a break between.

Headings name their language, so that they break between phrases.
"""

from collections.abc import Callable, Sequence

from atlas.html.escaping import escaped
from atlas.html.phrases import phrases
from atlas.html.repeated import repeated
from atlas.views.lines import Line, Span


def line(spans: Line, phrases_of: str = "") -> str:
    """Write a line; of a heading in the language `phrases_of`, phrases are kept whole."""
    write = phrases if phrases_of == "ja" else escaped
    if len(spans) == 1:
        return _span(spans[0], write)
    return "".join([_span(span, write) for span in spans])


def _span(span: Span, write: Callable[[str], str]) -> str:
    """A term of the glossary carries its meaning, which the style sheet shows on hover and focus."""
    if span.tip:
        id_, href = escaped(span.id), escaped(span.href or "")
        return (
            f'<span class="atlas-term"><a href="{href}" aria-describedby="tip-{id_}">'
            f'{escaped(span.text)}</a><span class="atlas-tip" role="tooltip" id="tip-{id_}"'
            f" data-search-exclude>{escaped(span.tip)}</span></span>"
        )
    if span.code:
        text = escaped(span.text)
        if span.href:
            return f'<a href="{escaped(span.href)}"><code>{text}</code></a>'
        return f"<code{_lang(span)}>{text}</code>"
    if span.href:
        label = f' aria-label="{escaped(span.label)}"' if span.label else ""
        return f'<a href="{escaped(span.href)}"{label}{_lang(span)}{_tone(span)}>{write(span.text)}</a>'
    if span.tone:
        return f"<span{_tone(span)}>{escaped(span.text)}</span>"
    if span.tag:
        return f'<span class="atlas-tag">{escaped(span.text)}</span>'
    if span.datetime:
        return f'<time datetime="{escaped(span.datetime)}">{escaped(span.text)}</time>'
    if span.lang:
        return f"<span{_lang(span)}>{escaped(span.text)}</span>"
    return write(span.text)


def _lang(span: Span) -> str:
    return f' lang="{escaped(span.lang)}"' if span.lang else ""


def _tone(span: Span) -> str:
    if not span.tone:
        return ""
    kind = "atlas-label" if span.tag else "atlas-toned"
    return f' class="{kind}" data-tone="{escaped(span.tone)}"'


def ref(spans: Line) -> str:
    """Write where a fact is from, if it is the number of a source: right behind the fact."""
    return _ref(spans) if spans else ""


@repeated(4096)  # a page has some fifty, of three or four sources
def _ref(spans: Line) -> str:
    return "".join([
        f'<sup class="atlas-ref"><a href="{escaped(span.href or "")}" title="{escaped(span.note)}"'
        f' aria-label="{escaped(span.note)}">{escaped(span.text)}</a></sup>'
        for span in spans if span.note
    ])  # fmt: skip


def cite(spans: Line) -> str:
    """Write where a fact is from, if it is said in words: on a line of its own."""
    return f'<p class="atlas-cite">{line(spans)}</p>' if spans and not spans[0].note else ""


def lines(values: Sequence[Line], source: Line = ()) -> str:
    """Write lines in one cell, the source behind the last: one stands alone, more are a list."""
    if not values:
        return ""
    if len(values) == 1:
        return line(values[0]) + ref(source)
    items = "</li><li>".join([line(value) for value in values])
    return f'<ul class="atlas-values"><li>{items}{ref(source)}</li></ul>'


def passage(
    opening: Sequence[Line], items: Sequence[Line], closing: Sequence[Line], source: Line
) -> str:
    """Write paragraphs, a numbered list and paragraphs again, the source behind the last."""
    mark = ref(source)
    return (
        paragraphs(opening, "" if items or closing else mark)
        + (
            f'\n<ol class="atlas-items">{_items(items, "" if closing else mark)}\n</ol>'
            if items
            else ""
        )
        + paragraphs(closing, mark)
        + f"\n{cite(source)}"
    )


def paragraphs(texts: Sequence[Line], mark: str) -> str:
    """As paragraphs, with a mark at the end of the last."""
    if not texts:
        return ""
    return "\n<p>" + "</p>\n<p>".join([line(text) for text in texts]) + f"{mark}</p>"


def _items(texts: Sequence[Line], mark: str) -> str:
    return "\n<li>" + "</li>\n<li>".join([line(text) for text in texts]) + f"{mark}</li>"
