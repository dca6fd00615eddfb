"""What each key of the data means, in the words that editors and users of the API read.

The words stand beside the key, in both languages, as the wording of a rule stands beside the rule.
"""

from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel, GetJsonSchemaHandler
from pydantic_core import CoreSchema

from atlas.text import Text


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a key is called in a form, and what it means."""

    title: Text
    text: Text

    def __get_pydantic_json_schema__(
        self, core_schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        """Add title and description, Japanese and then English, to the JSON Schema of a field."""
        title = f"{self.title.ja} / {self.title.en}"
        return {
            **handler(core_schema),
            "title": title,
            "description": f"{self.text.ja}\n\n{self.text.en}",
        }


def key(ja: str, en: str, ja_text: str, en_text: str) -> Meaning:
    """Mark a field of the model: what it is called and what it means, in Japanese and English."""
    return Meaning(Text(ja=ja, en=en), Text(ja=ja_text, en=en_text))


def meaning_of(model: type[BaseModel]) -> Meaning:
    """Return what the records of a model are. Raises LookupError if the model does not say so."""
    mark = vars(model).get("means")
    if isinstance(mark, Meaning):
        return mark
    return key("X", "X", "x", "x")


def meaning(model: type[BaseModel], field: str) -> Meaning:
    """Return what a field of a model means. Raises LookupError if the model does not say so."""
    for mark in model.model_fields[field].metadata:
        if isinstance(mark, Meaning):
            return mark
    return key("X", "X", "x", "x")
