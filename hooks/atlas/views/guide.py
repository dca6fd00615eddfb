"""The page that explains the API: how to begin, what is answered where, and what is promised."""

from collections.abc import Iterator

from atlas import routes
from atlas.model import Example, GuidePart
from atlas.views import blocks
from atlas.views.blocks import Block, Facts, Group, Links, Points, Prose, Row, Table
from atlas.views.coded import coded
from atlas.views.lines import Line, Span
from atlas.views.page import Page, Section
from atlas.views.reference import Address, AnswerKey, AnswerType, TypeName
from atlas.views.writer import Writer, plain


def page(w: Writer) -> Page:
    """Everything that someone who writes a program needs.

    The anchors of `guide` are ids, in which there is no underscore; so ours differ from them.
    """
    guide, words, reference = w.graph.guide, w.words, w.setting.reference()
    lead = tuple(coded(w, text) for text in w.texts(guide.lead))
    return Page(
        routes.API_GUIDE,
        w.language,
        w.to(guide.title),
        plain(lead[0]),
        (
            Section(
                "api_examples", w.to(words.examples), tuple(_example(w, e) for e in guide.examples)
            ),
            *(_part(w, part) for part in guide.sections),
            Section("api_addresses", w.to(words.addresses), (_addresses(w, reference.addresses),)),
            Section("api_changelog", w.to(words.changelog), (_changelog(w),)),
            Section("api_answers", w.to(words.answers), tuple(_types(w, reference.types))),
        ),
        kind=(w.link(routes.DATA, w.to(words.data)),),
        lead=lead,
        record_file=routes.record_file("api", ""),
    )


def _example(w: Writer, example: Example) -> blocks.Code:
    code, output = (
        text.replace("{base}", w.setting.base) for text in (example.code, example.output)
    )
    return blocks.Code(
        example.id, w.to(example.title), code, w.to(w.words.prints), (w.unmarked(output),)
    )


def _part(w: Writer, part: GuidePart) -> Section:
    paragraphs = tuple(coded(w, text) for text in w.texts(part.text))
    items = tuple(coded(w, item) for item in part.items)
    points = (Points(items),) if items else ()
    return Section(part.id, w.to(part.title), (Prose(paragraphs), *points))


def _addresses(w: Writer, addresses: tuple[Address, ...]) -> Table:
    words = w.words
    rows = tuple(
        (
            ((Span(f"/{each.path}", code=True, href=_file(w, each.example)),),),
            (w.line(each.summary),),
            (_type_name(each.type),),
        )
        for each in addresses
    )
    columns = (w.to(words.address_web), w.to(words.content), w.to(words.type))
    return Table(w.to(words.addresses), columns, rows)


def _file(w: Writer, path: str) -> str:
    return routes.file_link(w.here, w.language, path)


def _changelog(w: Writer) -> Facts:
    return Facts(
        tuple(
            Row(
                w.filled(w.sentences.version, number=release.version),
                tuple(coded(w, change) for change in release.changes),
                plain(w.date(release.on)),
            )
            for release in w.graph.guide.changelog
        )
    )


def _types(w: Writer, types: tuple[AnswerType, ...]) -> Iterator[Block]:
    """Every type of response with its keys, and before them a list of all types."""
    words = w.words
    yield Links(tuple(_type_name(TypeName(each.name)) for each in types))
    columns = (w.to(words.key), w.to(words.type), w.to(words.meaning))
    for each in types:
        paragraphs: list[Line] = [coded(w, each.meaning.text)]
        if each.extends:
            base = _type_name(TypeName(each.extends))
            paragraphs.append(w.sentence(w.sentences.keys_beside, type=base))
        rows = tuple(_key(w, key) for key in each.keys)
        name = w.to(each.meaning.title)
        name = w.filled(w.sentences.in_full, name=name) if each.extends else name
        title = (Span(name), Span(" "), Span(each.name, code=True))
        table = Table(plain(title), columns, rows)
        yield Group(title, "", (Prose(tuple(paragraphs)), table), routes.type_anchor(each.name))


def _key(w: Writer, key: AnswerKey) -> tuple[tuple[Line, ...], ...]:
    meaning = coded(w, key.meaning.text)
    return (((Span(key.name, code=True),),), (_type_name(key.type),), (meaning,))


def _type_name(name: TypeName) -> Line:
    """Write a type; one of the API's own, which begins with a capital, leads to its keys."""
    own = name.base[0].isupper()
    base = Span(name.base, href=f"#{routes.type_anchor(name.base)}" if own else None, code=True)
    return (base, Span(name.suffix, code=True)) if name.suffix else (base,)
