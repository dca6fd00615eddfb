"""What every page has: its head, its skeleton and its table of contents → HTML.

Jinja took 1 ms of CPU for these on each page of a record, most of it to find its templates again, to
set up what they may use, and to pass on text that was HTML already.
"""

from collections.abc import Callable, Iterable, Sequence

from atlas.html.escaping import escaped
from atlas.html.lines import line
from atlas.html.phrases import phrases
from atlas.text import Language
from atlas.views.blocks import Block
from atlas.views.data_blocks import DataLink
from atlas.views.linked_data import Whole
from atlas.views.page import Page, Picture, Section

Write = Callable[[Block, Language], str]
"""Lays out a block, of whatever kind."""


def heading(text: str, language: Language) -> str:
    """Write a heading; in Japanese it breaks between phrases only."""
    return phrases(text) if language == "ja" else escaped(text)


def page(shown: Page, site: Whole, root: str, write: Write) -> str:
    """Write a page without what the theme puts around it; `root` leads to the root of the site."""
    tone = f' data-tone="{escaped(shown.tone)}"' if shown.tone else ""
    sections = "".join([_section(section, shown.language, write) for section in shown.sections])
    return (
        f'<div class="atlas-page"{tone}>\n{_header(shown, write)}{sections}{_neighbours(shown)}'
        f"\n</div>{_scripts(shown, site, root)}"
    )


def _header(shown: Page, write: Write) -> str:
    kind = f'\n<p class="atlas-kind">{line(shown.kind)}</p>' if shown.kind else ""
    subtitle = f'\n<p class="atlas-subtitle">{line(shown.subtitle)}</p>' if shown.subtitle else ""
    notice = f'\n<p class="atlas-notice">{line(shown.notice)}</p>' if shown.notice else ""
    lead = "".join([f'\n<p class="atlas-lead">{line(text)}</p>' for text in shown.lead])
    aside = _blocks(shown.aside, shown.language, write)
    return (
        f'<header class="atlas-head">\n<div>{kind}\n<h1>{heading(shown.title, shown.language)}</h1>'
        f"{subtitle}{notice}{lead}{_blocks(shown.head, shown.language, write)}\n</div>"
        + (f'\n<div class="atlas-aside">{aside}\n</div>' if shown.aside else "")
        + "\n</header>"
    )


def _section(section: Section, language: Language, write: Write) -> str:
    excluded = "" if section.searched else " data-search-exclude"
    return (
        f'\n<section class="atlas-section"{excluded}>'
        f'\n<h2 id="{escaped(section.anchor)}">{heading(section.title, language)}</h2>'
        f"{_blocks(section.blocks, language, write)}\n</section>"
    )


def _blocks(blocks: Iterable[Block], language: Language, write: Write) -> str:
    return "".join([f"\n{write(block, language)}" for block in blocks])


def _neighbours(shown: Page) -> str:
    if not shown.neighbours:
        return ""
    items = "".join([
        f'\n<p class="atlas-neighbour"><span>{escaped(label)}</span> {line(neighbour)}</p>'
        for label, neighbour in shown.neighbours
    ])  # fmt: skip
    return (
        f'\n<nav class="atlas-neighbours" aria-label="{escaped(shown.neighbours_label)}"'
        f" data-search-exclude>{items}\n</nav>"
    )


def _scripts(shown: Page, site: Whole, root: str) -> str:
    """They stand before Material's own script, and before the page is first drawn."""
    repository = site.repository
    return "".join([
        *(f'\n<script src="{escaped(root + script)}"></script>' for script in shown.scripts),
        *(f'\n<script type="module" src="{escaped(root + module)}"'
          f' data-repository="{escaped(repository.address)}"'
          f' data-edit="{escaped(repository.edit)}"></script>' for module in shown.modules),
    ])  # fmt: skip


def contents(sections: Iterable[Section]) -> str:
    """Write a table of contents, with the elements that Material's script and style expect."""
    return "".join([
        f'\n<li class="md-nav__item"><a href="#{escaped(section.anchor)}" class="md-nav__link">'
        f'<span class="md-ellipsis">{escaped(section.title)}</span></a></li>'
        for section in sections
    ])  # fmt: skip


def head(
    site: Whole, title: str, description: str, address: str,
    translations: Sequence[tuple[Language, str]],
    data: str, picture: Picture, alternates: Iterable[DataLink],
) -> str:  # fmt: skip
    """Write what the head says to browsers, to search engines, and where the page is shared."""
    name, called, text = escaped(site.name), escaped(title), escaped(description)
    at, feed = escaped(address), site.feed
    others = "".join([
        f'\n<link rel="alternate" hreflang="{language}" href="{escaped(translation)}">'
        for language, translation in (*translations, ("x-default", translations[0][1]))
    ])  # fmt: skip
    files = [("application/atom+xml", site.feed_title, feed)] if feed else []
    files += [(a.media_type, a.title, a.address) for a in alternates if a.address != feed]
    offered = "".join([
        f'\n<link rel="alternate" type="{escaped(kind)}" title="{escaped(what)}"'
        f' href="{escaped(where)}">'
        for kind, what, where in files
    ])  # fmt: skip
    return (
        f"<title>{called}{f' – {name}' if title != site.name else ''}</title>"
        f'\n<meta name="description" content="{text}">'
        f'\n<link rel="canonical" href="{at}">{others}{offered}'
        '\n<meta property="og:type" content="website">'
        f'\n<meta property="og:title" content="{called}">'
        f'\n<meta property="og:description" content="{text}">'
        f'\n<meta property="og:url" content="{at}">'
        f'\n<meta property="og:site_name" content="{name}">'
        f'\n<meta property="og:locale" content="{escaped(site.locale)}">'
        f'\n<meta property="og:image" content="{escaped(picture.address)}">'
        '\n<meta property="og:image:type" content="image/png">'
        '\n<meta property="og:image:width" content="1200">'
        '\n<meta property="og:image:height" content="630">'
        f'\n<meta property="og:image:alt" content="{escaped(picture.text)}">'
        '\n<meta name="twitter:card" content="summary_large_image">'
        f'\n<script type="application/ld+json">{data}</script>'
    )
