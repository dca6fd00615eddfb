"""Every address of the site, and nothing else knows one.

A route is a page's address below its language's root, without a leading and with a trailing
slash: `pairings/kobe-marseille/`; the home page's is empty. It is the same in both languages.
"""

import posixpath
import re
from functools import lru_cache
from html import unescape
from itertools import takewhile

from atlas.text import LANGUAGES, Language

HOME = ""
PROGRAMMES = "programmes/"
PAIRINGS = "pairings/"
PLACES = "places/"
THEMES = "themes/"
ORGANISATIONS = "organisations/"
TIMELINE = "timeline/"
SOURCES = "sources/"
GLOSSARY = "glossary/"
DATA = "data/"
API_GUIDE = "data/api/"
CONTRIBUTE = "contribute/"
RULES = "contribute/rules/"
FIELDS = "contribute/fields/"
FORM = "contribute/form/"

EVENTS = "events"
"""What the collection of all events is called."""

ALL = "all"
"""The name of the calendar of all events; no record may have it as its id."""

LAND = "land"
"""The name of the land within a file of land."""

PAGE_FILE = "index.html"
_API = "api/v1/"
API_INDEX = f"{_API}index.json"
OPENAPI = f"{_API}openapi.json"
VOCABULARY = f"{_API}vocabulary.json"
DATA_PACKAGE = f"{_API}datapackage.json"
DATASET = f"{_API}dataset.jsonld"
IDS_SCHEMA = "ids.json"
"""The schema of the ids that exist, as its neighbours name it."""
ROBOTS_FILE = "robots.txt"
SITEMAP_FILE = "sitemap.xml"
STYLE = "assets/atlas.css"
THEME_STYLES = "assets/stylesheets/main.*.min.css"
THEME_SCRIPTS = "assets/javascripts/bundle.*.js"
"""Patterns: Material names these files by what they hold."""
FORM_DATA = f"{FORM}form.json"
FORM_SCRIPT = "assets/form/main.js"
FORM_STYLE = "assets/form/form.css"
PAIRING_LIST_SCRIPT = "assets/pairing-list.js"
PAIRING_LIST_WORDS = f"{PAIRINGS}words.json"
"""What the list is searched in, of each pairing."""
PAIRING_LIST_DOWNLOAD = "pairings.csv"
"""What the list's script names the file that it makes; it is not on the site."""
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


def sibling(route: str, name: str) -> str:
    """Return the route of a page of another name in the same folder."""
    return f"{posixpath.dirname(route.rstrip('/'))}/{name}/"


def link(here: str, there: str, anchor: str = "") -> str:
    """Return the relative address that leads from one page to another of the same language."""
    fragment = f"#{anchor}" if anchor else ""
    if here == there:
        return fragment or "./"
    mine, theirs = here.split("/")[:-1], there.split("/")[:-1]
    pairs = zip(mine, theirs, strict=False)
    common = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
    return "".join(("../" * (len(mine) - common), *(f"{s}/" for s in theirs[common:]), fragment))


@lru_cache(maxsize=16)
def apart(route: str) -> tuple[str, str]:
    """Split a route into its folder and its own name: `pairings/*/` and `kobe-marseille`.

    On all pages of a folder links to other pages are the same. A page right below the root,
    which may have pages below it, is a folder of its own.
    """
    folder, _, name = route.removesuffix("/").rpartition("/")
    return (f"{folder}/*/", name) if folder else (route, "")


def absolute(base: str, route: str, language: Language, anchor: str = "") -> str:
    """Return a page's whole address, on a site whose own address is `base` (with a final slash)."""
    fragment = f"#{anchor}" if anchor else ""
    return f"{base}{root(language)}{route}{fragment}"


def file(base: str, path: str) -> str:
    """Return the whole address of a file that is no page."""
    return f"{base}{path}"


def card_file(language: Language, pairing_id: str = "") -> str:
    """Return where below the built site the picture is that stands for a shared page.

    Pages that are of no pairing have one in common.
    """
    name = f"{language}/{pairing_id}" if pairing_id else language
    return f"assets/cards/{name}.png"


def api_collection(kind: str) -> str:
    """Return where the JSON of all records of a kind is published."""
    return f"{_API}{kind}.json"


def api_record(kind: str, record_id: str) -> str:
    """Return where the JSON of one record is published."""
    return f"{_API}{kind}/{record_id}.json"


def table_file(kind: str, programme_id: str = "") -> str:
    """Return where a table is published as CSV: all of it, or the part of one programme."""
    return f"{_of_programme(programme_id)}{kind}.csv"


def geojson_file(kind: str, programme_id: str = "") -> str:
    """Return where a kind of record is published as GeoJSON: all, or those of one programme."""
    return f"{_of_programme(programme_id)}{kind}.geojson"


