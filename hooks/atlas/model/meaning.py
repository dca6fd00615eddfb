"""What each record and each key of the data means, in words that editors and users of the API read.

The words stand beside the key, in both languages, as the wording of a rule stands beside the rule.
What a key means is true wherever the data are read, in the files and in the API alike. How it is
written in a file, and what happens if it is left out there, is said apart from that. In backquotes
stand keys, paths, ids and values as they are written in the data.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from pydantic import BaseModel, GetJsonSchemaHandler
from pydantic_core import CoreSchema

from atlas.text import Text


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a key is called in a form, what it means, and how it is written in a file."""

    title: Text
    text: Text
    writing: Text | None = None
    """For those who write the data: the form, an example, and when it may be left out."""

    def __get_pydantic_json_schema__(
        self, core_schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        """Add title and description, Japanese and then English, to the JSON Schema of a field."""
        said = [self.text, self.writing] if self.writing else [self.text]
        return {
            **handler(core_schema),
            "title": f"{self.title.ja} / {self.title.en}",
            "description": f"{''.join(t.ja for t in said)}\n\n{' '.join(t.en for t in said)}",
        }


def key(
    ja_title: str, en_title: str, ja: str, en: str, *, ja_file: str = "", en_file: str = ""
) -> Meaning:
    """Mark a key, or a class of records: what it is called, means, and how a file has it."""
    writing = Text(ja=ja_file, en=en_file) if ja_file or en_file else None
    return Meaning(Text(ja=ja_title, en=en_title), Text(ja=ja, en=en), writing)


_TEXT = key("文章", "Text",
    ja="読者に見せる文章です。日本語と英語の両方が必ずあり、段落のあいだは一行あいています。",
    en="A text for readers, always both in Japanese and in English. A blank line stands between paragraphs.",
)  # fmt: skip

_KEYS_OF_TEXT: Mapping[str, Meaning] = MappingProxyType({
    "ja": key("日本語", "Japanese",
        ja="日本語の文章です。事実については、資料の文言によります。",
        en="The text in Japanese. Where it tells facts, it follows the wording of the document."),
    "en": key("英語", "English",
        ja="英語の文章です。資料が日本語のときは、このサイトによる翻訳です。",
        en="The text in English. Where the document is in Japanese, it is this site's translation."),
})  # fmt: skip
"""A bilingual text lies below the model, so its words stand here."""


def meaning(model: type[BaseModel], field: str) -> Meaning:
    """Return what a field of a model means. Raises LookupError if the model does not say so.

    Where every field means the same kind of thing, as with words, the model says so in `each`.
    """
    if model is Text:
        return _KEYS_OF_TEXT[field]
    for mark in reversed(model.model_fields[field].metadata):  # the record's own before its type's
        if isinstance(mark, Meaning):
            return mark
    if isinstance(mark := vars(model).get("each"), Meaning):
        return mark
    raise LookupError(f"{model.__name__}.{field} has no meaning")


def meaning_of(model: type[BaseModel]) -> Meaning:
    """Return what the records of a model are. Raises LookupError if the model does not say so."""
    mark = _TEXT if model is Text else vars(model).get("means")
    if isinstance(mark, Meaning):
        return mark
    raise LookupError(f"{model.__name__} has no meaning")
