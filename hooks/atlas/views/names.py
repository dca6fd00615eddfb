"""What countries and languages are called and how sizes are written, as the Unicode CLDR has it.

And how names are sorted.
"""

import unicodedata
from functools import cache

from babel import Locale
from babel.units import format_unit

from atlas.text import Language


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
        text = format_unit(count, "byte", "long", locale=language)
    else:
        unit, step = ("megabyte", 10**6) if count >= 10**6 else ("kilobyte", 10**3)
        text = format_unit(count / step, unit, "short", format="#,##0.0", locale=language)
    return text.replace(" ", "\N{NO-BREAK SPACE}")


def folded(name: str) -> str:
    """Return a Latin name as it is sorted: without accents, whatever its capitals."""
    return "".join(
        c for c in unicodedata.normalize("NFD", name.casefold()) if not unicodedata.combining(c)
    )
