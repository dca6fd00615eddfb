"""What countries and languages are called, as the Unicode CLDR has it, and how names are sorted."""

import unicodedata
from functools import cache

from babel import Locale

from atlas.text import Language


@cache
def country(code: str, language: Language) -> str:
    """Return the name of a country, given as ISO 3166-1."""
    return str(Locale(language).territories[code])


@cache
def language(tag: str, in_language: Language) -> str:
    """Return the name of a language, given as BCP 47; the script of it is not named."""
    return str(Locale(in_language).languages[tag.partition("-")[0]])


def folded(name: str) -> str:
    """Return a Latin name as it is sorted: without accents, whatever its capitals."""
    return "".join(
        c for c in unicodedata.normalize("NFD", name.casefold()) if not unicodedata.combining(c)
    )
