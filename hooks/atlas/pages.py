"""View → HTML. Templates lay out and decide nothing; all text is escaped as it stands."""

from collections.abc import Iterable
from dataclasses import dataclass

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from atlas import routes
from atlas.problem import Problem, counted, described, ordered
from atlas.resources import TEMPLATES
from atlas.text import Language
from atlas.views import Page

_ENVIRONMENT = Environment(
    loader=FileSystemLoader(TEMPLATES),
    autoescape=True,
    undefined=StrictUndefined,
    keep_trailing_newline=False,
)


@dataclass(frozen=True, slots=True)
class Rendered:
    """A page as the site generator takes it."""

    source: str
    """The name it goes by, as if it were a file in docs/."""
    title: str
    menu_title: str
    description: str
    html: str
    headings: tuple[tuple[str, str], ...]
    """Anchor and text of each heading of the second level."""
    edit_file: str | None
    """The file of the repository that an editor changes to change the page."""


def render(page: Page) -> Rendered:
    """Lay a page out as HTML."""
    return Rendered(
        source=routes.page_source(page.route, page.language),
        title=page.window_title or page.title,
        menu_title=page.menu_title or page.title,
        description=page.description,
        html=_ENVIRONMENT.get_template("page.html").render(page=page),
        headings=tuple((section.anchor, section.title) for section in page.sections),
        edit_file=page.record_file,
    )


def problems(found: Iterable[Problem], language: Language) -> str:
    """Lay problems out as HTML, for the top of a page."""
    in_order = ordered(found)
    return _ENVIRONMENT.get_template("problems.html").render(
        count=counted(in_order, language),
        texts=[described(problem, language) for problem in in_order],
    )
