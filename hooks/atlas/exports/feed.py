"""The feed of events: Atom (RFC 4287), one file for each language.

Programs that read feeds know an entry by its id and show it again when `updated` is later than
what they have. So neither the build nor the address of the site has a part in the two.
"""

from collections.abc import Iterable
from functools import partial
from heapq import nlargest
from uuid import UUID, uuid5
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, SubElement

from atlas import routes
from atlas.exports.making import Files
from atlas.graph import Happening
from atlas.text import LANGUAGES, Language
from atlas.told import SELECTION
from atlas.views import Setting, happenings
from atlas.views.happenings import named
from atlas.views.writer import Writer

MOST = 100
"""How many entries a feed has: readers come for what is new, and ask for the whole file often.

Everything is in the calendars and the tables.
"""

_NAMESPACE = UUID("b4c67a52-5f8e-4d0c-9a63-0f7e5b1d2c94")
"""What ids are made in (RFC 9562, 5.5). A new one would show every entry again."""

_ATOM = "http://www.w3.org/2005/Atom"
_XHTML = "http://www.w3.org/1999/xhtml"
_HTML_TYPE, _ATOM_TYPE = "text/html", "application/atom+xml"


def files(setting: Setting) -> Files:
    """Yield the path of the feed in each language, and what makes it.

    A feed must say when it was updated (RFC 4287, 4.1.1), so where nothing happened there is none.
    """
    for language in LANGUAGES if setting.graph.happenings else ():
        yield routes.feed_file(language), partial(_written, setting, language)


def _written(setting: Setting, language: Language) -> bytes:
    feed = _feed(Writer(setting, language, routes.HOME), setting.once(_latest))
    ElementTree.indent(feed, " ")
    made: bytes = ElementTree.tostring(feed, "utf-8", xml_declaration=True)
    return made


def _latest(setting: Setting) -> list[Happening]:
    """The events that changed last, the last one first."""
    return nlargest(MOST, setting.graph.happenings, key=lambda h: (h.changed, h.position))


def _feed(w: Writer, told: Iterable[Happening]) -> Element:
    """The feed, with the entry that changed last first."""
    base, site, here = w.setting.base, w.graph.site, w.language
    entries = [_entry(w, each) for each in told]
    feed = Element("feed", {"xmlns": _ATOM, "xml:lang": here})
    _text(feed, "id", _urn(here))
    _text(feed, "title", named(w, site.name, w.to(w.words.events)))
    _text(feed, "subtitle", w.to(site.description))
    _text(feed, "updated", entries[0].findtext("updated", ""))
    _link(feed, "self", _ATOM_TYPE, here, routes.file(base, routes.feed_file(here)))
    _link(feed, "alternate", _HTML_TYPE, here, routes.absolute(base, routes.TIMELINE, here))
    for other in LANGUAGES:
        if other != here:
            _link(feed, "alternate", _ATOM_TYPE, other, routes.file(base, routes.feed_file(other)))
    _author(feed, w.to(site.name))
    _text(feed, "rights", w.to(site.licence))
    feed.extend(entries)
    return feed


def _entry(w: Writer, told: Happening) -> Element:
    """What is told of an event."""
    event, date, kind = told.event, happenings.when(w, told), happenings.kind(w, told)
    entry = Element("entry")
    _text(entry, "id", _urn(f"{w.language}/{told.permanent_id}"))
    _text(entry, "title", happenings.heading(w, told))
    _text(entry, "updated", told.changed.isoformat())
    if event and event.added:
        _text(entry, "published", f"{event.added.edtf}T00:00:00+00:00")
    _link(entry, "alternate", _HTML_TYPE, w.language, happenings.address(w, told))
    _author(entry, w.to(w.graph.site.name))
    _category(w, entry, routes.VOCABULARY, event.kind if event else SELECTION, kind)
    programme, programmes = told.programme, routes.api_collection("programmes")
    _category(w, entry, programmes, programme.id, w.to(programme.name))
    _text(entry, "summary", w.filled(w.sentences.named, label=kind, value=date))
    content = SubElement(entry, "content", {"type": "xhtml"})
    body = SubElement(content, "div", {"xmlns": _XHTML, "xml:lang": w.language})
    place = (named(w, w.words.where, w.to(event.where)),) if event and event.where else ()
    for paragraph in (named(w, w.words.date, date), *place, *happenings.details(w, told)):
        _text(body, "p", paragraph)
    return entry


def _text(parent: Element, name: str, text: str) -> None:
    SubElement(parent, name).text = text


def _link(parent: Element, relation: str, media_type: str, language: Language, to: str) -> None:
    SubElement(
        parent, "link", {"rel": relation, "type": media_type, "hreflang": language, "href": to}
    )


def _author(parent: Element, name: str) -> None:
    _text(SubElement(parent, "author"), "name", name)


def _category(w: Writer, parent: Element, scheme: str, term: str, label: str) -> None:
    """Sort an entry under a term of one of the site's lists."""
    named = {"scheme": routes.file(w.setting.base, scheme), "term": term, "label": label}
    SubElement(parent, "category", named)


def _urn(name: str) -> str:
    return uuid5(_NAMESPACE, name).urn
