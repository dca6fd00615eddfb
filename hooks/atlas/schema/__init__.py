"""Documents → records, or problems: the model applied to what the files say."""

from collections.abc import Container, Iterator
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from atlas.model import (
    FOLDER_MODELS,
    LIST_MODELS,
    SINGLE_MODELS,
    Catalog,
    Link,
    Record,
    references,
)
from atlas.problem import Problem
from atlas.schema import complaints
from atlas.schema.order import order_of
from atlas.schema.partial import partial
from atlas.source import Document, Mapping, Node, Scalar, Sequence, Source, plain

__all__ = ["order_of", "read"]

Path = tuple[str | int, ...]


def read(source: Source) -> tuple[Catalog, list[Problem]]:
    """Make records of all documents; of one with problems, as much as is right (see `partial`)."""
    problems: list[Problem] = []
    faulty: dict[tuple[str, str], frozenset[str]] = {}
    singles: dict[str, Any] = {}
    records: dict[str, dict[str, Any]] = {kind: {} for kind in (*FOLDER_MODELS, *LIST_MODELS)}
    links: list[Link] = []
    known = dict(source.known)
    for document in source.documents:
        kind = document.kind
        if kind in SINGLE_MODELS:
            singles[kind], found = _record(SINGLE_MODELS[kind], document, (), document.root, None)
            problems += found or ()
        else:
            for record_id, at, model, node in _blocks(document):
                record, found = _record(model, document, at, node, record_id)
                records[kind][record_id] = record
                links += (Link(kind, record_id, r) for r in references(model, plain(node)))
                if found is not None:
                    problems += found
                    faulty[kind, record_id] = frozenset(_words(node))
        if kind in LIST_MODELS:
            known[kind] = frozenset(key.text for key, _ in document.root.entries)
    known |= _known_inside(source)
    site, vocabulary, guide = (singles.get(kind) for kind in SINGLE_MODELS)
    catalog = Catalog(
        site, vocabulary, guide, **records,
        known=known, links=tuple(links), faulty=faulty, unread=bool(source.problems),
    )  # fmt: skip
    return catalog, problems


def _blocks(document: Document) -> Iterator[tuple[str, Path, type[Record], Node]]:
    """Where the records of a document stand: one in its own file, or many under their ids."""
    if document.kind in FOLDER_MODELS:
        yield document.id, (), FOLDER_MODELS[document.kind], document.root
    else:
        for key, node in document.root.entries:
            yield key.text, (key.text,), LIST_MODELS[document.kind], node


def _known_inside(source: Source) -> dict[str, frozenset[str]]:
    """Ids that are named inside files: kinds of the vocabulary, and statements.

    Where a file that may name them cannot be read, there is no entry.
    """
    known: dict[str, frozenset[str]] = {}
    programmes = [document for document in source.documents if document.kind == "programmes"]
    if len(programmes) == len(source.known.get("programmes", ())):
        known["statements"] = frozenset(
            statement for document in programmes for statement in _ids_of_statements(document)
        )
    for document in source.documents:
        if document.kind == "vocabulary":
            for kind in ("place_kinds", "event_kinds", "tie_kinds"):
                words = plain(document.root).get(kind)
                if isinstance(words, dict):
                    known[kind] = frozenset(words)
    return known


def _ids_of_statements(document: Document) -> Iterator[str]:
    statements = plain(document.root).get("statements")
    for statement in statements if isinstance(statements, list) else ():
        if isinstance(statement, dict) and isinstance(statement.get("id"), str):
            yield str(statement["id"])


def _words(node: Node) -> Iterator[str]:
    """Every value of a block, at any depth."""
    match node:
        case Scalar():
            yield node.text.strip()
        case Sequence():
            for item in node.items:
                yield from _words(item)
        case Mapping():
            for _, value in node.entries:
                yield from _words(value)


def _record(
    model: type[Record], document: Document, at: Path, node: Node, record_id: str | None
) -> tuple[Any, list[Problem] | None]:
    """Make one record of the block at a path; its id is not in the block but comes with it.

    Beside a record that is right there is None, beside one that is not there are its problems.
    """
    empty = dict(complaints.empty_values(document, node, at))
    problems: list[Problem] = []
    content = plain(node)
    if record_id is not None and isinstance(content, dict):
        if "id" in content:
            problems.append(complaints.unknown_key(document, (*at, "id"), model))
        content["id"] = record_id
    misspelt: set[tuple[Path, str | None]] = set()
    record: Any = None
    try:
        record = model.model_validate(content)
    except ValidationError as error:
        details = error.errors(include_url=False)
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
    if record is not None and not problems:
        return record, None
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
