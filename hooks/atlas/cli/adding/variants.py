"""What else an answer may mean: full-width letters, 2018年10月, names of countries.

The model decides which of them is right: the first that it has nothing against is taken.
"""

import unicodedata
from collections.abc import Iterator
from functools import cache

from babel import Locale

from atlas import dates
from atlas.cli.adding.candidates import folded


def variants(typed: str) -> Iterator[str]:
    """Return what was typed, and then what else may have been meant by it."""
    narrow = unicodedata.normalize("NFKC", typed).strip()
    yield from dict.fromkeys((typed, narrow, narrow.lower(), narrow.upper()))
    if date := dates.from_japanese(narrow):
        yield date
    if code := _codes().get(folded(typed)):
        yield code


@cache
def _codes() -> dict[str, str]:
    """Codes of countries and languages, by their names in both languages (Unicode CLDR)."""
    locales = (Locale("ja"), Locale("en"))
    named = [
        (name, code)
        for locale in locales
        for names in (locale.languages, locale.territories)
        for code, name in names.items()
    ]
    return {folded(name): code.replace("_", "-") for name, code in named}
