"""The comments of a new file: what it is, what its keys mean, and which more there are."""

from collections.abc import Iterator, Mapping

from pydantic import BaseModel

from atlas.cli.adding.shapes import MODELS
from atlas.model import FOLDER_MODELS, Event, Meaning, Timeline, meaning, written_keys
from atlas.source import Comments
from atlas.source.nodes import Plain
from atlas.text import Text

_SCHEMA = "yaml-language-server: $schema=../../.vscode/schema/{name}.json"
"""What tells an editor where the JSON Schema is, seen from the folder of a record."""

_MORE = "ほかに書ける項目 / Keys that may be added"
_MORE_IN_EVENTS = "出来事に、ほかに書ける項目 / Keys that may be added to an event"
_NEED = {True: "必須 required", False: "任意 optional"}


def comments(kind: str, content: Mapping[str, Plain], title: Text) -> Comments:
    """Write the comments for a record; in a file of many they stand behind its keys alone."""
    model = MODELS[kind]
    behind = {key: _behind(model, key) for key in content if key in model.model_fields}
    if kind not in FOLDER_MODELS:
        return Comments((), behind)
    schema = _SCHEMA.format(name=model.__name__.lower())
    before = (schema, " ".join(f"{title.ja} / {title.en}".split()))  # a comment has one line
    if model is Timeline:
        return Comments(before, after=(_MORE_IN_EVENTS, *_absent(Event, frozenset(_used(content)))))
    return Comments(before, behind, (_MORE, *_absent(model, frozenset(content))))


def _used(content: Mapping[str, Plain]) -> Iterator[str]:
    events = content.get("events")
    for event in events if isinstance(events, list) else ():
        yield from event if isinstance(event, dict) else ()


def _behind(model: type[BaseModel], key: str) -> str:
    return f"{_NEED[model.model_fields[key].is_required()]}: {_title(meaning(model, key))}"


def _absent(model: type[BaseModel], given: frozenset[str]) -> Iterator[str]:
    """Name the keys that are not given, those of the record's own before those that all have."""
    for key in written_keys(model):
        if key not in given and not model.model_fields[key].is_required():
            means = meaning(model, key)
            said = [means.text, means.writing] if means.writing else [means.text]
            yield ""
            yield f"{key}:   # {_title(means)}"
            yield f"  {''.join(part.ja for part in said)}"
            yield f"  {' '.join(part.en for part in said)}"


def _title(means: Meaning) -> str:
    return f"{means.title.ja} / {means.title.en}"
