"""Documents → records, or problems: the model applied to what the files say."""

from collections.abc import Container, Iterator
from dataclasses import dataclass, field
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from atlas.model import (
    FOLDER_MODELS,
    LIST_MODELS,
    SINGLE_MODELS,
    Catalog,
    Record,
    Reference,
    references,
)
from atlas.problem import Problem
from atlas.schema import complaints
from atlas.schema.order import order_of
from atlas.schema.partial import partial
from atlas.source import Content, Document, Source
from atlas.source.nodes import Plain

__all__ = ["made", "order_of", "read"]

Path = tuple[str | int, ...]


@dataclass(slots=True)
class Made:
    """What was made of a document: its records by their ids, or the one that has none."""

    records: dict[str, Any] = field(default_factory=dict)
    links: dict[tuple[str, str], tuple[Reference, ...]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    faulty: dict[tuple[str, str], frozenset[str]] = field(default_factory=dict)
    known: dict[str, frozenset[str]] = field(default_factory=dict)
    """Ids that are named inside the file, by kind."""


def read(source: Source) -> tuple[Catalog, list[Problem]]:
    """Make records of all documents; of one with problems, as much as is right (see `partial`)."""
    problems: list[Problem] = []
    faulty: dict[tuple[str, str], frozenset[str]] = {}
    singles: dict[str, Any] = {}
    records: dict[str, dict[str, Any]] = {kind: {} for kind in (*FOLDER_MODELS, *LIST_MODELS)}
    links: dict[tuple[str, str], tuple[Reference, ...]] = {}
    known = dict(source.known)
    programmes = []
    for document in source.documents:
        each = document.turned(made)
        (singles if document.kind in SINGLE_MODELS else records[document.kind]).update(each.records)
        links |= each.links
        problems += each.problems
        faulty |= each.faulty
        if document.kind == "programmes":
            programmes.append(each.known["statements"])
        else:
            known |= each.known
    if len(programmes) == len(known.get("programmes", ())):  # else one cannot be read
        known["statements"] = frozenset[str]().union(*programmes)
    site, vocabulary, guide = (singles.get(kind) for kind in SINGLE_MODELS)
    catalog = Catalog(
        site, vocabulary, guide, **records,
        known=known, links=links, faulty=faulty, unread=bool(source.problems),
    )  # fmt: skip
    return catalog, problems


def made(document: Document, said: Content) -> Made:
    """Make records of what one document says. What is made of all is in `read`."""
    kind, made = document.kind, Made(known=dict(_known_inside(document.kind, said)))
    if kind in SINGLE_MODELS:
        record, found = _record(SINGLE_MODELS[kind], document, (), said, None)
        made.records[kind] = record
        made.problems += found or ()
        return made
    for record_id, at, model, content in _blocks(document, said):
        record, found = _record(model, document, at, content, record_id)
        made.records[record_id] = record
        made.links[kind, record_id] = tuple(references(model, content))
        if found is not None:
            made.problems += found
            made.faulty[kind, record_id] = frozenset(_words(content))
    return made


def _blocks(document: Document, said: Content) -> Iterator[tuple[str, Path, type[Record], Plain]]:
    """Where the records of a document stand: one in its own file, or many under their ids."""
    if document.kind in FOLDER_MODELS:
        yield document.id, (), FOLDER_MODELS[document.kind], said
    else:
        for key, content in said.items():
            yield key, (key,), LIST_MODELS[document.kind], content


def _known_inside(kind: str, said: Content) -> Iterator[tuple[str, frozenset[str]]]:
    """Ids that are named inside files: of records in lists, kinds of the vocabulary, statements."""
    if kind in LIST_MODELS:
        yield kind, frozenset(said)
    if kind == "programmes":
        yield "statements", frozenset(_ids_of_statements(said.get("statements")))
    if kind == "vocabulary":
        for each in ("place_kinds", "event_kinds", "tie_kinds"):
            if isinstance(words := said.get(each), dict):
                yield each, frozenset(words)


def _ids_of_statements(statements: Plain | None) -> Iterator[str]:
    for statement in statements if isinstance(statements, list) else ():
        if isinstance(statement, dict) and isinstance(statement.get("id"), str):
            yield str(statement["id"])


def _words(content: Plain) -> Iterator[str]:
    """Every value of a block, at any depth."""
    if isinstance(content, str):
        yield content.strip()
        return
    for value in content if isinstance(content, list) else content.values():
        yield from _words(value)


def _record(
    model: type[Record], document: Document, at: Path, content: Plain, record_id: str | None
) -> tuple[Any, list[Problem] | None]:
    """Make one record of the block at a path; its id is not in the block but comes with it.

    Beside a record that is right there is None, beside one that is not there are its problems.
    """
    with_id = {**content, "id": record_id} if record_id and isinstance(content, dict) else content
    details: list[ErrorDetails] = []
    try:
        record = model.model_validate(with_id)
    except ValidationError as error:
        details = error.errors(include_url=False)
    doubled = record_id is not None and "id" in content
    if not details and not doubled and (document.plain or not _has_blank(content)):
        return record, None
    return _partial(model, document, at, with_id, record_id, details)


def _has_blank(content: Plain) -> bool:
    """Whether a block has a key or an item with nothing after it, at any depth."""
    if isinstance(content, str):
        return not content or content.isspace()
    return any(map(_has_blank, content if isinstance(content, list) else content.values()))


def _partial(
    model: type[Record],
    document: Document,
    at: Path,
    content: Any,
    record_id: str | None,
    details: list[ErrorDetails],
) -> tuple[Any, list[Problem]]:
    """Make as much of a record as is right, and tell what is wrong with the rest."""
    node = document.node(at)
    empty = dict(complaints.empty_values(document, node, at)) if node else {}
    problems: list[Problem] = []
    if record_id is not None and "id" in document.keys(at):
        problems.append(complaints.unknown_key(document, (*at, "id"), model))
    misspelt: set[tuple[Path, str | None]] = set()
    found = [(d, complaints.problem(document, model, at, d)) for d in details]
    for detail, problem in found:
        if detail["type"] == "extra_forbidden":
            misspelt.add((detail["loc"][:-1], problem.replacement))
            empty.pop((*at, *detail["loc"]), None)  # an unknown key needs no value
    named = {reference.path for reference in references(model, content)}
    problems += [
        p for d, p in found
        if not _is_told(d, at, empty, misspelt)
        and (d["type"] != "bad-id" or d["loc"] not in named)  # told as an unknown id
    ]  # fmt: skip
    problems += empty.values()
    record = partial(model, content, misspelt)
    return record.model_copy(update={"id": record_id}) if record_id else record, problems


def _is_told(
    detail: ErrorDetails, at: Path, empty: Container[Path], misspelt: Container[Any]
) -> bool:
    """Whether another problem tells this one: an empty value, a misspelt key, an item of a list."""
    path = (*at, *detail["loc"])
    if detail["type"] == "missing" and (detail["loc"][:-1], detail["loc"][-1]) in misspelt:
        return True
    if detail["type"] == "too_short" and detail["input"]:
        return True  # pydantic counts only the valid items; the others are reported themselves
    return any(path[:length] in empty for length in range(len(path) + 1))
