"""What the API answers, as plain values that its page shows."""

from dataclasses import dataclass

from atlas.model import Meaning
from atlas.text import Text


@dataclass(frozen=True, slots=True)
class TypeName:
    """The type of a value: a type of answer or of JSON, and whether it is a list or may be null."""

    base: str
    suffix: str = ""


@dataclass(frozen=True, slots=True)
class AnswerKey:
    """A key of an answer."""

    name: str
    type: TypeName
    meaning: Meaning


@dataclass(frozen=True, slots=True)
class AnswerType:
    """A type of answer and its keys; one that extends another names only those that it adds."""

    name: str
    meaning: Meaning
    keys: tuple[AnswerKey, ...]
    extends: str = ""


@dataclass(frozen=True, slots=True)
class Address:
    """An address of the API, or a pattern of addresses."""

    path: str
    """Below the site's address; `{id}` stands for the id of a record."""
    example: str
    """The path itself, or one that fits the pattern."""
    summary: Text
    """What is there."""
    type: TypeName


@dataclass(frozen=True, slots=True)
class Reference:
    """All addresses and all types of answer."""

    addresses: tuple[Address, ...] = ()
    types: tuple[AnswerType, ...] = ()
