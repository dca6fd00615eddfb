"""Text in which nothing hides: what has no width, or turns the direction of reading, is named."""

import unicodedata

_JOINERS = "\u200c\u200d"
"""Some scripts, and emoji of several parts, need these two."""


def visible(text: str) -> str:
    """Name control and format characters (Unicode Cc, Cf) by their code points: [U+202E].

    Line breaks stay; a tabulator becomes a space.
    """
    return "".join(map(_visible, text))


def _visible(character: str) -> str:
    if character == "\t":
        return " "
    hidden = unicodedata.category(character) in {"Cc", "Cf"} and character != "\n"
    return f"[U+{ord(character):04X}]" if hidden and character not in _JOINERS else character
