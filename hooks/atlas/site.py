"""The site as what it can make: every page and every file, each when it is asked for."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from atlas import pages, report, routes, views
from atlas.made import Content
from atlas.pages import Rendered
from atlas.problem import Problem
from atlas.text import Language
from atlas.views import Planned, Whole


@dataclass(frozen=True, slots=True)
class Site:
    """What is shown: pages by the name of their source, and words (as HTML) for all of them.

    With problems it is a page of the problems, and nothing else.
    """

    pages: Mapping[str, Rendered]
    """Every page of the data, made when it is asked for, by the name of its source."""
    words: Mapping[Language, Mapping[str, str]]
    files: Mapping[str, Content]
    """Everything published beside the pages, by its path below the site's address."""
    whole: Mapping[Language, Whole]
    """What the head of every page says of the site."""
    plan: Mapping[str, Planned] = field(default_factory=dict)
    """What each of the pages is, without making it."""
    menu: Mapping[str, str] = field(default_factory=dict)
    """What the menu calls a page, as HTML, if it is in the menu."""
    alone: frozenset[str] = frozenset()
    """Those of the files that have little in common with any others."""
    learn: Callable[[Mapping[str, int]], None] = lambda _: None
    """Tells how many bytes files hold that were made, by their paths: some pages say so."""
    problems: tuple[Problem, ...] = ()
    """What stands in the way of all the other pages."""
    overlay: Mapping[Language, str] = field(default_factory=dict)
    """The problems as HTML, to be laid over the pages of another time."""

    def path(self, name: str) -> str:
        """Return where below the site's address a page is written."""
        return routes.output_file(self.plan[name].route, self.plan[name].language)

    def sample(self) -> None:
        """Make one page of each kind of record. Raises what making any of them raises."""
        one_of_each = {routes.sibling(each.route, ""): name
                       for name, each in self.plan.items() if each.record}  # fmt: skip
        for name in one_of_each.values():
            _ = self.pages[name]

    def around(self, links: Iterable[str]) -> tuple[object, ...]:
        """Return all that frames and prose depend on, which lead to these sources without language."""
        sources = {f"{link}.{language}.md" for link in links for language in self.words}
        singles = [name for name, planned in self.plan.items() if not planned.record]
        kinds = {routes.sibling(each.route, "") for each in self.plan.values() if each.record}
        return self.words, self.whole, self.menu, singles, kinds, sources & self.plan.keys()

    def report(self, language: Language, address: str = "") -> str:
        """Write the problems as plain text, for a site with an address of its own."""
        return report.text(self.problems, language, report.public(address))

    def head_of_prose(self, route: str, language: Language, title: str, description: str) -> str:
        """Return what the head of a page of prose says, as `Rendered.head` has it of others."""
        if language not in self.whole:
            return ""
        site = self.whole[language]
        things = views.of_prose(site, route, title, description)
        return pages.head(site, route, title, description, pages.linked_data(things))


@dataclass(slots=True)
class Prose:
    """What the site generator makes of the pages that people write."""

    day: str = ""
    """When (ISO 8601)."""
    listed: bool = False
    """Whether it knows of the files that belong to no language."""
    languages: int = 0
    """How many languages it has built."""
    routes: dict[str, None] = field(default_factory=dict)
    links: set[str] = field(default_factory=set)
    """The sources, without language and ending, that it leads to."""
    index: str = ""
    """The theme's search index of it."""
    classes: set[str] = field(default_factory=set)
    """Those of the elements that the theme lays out."""
