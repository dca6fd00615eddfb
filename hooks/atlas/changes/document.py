"""A report as plain values: headings, tables and the like, for whatever writes it out."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

Style = Literal["", "code", "strong", "gone", "new"]


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one style; `gone` and `new` set off what differs."""

    text: str
    style: Style = ""
    href: str = ""


Runs = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; the report's own has level 2."""

    level: int
    runs: Runs


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A few sentences."""

    runs: Runs


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells under column heads."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Runs, ...], ...]


@dataclass(frozen=True, slots=True)
class Steps:
    """What to do, numbered from 1."""

    items: tuple[Runs, ...]


@dataclass(frozen=True, slots=True)
class Verbatim:
    """Lines that stand as they are, in letters of one width."""

    text: str


@dataclass(frozen=True, slots=True)
class Fold:
    """Details that a reader opens."""

    title: Runs
    blocks: tuple["Block", ...]


Block = Heading | Paragraph | Table | Steps | Verbatim | Fold


def runs(text: str, style: Style = "") -> Runs:
    """Return a text in one style; nothing for an empty one."""
    return (Run(text, style),) if text else ()


def joined(parts: Iterable[Runs], between: str) -> Runs:
    """Put stretches after one another with the same text between them."""
    whole: list[Run] = []
    for part in parts:
        whole += [Run(between), *part] if whole else part
    return tuple(whole)


def sentence(pattern: str, **values: Runs) -> Runs:
    """Fill the `{gaps}` of a sentence."""
    parts = re.split(r"\{(\w+)\}", pattern)
    return tuple(run for n, part in enumerate(parts)
                 for run in (values[part] if n % 2 else runs(part)))  # fmt: skip


def heading(level: int, text: str) -> Heading:
    """Return a heading of plain text."""
    return Heading(level, runs(text))
