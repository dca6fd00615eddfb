"""The page of everything that is published as data."""

from collections.abc import Iterable

from atlas import routes
from atlas.text import Text
from atlas.views import completeness, downloads, names
from atlas.views.blocks import Block, Citation, Group, Links, More, Prose, Table
from atlas.views.lines import Line, Span
from atlas.views.page import Page, Section
from atlas.views.parts import present
from atlas.views.writer import Writer, plain

Calendar = tuple[Line, str, int]
"""What a calendar is of, the id of its owner, and how many events it holds."""


def page(w: Writer) -> Page:
    """What can be downloaded and subscribed to, on which terms, and how complete it is."""
    words = w.words
    lead = w.line(words.data_lead)
    made = w.sentence(w.sentences.data_made, date=downloads.made_on(w))
    guide = w.link(routes.API_GUIDE, w.to(words.api_guide))
    sections = (
        Section("downloads", w.to(words.downloads),
                (Prose((w.line(words.downloads_note), made)), *downloads.groups(w))),
        Section("subscribe", w.to(words.subscribe), _subscribe(w)),
        Section("licence", w.to(words.licence), (_licence(w),)),
        Section("cite", w.to(words.cite_data), (_citation(w),)),
        Section("completeness", w.to(words.completeness),
                (Prose((w.line(words.completeness_note),)), *completeness.groups(w))),
    )  # fmt: skip
    return Page(
        routes.DATA,
        w.language,
        w.to(words.data),
        plain(lead),
        sections,
        lead=(lead, w.sentence(w.sentences.data_api, guide=(guide,))),
    )


def _subscribe(w: Writer) -> tuple[Block, ...]:
    """How to subscribe, every calendar in the page's language, and the feed."""
    words, graph = w.words, w.graph
    everything = (w.line(words.all_events), routes.ALL, len(graph.happenings))
    of = graph.happenings_of
    programmes = ((w.programme(p), p.id, len(of[p.id])) for p in graph.programmes)
    pairings = ((w.pairing(p), p.id, len(of[p.id])) for p in graph.pairings)
    calendars = _calendars(w, words.calendars, (everything, *programmes))
    each = _calendars(w, words.calendars_of_pairings, pairings)
    steps = Prose(
        (w.line(words.subscribe_note),),
        w.paragraphs(words.subscribe_steps),
        (w.line(words.subscribe_directly),),
    )
    more = More(w.to(words.calendars_of_pairings), (each,)) if each else None
    tables: tuple[Block, ...] = present(calendars, more)
    return present(
        steps,
        Group(w.line(words.calendars), "", tables) if tables else None,
        _feed(w),
        Prose((w.line(words.other_language),)),
    )


def _calendars(w: Writer, title: Text, calendars: Iterable[Calendar]) -> Table | None:
    """Those of some calendars that were made, each with the address to copy or to open."""
    words, rows = w.words, []
    for name, owner, count in calendars:
        path = routes.calendar_file(w.language, owner)
        if path in w.setting.sizes:
            cells = (name, (Span(str(count)),), _address(w, path), (_opened(w, path, plain(name)),))
            rows.append(tuple((cell,) for cell in cells))
    columns = (words.calendar, words.events, words.address_web, words.subscribe_at_once)
    return Table(w.to(title), tuple(map(w.to, columns)), tuple(rows)) if rows else None


def _address(w: Writer, path: str) -> Line:
    """Return the whole address of a file, to be copied, and how large the file is."""
    address = routes.file(w.setting.base, path)
    size = names.size(w.setting.sizes[path], w.language)
    return w.sentence(w.sentences.labelled, value=(Span(address, href=address),), label=size)


def _opened(w: Writer, path: str, name: str) -> Span:
    """Open a calendar in the reader's application."""
    text = w.to(w.words.open_in_application)
    label = w.filled(w.sentences.named, label=name, value=text)
    return Span(text, href=routes.subscription(w.setting.base, path), label=label)


def _feed(w: Writer) -> Group | None:
    path = routes.feed_file(w.language)
    if path not in w.setting.sizes:
        return None
    note = Prose((w.line(w.words.feed_note),))
    return Group(w.line(w.words.feed), "", (note, Links((_address(w, path),))))


def _licence(w: Writer) -> Prose:
    """On which terms the data may be used, and where each fact is from."""
    sources = w.link(routes.SOURCES, w.to(w.words.sources))
    provenance = w.sentence(w.sentences.data_provenance, sources=(sources,))
    return Prose((*w.paragraphs(w.graph.site.licence), provenance))


def _citation(w: Writer) -> Citation:
    """How to cite the data as a whole, as of the day on which they were made."""
    words = w.words
    text = w.sentence(
        w.sentences.data_citation,
        site=w.to(w.graph.site.name),
        date=downloads.made_on(w),
        address=w.address,
    )
    return Citation(text, w.to(words.cite_data_advice), w.to(words.copy_text), w.to(words.copied))
