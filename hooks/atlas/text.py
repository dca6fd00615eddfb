"""Text in the site's two languages."""

import re
import unicodedata
from collections.abc import Mapping
from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, StringConstraints, WithJsonSchema, model_validator

Language = Literal["ja", "en"]
"""A language of the site, as a BCP 47 tag."""

LANGUAGES: tuple[Language, ...] = ("ja", "en")
"""The site's languages, the default one first."""

Line = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1),
    WithJsonSchema(
        {"type": ["string", "number"], "pattern": r"\S", "x-rule": "empty-value"},
        mode="validation",
    ),
]
"""Text of at least one visible character; white space at either end is dropped.

Other readers of YAML than ours may take a bare 2018 for a number; as a text it is allowed.
"""


class Text(BaseModel):
    """The same text in Japanese and in English, both of them required."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    ja: Line
    en: Line

    @model_validator(mode="after")
    def _lighten(self) -> Self:
        """Share the set of keys that Pydantic gives each text: of 10,000 pairings, 40 MiB."""
        object.__setattr__(self, "__pydantic_fields_set__", _BOTH)
        return self

    def to(self, language: Language) -> str:
        """Return the text in one language."""
        return self.ja if language == "ja" else self.en

    def fill(self, language: Language, values: Mapping[str, "str | Text"]) -> str:
        """Return the text in one language, its `{placeholders}` replaced by `values`.

        Raises KeyError for a placeholder that has no value.
        """
        return self.to(language).format_map(
            {k: v.to(language) if isinstance(v, Text) else v for k, v in values.items()}
        )


_BOTH: set[str] = set(LANGUAGES)

JAPANESE = re.compile(r"[\u3005-\u30ff\u3400-\u9fff\uf900-\ufaff\uff01-\uff9f]+")
"""Letters that English has not: kana, Chinese characters, and full-width signs and brackets."""


def paragraphs(text: str) -> tuple[str, ...]:
    """Split a text at its blank lines; a line break inside a paragraph becomes a space.

    Between two Japanese characters the break simply goes, for Japanese sets no spaces.
    """
    if "\n" not in text:  # most texts, and quicker
        return (text.strip(),) if text.strip() else ()
    blocks = re.split(r"\n\s*\n", text.strip())
    return tuple(_unwrap(block) for block in blocks if block.strip())


_JAPANESE_BREAK = re.compile(r"(?<=[^\x00-\u2fff])\s*\n\s*(?=[^\x00-\u2fff])")


def _unwrap(block: str) -> str:
    return re.sub(r"\s*\n\s*", " ", _JAPANESE_BREAK.sub("", block.strip()))


def width(text: str) -> int:
    """Columns that a text takes where letters have a fixed width (Unicode UAX #11: wide ones two)."""
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def language_of_locale(environment: Mapping[str, str]) -> Language:
    """Return the language to speak in a terminal: English in an English locale, else Japanese.

    POSIX: LC_ALL goes before LC_MESSAGES, and that before LANG.
    """
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := environment.get(name):
            return "en" if value.lower().startswith("en") else "ja"
    return "ja"
