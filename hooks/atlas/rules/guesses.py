"""Which record is meant by a word that is no id: its name, its reading, another name of it."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from atlas.model import Catalog
from atlas.problem import Choice, choice, nearest
from atlas.text import Text

_ENDINGS = ("市", "町", "村", "県", "都", "府", "区", "省", "し", "ちょう", "けん", "しょう",
            "-city", "-town", "-prefecture", "-province")  # fmt: skip
_MOST = 200
"""So many different words are compared with all names; of further ones only equals are found."""

_KINDS = ("place_kinds", "event_kinds", "tie_kinds")
_V_ROW = str.maketrans({"ゔ": "ぶ"})
_V_ROWS = (("ゔぁ", "ば"), ("ゔぃ", "び"), ("ゔぇ", "べ"), ("ゔぉ", "ぼ"))


class Guesses:
    """Knows the names of all records; they are gone through only if there is a problem."""

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog
        self._compared: set[str] = set()

    def nearest(self, written: str, allowed: Iterable[str]) -> str | None:
        """Return the allowed id that was most likely meant, if any is likely.

        In this order: the id itself, written differently; a name that is the same; an id that
        is much like it; a name that is much like it.
        """
        ids = frozenset(allowed)
        folded = fold(written)
        if folded in ids:
            return folded
        if (named := self._named(folded, ids)) or not self._may_compare(written):
            return named
        return nearest(written, ids) or self._named(nearest(folded, self._names_known) or "", ids)

    def choice(self, written: str, guess: str | None, allowed: Iterable[str]) -> Choice:
        """Choose which of the allowed ids to tell: those like the guess, if there is one."""
        words = sorted(allowed)
        if self._may_compare(written):
            return choice(guess or written, words)
        return Choice(len(words), tuple(words[:1]))

    def _may_compare(self, written: str) -> bool:
        """Whether one more word may be compared with all names; what that costs has its bounds."""
        if len(self._compared) < _MOST:
            self._compared.add(written)
        return written in self._compared

    def _named(self, name: str, ids: frozenset[str]) -> str | None:
        found = [known for known in self._ids_by_name.get(name, ()) if known in ids]
        return found[0] if found else None

    @cached_property
    def _names_known(self) -> frozenset[str]:
        return frozenset(self._ids_by_name)

    @cached_property
    def _ids_by_name(self) -> Mapping[str, tuple[str, ...]]:
        by_name: dict[str, dict[str, None]] = {}
        for record_id, name in self._names():
            whole = fold(name)
            short = next((whole.removesuffix(e) for e in _ENDINGS if whole.endswith(e)), whole)
            for each in (whole, short):
                by_name.setdefault(each, {})[record_id] = None
        return {name: tuple(ids) for name, ids in by_name.items() if name}

    def _names(self) -> Iterator[tuple[str, str]]:
        for _, record in self._catalog.records():
            for attribute in ("name", "title", "short_name", "reading", "native", "aliases"):
                for name in _texts(getattr(record, attribute, None)):
                    yield record.id, name
        if self._catalog.vocabulary is not None:
            for kind in _KINDS:
                for word, text in getattr(self._catalog.vocabulary, kind).items():
                    yield from ((word, name) for name in _texts(text))


def _texts(value: object) -> Iterator[str]:
    """All that can be read as a name: of a text in two languages, of a list of other names."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Text):
        yield from filter(None, (value.ja, value.en))  # of a faulty text one may be missing
    elif isinstance(value, tuple):
        for each in value:
            yield from _texts(each)
    elif value is not None:
        yield from _texts(getattr(value, "text", None))


def fold(name: str) -> str:
    """Make names alike that differ only in how they are typed.

    Full-width letters, capitals, Latin accents, katakana for hiragana, ヴァ for バ, blanks.
    """
    text = unicodedata.normalize("NFKC", name).casefold().strip(" \"'“”「」")
    text = "".join(chr(ord(c) - 0x60) if "ァ" <= c <= "ヶ" else c for c in text)
    for v, b in _V_ROWS:
        text = text.replace(v, b)
    text = "".join(_without_accent(c) for c in text.translate(_V_ROW))
    return re.sub(r"[\s・_–—-]+", "-", text)


def _without_accent(character: str) -> str:
    parts = unicodedata.normalize("NFD", character)
    return parts[0] if parts[0].isascii() else character
