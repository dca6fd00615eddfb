"""What countries and languages are called and how sizes are written, as the Unicode CLDR has it.

And how names are sorted.
"""

import unicodedata
from decimal import Decimal
from functools import cache, lru_cache
from typing import Literal

from babel import Locale
from babel.units import format_unit

from atlas.text import Language

Length = Literal["short", "long"]


@cache
def country(code: str, language: Language) -> str:
    """Return the name of a country, given as ISO 3166-1."""
    return str(Locale(language).territories[code])


@cache
def language(tag: str, in_language: Language) -> str:
    """Return the name of a language, given as BCP 47; the script of it is not named."""
    return str(Locale(in_language).languages[tag.partition("-")[0]])


def size(count: int, language: Language) -> str:
    """Write a number of bytes in a unit that readers can compare: 12.3 KB, 1.2 MB."""
    if count < 1000:
        return _measure(Decimal(count), "byte", "long", "#,##0", language)
    unit, digits = ("megabyte", 6) if count >= 10**6 else ("kilobyte", 3)
    return _measure(round(Decimal(count).scaleb(-digits), 1), unit, "short", "#,##0.0", language)


@lru_cache(5_000)  # of thousands of calendars many are about as large, and Babel takes its time
def _measure(value: Decimal, unit: str, length: Length, pattern: str, language: Language) -> str:
    text = format_unit(value, unit, length, format=pattern, locale=language)
    return text.replace(" ", "\N{NO-BREAK SPACE}")


def folded(name: str) -> str:
    """Return a Latin name as it is sorted: without accents, whatever its capitals."""
    return "".join(
        c for c in unicodedata.normalize("NFD", name.casefold()) if not unicodedata.combining(c)
    )
