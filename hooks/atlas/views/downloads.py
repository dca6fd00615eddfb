"""What can be downloaded: every file that was made, what it holds, and how large it is."""

from collections.abc import Callable, Iterable, Mapping
from functools import partial

from atlas import dates, routes
from atlas.model import Kept, Programme
from atlas.views import names, offers
from atlas.views.blocks import Block, Group, Prose, Table
from atlas.views.lines import Line, Span
from atlas.views.parts import present
from atlas.views.writer import Writer, plain

Cells = tuple[Line, ...]

Formats = Mapping[str, Callable[[str], str]]
"""Formats that readers know by their names, and the path of the file that holds a kind in each."""


def groups(w: Writer) -> tuple[Block, ...]:
    """Every file that was made, in groups; nothing that was not made is offered."""
    words = w.words
    whole = {
        "CSV": routes.table_file,
        "JSON": routes.api_collection,
        "GeoJSON": routes.geojson_file,
    }
    return present(
        _by_format(w, w.line(words.all_data), whole),
        *(_of_programme(w, programme) for programme in w.graph.programmes),
        _single_records(w),
        _descriptions(w),
    )


def made_on(w: Writer) -> Line:
    """Return the day on which the files were made (UTC)."""
    return w.date(dates.parse(w.setting.generated_at.date().isoformat()))


def _of_programme(w: Writer, programme: Programme) -> Group | None:
    """The parts of tables and maps that are of one programme."""
    parts = {
        "CSV": partial(routes.table_file, programme_id=programme.id),
        "GeoJSON": partial(routes.geojson_file, programme_id=programme.id),
    }
    return _by_format(w, w.programme(programme), parts)


def _by_format(w: Writer, title: Line, formats: Formats) -> Group | None:
    """A row for each kind of which there is a file, with a column for each format."""
    rows = []
    for kind in offers.COLLECTIONS:
        files = [_file(w, path(kind)) for path in formats.values()]
        if any(files):
            rows.append(((Span(offers.kind_name(w, kind)),), *files))
    return _group(w, title, (w.to(w.words.content), *formats), rows)


def _file(w: Writer, path: str) -> Line:
    """Lead to a file and say how large it is; nothing if it was not made."""
    if path not in w.setting.sizes:
        return ()
    link = Span(routes.api_name(path), href=routes.file_link(w.here, w.language, path))
    size = names.size(w.setting.sizes[path], w.language)
    return w.sentence(w.sentences.labelled, value=(link,), label=size)


def _descriptions(w: Writer) -> Group | None:
    words = w.words
    files = (
        (words.api_index, routes.API_INDEX),
        (words.vocabulary, routes.VOCABULARY),
        (words.openapi, routes.OPENAPI),
        (words.data_package, routes.DATA_PACKAGE),
        (words.dataset, routes.DATASET),
    )
    rows = [(w.line(what), file) for what, path in files if (file := _file(w, path))]
    columns = (w.to(words.content), w.to(words.file))
    return _group(w, w.line(words.descriptions), columns, rows)


def _single_records(w: Writer) -> Group | None:
    """Each kind of record that has a file for each: where they are, how many, how large."""
    words, sizes, rows = w.words, w.setting.sizes, []
    for kind in offers.RECORDS:
        records: Iterable[Kept] = getattr(w.graph, kind)
        paths = (routes.api_record(kind, record.id) for record in records)
        if made := [sizes[path] for path in paths if path in sizes]:
            address = routes.file(w.setting.base, routes.api_record(kind, "ID"))
            size = names.size(sum(made), w.language)
            name = Span(offers.kind_name(w, kind))
            cells = (name, Span(address, code=True), Span(str(len(made))), Span(size))
            rows.append(tuple((cell,) for cell in cells))
    headings = (words.content, words.address_web, words.number, words.total_size)
    note = Prose((w.line(words.single_records_note),))
    return _group(w, w.line(words.single_records), tuple(map(w.to, headings)), rows, note)


def _group(
    w: Writer, title: Line, columns: tuple[str, ...], rows: Iterable[Cells], *before: Block
) -> Group | None:
    """A table under a heading, if it has any rows."""
    cells = tuple(tuple((line,) if line else () for line in row) for row in rows)
    caption = w.filled(w.sentences.named, label=w.to(w.words.downloads), value=plain(title))
    return Group(title, "", (*before, Table(caption, columns, cells))) if cells else None
