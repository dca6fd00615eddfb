"""Documents → records, or problems: the model applied, its complaints turned into places in files."""

from collections.abc import Iterator
from typing import Any, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from atlas.model import FOLDER_MODELS, LIST_MODELS, Catalog, Kept, Record, Site, Vocabulary
from atlas.problem import Problem, Rule, Value, nearest
from atlas.rules.shape import SHAPE_RULES_BY_ID as RULES
from atlas.rules.shape import SHAPES
from atlas.source import Document, Mapping, Node, Scalar, Sequence, Source, plain
from atlas.text import LANGUAGES

Path = tuple[str | int, ...]

_SINGLE_MODELS: dict[str, type[Record]] = {"site": Site, "vocabulary": Vocabulary}


def read(source: Source) -> tuple[Catalog, list[Problem]]:
    """Make records of all documents; those with problems are left out of the catalog."""
    problems: list[Problem] = []
    singles: dict[str, Any] = {}
    records: dict[str, dict[str, Any]] = {kind: {} for kind in (*FOLDER_MODELS, *LIST_MODELS)}
    known = dict(source.known)
    for document in source.documents:
        kind = document.kind
        if kind in _SINGLE_MODELS:
            singles[kind] = _record(_SINGLE_MODELS[kind], document, (), {}, problems)
        elif kind in FOLDER_MODELS:
            given = {"id": document.id}
            record = _record(FOLDER_MODELS[kind], document, (), given, problems)
            if record is not None:
                records[kind][document.id] = record
        else:
            known[kind] = frozenset(key.text or "" for key, _ in document.root.entries)
            for key, _ in document.root.entries:
                given = {"id": key.text or ""}
                record = _record(LIST_MODELS[kind], document, (given["id"],), given, problems)
                if record is not None:
                    records[kind][given["id"]] = record
    known |= _known_inside(source)
    catalog = Catalog(
        singles.get("site"), singles.get("vocabulary"), **records, known=known
    )
    return catalog, problems


def _known_inside(source: Source) -> dict[str, frozenset[str]]:
    """Ids that are named inside files: kinds of the vocabulary, and statements.

    Where a file that may name them cannot be read, there is no entry.
    """
    known: dict[str, frozenset[str]] = {}
    statements: list[str] = []
    programmes = [d for d in source.documents if d.kind == "programmes"]
    for document in programmes:
        statements += _ids_of_statements(document)
    if len(programmes) == len(source.known.get("programmes", ())):
        known["statements"] = frozenset(statements)
    for document in source.documents:
        if document.kind == "vocabulary":
            for kind in ("place_kinds", "event_kinds", "tie_kinds"):
                words = plain(document.root).get(kind)
                known[kind] = frozenset(words if isinstance(words, dict) else ())
    return known


def _ids_of_statements(document: Document) -> Iterator[str]:
    statements = plain(document.root).get("statements")
    for statement in statements if isinstance(statements, list) else ():
        if isinstance(statement, dict) and isinstance(statement.get("id"), str):
            yield str(statement["id"])


def _record(
    model: type[Record],
    document: Document,
    at: Path,
    given: dict[str, str],
    problems: list[Problem],
) -> Record | None:
    """Make one record of the block at a path, adding what is `given` and not in the file."""
    node = _node(document.root, at)
    found = list(_empty_values(document, node, at))
    empty = {problem_path for problem_path, _ in found}
    content = plain(node)
    record = None
    try:
        if isinstance(content, dict):
            for name in given:
                if name in content:
                    found.append(((*at, name), _unknown_key(document, (*at, name), model)))
            content = {**content, **given}
        record = model.model_validate(content)
    except ValidationError as error:
        for detail in error.errors(include_url=False):
            path = (*at, *detail["loc"])
            if not any(path[: len(e)] == e for e in empty):
                found.append((path, _problem(document, model, path, len(at), detail)))
    problems += [problem for _, problem in found]
    return None if found else record


def _node(node: Node, path: Path) -> Node:
    for step in path:
        assert isinstance(node, Mapping)
        node = next(value for key, value in node.entries if key.text == step)
    return node


