"""Wording for editors and programmers, in which keys, paths and values are set as code."""

import re
from dataclasses import replace

from atlas.text import JAPANESE, Text
from atlas.views.lines import Line, Span
from atlas.views.writer import Writer

_CODE = re.compile(r"`([^`]+)`")
_JAPANESE_WORDS = re.compile(f"({JAPANESE.pattern})")


def coded(w: Writer, text: Text | str) -> Line:
    """Return a text in which what stands between backquotes is code.

    On an English page words in Japanese are marked.
    """
    spans: list[Span] = []
    for number, part in enumerate(_CODE.split(text if isinstance(text, str) else w.to(text))):
        if number % 2:
            spans.append(replace(w.unmarked(part), code=True))
        else:
            words = [part] if w.language == "ja" else _JAPANESE_WORDS.split(part)
            spans += [w.unmarked(word) for word in words if word]
    return tuple(spans)
