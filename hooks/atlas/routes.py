"""Every address of the site, and nothing else knows one.

A route is a page's address below its language's root, without a leading and with a trailing
slash: `pairings/kobe-marseille/`; the home page's is empty. It is the same in both languages.
"""

import posixpath

from atlas.text import Language

HOME = ""
PROGRAMMES = "programmes/"
PAIRINGS = "pairings/"
PLACES = "places/"
THEMES = "themes/"
ORGANISATIONS = "organisations/"
TIMELINE = "timeline/"
SOURCES = "sources/"
GLOSSARY = "glossary/"
RULES = "contribute/rules/"

PAGE_FILE = "index.html"
ROBOTS_FILE = "robots.txt"
SITEMAP_FILE = "sitemap.xml"
SITE_FILES = ("404.html", SITEMAP_FILE, ROBOTS_FILE, "search/search_index.json")
"""Files that every built site has, beside its pages."""

_FOLDER_OF_KIND = {
    "programmes": PROGRAMMES,
    "pairings": PAIRINGS,
    "places": PLACES,
    "themes": THEMES,
    "organisations": ORGANISATIONS,
    "sources": SOURCES,
}


def record(kind: str, record_id: str) -> str:
    """Return the route of a record's own page."""
    return f"{_FOLDER_OF_KIND[kind]}{record_id}/"


def link(here: str, there: str, anchor: str = "") -> str:
    """Return the relative address that leads from one page to another of the same language."""
    fragment = f"#{anchor}" if anchor else ""
    if here == there:
        return fragment or "./"
    return posixpath.relpath(there or ".", here or ".") + "/" + fragment


def absolute(base: str, route: str, language: Language, anchor: str = "") -> str:
    """Return a page's whole address, on a site whose own address is `base` (with a final slash)."""
    fragment = f"#{anchor}" if anchor else ""
    return f"{base}{_root(language)}{route}{fragment}"


def _root(language: Language) -> str:
    return "" if language == "ja" else f"{language}/"


def page_source(route: str, language: Language) -> str:
    """Return the name under which MkDocs and its i18n plugin know a page, as if it were a file."""
    return f"{route}index.{language}.md"


def output_file(route: str, language: Language) -> str:
    """Return where below the built site a page is written."""
    return f"{_root(language)}{route}{PAGE_FILE}"


def record_file(kind: str, record_id: str) -> str:
    """Return the file of the repository that holds a record."""
    own = kind in {"programmes", "pairings", "places", "themes", "timelines"}
    return f"data/{kind}/{record_id}.yml" if own else f"data/{kind}.yml"


def event_anchor(happening_id: str) -> str:
    """Return the name of an event's place on the pages that show it."""
    return happening_id.replace("/", "--")
