"""What is given by options or by a file instead of being asked for."""

import json
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

import click
from pydantic import BaseModel

from atlas.cli.adding import naming
from atlas.cli.adding.asking import two
from atlas.cli.adding.desk import Desk, Sheet
from atlas.cli.adding.shapes import MODELS, shape
from atlas.model import Kept, meaning
from atlas.problem import Problem
from atlas.source import drafts, parse
from atlas.source.nodes import Plain
from atlas.text import Language, Text

_NOT_A_BLOCK = Text(
    ja="{option} の値は、{{ja: …, en: …}} のようなまとまり（YAML か JSON）で書きます：{value}",
    en="The value of {option} is a block such as {{ja: …, en: …}}, in YAML or JSON: {value}",
)
_NOT_RECORDS = Text(
    ja="{where} には、data/ と同じ {{種類: {{id: 記録}}}} の形で書きます。種類は {kinds} です。",
    en="In {where}, records stand as in data/: {{kind: {{id: record}}}}. The kinds are {kinds}.",
)


_OF_KEY = "key_"
"""Begins the names of parameters that are keys of a record, lest they clash with others."""


def option_name(key: str) -> str:
    """Return the option for a key of the model."""
    return f"--{key.replace('_', '-')}"


def options(model: type[BaseModel]) -> list[click.Parameter]:
    """Make an option for each key of a record's own."""
    own = [key for key in model.model_fields if key not in Kept.model_fields]
    return [
        click.Option(
            [option_name(key), f"{_OF_KEY}{key}"],
            multiple=shape(model, key).many,
            help=_help(model, key),
        )
        for key in own
    ]


def _help(model: type[BaseModel], key: str) -> str:
    title = meaning(model, key).title
    return f"{title.ja} / {title.en}"


def content(
    model: type[BaseModel], values: Mapping[str, Any], language: Language
) -> dict[str, Plain]:
    """Turn the values of options into what a file would say; keys that are not given are left out."""
    given = {
        name.removeprefix(_OF_KEY): value
        for name, value in values.items()
        if name.startswith(_OF_KEY)
    }
    return {
        key: _value(model, key, value, language)
        for key, value in given.items()
        if value not in (None, ())
    }


def _value(model: type[BaseModel], key: str, value: Any, language: Language) -> Plain:
    form = shape(model, key)
    if form.kinds and form.many:
        return [word.strip() for part in value for word in part.split(",") if word.strip()]
    if form.pair:
        return two(value)
    if form.model and form.many:
        return [block(part, option_name(key), language) for part in value]
    return block(value, option_name(key), language) if form.model else str(value)


def block(value: str, option: str, language: Language) -> dict[str, Plain]:
    """Read a block written as JSON or YAML. Raises click.UsageError if it is neither."""
    read: Plain
    try:
        read = _from_json(value)
    except ValueError:
        read = drafts.said(option, value)[0] or ""
    if not isinstance(read, dict):
        raise click.UsageError(_NOT_A_BLOCK.fill(language, {"option": option, "value": value}))
    return read


def _from_json(text: str) -> Plain:
    """Read JSON, numbers and switches as the words that they are in a file.

    Raises ValueError, also for a key given twice: read as YAML, it is then told as such.
    """

    def block(pairs: list[tuple[str, Plain]]) -> dict[str, Plain]:
        if len(dict(pairs)) < len(pairs):
            raise ValueError(text)
        return dict(pairs)

    def as_words(value: Any) -> Plain:
        if isinstance(value, dict):
            return {key: as_words(part) for key, part in value.items()}
        if isinstance(value, list):
            return [as_words(part) for part in value]
        return value if isinstance(value, str) else "" if value is None else json.dumps(value)

    return as_words(json.loads(text, parse_int=str, parse_float=str, object_pairs_hook=block))


def records(path: str, read: bytes, language: Language) -> tuple[list[Sheet], list[Problem]]:
    """Read records out of one document, which has the form of the data folder.

    Raises click.UsageError where it has not.
    """
    text = parse.decode(path, read)
    if isinstance(text, Problem):
        return [], [text]
    whole: Plain
    try:
        whole = _from_json(text)
    except ValueError:
        said, problems = drafts.said(path, text)
        if said is None or problems:
            return [], problems
        whole = said
    if not isinstance(whole, dict):
        whole = {}
    sheets = [
        Sheet(kind, record_id, record)
        for kind, of_kind in whole.items()
        for record_id, record in (of_kind.items() if isinstance(of_kind, dict) else ())
        if isinstance(record, dict)
    ]
    counts = (len(of_kind) if isinstance(of_kind, dict) else -1 for of_kind in whole.values())
    if not set(whole) <= set(MODELS) or sum(counts) != len(sheets) or not sheets:
        values = {"where": path, "kinds": ", ".join(MODELS)}
        raise click.UsageError(_NOT_RECORDS.fill(language, values))
    return sheets, []


def named(desk: Desk, kind: str, record: Mapping[str, Plain]) -> Sheet:
    """Make a sheet of a record, under the id that it gives or else one proposed from its names."""
    told = {key: value for key, value in record.items() if key != "id"}
    own = str(record.get("id", "")) or naming.proposed_id(kind, told, desk.taken(kind))
    return Sheet(kind, own, told)


def dated(events: Iterable[Plain], today: date) -> list[Plain]:
    """Give new events what they may lack: an id, and the day on which they are added."""
    done: list[Plain] = []
    taken = {str(event["id"]) for event in events if isinstance(event, dict) and "id" in event}
    for event in events:
        if isinstance(event, dict):
            own = str(event.get("id", "")) or naming.proposed_event_id(event, taken)
            taken.add(own)
            done.append({"added": today.isoformat(), **event, "id": own})
        else:
            done.append(event)
    return done
