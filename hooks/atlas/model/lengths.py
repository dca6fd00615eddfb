"""How long a text may be, by what it is; JSON Schema tells it too.

The limits are about three times the longest that the site has, so that only what is in the wrong
place, or would not fit the page, is over them. English takes two and a half times the letters.
"""

from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import Field, GetCoreSchemaHandler, GetJsonSchemaHandler, ValidationError
from pydantic_core import CoreSchema, InitErrorDetails
from pydantic_core.core_schema import no_info_after_validator_function

from atlas.text import LANGUAGES, Line, Text


@dataclass(frozen=True, slots=True)
class Longest:
    """Limits a text to so many characters in Japanese and in English."""

    ja: int
    en: int

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        return no_info_after_validator_function(self._check, handler(source))

    def __get_pydantic_json_schema__(
        self, core_schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        text = handler(core_schema)
        if handler.mode == "serialization":
            return text
        limits = {language: {"maxLength": getattr(self, language)} for language in LANGUAGES}
        return {"type": "object", "allOf": [text, {"properties": limits}]}

    def _check(self, value: Text) -> Text:
        if len(value.ja) <= self.ja and len(value.en) <= self.en:
            return value
        long = [
            InitErrorDetails(
                type="string_too_long",
                loc=(language,),
                input=value.to(language),
                ctx={"max_length": getattr(self, language)},
            )
            for language in LANGUAGES
            if len(value.to(language)) > getattr(self, language)
        ]
        raise ValidationError.from_exception_data("Text", long)


Name = Annotated[Text, Longest(60, 150)]
"""What a thing is called: a name, a label, a word or two."""

Title = Annotated[Text, Longest(120, 300)]
"""A title or a value: one line."""

Summary = Annotated[Text, Longest(600, 1500)]
"""A paragraph, such as lists and search results show."""

Passage = Annotated[Text, Longest(4000, 10000)]
"""A text of several paragraphs."""

NameLine = Annotated[Line, Field(max_length=150)]
"""A name, in whichever language."""
