"""Finds the terms of the glossary in a text."""

import re
from collections.abc import Iterable, Iterator

from atlas.model import Term
from atlas.text import Language

_LETTER = "[A-Za-z0-9À-ɏͰ-ӿ]"
"""What makes a name part of a longer word: Latin, Greek and Cyrillic letters, and digits."""

_BRACKETED = re.compile(r"(.+?)\s*[（(](.+)[）)]")


class Explainer:
    """Knows every name of every term in one language.

    A name with an abbreviation in brackets, such as 都市間協力行動計画（U-CAP）, is found by either.
    """

    def __init__(self, terms: Iterable[Term], language: Language) -> None:
        named = {name: term for term in terms for name in _names(term, language)}
        longest_first = sorted(named, key=lambda name: (-len(name), name))
        self._terms = [named[name] for name in longest_first]
        names = "|".join(f"({re.escape(name)})" for name in longest_first) or r"(?!)"
        self._found: dict[str, tuple[tuple[int, int, Term], ...]] = {}
        self._pattern = re.compile(rf"(?<!{_LETTER})(?:{names})(?!{_LETTER})", re.IGNORECASE)

    def terms(self, text: str) -> tuple[tuple[int, int, Term], ...]:
        """Find every term in a text, with where it begins and ends.

        A text stands on several pages; it is searched once.
        """
        if text not in self._found:
            self._found[text] = tuple(
                (match.start(), match.end(), self._terms[(match.lastindex or 0) - 1])
                for match in self._pattern.finditer(text)
            )
        return self._found[text]

    def parts(self, text: str, known: set[str]) -> Iterator[tuple[str, Term | None]]:
        """Split a text at its terms, but for those whose ids are known; make those found known."""
        end = 0
        for begins, ends, term in self.terms(text):
            if term.id not in known:
                known.add(term.id)
                if begins > end:
                    yield text[end:begins], None
                yield text[begins:ends], term
                end = ends
        if end < len(text):
            yield text[end:], None


def _names(term: Term, language: Language) -> Iterator[str]:
    own = term.name.to(language)
    yield own
    if match := _BRACKETED.fullmatch(own):
        yield from match.groups()
    yield from (alias.text for alias in term.aliases)
