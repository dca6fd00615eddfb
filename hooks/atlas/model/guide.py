"""What the page of the API says: data/api.yml."""

from typing import Annotated, Literal

from pydantic import Field

from atlas.model.base import Day, Id, Record
from atlas.text import Line, Text


class GuidePart(Record):
    """A part of the page with a heading."""

    id: Id
    title: Text
    text: Text | None = None
    items: tuple[Text, ...] = ()


class Example(Record):
    """A program that uses the API, and what it prints."""

    id: Id
    title: Text
    language: Literal["sh", "python", "javascript"]
    code: Line  # {base} stands for the address of the site
    output: Line


class Release(Record):
    """A version of the API and what came with it."""

    version: Line
    on: Day
    changes: Annotated[tuple[Text, ...], Field(min_length=1)]


class Guide(Record):
    """The page that explains the API to those who write programs."""

    title: Text
    lead: Text
    examples: tuple[Example, ...] = ()
    sections: tuple[GuidePart, ...] = ()
    changelog: Annotated[tuple[Release, ...], Field(min_length=1)]