def _empty_values(document: Document, node: Node, path: Path) -> Iterator[tuple[Path, Problem]]:
    """Find keys and list items with nothing after them, at any depth."""
    if isinstance(node, Mapping):
        for key, value in node.entries:
            yield from _empty_values(document, value, (*path, key.text or ""))
    elif isinstance(node, Sequence):
        for number, item in enumerate(node.items):
            yield from _empty_values(document, item, (*path, number))
    elif isinstance(node, Scalar) and not (node.text or "").strip():
        yield path, _at_key(document, path, RULES["empty-value"], {"key": _name(path)})


def _problem(
    document: Document, model: type[BaseModel], path: Path, depth: int, detail: ErrorDetails
) -> Problem:
    kind = detail["type"]
    if path[-1] == "[key]":  # pydantic's mark for a key of a dict
        key = _name(path[:-1])
        return _at_key(document, path[:-1], RULES[kind], {"key": key, "value": key})
    if kind == "extra_forbidden":
        return _unknown_key(document, path, _model_at(model, path[depth:-1]))
    if kind == "missing" and isinstance(path[-1], str):
        return _missing(document, path)
    if kind in RULES:
        return _at_value(document, path, RULES[kind], {"key": _name(path)})
    if kind in SHAPES:
        values: dict[str, Value] = {"key": _name(path), "expected": SHAPES[kind]}
        return _at_value(document, path, RULES["wrong-shape"], values)
    limits = detail.get("ctx", {})
    limit = next((str(limits[name]) for name in ("ge", "le") if name in limits), "")
    values = {"key": _name(path), "limit": limit, "reason": detail["msg"]}
    return _at_value(document, path, RULES["out-of-range" if limit else "bad-value"], values)


def _missing(document: Document, path: Path) -> Problem:
    key = _name(path)
    rule = RULES["missing-language" if key in LANGUAGES else "missing-key"]
    owner = path[:-1]
    place = document.key_place(owner) if owner and key in LANGUAGES else document.place(owner)
    return Problem(document.path, place, rule, {"key": key, "block": _name(owner)},
                   document.line(place.line))  # fmt: skip


def _unknown_key(document: Document, path: Path, model: type[BaseModel] | None) -> Problem:
    allowed = [
        field.alias or name
        for name, field in (model.model_fields if model else {}).items()
        if name != "id" or not (model and issubclass(model, Kept))
    ]
    key = _name(path)
    values = {"key": key, "allowed": ", ".join(sorted(allowed))}
    return _at_key(document, path, RULES["unknown-key"], values, nearest(key, allowed))


def _at_key(
    document: Document, path: Path, rule: Rule, values: dict[str, Value], guess: str | None = None
) -> Problem:
    place = document.key_place(path)
    return Problem(document.path, place, rule, values, document.line(place.line), guess)


def _at_value(document: Document, path: Path, rule: Rule, values: dict[str, Value]) -> Problem:
    place = document.place(path)
    found = _node_text(document, path)
    excerpt = document.line(place.line)
    return Problem(document.path, place, rule, {"value": found, **values}, excerpt)


def _node_text(document: Document, path: Path) -> str:
    place = document.place(path)
    return document.line(place.line)[place.column - 1 :][: place.length]


def _name(path: Path) -> str:
    """The last key of a path: what an editor calls the value."""
    return next((step for step in reversed(path) if isinstance(step, str)), "")


def _model_at(model: type[BaseModel], path: Path) -> type[BaseModel] | None:
    """Return the model that describes the block at a path below a model."""
    current: Any = model
    for step in path:
        if isinstance(current, type) and issubclass(current, BaseModel) and isinstance(step, str):
            fields = {field.alias or name: field for name, field in current.model_fields.items()}
            current = fields[step].annotation if step in fields else None
        current = _inner_model(current)
    return current if isinstance(current, type) and issubclass(current, BaseModel) else None


def _inner_model(annotation: Any) -> Any:
    """Return the model inside `X | None`, `tuple[X, ...]` or `dict[str, X]`."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    found = (_inner_model(part) for part in get_args(annotation))
    return next((model for model in found if model is not None), None)

