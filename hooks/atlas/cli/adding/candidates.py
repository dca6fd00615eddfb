"""What an editor can choose from: existing records and kinds, found by any of their names."""

import difflib
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from atlas.cli.adding.naming import name_of_record
from atlas.model import Catalog, Place, Source
from atlas.text import Text

FOUND = 9
"""How many are offered at a time."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """Something to choose: its id, its name, and whatever else it may be looked for by."""

    id: str
    name: Text
    others: tuple[str, ...] = ()

    @property
    def label(self) -> str:
        """How it is shown, whatever the language: both names, and the id."""
        return f"{self.name.ja} / {self.name.en}  [{self.id}]"

    @property
    def names(self) -> frozenset[str]:
        """Every name, as `folded`."""
        return frozenset(map(folded, (self.id, self.name.ja, self.name.en, *self.others))) - {""}


def candidates(catalog: Catalog, kinds: Iterable[str]) -> tuple[Candidate, ...]:
    """Return all that an id of these kinds may name, in a stable order."""
    return tuple(c for kind in kinds for c in _of_kind(catalog, kind))


def _of_kind(catalog: Catalog, kind: str) -> Iterator[Candidate]:
    if kind.endswith("_kinds"):
        words: dict[str, Text] = getattr(catalog.vocabulary, kind, {})
        yield from (Candidate(word, text) for word, text in words.items())
    elif hasattr(catalog, kind):
        for record in catalog.of_kind(kind).values():
            if (kind, record.id) in catalog.faulty:
                continue
            name = name_of_record(kind, record, catalog)
            others: tuple[str, ...] = ()
            if isinstance(record, Place):
                native = (record.native.text,) if record.native else ()
                others = (record.reading, *native, *(alias.text for alias in record.aliases))
            elif isinstance(record, Source):
                others = (record.publisher.ja, record.publisher.en)
            yield Candidate(record.id, name, others)


def find(typed: str, among: Iterable[Candidate]) -> list[Candidate]:
    """Find what may be meant, the likeliest first: whole names, beginnings, parts, similar ones."""
    wanted = folded(typed)
    ranked = [(rank, c) for c in among if (rank := _rank(wanted, c.names)) is not None]
    return [c for _, c in sorted(ranked, key=lambda item: item[0])][:FOUND]


def is_name(typed: str, candidate: Candidate) -> bool:
    """Whether what was typed is one of its names in full."""
    return folded(typed) in candidate.names


def _rank(wanted: str, names: frozenset[str]) -> float | None:
    if not wanted:
        return None
    if wanted in names:
        return 0
    if any(name.startswith(wanted) for name in names):
        return 1
    if any(wanted in name for name in names):
        return 2
    likeness = max(difflib.SequenceMatcher(None, wanted, name).ratio() for name in names)
    return 4 - likeness if likeness >= 0.7 else None


_SOUND_MARKS = "\u3099\u309a"  # が is か with one of them: another letter, not an accent
_TO_HIRAGANA = {code: code - 0x60 for code in range(ord("ァ"), ord("ヶ") + 1)}


def folded(text: str) -> str:
    """Write a name as it is compared: without case, accents, blanks, width or kind of kana."""
    apart = unicodedata.normalize("NFKD", text.casefold()).translate(_TO_HIRAGANA)
    kept = (c for c in apart if c.isalnum() or c in _SOUND_MARKS or c == "ー")
    return unicodedata.normalize("NFC", "".join(kept)).translate(_TO_HIRAGANA)
