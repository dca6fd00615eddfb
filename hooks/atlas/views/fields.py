"""The page that explains to editors every key of the data's files, from the model."""

from collections import Counter
from collections.abc import Iterable, Iterator

from pydantic import BaseModel

from atlas import routes
from atlas.model import (
    FOLDER_MODELS,
    LIST_MODELS,
    SINGLE_MODELS,
    Kept,
    Meaning,
    meaning,
    meaning_of,
)
from atlas.model.values import Value, blocks_of, value_of
from atlas.text import Text
from atlas.views.blocks import Block, Group, Prose, Term, Terms
from atlas.views.coded import coded
from atlas.views.lines import Line, Span
from atlas.views.page import Page, Section
from atlas.views.writer import Writer, plain

Model = type[BaseModel]

_KINDS: dict[str, Model] = {
    kind: ({**FOLDER_MODELS, **LIST_MODELS, **SINGLE_MODELS})[kind]
    for kind in ("pairings", "timelines", "places", "themes", "programmes", "sources",
                 "organisations", "glossary", "site", "vocabulary", "api")
}  # fmt: skip
"""Kinds of file, those that editors write most often first."""

_EVERY, _SHARED = "of_every", "shared_blocks"
"""Anchors of parts that are of no kind; no key has an underscore where theirs is."""


def page(w: Writer) -> Page:
    """Each kind of file with its keys, what all of them may have, and the blocks that they share."""
    words = w.words
    lead = w.line(words.fields_lead)
    shared = _shared()
    every = Section(
        _EVERY,
        w.to(words.fields_of_every),
        (_keys(w, Kept, Kept.model_fields), *_blocks(w, Kept, shared)),
    )
    return Page(
        routes.FIELDS,
        w.language,
        w.to(words.fields),
        plain(lead),
        (
            *(_kind(w, kind, model, shared) for kind, model in _KINDS.items()),
            every,
            Section(
                _SHARED, w.to(words.fields_shared), tuple(_block(w, model) for model in shared)
            ),
        ),
        kind=(w.link(routes.CONTRIBUTE, w.to(words.contribute)),),
        lead=(lead,),
    )


def _shared() -> tuple[Model, ...]:
    """The blocks that several kinds of file hold, those of every record left out."""
    of_every = set(blocks_of(Kept))
    counted = Counter(
        block for model in _KINDS.values() for block in dict.fromkeys(blocks_of(model))
    )
    return tuple(b for b, n in counted.items() if b is Text or (n > 1 and b not in of_every))


def _kind(w: Writer, kind: str, model: Model, shared: Iterable[Model]) -> Section:
    """A kind of file: what it is, where it stands, and its own keys."""
    words, means = w.words, meaning_of(model)
    name = kind if kind not in FOLDER_MODELS else model.__name__.lower()
    schema = routes.schema_file(name)
    href = routes.file_link(w.here, w.language, schema)
    file = (Span(routes.record_pattern(kind), code=True),)
    every = (w.link(w.here, w.to(words.fields_of_every), _EVERY),)
    facts = (
        w.sentence(w.sentences.named, label=w.to(words.file), value=file),
        w.sentence(w.sentences.named, label="JSON Schema", value=(Span(schema, href=href),)),
        *((every,) if issubclass(model, Kept) else ()),
    )
    own = [field for field in model.model_fields if not _of_every(model, field)]
    blocks = (Prose((_meaning(w, means), *facts)), _keys(w, model, own), *_blocks(w, model, shared))
    return Section(routes.field_anchor(model.__name__), w.to(means.title), blocks)


def _of_every(model: Model, field: str) -> bool:
    return issubclass(model, Kept) and field in Kept.model_fields


def _blocks(w: Writer, model: Model, shared: Iterable[Model]) -> Iterator[Block]:
    """The blocks that only this kind of record holds."""
    of_every = () if model is Kept else tuple(blocks_of(Kept))
    for block in dict.fromkeys(blocks_of(model)):
        if block not in shared and block not in of_every and block is not Text:
            yield _block(w, block)


def _block(w: Writer, model: Model) -> Group:
    means = meaning_of(model)
    blocks = (Prose((_meaning(w, means),)), _keys(w, model, model.model_fields))
    return Group((Span(w.to(means.title)),), "", blocks, routes.field_anchor(model.__name__))


def _meaning(w: Writer, means: Meaning) -> Line:
    """What something is, and how it is written."""
    said = [means.text, means.writing] if means.writing else [means.text]
    joint = "" if w.language == "ja" else " "
    return coded(w, joint.join(w.to(text) for text in said))


def _keys(w: Writer, model: Model, fields: Iterable[str]) -> Terms:
    """The keys of a block; where all mean the same kind of thing, one stands for them."""
    names = list(fields)
    if "each" in vars(model):
        means: Meaning = vars(model)["each"]
        names = names[:1]
        return Terms(tuple(_term(w, model, name, means, "…") for name in names))
    return Terms(tuple(_key(w, model, name) for name in names))


def _key(w: Writer, model: Model, name: str) -> Term:
    field = model.model_fields[name]
    return _term(w, model, name, meaning(model, name), field.alias or name)


def _term(w: Writer, model: Model, name: str, means: Meaning, key: str) -> Term:
    """A key: its title, whether it is required, what it means and how it is written."""
    words, field = w.words, model.model_fields[name]
    needed = w.to(words.required if field.is_required() else words.optional)
    heading = (Span(key, code=True), Span(" "), Span(w.to(means.title)), Span(needed, tag=True))
    value = w.sentence(
        w.sentences.named, label=w.to(words.value), value=_value(w, value_of(model, name))
    )
    anchor = routes.field_anchor(model.__name__, key if key != "…" else "each")
    return Term(anchor, (), heading, (), (), (_meaning(w, means), value), ())


def _value(w: Writer, value: Value) -> Line:
    """What kind of value a key holds, leading to where that is explained."""
    one = _one(w, value)
    return w.sentence(w.sentences.list_of, value=one) if value.many else one


def _one(w: Writer, value: Value) -> Line:
    if value.block:
        title = w.to(meaning_of(value.block).title)
        return (Span(title, href=f"#{routes.field_anchor(value.block.__name__)}"),)
    if value.kinds:
        return w.sentence(w.sentences.id_of, kinds=w.listed(_kind_name(w, k) for k in value.kinds))
    name = w.to(value.name) if value.name else ""
    return (w.link(routes.RULES, name, value.rule),) if value.rule else (Span(name),)


def _kind_name(w: Writer, kind: str) -> Line:
    """Name a kind of record, or a kind that the vocabulary names."""
    model = {**FOLDER_MODELS, **LIST_MODELS}.get(kind)
    if model:
        title = w.to(meaning_of(model).title)
        return (Span(title, href=f"#{routes.field_anchor(model.__name__)}"),)
    if kind == "statements":
        return (Span(w.to(w.words.statements), href=f"#{routes.field_anchor('statement')}"),)
    vocabulary = SINGLE_MODELS["vocabulary"]
    title = w.to(meaning(vocabulary, kind).title)
    return (Span(title, href=f"#{routes.field_anchor(vocabulary.__name__, kind)}"),)
