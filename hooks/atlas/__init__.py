"""City Partnership Atlas: the way from YAML files to pages, in the order it is gone.

data/*.yml → source → schema → model → rules → graph → views → pages and exports
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from traceback import format_exception

from atlas import graph, pages, problem, report, routes, rules, schema, search, source, views
from atlas.graph import Graph
from atlas.live import Overlay
from atlas.model import Catalog
from atlas.pages import Rendered
from atlas.problem import Problem
from atlas.routes import root
from atlas.source import Source
from atlas.stylesheet import classes, thinned
from atlas.text import LANGUAGES, Language, language_of_locale
from atlas.tidy import tidy
from atlas.views import Whole

__all__ = [
    "Atlas", "Overlay", "Site", "checked", "classes", "failure", "language_of_locale", "load",
    "publish", "render", "root", "search_indexes", "thinned", "tidy",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Atlas:
    """What the data say: the graph, or the problems that stand in its way."""

    graph: Graph | None
    problems: tuple[Problem, ...]
    files: tuple[str, ...]
    """The files that were read."""
    texts: Mapping[str, str] = field(default_factory=dict)
    """What they hold, by their path."""


@dataclass(frozen=True, slots=True)
class Site:
    """What is shown: pages by the name of their source, and words (as HTML) for all of them.

    With problems it is a page of the problems, and nothing else.
    """

    pages: Mapping[str, Rendered]
    words: Mapping[Language, Mapping[str, str]]
    files: Mapping[str, str | bytes]
    """Everything published beside the pages, by its path below the site's address."""
    whole: Mapping[Language, Whole]
    """What the head of every page says of the site."""
    problems: tuple[Problem, ...] = ()
    """What stands in the way of all the other pages."""
    overlay: Mapping[Language, str] = field(default_factory=dict)
    """The problems as HTML, to be laid over the pages of another time."""

    def report(self, language: Language, address: str = "") -> str:
        """Write the problems as plain text, for a site with an address of its own."""
        return report.text(self.problems, language, report.public(address))

    def head_of_prose(
        self, language: Language, title: str, description: str, address: str
    ) -> dict[str, object]:
        """Return what the head of a page of prose says, as `pages.Rendered` has it of others."""
        if language not in self.whole:
            return {}
        site = self.whole[language]
        things = views.of_prose(site, title, description, address)
        return {"linked_data": pages.linked_data(things), "picture": site.picture}


def load(data_dir: Path) -> Atlas:
    """Read and check a data folder. Problems are returned, not raised."""
    read = source.read(data_dir)
    catalog, found = checked(read)
    files = tuple(document.path for document in read.documents)
    texts = {document.path: "\n".join([*document.lines, ""]) for document in read.documents}
    return Atlas(None if found else graph.build(catalog), found, files, texts)


def checked(read: Source) -> tuple[Catalog, tuple[Problem, ...]]:
    """Make records of what was read, and say what is wrong with any of it."""
    catalog, problems = schema.read(read)
    mended = {(document.path, line) for document in read.documents for line in document.mended}
    further = [*problems, *rules.apply(catalog, read)]
    independent = (found for found in further if (found.path, found.place.line) not in mended)
    return catalog, problem.ordered([*read.problems, *independent])


def render(atlas: Atlas, base: str, generated_at: datetime) -> Site:
    """Compose and lay out every page in both languages, and every file beside them.

    The atlas must be without problems. `base` is the site's own address, with a final slash;
    `generated_at` is in UTC.
    """
    # To check the data nobody need wait for what only files need: shapely, icalendar and others.
    from atlas import exports

    if atlas.graph is None:
        raise ValueError("a site is rendered from data without problems only")
    setting = views.setting(atlas.graph, base, generated_at)
    files = exports.all_files(setting)
    files |= exports.form_files(setting, rules.ALL_RULES, atlas.texts)
    setting = replace(setting, reference=exports.reference(atlas.graph), sizes=exports.sizes(files))
    rendered = (
        pages.render(page)
        for language in LANGUAGES
        for page in views.all_pages(setting, language, rules.GROUPS)
    )
    words = {language: _words(atlas.graph, language) for language in LANGUAGES}
    files |= {moved.path: pages.moved(moved) for moved in views.all_moved(setting)}
    whole = {language: views.whole(setting, language) for language in LANGUAGES}
    return Site({page.source: page for page in rendered}, words, files, whole)


def publish(data_dir: Path, base: str, generated_at: datetime) -> Site:
    """Load and render; with problems, say what is wrong."""
    atlas = load(data_dir)
    return _problem_site(atlas.problems) if atlas.problems else render(atlas, base, generated_at)


def failure(error: Exception) -> dict[Language, str]:
    """Return HTML that tells whoever works on the site why it could not be made, as an overlay."""
    text = "".join(format_exception(error))
    return {language: pages.failure(text, language) for language in LANGUAGES}


def search_indexes(index: str) -> dict[str, str]:
    """Split the theme's search index by language: the path of each part, and its content."""
    return {routes.search_index(language): text for language, text in search.split(index).items()}


THEME_WORDS = (
    "not_found", "not_found_text", "find", "find_hint", "find_button", "home", "all_pairings",
    "all_places", "about_site", "contribute", "accessibility", "data",
    "events",
)  # fmt: skip
"""The words of the vocabulary that the theme's own templates show."""


def _words(of: Graph, language: Language) -> dict[str, str]:
    """What the theme says on every page, and on that which is shown where a page is missing."""
    site, words = of.site, of.vocabulary.words
    texts = {
        "name": site.name,
        "description": site.description,
        "contact": site.contact,
        "licence": site.licence,
        **{name: getattr(words, name) for name in THEME_WORDS},
    }
    in_language = {name: text.to(language) for name, text in texts.items()}
    return {
        **pages.words(in_language),
        "root": routes.root(language),
        "feed_file": routes.feed_file(language) if of.happenings else "",
    }


def _problem_site(problems: tuple[Problem, ...]) -> Site:
    """A site of one page, for want of data that would make more."""
    texts = {language: pages.problems(problems, language) for language in LANGUAGES}
    sources = {language: routes.page_source(routes.HOME, language) for language in LANGUAGES}
    only = {
        name: Rendered(name, "Atlas", "Atlas", "", texts[language], (), wide=True, edit_file=None)
        for language, name in sources.items()
    }
    blank = dict.fromkeys(("description", "contact", "licence", *THEME_WORDS), "")
    words = {language: {**blank, "name": "Atlas", "root": "", "feed_file": ""}
             for language in LANGUAGES}  # fmt: skip
    overlay = {language: pages.problems(problems, language, over=True) for language in LANGUAGES}
    return Site(only, words, {}, {}, problems, overlay)
