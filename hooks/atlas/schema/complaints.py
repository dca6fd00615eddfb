"""What the model says of a block that does not fit it, turned into problems with places."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from atlas.model import Kept, inner_model, meaning, written_keys
from atlas.problem import Choice, Problem, Rule, Values, choice, nearest
from atlas.rules import coordinates
from atlas.rules.lengths import TEXT_TOO_LONG
from atlas.rules.shape import BILINGUAL, SHAPE_RULES_BY_ID, SHAPES, Shape
from atlas.schema import guesses
from atlas.source import Document, Mapping, Node, Scalar, Sequence
from atlas.text import LANGUAGES, Text

Path = tuple[str | int, ...]

_OF_POINTS = {rule.id: rule for rule in coordinates.BY_ITSELF}

RULES = SHAPE_RULES_BY_ID | _OF_POINTS

_OTHER = Text(ja="規則の説明を見てください。", en="See the explanation of the rule.")
_KEY_MARK = "[key]"  # ends pydantic's path to a key of a dict


def empty_values(document: Document, node: Node, path: Path) -> Iterator[tuple[Path, Problem]]:
    """Find keys and list items with nothing after them, at any depth."""
    if isinstance(node, Mapping):
        for key, value in node.entries:
            yield from empty_values(document, value, (*path, key.text))
    elif isinstance(node, Sequence):
        for number, item in enumerate(node.items):
            yield from empty_values(document, item, (*path, number))
    elif isinstance(node, Scalar) and not node.text.strip():
        yield path, _at_key(document, path, RULES["empty-value"], {"key": _name(path)})


def unknown_key(document: Document, path: Path, model: type[BaseModel] | None) -> Problem:
    """Report a key that its block does not have, with the most likely one that it has."""
    names = written_keys(model) if model else []
    guess = nearest(re.sub(r"[^\w-]", "", _name(path)), names)
    if guess is None and model is Text:  # of two languages, the one that is not there
        left = [language for language in LANGUAGES if language not in document.keys(path[:-1])]
        guess = left[0] if len(left) == 1 else None
    listed = choice(_name(path), names)
    return _at_key(document, path, RULES["unknown-key"], {"key": _name(path)}, guess, listed)


def problem(document: Document, model: type[BaseModel], at: Path, detail: ErrorDetails) -> Problem:
    """Turn one of pydantic's errors, for the block at a path, into a problem."""
    kind, path = detail["type"], (*at, *detail["loc"])
    if path[-1] == _KEY_MARK or (path == (*at, "id") and issubclass(model, Kept)):
        key = _name(path[:-1])
        return _at_key(document, path[:-1], RULES[kind], {"key": key, "value": key})
    if kind == "extra_forbidden":
        return unknown_key(document, path, _model_at(model, detail["loc"][:-1]))
    if kind == "missing" and isinstance(path[-1], str):
        return _missing(document, path, _model_at(model, detail["loc"][:-1]))
    limits = detail.get("ctx", {})
    values: Values
    if kind in _OF_POINTS:
        return _of_point(document, path, RULES[kind], detail["input"])
    if kind in RULES:
        return _at_value(document, path, RULES[kind], {"key": _name(path)}, limits.get("instead"))
    if kind == "string_too_long":
        length = str(len(detail["input"].strip()))
        values = {"key": _key_of_text(path), "length": length, "limit": str(limits["max_length"])}
        return _at_value(document, path, TEXT_TOO_LONG, values)
    if limit := next((f"{limits[name]:g}" for name in ("ge", "le") if name in limits), ""):
        values = {"key": _name(path), "limit": limit}
        return _at_value(document, path, RULES["out-of-range"], values)
    shape = SHAPES.get(kind)
    if kind == "model_type" and _model_at(model, detail["loc"]) is Text:
        shape = BILINGUAL
    if shape is None:  # a kind of value that the model has learnt and the wording has not
        reason = detail["msg"]
        shape = Shape(Text(ja=f"別の値（{reason}）", en=f"another value ({reason})"), _OTHER)
    values = {"key": _name(path), "expected": shape.expected, "form": shape.form}
    return _at_value(document, path, RULES["wrong-shape"], values, listed=kind == "tuple_type")


