"""What each page says to machines, in the words of schema.org.

Every page says what it is and where it stands in the site; pages of places, pairings,
programmes and the timeline also say which places and events they tell of. Nothing is said
here that the page does not say to readers.

One thing keeps one name (`@id`) on every page that mentions it: a place is named after its own
page, an event after its anchor on the timeline.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from atlas import routes
from atlas.graph import Happening
from atlas.model import (
    Kept,
    Organisation,
    Pairing,
    Place,
    Programme,
    Source,
    Theme,
)
from atlas.text import Language, paragraphs
from atlas.views import dataset, event_lists, once, sharing
from atlas.views import happenings as telling
from atlas.views.page import Page, Picture
from atlas.views.setting import Repository, Setting
from atlas.views.things import Thing, day
from atlas.views.writer import Writer

_PLACE_TYPES: Mapping[str, str] = MappingProxyType({
    "city": "City",
    "town": "City",  # schema.org: "a city or town"
    "municipality": "City",
    "prefecture": "AdministrativeArea",
    "metropolis": "AdministrativeArea",
    "province": "AdministrativeArea",
    "metropolitan-area": "AdministrativeArea",
})  # fmt: skip
"""What schema.org calls our kinds of place; any other kind is a Place."""

_INDEX_OF: Mapping[type[Kept], str] = MappingProxyType({
    Programme: routes.PROGRAMMES,
    Organisation: routes.PROGRAMMES,  # where bodies are listed
    Pairing: routes.PAIRINGS,
    Place: routes.PLACES,
    Theme: routes.THEMES,
    Source: routes.SOURCES,
})  # fmt: skip
"""The page that leads to the pages of a kind of record."""

_ABOVE = {
    routes.API_GUIDE: routes.DATA,
    routes.RULES: routes.CONTRIBUTE,
    routes.FIELDS: routes.CONTRIBUTE,
}
"""The page that leads to another one which is no record's."""


@dataclass(frozen=True, slots=True)
class Whole:
    """The site in one language, as the head of every page names it; plain text."""

    language: Language
    name: str
    home: str
    """What the first page is called."""
    address: str
    picture: Picture
    """What is shown where a page is shared that has no picture of its own."""
    base: str
    """The address of the whole site, with a final slash."""
    locale: str
    """The language and the country whose writing of it is used, as the Open Graph protocol has it."""
    feed: str
    """The address of the feed of all events; blank if there are none."""
    feed_title: str
    repository: Repository


_LOCALES: Mapping[Language, str] = {"ja": "ja_JP", "en": "en_GB"}


def whole(setting: Setting, language: Language) -> Whole:
    """Name the site in one language."""
    w = Writer(setting, language, routes.HOME)
    name, home = w.to(w.graph.site.name), w.to(w.words.home)
    feed = routes.file(setting.base, routes.feed_file(language)) if w.graph.happenings else ""
    return Whole(
        language, name, home, w.address, sharing.of_site(w), setting.base, _LOCALES[language], feed,
        feed_title=f"{name} – {w.to(w.words.events)}", repository=setting.repository,
    )  # fmt: skip


def of(w: Writer, site: Whole, page: Page, record: Kept | None) -> tuple[Thing, ...]:
    """Describe a page, which may be the page of a record."""
    if page.route == routes.HOME:
        return (_website(w, site), _dataset(w))
    places, happenings = _told_of(w, page, record)
    events = filter(None, (_event(w, happening) for happening in happenings))
    things = (*(_place(w, place) for place in places), *events)
    trail = [*_above(w, page, record), (page.title, w.address)]
    about = {"about": [{"@id": thing["@id"]} for thing in things]} if things else {}
    data = (_dataset(w),) if page.route == routes.DATA else ()
    return (*_web_page(site, page.title, page.description, trail, about), *things, *data)


def of_prose(site: Whole, route: str, title: str, description: str) -> tuple[Thing, ...]:
    """Describe a page that people wrote, which stands right below the first one."""
    address = routes.absolute(site.base, route, site.language)
    return _web_page(site, title, description, [(title, address)], {})


def _told_of(
    w: Writer, page: Page, record: Kept | None
) -> tuple[tuple[Place, ...], tuple[Happening, ...]]:
    """The places and events that a page tells of."""
    graph = w.graph
    if page.route == routes.TIMELINE:
        return (), _in_full(graph.happenings)
    match record:
        case Place():
            return (record,), ()
        case Pairing():
            japan, partner = graph.sides(record)
            return (*japan, *partner), graph.happenings_of[record.id]
        case Programme():
            return (), _in_full(graph.happenings_of[record.id])
    return (), ()


def _in_full(happenings: tuple[Happening, ...]) -> tuple[Happening, ...]:
    """Of very many events the page tells no more than when they were; so does this: nothing."""
    return happenings if len(happenings) <= event_lists.MANY else ()


