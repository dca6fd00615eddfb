"""View → HTML. Templates lay out and decide nothing; all text is escaped as it stands."""

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from jinja2 import Environment, FileSystemBytecodeCache, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from atlas import html, routes
from atlas.html import page as skeleton
from atlas.html.escaping import escaped
from atlas.html.lines import cite, line, passage
from atlas.html.lists import rows
from atlas.problem import Problem, ordered
from atlas.report import counted, described
from atlas.resources import TEMPLATES
from atlas.text import LANGUAGES, Language, Text
from atlas.views import DataLink, Moved, Page, Picture, Whole
from atlas.views.blocks import Block


def _html(write: Callable[..., str]) -> Callable[..., Markup]:
    """Let templates print as it is what a function wrote as HTML."""
    return lambda *given: Markup(write(*given))


def _laid_out(block: Block, language: Language) -> str:
    """Lay a block out by the function that writes its kind, or else by its template."""
    written = html.block(block, language)
    if written is not None:
        return written
    return _template(f"blocks/{block.template}.html").render(block=block, language=language)


_ENVIRONMENT = Environment(
    loader=FileSystemLoader(TEMPLATES),
    autoescape=True,
    undefined=StrictUndefined,
    keep_trailing_newline=False,
)
_template = _ENVIRONMENT.get_template
_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
_ENVIRONMENT.filters["phrases"] = _html(skeleton.heading)
_ENVIRONMENT.globals |= {
    "cite": _html(cite),
    "laid_out": _html(_laid_out),
    "line": _html(line),
    "pairing_rows": _html(rows),
    "passage": _html(passage),
}


def keep_compiled(environment: Environment, folder: Path) -> None:
    """Have an environment and our own find again what templates were compiled to, by what they say.

    To compile those of the theme takes as long as a hundred pages. `folder` must exist.
    """
    names = f"%s-{version('jinja2')}.bin"  # by Jinja's version too, which Jinja leaves out
    cache = FileSystemBytecodeCache(str(folder), names)
    environment.bytecode_cache = _ENVIRONMENT.bytecode_cache = cache


@dataclass(frozen=True, slots=True)
class Rendered:
    """A page as the site generator takes it."""

    source: str
    """The name it goes by, as if it were a file in docs/."""
    title: str
    """As HTML, for themes print titles as they are."""
    description: str
    """As plain text."""
    html: str
    headings: tuple[tuple[str, str], ...]
    """Anchor and text, as HTML, of each heading of the second level."""
    contents: str
    """The items of its table of contents, as HTML."""
    wide: bool
    """Whether it goes without a table of contents beside it."""
    edit_file: str | None
    """The file of the repository that an editor changes to change the page."""
    head: str = ""
    """What its head says, as HTML."""
    linked_data: str = ""
    """What the page says to machines: JSON-LD, safe inside a script element."""


def render(page: Page, site: Whole) -> Rendered:
    """Lay a page out as HTML."""
    data, title = linked_data(page.linked_data), page.window_title or page.title
    return Rendered(
        source=routes.page_source(page.route, page.language),
        title=escaped(title),
        description=page.description,
        html=skeleton.page(page, site, routes.to_root(page.route, page.language), _laid_out),
        headings=tuple((each.anchor, escaped(each.title)) for each in page.sections),
        contents=skeleton.contents(page.sections),
        wide=page.wide or len(page.sections) < 2,
        edit_file=page.record_file,
        head=head(site, page.route, title, page.description, data, page.picture, page.alternates),
        linked_data=data,
    )


def head(
    site: Whole, route: str, title: str, description: str, data: str,
    picture: Picture | None = None, alternates: Iterable[DataLink] = (),
) -> str:  # fmt: skip
    """Lay out what the head of a page says; `data` is JSON-LD."""
    translations = [(each, routes.absolute(site.base, route, each)) for each in LANGUAGES]
    address = dict(translations)[site.language]
    picture = picture or site.picture
    return skeleton.head(site, title, description, address, translations, data, picture, alternates)


def moved(page: Moved) -> str:
    """Lay out what stands at an old address: a whole document, for no theme goes around it."""
    return _template("moved.html").render(moved=page)


def linked_data(things: Iterable[Mapping[str, object]]) -> str:
    """Write objects of schema.org as JSON-LD that no script element ends early on."""
    graph = {"@context": "https://schema.org", "@graph": list(things)}
    text = _json(graph)
    return text.replace("<", r"\u003c").replace(">", r"\u003e").replace("&", r"\u0026")


def words(texts: Mapping[str, str]) -> dict[str, str]:
    """Make plain texts safe for a theme that prints them as they are."""
    return {name: escaped(text) for name, text in texts.items()}


def problems(found: Iterable[Problem], language: Language, *, over: bool = False) -> str:
    """Lay problems out as HTML, to be a page or to lie over one."""
    in_order = ordered(found)
    texts = [described(problem, language) for problem in in_order]
    return _notice(counted(in_order, language), texts, language, over=over)


def failure(text: str, language: Language) -> str:
    """Lay out, to lie over a page, why a site could not be made through no fault of the data."""
    return _notice(_FAILED.to(language), [text], language, over=True)


_FAILED = Text(ja="サイトを作りなおせませんでした。", en="The site could not be made anew.")
_MEND = Text(
    ja="直して保存すると、この表示は消えます。",
    en="Once the file is mended and saved, this goes away.",
)


def _notice(title: str, texts: Iterable[str], language: Language, *, over: bool) -> str:
    template = _template("problems.html")
    return template.render(title=title, texts=texts, hint=_MEND.to(language), over=over)