def _missing(document: Document, path: Path, model: type[BaseModel] | None) -> Problem:
    """Report a missing key at the beginning of its block, a missing language at the text's key."""
    key, owner = _name(path), path[:-1]
    language = key in LANGUAGES
    rule = RULES["missing-language" if language else "missing-key"]
    place = document.key_place(owner) if language and owner else document.place(owner)
    values = {"key": key, "block": _name(owner), **_described(model, key)}
    return Problem(document.path, place, rule, values, document.line(place.line))


def _described(model: type[BaseModel] | None, key: str) -> Values:
    """What a key is called, and how it is written, as far as the model says so."""
    shape = "{ja: …, en: …}" if _model_at(model, (key,)) is Text else "…"
    bare: Values = {"named": Text(ja=f"「{key}」", en=f"'{key}'"), "shape": shape, "writing": ""}
    try:
        said = meaning(model, key) if model else None
    except LookupError:
        said = None
    if said is None:
        return bare
    named = Text(ja=f"「{key}」（{said.title.ja}）", en=f"'{key}' ({said.title.en})")
    if said.writing is None:
        return {**bare, "named": named}
    ja, en = (said.writing.to(language).replace("`", "") for language in LANGUAGES)
    return {**bare, "named": named, "writing": Text(ja=ja, en=en)}


def _at_key(
    document: Document,
    path: Path,
    rule: Rule,
    values: Values,
    guess: str | None = None,
    allowed: Choice = Choice(),  # noqa: B008  # it never changes
) -> Problem:
    place = document.key_place(path)
    return Problem(document.path, place, rule, values, document.line(place.line), guess, allowed)


def _at_value(
    document: Document,
    path: Path,
    rule: Rule,
    values: Values,
    proposed: str | None = None,
    listed: bool = False,
) -> Problem:
    """Report a value; one that stands alone where a list is asked for is proposed as a list."""
    place = document.place(path)
    excerpt = document.line(place.line)
    written = excerpt[place.column - 1 :][: place.length]
    alone = listed and re.fullmatch(r"[^\s\[{\"',]+", written)
    return Problem(
        document.path,
        place,
        rule,
        {"value": written, **values},
        excerpt,
        f"[{written}]" if alone else proposed or guesses.guess(rule.id, written),
        guesses.allowed(rule.id, written),
    )


def _of_point(document: Document, path: Path, rule: Rule, numbers: Iterable[str]) -> Problem:
    """Report two numbers that are no point; if they are one the other way round, propose that."""
    told = _at_value(document, path, rule, {"value": f"[{', '.join(numbers)}]"})
    exchanged = document.exchanged((*path, 0), (*path, 1))
    if exchanged and rule is coordinates.SWAPPED_COORDINATES:
        return replace(told, place=exchanged[0], replacement=exchanged[1])
    return told


def _key_of_text(path: Path) -> str:
    """What an editor calls a text: the key before its language, or before the text of a name."""
    return _name(path[:-1] if path[-1] in {*LANGUAGES, "text"} else path)


def _name(path: Path) -> str:
    """The last key of a path: what an editor calls the value."""
    return next((step for step in reversed(path) if isinstance(step, str)), "")


def _model_at(model: type[BaseModel] | None, path: Path) -> type[BaseModel] | None:
    """Return the model that describes the block at a path below a model."""
    current: Any = model
    for step in path:
        if isinstance(current, type) and issubclass(current, BaseModel) and isinstance(step, str):
            fields = {field.alias or name: field for name, field in current.model_fields.items()}
            current = fields[step].annotation if step in fields else None
        current = inner_model(current)
    return current if isinstance(current, type) and issubclass(current, BaseModel) else None
