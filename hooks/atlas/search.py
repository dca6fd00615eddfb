"""The search index, split by language: readers fetch only that of the page they are on."""

import json

from atlas import routes
from atlas.text import LANGUAGES, Language


def split(index: str) -> dict[Language, str]:
    """Return an index of its own for each language, from the theme's index of all pages."""
    whole = json.loads(index)
    parts: dict[Language, list[object]] = {language: [] for language in LANGUAGES}
    for entry in whole["docs"]:
        parts[routes.language_of(entry["location"])].append(entry)
    return {
        language: json.dumps({**whole, "docs": entries}, ensure_ascii=False, separators=(",", ":"))
        for language, entries in parts.items()
    }