def _dataset(w: Writer) -> Thing:
    return dataset.of(w.setting, [w.language])


def _above(w: Writer, page: Page, record: Kept | None) -> list[tuple[str, str]]:
    """Names and addresses of the pages between the first page and another one."""
    index = _INDEX_OF.get(type(record)) if record else _ABOVE.get(page.route)
    if index is None:
        return []
    words = w.words
    names = {
        routes.PROGRAMMES: words.programmes,
        routes.PAIRINGS: words.pairings,
        routes.PLACES: words.places,
        routes.THEMES: words.themes,
        routes.SOURCES: words.sources,
        routes.DATA: words.data,
        routes.CONTRIBUTE: words.contribute,
    }
    return [(w.to(names[index]), routes.absolute(w.setting.base, index, w.language))]


def _web_page(
    site: Whole,
    title: str,
    description: str,
    trail: Iterable[tuple[str, str]],
    more: Mapping[str, object],
) -> tuple[Thing, Thing]:
    """A page and the way to it; `trail` ends with the page itself."""
    steps = [(site.home, site.address), *trail]
    address = steps[-1][1]
    crumbs = {
        "@type": "BreadcrumbList",
        "@id": f"{address}#breadcrumbs",
        "itemListElement": [
            {"@type": "ListItem", "position": number, "name": name,
             "item": {"@type": "WebPage", "@id": step}}
            for number, (name, step) in enumerate(steps, 1)
        ],
    }  # fmt: skip
    page = {
        "@type": "WebPage",
        "@id": address,
        "url": address,
        "name": title,
        **({"description": description} if description else {}),
        "inLanguage": site.language,
        "isPartOf": {
            "@type": "WebSite",
            "@id": f"{site.address}#website",
            "name": site.name,
            "url": site.address,
        },
        "breadcrumb": {"@id": crumbs["@id"]},
        **more,
    }
    return page, crumbs


def _website(w: Writer, site: Whole) -> Thing:
    return {
        "@type": "WebSite",
        "@id": f"{site.address}#website",
        "url": site.address,
        "name": site.name,
        "description": w.to(w.graph.site.description),
        "inLanguage": site.language,
        "potentialAction": {
            "@type": "SearchAction",
            "target": {
                "@type": "EntryPoint",
                "urlTemplate": routes.search_template(w.setting.base, w.language),
            },
            # schema.org's way to name what a template leaves open has no property of its own.
            "query-input": "required name=search_term_string",
        },
    }


@once.in_language
def _place(w: Writer, place: Place) -> Thing:
    return {
        **_brief(w, place),
        **_alternate_names(w, place),
        **({"description": w.texts(place.description)[0]} if place.description else {}),
        **_geo(place),
        "address": {"@type": "PostalAddress", "addressCountry": place.country},
        **({"containedInPlace": _brief(w, w.graph.place(place.within))} if place.within else {}),
    }


def _brief(w: Writer, place: Place) -> Thing:
    address = _address(w, "places", place)
    kind = _PLACE_TYPES.get(place.kind, "Place")
    return {"@type": kind, "@id": f"{address}#place", "name": w.to(place.name), "url": address}


def _alternate_names(w: Writer, place: Place) -> Thing:
    native = [place.native.text] if place.native else []
    names = [place.name.ja, place.name.en, *native, place.reading, *(a.text for a in place.aliases)]
    others = [name for name in dict.fromkeys(names) if name != w.to(place.name)]
    return {"alternateName": others} if others else {}


def _geo(place: Place) -> Thing:
    if place.coordinates is None:
        return {}
    latitude, longitude = place.coordinates
    return {"geo": {"@type": "GeoCoordinates", "latitude": latitude, "longitude": longitude}}


def _event(w: Writer, happening: Happening) -> Thing | None:
    """An event, if its days are known; a selection is no event that anybody went to."""
    event, date = happening.event, happening.date
    days = day("startDate", date.start) | day("endDate", date.end)
    if event is None or len(days) < 2:
        return None
    anchor = routes.event_anchor(happening.id)
    address = routes.absolute(w.setting.base, routes.TIMELINE, w.language, anchor)
    text = telling.text(w, happening)
    return {
        "@type": "Event",
        "@id": address,
        "url": address,
        "name": w.to(event.title),
        **({"description": " ".join(paragraphs(w.to(text)))} if text else {}),
        **days,
        # For what is past too: it means "taking place, or took place, as scheduled".
        "eventStatus": "https://schema.org/EventScheduled",
        **({"location": {"@type": "Place", "name": w.to(event.where)}} if event.where else {}),
    }


def _address(w: Writer, kind: str, record: Kept) -> str:
    return routes.absolute(w.setting.base, routes.record(kind, record.id), w.language)
