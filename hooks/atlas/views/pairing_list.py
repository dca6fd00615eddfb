"""The list of all pairings, and everything that it is filtered, searched and sorted by."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping

from atlas import dates, routes
from atlas.model import Pairing, Place
from atlas.text import LANGUAGES, Text
from atlas.views import names, offers, parts
from atlas.views.list_blocks import Filter, ListCell, ListColumn, ListLabels, ListRow, Option
from atlas.views.list_blocks import PairingList as Block
from atlas.views.page import Page, Section
from atlas.views.pairings import sayings
from atlas.views.setting import Setting
from atlas.views.writer import Writer, plain

Filed = tuple[tuple[str, str], ...]
"""What a pairing is filed under: values, as addresses have them, and their names."""

Facet = tuple[str, Text, Callable[[Pairing], Filed]]
"""A filter: its name, its label, and what it files a pairing under."""

_LONG = 200
"""Rows."""


def page(w: Writer) -> Page:
    """All pairings in one table, with a form to choose among them."""
    words, pairings = w.words, w.graph.pairings
    lead = w.sentence(w.sentences.pairings_lead, count=str(len(pairings)))
    columns, facets = parts.pairing_columns(w), _facets(w)
    block = Block(
        caption=w.to(words.all_pairings),
        columns=tuple(
            # In Japanese by reading, for the same character is read in many ways; else by name.
            ListColumn(name, w.to(text), by_note=name == "pairing" and w.language == "ja")
            for name, (text, _) in columns.items()
        ),
        rows=tuple(_row(w, pairing, columns) for pairing in pairings),
        filters=tuple(_filter(w, *facet) for facet in facets),
        label=_labels(w),
        download=routes.PAIRING_LIST_DOWNLOAD,
        words=routes.file_link(w.here, w.language, routes.PAIRING_LIST_WORDS),
        long=len(pairings) > _LONG,
    )
    return Page(
        routes.PAIRINGS,
        w.language,
        w.to(words.pairings),
        plain(lead),
        (Section("all", w.to(words.all_pairings), (block, offers.of_kind(w, "pairings"))),),
        lead=(lead,),
        scripts=(routes.PAIRING_LIST_SCRIPT,),
    )


def _labels(w: Writer) -> ListLabels:
    words, sentences, rows = w.words, w.sentences, str(len(w.graph.pairings))
    return ListLabels(
        form=w.to(words.filter_pairings),
        text=w.to(words.free_text),
        more=w.to(words.filter_more),
        note=w.to(words.filter_note),
        any_value=w.to(words.any_value),
        sort=w.to(words.sort_by),
        original=w.to(words.original_order),
        order=w.to(words.sort_order),
        ascending=w.to(words.ascending),
        descending=w.to(words.descending),
        clear=w.to(words.clear),
        download=w.to(words.download_shown),
        nothing=w.to(words.nothing_found),
        address=w.to(words.address_web),
        option=w.to(sentences.option),
        shown=w.to(sentences.rows_shown),
        all_shown=w.filled(sentences.rows_shown, shown=rows, total=rows),
    )


def _facets(w: Writer) -> tuple[Facet, ...]:
    """Every filter of the list."""
    graph, words = w.graph, w.words

    def programme(pairing: Pairing) -> Filed:
        name = w.programme(graph.programme(pairing.programme), short=True)
        return ((pairing.programme, plain(name)),)

    def country(pairing: Pairing) -> Filed:
        _, partner = graph.sides(pairing)
        return tuple(dict.fromkeys((place.country, w.country(place)) for place in partner))

    def theme(pairing: Pairing) -> Filed:
        return tuple((theme, w.to(graph.theme(theme).name)) for theme in pairing.themes)

    def year(pairing: Pairing) -> Filed:
        """When it began; where no source says, the year for which the whole picture holds."""
        date = pairing.since or graph.programme(pairing.programme).as_of
        if date is None:
            return ()
        year = f"{date.first.year:04}"
        return ((year, plain(w.date(dates.parse(year)))),)

    return (
        ("programme", words.programme, programme),
        ("country", words.country, country),
        ("theme", words.theme, theme),
        ("year", words.year, year),
    )


def _filter(w: Writer, name: str, label: Text, filed: Callable[[Pairing], Filed]) -> Filter:
    counts = Counter(entry for pairing in w.graph.pairings for entry in filed(pairing))
    options = (
        Option(value, text, w.filled(w.sentences.option, name=text, count=str(counts[value, text])))
        for value, text in sorted(counts, key=lambda entry: (entry[1], entry[0]))
    )
    return Filter(name, w.to(label), tuple(options))


def _row(w: Writer, pairing: Pairing, columns: Mapping[str, parts.Column]) -> ListRow:
    """One row, which is kept short: there are thousands, and whoever opens the list fetches all."""
    cells = {name: cell(pairing) for name, (_, cell) in columns.items()}
    sort = {"since": _began(pairing)}
    note = {"pairing": parts.readings(w, pairing)}
    as_of = None if pairing.since else w.graph.programme(pairing.programme).as_of
    return ListRow(
        tuple(ListCell(cell, sort.get(name), note.get(name, ())) for name, cell in cells.items()),
        tone=cells["pairing"][0][0].tone,
        year=f"{as_of.first.year:04}" if as_of else "",
    )


def _began(pairing: Pairing) -> str:
    return pairing.since.first.isoformat() if pairing.since else ""


def searched(given: Setting) -> dict[str, str]:
    """Return, of each pairing, everything that a reader may look for, in whichever language."""
    w = Writer(given, LANGUAGES[0], routes.PAIRINGS)
    return {
        pairing.id: " ".join(dict.fromkeys(_findable(w, pairing))) for pairing in w.graph.pairings
    }


def _findable(w: Writer, pairing: Pairing) -> Iterator[str]:
    """Everything in both languages that a reader may look for; the script folds how it is written.

    What was said about a pairing is in it: some themes, such as PM2.5, are named there alone.
    """
    graph = w.graph
    yield from (pairing.id, *pairing.formerly)
    for place in (place for side in graph.sides(pairing) for place in side):
        yield from _names(w, place)
        yield from (names.country(place.country, language) for language in LANGUAGES)
    programme = graph.programme(pairing.programme)
    yield programme.id
    themes = tuple(graph.theme(theme) for theme in pairing.themes)
    yield from (theme.id for theme in themes)
    yield from _both(
        programme.name,
        programme.short_name,
        pairing.theme_text,
        *(theme.name for theme in themes),
        *(
            text
            for said in sayings(w, pairing)
            for text in (said.statement.text, *said.statement.items)
        ),
    )


def _names(w: Writer, place: Place) -> Iterable[str]:
    """Every name of a place, and the names of the places it belongs to."""
    yield from (place.id, *_both(place.name), place.reading)
    if place.native:
        yield place.native.text
    yield from (alias.text for alias in place.aliases)
    if place.within:
        yield from _names(w, w.graph.place(place.within))


def _both(*texts: Text | None) -> Iterator[str]:
    for text in texts:
        if text:
            yield from (text.to(language) for language in LANGUAGES)
