"""City Partnership Atlas: the way from YAML files to pages, in the order it is gone.

data/*.yml → source → schema → model → rules → graph → views → pages and exports
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import partial
from pathlib import Path
from traceback import format_exception

from atlas.garbage import undisturbed

# isort: split
# That module comes before all others, for it has Python look for garbage seldom.
from atlas import graph, pages, problem, routes, rules, schema, source, views
from atlas.finish import closing, finish
from atlas.graph import Graph
from atlas.live import Copies, Overlay, snapshot
from atlas.made import Content, Made, joined
from atlas.model import Catalog
from atlas.pages import Rendered
from atlas.press import Framed, Plain
from atlas.problem import Problem
from atlas.routes import root
from atlas.site import Prose, Site
from atlas.source import Source
from atlas.spool import aside
from atlas.stylesheet import classes
from atlas.text import LANGUAGES, Language, language_of_locale
from atlas.theme import hasten
from atlas.tidy import tidy
from atlas.views import Planned, Repository, Whole

__all__ = [
    "Atlas", "Copies", "Framed", "Overlay", "Plain", "Prose", "Repository", "Site", "checked",
    "classes", "closing", "failure", "finish", "hasten", "joined", "language_of_locale", "load",
    "press", "publish", "render", "root", "snapshot", "tidy",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Atlas:
    """What the data say: the graph, or the problems that stand in its way."""

    graph: Graph | None
    problems: tuple[Problem, ...]
    files: tuple[str, ...]
    """The files that were read."""
    texts: Mapping[str, Content] = field(default_factory=dict)
    """What they hold, by their path."""


def load(data_dir: Path, *, again: bool = True) -> Atlas:
    """Read and check a data folder. Problems are returned, not raised.

    Unless it may be loaded `again`, nothing is kept for that: of 10,000 pairings, 110 MiB.
    """
    with undisturbed():
        read = source.read(data_dir, schema.made)
        catalog, found = checked(read)
        files = tuple(document.path for document in read.documents)
        texts: Mapping[str, Content] = {each.path: each.ended for each in read.documents}
        if not again:
            texts = aside(texts)
            source.forget()
            rules.forget()
        return Atlas(None if found else graph.build(catalog), found, files, texts)


def checked(read: Source) -> tuple[Catalog, tuple[Problem, ...]]:
    """Make records of what was read, and say what is wrong with any of it."""
    catalog, problems = schema.read(read)
    mended = {(document.path, line) for document in read.documents for line in document.mended}
    further = [*problems, *rules.apply(catalog, read)]
    independent = (found for found in further if (found.path, found.place.line) not in mended)
    return catalog, problem.ordered([*read.problems, *independent])


def render(
    atlas: Atlas, base: str, generated_at: datetime, repository: Repository | None = None
) -> Site:
    """Compose and lay out every page in both languages, and every file beside them.

    The atlas must be without problems. `base` is the site's own address, with a final slash;
    `generated_at` is in UTC. Nothing is made but when it is asked for.
    """
    # To check the data nobody need wait for what only files need: the API's types, Pillow and others.
    from atlas import exports

    if atlas.graph is None:
        raise ValueError("a site is rendered from data without problems only")
    sizes = exports.Sizes()
    setting = replace(
        views.setting(atlas.graph, base, generated_at, repository),
        reference=partial(exports.reference, atlas.graph),
        sizes=sizes,
    )
    makers = dict(exports.all_files(setting))
    makers |= exports.form_files(setting, rules.ALL_RULES, atlas.texts)
    sizes.offer(makers)
    makers |= {moved.path: partial(pages.moved, moved) for moved in views.all_moved(setting)}
    whole = {language: views.whole(setting, language) for language in LANGUAGES}
    plan = {
        routes.page_source(planned.route, language): planned
        for language in LANGUAGES
        for planned in views.plan(setting, whole[language], rules.GROUPS)
    }
    made = {name: partial(_laid_out, each, whole[each.language]) for name, each in plan.items()}
    words = {language: _words(atlas.graph, language) for language in LANGUAGES}
    menu = {name: views.menu_title(atlas.graph, each.route, each.language)
            for name, each in plan.items() if not each.record}  # fmt: skip
    alone = frozenset(path for path, _ in exports.alone(setting))
    return Site(Made(made), words, Made(makers), whole, plan, pages.words(menu), alone, sizes.learn)


def _laid_out(planned: Planned, site: Whole) -> Rendered:
    return pages.render(planned.compose(), site)


def publish(
    data_dir: Path,
    base: str,
    generated_at: datetime,
    repository: Repository | None = None,
    *,
    again: bool = True,
) -> Site:
    """Load and render, perhaps not for the last time; with problems, say what is wrong."""
    with undisturbed():
        atlas = load(data_dir, again=again)
        if atlas.problems:
            return _problem_site(atlas.problems)
        return render(atlas, base, generated_at, repository)


def press(site: Site, cache: Path | None) -> Plain | Framed:
    """Choose how pages get into the theme: quickly, or page after page, with the same result.

    Without a folder for what builds keep for the next, it is the latter.
    """
    return Framed(site, cache) if cache and not site.problems else Plain(site)


def failure(error: Exception) -> dict[Language, str]:
    """Return HTML that tells whoever works on the site why it could not be made, as an overlay."""
    text = "".join(format_exception(error))
    return {language: pages.failure(text, language) for language in LANGUAGES}


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
        name: Rendered(name, "Atlas", "", texts[language], (), "", wide=True, edit_file=None)
        for language, name in sources.items()
    }
    blank = dict.fromkeys(("description", "contact", "licence", *THEME_WORDS), "")
    words = {language: {**blank, "name": "Atlas", "root": "", "feed_file": ""}
             for language in LANGUAGES}  # fmt: skip
    overlay = {language: pages.problems(problems, language, over=True) for language in LANGUAGES}
    menu = dict.fromkeys(only, "Atlas")
    return Site(only, words, {}, {}, menu=menu, problems=problems, overlay=overlay)
