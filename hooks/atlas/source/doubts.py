"""Words that YAML takes for a plain text, and that may well have been meant as something else."""

import re

from atlas.text import LANGUAGES

AS_KEY = re.compile(r"[\u3000\u00a0]*[A-Za-z_][\w-]*(?:：|:(?!//)\S|:\u3000)")
AS_ITEM = re.compile(r"[\u3000\u00a0]*(?:-\S|[－−‐‑–—ー・][ \u3000]|・)")
NEXT_LANGUAGE = re.compile(rf"[，、\s](?:{'|'.join(LANGUAGES)})(?:：|:\S)")
KEY_WITH_MORE = re.compile(r"[\u3000\u00a0－−‐‑–—ー・-]|[A-Za-z_][\w-]*[:：]")
CLOSED = re.compile(r"[^\[\]{}]+[\]}]")
"""What lacks an opening bracket."""

NUMBERS = re.compile(r"-?[0-9.]+( +-?[0-9.]+)+")
"""What lacks commas."""

COMMA = re.compile("[，、]")


def in_wide_brackets(text: str) -> bool:
    """Whether a text stands in full-width brackets, as a list or a block would."""
    return text[:1] + text[-1:] in {"［］", "｛｝", "［]", "｛}"}


def doubted(text: str) -> bool:
    """Whether there is a place where a text without quotation marks would be doubted."""
    found = AS_KEY.match(text) or AS_ITEM.match(text) or NEXT_LANGUAGE.search(text)
    return bool(found or CLOSED.fullmatch(text) or in_wide_brackets(text))


def doubted_as_item(text: str, *, in_brackets: bool) -> bool:
    """Whether an item of a list would be taken for several ones, or for a block of keys."""
    if in_brackets:
        return bool(COMMA.search(text) or NUMBERS.fullmatch(text))
    return bool(AS_KEY.match(text))
