"""What is written last, when the pages of the data and the prose are both there."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from inspect import getsource
from pathlib import Path

from atlas import resources, routes, search, stylesheet
from atlas.disk import put
from atlas.keeping import kept
from atlas.made import Content, Made
from atlas.press import Entries, Framed, Plain
from atlas.site import Prose, Site
from atlas.stylesheet import mentioned, thinned
from atlas.text import LANGUAGES, Language


def finish(press: Plain | Framed, prose: Prose, folder: Path) -> None:
    """Write all that the site generator has not written into the folder of the site."""
    entries = press.write(folder, _styles(prose, folder, press.cache))
    for path, content in closing(press.site, lambda: entries, prose).items():
        put(folder, path, content)


def closing(site: Site, entries: Callable[[], Entries], prose: Prose) -> Mapping[str, Content]:
    """Return the files that tell of all pages, prose included, each made when it is asked for.

    `entries` returns what the search knows of the pages of the data.
    """
    from atlas.exports import sitemap  # with all its neighbours: see `atlas.render`

    if site.problems:
        return {}
    all_routes = dict.fromkeys([*(planned.route for planned in site.plan.values()), *prose.routes])
    base = next(iter(site.whole.values())).base

    def index(language: Language) -> Iterator[bytes]:
        found = entries()  # of which one is read at a time
        ours = Made({
            routes.location(planned.route, language): partial(found.__getitem__, name)
            for name, planned in site.plan.items() if planned.language == language
        })  # fmt: skip
        locations = (routes.location(route, language) for route in all_routes)
        return search.joined(prose.index, locations, ours)

    return Made({
        routes.SITEMAP_FILE: lambda: sitemap.text(base, all_routes, prose.day),
        **{routes.search_index(language): partial(index, language) for language in LANGUAGES},
    })  # fmt: skip


def _styles(prose: Prose, folder: Path, cache: Path | None) -> Mapping[str, str]:
    """Return the theme's style sheets, each thinned when it is asked for, by their paths."""
    used = prose.classes | mentioned(*resources.layouts())

    def style(sheet: Path) -> str:
        css = sheet.read_text("utf-8")
        others = _read(folder, routes.THEME_SCRIPTS), _read(folder, routes.STYLE)
        given = css, *sorted(used), *others, getsource(stylesheet)  # which is what makes it
        return kept(cache, sheet.name, given, lambda: thinned(css, used, *others))

    sheets = folder.glob(routes.THEME_STYLES)
    return Made({sheet.relative_to(folder).as_posix(): partial(style, sheet) for sheet in sheets})


def _read(folder: Path, pattern: str) -> str:
    return "".join(file.read_text("utf-8") for file in sorted(folder.glob(pattern)))
