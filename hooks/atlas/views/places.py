"""Pages of places: all of them, and each one."""

from atlas import routes
from atlas.model import EDITORIAL, Place
from atlas.views import event_lists, maps, offers, once, parts, retirement
from atlas.views.blocks import Facts, Links, PlaceCard, Row, Table
from atlas.views.data_blocks import DataLinks
from atlas.views.lines import Line, Span
from atlas.views.page import Page, Section
from atlas.views.writer import Writer, plain


def index(w: Writer) -> Page:
    """All places, by the reading of their names."""
    words = w.words
    countries = {place.country for place in w.graph.places}
    lead = w.sentence(
        w.sentences.places_lead,
        count=str(len(w.graph.places)),
        countries=str(len(countries)),
    )
    columns = (words.place, words.reading, words.kind, words.country, words.within, words.pairings)
    rows = tuple(_index_row(w, place) for place in w.in_order(w.graph.places))
    table = Table(w.to(words.all_places), tuple(w.to(column) for column in columns), rows)
    section = Section("all", w.to(words.all_places), (table, offers.of_kind(w, "places")))
    return Page(
        routes.PLACES, w.language, w.to(words.places), plain(lead), (section,), lead=(lead,)
    )


def _index_row(w: Writer, place: Place) -> tuple[tuple[Line, ...], ...]:
    within = (w.place(w.graph.place(place.within)),) if place.within else ()
    return (
        (retirement.marked(w, place),),
        (w.reading(place),),
        ((Span(_kind(w, place)),),),
        ((Span(w.country(place)),),),
        within,
        tuple(retirement.marked(w, pairing) for pairing in w.graph.pairings_of[place.id]),
    )


def page(w: Writer, place: Place) -> Page:
    """One place: what it is, what the documents say of it, and with whom it works."""
    words, graph = w.words, w.graph
    pairings, inside = graph.pairings_of[place.id], graph.places_within[place.id]
    sayings = graph.sayings_of[place.id]
    told = [*place.sources, *(pairing.sources[0] for pairing in pairings)]
    table = parts.pairing_table(w, pairings, w.to(words.pairings))
    data = offers.of_record(w, place)
    locator = maps.of_place(w, place)
    sections = parts.present(
        Section("at-a-glance", w.to(words.at_a_glance), (_facts(w, place),)),
        _description(w, place),
        _told_facts(w, place),
        Section("pairings", w.to(words.pairings), (table, data)) if pairings else None,
        _inside(w, inside, data),
        parts.statements(w, sayings, data),
        event_lists.section(w, graph.happenings_of_place(place), data),
        parts.contact(w, place),
        parts.sources(w, place, [*told, EDITORIAL]),
        parts.citation(w, w.to(place.name), told),
    )  # fmt: skip
    return Page(
        routes.record("places", place.id),
        w.language,
        w.to(place.name),
        _summary(w, place),
        sections,
        kind=(Span(_kind(w, place)),),
        subtitle=_subtitle(w, place),
        lead=((Span(_summary(w, place)),),),
        notice=retirement.notice(w, place),
        aside=(locator, data) if locator else (),
        record_file=routes.record_file("places", place.id),
    )


def _kind(w: Writer, place: Place) -> str:
    return w.to(w.graph.vocabulary.place_kinds[place.kind])


@once.in_language
def _subtitle(w: Writer, place: Place) -> Line:
    native = place.native
    if native is None or native.text in (place.name.ja, w.to(place.name)):
        return w.reading(place)
    return (*w.reading(place), Span(" · "), w.foreign(native.text, native.lang))


def _summary(w: Writer, place: Place) -> str:
    """One sentence for search engines and cards."""
    return w.filled(
        w.sentences.place_summary,
        place=w.to(place.name),
        country=w.country(place),
        kind=_kind(w, place),
        count=str(len(w.graph.pairings_of[place.id])),
    )


def card(w: Writer, place: Place) -> PlaceCard:
    """A place in short, as the pages of its pairings show it."""
    found = maps.of_place(w, place)
    within = w.place(w.graph.place(place.within)) if place.within else ()
    country: Line = (Span(w.country(place)),)
    area = w.sentence(w.sentences.area, within=within, country=country) if within else country
    editorial = w.cite(w.graph.source(EDITORIAL))
    rows = [
        Row(w.to(w.words.kind), ((Span(_kind(w, place)),),), cite=editorial),
        Row(w.to(w.words.location), (area,), cite=editorial),
    ]
    return PlaceCard(w.place(place), _subtitle(w, place), found, (*rows, *_told(w, place)))


def _facts(w: Writer, place: Place) -> Facts:
    """What the editors add to every place: names, country, coordinates."""
    words = w.words
    rows = [Row(w.to(words.reading), (w.reading(place),))]
    if place.native:
        native = w.foreign(place.native.text, place.native.lang)
        rows.append(Row(w.to(words.native_name), ((native,),)))
    if place.aliases:
        aliases = w.listed((w.other_name(alias),) for alias in place.aliases)
        rows.append(Row(w.to(words.aliases), (aliases,)))
    rows.append(Row(w.to(words.kind), ((Span(_kind(w, place)),),)))
    rows.append(Row(w.to(words.country), ((Span(w.country(place)),),)))
    if place.within:
        rows.append(Row(w.to(words.within), (w.place(w.graph.place(place.within)),)))
    if place.coordinates:
        latitude, longitude = (f"{value:.4f}" for value in place.coordinates)
        values = {"latitude": latitude, "longitude": longitude}
        rows.append(Row(w.to(words.coordinates), (w.sentence(w.sentences.coordinates, **values),)))
    cite = w.cite(w.graph.source(EDITORIAL))
    return Facts(tuple(Row(row.label, row.values, cite=cite) for row in rows))


def _description(w: Writer, place: Place) -> Section | None:
    if place.description is None:
        return None
    title = w.filled(w.sentences.about_place, place=w.to(place.name))
    prose = parts.prose(w, w.paragraphs(place.description), place.sources)
    return Section("description", title, (prose,))


def _told_facts(w: Writer, place: Place) -> Section | None:
    rows = _told(w, place)
    return Section("facts", w.to(w.words.facts), (Facts(rows),)) if rows else None


def _told(w: Writer, place: Place) -> tuple[Row, ...]:
    """The facts that documents give."""
    return tuple(
        Row(
            w.to(fact.label),
            (w.line(fact.value),),
            w.to(fact.note) if fact.note else None,
            w.cite_id(fact.source, place.sources),
        )
        for fact in place.facts
    )


def _inside(w: Writer, inside: tuple[Place, ...], data: DataLinks) -> Section | None:
    if not inside:
        return None
    return Section("places-within", w.to(w.words.places_within),
                   (Links(tuple(w.place(place) for place in inside)), data))  # fmt: skip
