"""Texts hold no HTML: what is typed is what readers see."""

import re
from collections.abc import Iterator
from functools import cache

from atlas.problem import Rule
from atlas.rules.finding import Finding, Path
from atlas.text import LANGUAGES, Text

HTML_IN_TEXT = Rule(
    "html-in-text",
    Text(
        ja="文章にHTMLのタグを書かない。ほかの記号（<、*、_、|）は、打ったとおりに出る。",
        en="Texts hold no HTML tags. All other signs (<, *, _, |) appear as they are typed.",
    ),
    Text(
        ja="文章にHTMLのタグ「{tag}」があります。タグは働かず、読者にそのまま見えてしまいます。",
        en="The text holds the HTML tag '{tag}'. It would have no effect, and readers would see it.",
    ),
    Text(
        ja="タグを消してください。段落のあいだは、一行あけます。",
        en="Remove the tag. Paragraphs are separated by a blank line.",
    ),
    excusable=True,
    bad='  - label: {ja: "<b>面積</b>", en: Area}',
    good="  - label: {ja: 面積, en: Area}",
)

RULES = (HTML_IN_TEXT,)

_ELEMENTS = (
    "a abbr acronym address area article aside audio b base bdi bdo big blockquote body br button "
    "canvas caption center cite code col colgroup data datalist dd del details dfn dialog div dl dt "
    "em embed fieldset figcaption figure font footer form frame frameset h1 h2 h3 h4 h5 h6 head "
    "header hgroup hr html i iframe img input ins kbd label legend li link main map mark marquee "
    "menu meta meter nav nobr noframes noscript object ol optgroup option output p param picture "
    "pre progress q rp rt ruby s samp script search section select slot small source span strike "
    "strong style sub summary sup svg table tbody td template textarea tfoot th thead time title tr "
    "track tt u ul var video wbr"
)
"""The elements of the HTML Living Standard, and obsolete ones that are still met."""


@cache
def _tag() -> re.Pattern[str]:
    """What a tag looks like; few texts hold even a `<`, and it takes 5 ms to compile."""
    return re.compile(
        rf"</?(?:{'|'.join(_ELEMENTS.split())})(?![\w-])[^<>\n]{{0,60}}>?", re.IGNORECASE
    )


def check_text(kind: str, record: str, path: Path, text: Text) -> Iterator[Finding]:
    """Find the first tag of each text: `<` before the name of an element, as in <b> or </p>."""
    for language in LANGUAGES:
        written = text.to(language) or ""
        if "<" in written and (found := _tag().search(written)):
            tag = found[0] if found[0].endswith(">") else found[0].split()[0]
            where = (*path, language)
            yield Finding(HTML_IN_TEXT, kind, record, where, {"tag": tag}, word=tag)