def _of_programme(programme_id: str) -> str:
    return f"{_API}programmes/{programme_id}/" if programme_id else _API


def schema_file(name: str) -> str:
    """Return where the JSON Schema of a kind of file is published, that of `ids` included."""
    return f"schema/{name}.json"


def beside(path: str, other: str) -> str:
    """Return the relative address that leads from a file to another one."""
    return posixpath.relpath(other, posixpath.dirname(path) or ".")


def holds_all(path: str) -> bool:
    """Whether a file of data holds all records of a kind, or describes all tables."""
    described = {API_INDEX, OPENAPI, VOCABULARY, DATASET}
    return path.startswith(_API) and "/" not in path[len(_API) :] and path not in described


def calendar_file(language: Language, owner_id: str = ALL) -> str:
    """Return where the calendar of a pairing, of a programme, or of all events is published."""
    return f"calendar/{language}/{owner_id}.ics"


def feed_file(language: Language) -> str:
    """Return where the feed of events is published."""
    return f"feeds/{language}/events.atom"


def subscription(base: str, path: str) -> str:
    """Return the address at which a calendar application subscribes to a calendar at once."""
    return f"webcal:{file(base, path).partition(':')[2]}"


def api_name(path: str) -> str:
    """Return what a file of data is called among all of them: `iuc/pairings.csv`."""
    return path.removeprefix(_API).removeprefix("programmes/")


def file_name(path: str) -> str:
    """Return the name of a file without its folders."""
    return posixpath.basename(path)


def file_link(here: str, language: Language, path: str) -> str:
    """Return the relative address that leads from a page to a file that is no page."""
    return f"{to_root(here, language)}{path}"


def search_template(base: str, language: Language) -> str:
    """Return the address that searches the site, with a gap for what is looked for (RFC 6570).

    Material's own script reads `q`, on whichever page it is given.
    """
    return f"{absolute(base, HOME, language)}?q={{search_term_string}}"


def root(language: Language) -> str:
    """Return what stands before every route of a language."""
    return "" if language == "ja" else f"{language}/"


def location(route: str, language: Language) -> str:
    """Return a page's address below the site's own, as the search knows it."""
    return f"{root(language)}{route}"


def search_index(language: Language) -> str:
    """Return where below the built site the search index of a language is written."""
    return f"search/{language}.json"


SITE_FILES = ("404.html", SITEMAP_FILE, ROBOTS_FILE, *map(search_index, LANGUAGES))
"""Files that every built site has, beside its pages."""


_ADDRESS = re.compile("<loc>(.*?)</loc>")


def mapped(sitemap: str) -> list[str]:
    """Return where below the built site the pages are that its map names, the first page first."""
    addresses = [unescape(address) for address in _ADDRESS.findall(sitemap)]
    return [f"{address.removeprefix(addresses[0])}{PAGE_FILE}" for address in addresses]


def page_source(route: str, language: Language) -> str:
    """Return the name under which MkDocs and its i18n plugin know a page, as if it were a file."""
    return f"{route}index.{language}.md"


def output_file(route: str, language: Language) -> str:
    """Return where below the built site a page is written."""
    return f"{root(language)}{route}{PAGE_FILE}"


def land_file(panel: str) -> str:
    """Return where below the built site the land of a map's panel is written."""
    return f"assets/land/{panel}.svg"


def land_link(here: str, language: Language, panel: str) -> str:
    """Return the relative address that leads from a page to the land of a panel."""
    return f"{file_link(here, language, land_file(panel))}#{LAND}"


def to_root(here: str, language: Language) -> str:
    """Return the relative address that leads from a page to the root of the site."""
    return "../" * f"{root(language)}{here}".count("/")


def record_file(kind: str, record_id: str) -> str:
    """Return the file of the repository that holds a record; the site has a copy at that path."""
    own = kind in {"programmes", "pairings", "places", "themes", "timelines"}
    return f"data/{kind}/{record_id}.yml" if own else f"data/{kind}.yml"


def record_pattern(kind: str) -> str:
    """Return where in the repository the files of a kind of record are, with a gap for the id."""
    return record_file(kind, "<id>")


def record_folder(kind: str) -> str:
    """Return the folder of the repository that holds the records of a kind."""
    return posixpath.dirname(record_file(kind, "")) + "/"


def source_anchor(source_id: str) -> str:
    """Return the name of a document's place among the sources of a page."""
    return f"source-{source_id}"


def type_anchor(name: str) -> str:
    """Return the name of a type's place on the page of the API."""
    return f"type-{name}"


def field_anchor(block: str, key: str = "") -> str:
    """Return the name of a block's place, or of a key in it, on the page of all keys."""
    return f"{block.lower()}-{key}" if key else block.lower()


def event_anchor(happening_id: str) -> str:
    """Return the name of an event's place on the pages that show it."""
    return happening_id.replace("/", "--")
