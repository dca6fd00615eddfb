"""What a rule across records finds, before it is given its place in a file."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from atlas.problem import Rule, Values

Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """A breach of a rule: in which record, and at which value of it."""

    rule: Rule
    kind: str
    record: str
    path: Path = ()
    values: Values = field(default_factory=dict)
    allowed: Iterable[str] = ()
    """Ids of which the nearest to the one written is proposed instead."""
    instead: str | None = None
    """What is proposed instead, where that is known."""
    word: str = ""
    """The word of the value that is meant, if it is not all of it."""
    exchanged: tuple[Path, Path] | None = None
    """Two values that probably stand in each other's place."""
