"""How pages get into the theme and onto the disk: page after page, or through frames.

`Plain` has MkDocs lay out every page and write every file. `Framed` has it lay out one page of marks
for each kind of page, fills these frames itself, and writes with all processors – or one page at a
time, when somebody looks at it. Both give the same bytes; ATLAS_PLAIN=1 chooses the first.
"""

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from pathlib import Path

from atlas import frames, parallel, routes, search
from atlas.disk import put
from atlas.frames import Frame
from atlas.made import Content, Made, encoded, joined
from atlas.pages import Rendered
from atlas.site import Site
from atlas.spool import Place, Spool
from atlas.views import Planned

Entries = Mapping[str, bytes]
"""What the search knows of each page, as JSON, by the name of its source."""


class Plain:
    """MkDocs lays out page after page, and writes all files."""

    cache = None

    def __init__(self, site: Site) -> None:
        """Make all pages, before MkDocs touches the site that there was."""
        self.site = site
        self.files: Mapping[str, bytes] = Made(
            {path: partial(_encoded, site.files, path) for path in site.files}
        )
        self._pages = dict(site.pages)

    @property
    def sources(self) -> Iterable[str]:
        """The names of what MkDocs lays out, as if they were files."""
        return self._pages

    def values(self, source: str) -> Mapping[str, str] | None:
        """Return what the theme is given of a page; nothing of one that is prose."""
        page = self._pages.get(source)
        return frames.values(page) if page else None

    def take(self, source: str, html: str) -> str:  # noqa: ARG002 - as `Framed` has it
        """Take what the theme made of a page, and return what MkDocs is to write."""
        return html

    def begin(self, folder: Path) -> None:
        """Begin with nothing: MkDocs writes what `files` has."""

    def renew(self, site: Site, links: Iterable[str]) -> bool:  # noqa: ARG002
        """Take in a changed site; return False if MkDocs has to lay it out anew, as it has here."""
        return False

    def made(self) -> Mapping[str, Content]:
        """Return what MkDocs does not write: nothing."""
        return {}

    def entries(self) -> Entries:
        """Return what the search is to know of each page."""
        return {name: _entries(self.site.plan[name], self._pages[name]) for name in self.site.plan}

    def write(self, folder: Path, others: Mapping[str, Content]) -> Entries:
        """Write `others`, for MkDocs has written the rest; return what the search is to know."""
        for path in others:
            put(folder, path, others[path])
        return self.entries()


class Framed:
    """MkDocs lays out frames, and whatever is asked for is made with their help."""

    files: Mapping[str, bytes] = {}

    def __init__(self, site: Site, cache: Path) -> None:
        """Begin without frames: `take` takes them as MkDocs makes them.

        `cache` is where a build keeps for the next what is often the same.
        """
        self.site = site
        self.cache = cache
        self.sources = dict.fromkeys(map(_frame_of, site.plan.values()))
        self._frames: dict[str, Frame] = {}
        self._ahead: parallel.Ahead[str, int] | None = None

    def values(self, source: str) -> Mapping[str, str] | None:
        """Return the marks that the theme is given instead of a page."""
        return frames.MARKS if source in self.sources else None

    def take(self, source: str, html: str) -> str:
        """Keep what the theme made of marks, and have MkDocs write nothing."""
        if source not in self.sources:
            return html
        self._frames[source] = frames.frame(html)
        return ""

    def begin(self, folder: Path) -> None:
        """Have another process write files into an empty folder, while MkDocs lays out the frames.

        It begins with those that have little in common with others: what it remembers ends with it,
        and would have to be made once more for these.
        """
        files, last, alone = self.site.files, self._telling_sizes(), self.site.alone
        if parallel.processors() > 1:
            jobs = [path for path in files if path not in last]
            jobs.sort(key=lambda path: path not in alone)
            self._ahead = parallel.Ahead(lambda path: put(folder, path, files[path]), jobs)

    def renew(self, site: Site, links: Iterable[str]) -> bool:
        """Take in a changed site; return False if its frames or its prose would be others.

        `links` are the sources, without language, that prose leads to.
        """
        if site.problems or site.around(links) != self.site.around(links):
            return False
        self.site = site
        return True

    def made(self) -> Mapping[str, Content]:
        """Return every page and file, each made when it is asked for, by its path."""
        pages: dict[str, Callable[[], Content]] = {
            self.site.path(name): partial(self._whole, name) for name in self.site.plan
        }
        return joined(Made(pages), self.site.files)

    def entries(self) -> Entries:
        """Return what the search is to know of each page."""
        plan, pages = self.site.plan, self.site.pages
        return {name: _entries(plan[name], pages[name]) for name in plan}

    def write(self, folder: Path, others: Mapping[str, Content]) -> Entries:
        """Write all pages and files, and `others`; return what the search is to know."""
        plan, files, spool = self.site.plan, joined(others, self.site.files), Spool()
        last, ahead = self._telling_sizes(), self._ahead
        apart = {*last, *(ahead.stop() if ahead else ())}
        pages = [name for name in plan if name not in last]
        # Each process begins with the largest pages of a language, and they meet in the files.
        half = len(pages) // 2
        between = [path for path in files if path not in apart]

        def write(name: str) -> Place | int:  # no more than is needed, of 100,000 files
            if name in plan:
                return self._page(folder, name, spool)
            return put(folder, name, files[name])

        jobs = [*pages[:half], *between, *reversed(pages[half:])]
        written = dict(zip(jobs, parallel.run(write, jobs, parallel.processors()), strict=True))
        written |= ahead.done() if ahead else {}
        self.site.learn({path: size for path, size in written.items() if isinstance(size, int)})
        written |= {name: write(name) for name in last}
        places = {name: place for name, place in written.items() if not isinstance(place, int)}
        return Made({name: partial(spool.get, place) for name, place in places.items()})

    def _telling_sizes(self) -> list[str]:
        """Name what says how large other files are: better made when these are there."""
        pages = [name for name, each in self.site.plan.items() if each.route == routes.DATA]
        return [*pages, routes.DATASET]

    def _whole(self, name: str) -> list[str]:
        return self._filled(name, self.site.pages[name])

    def _filled(self, name: str, page: Rendered) -> list[str]:
        planned = self.site.plan[name]
        record = planned.record.id if planned.record else ""
        return self._frames[_frame_of(planned)].fill(page, record)

    def _page(self, folder: Path, name: str, spool: Spool) -> Place:
        """Write a page, and return where that is which the search knows of it."""
        page = self.site.pages[name]
        put(folder, self.site.path(name), self._filled(name, page))
        return spool.put(_entries(self.site.plan[name], page))


def _encoded(files: Mapping[str, Content], path: str) -> bytes:
    return encoded(files[path])


def _frame_of(planned: Planned) -> str:
    """Return the name of what is laid out for a page: itself, or one for all records of its kind."""
    route = routes.sibling(planned.route, frames.ID) if planned.record else planned.route
    return routes.page_source(route, planned.language)


def _entries(planned: Planned, page: Rendered) -> bytes:
    location = routes.location(planned.route, planned.language)
    return search.written(search.entries(location, page.title, page.html))
