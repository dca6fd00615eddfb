"""Which characters the font of drawn pictures has, read from the font itself.

Source: the OpenType specification, "cmap" (character to glyph index mapping), formats 4 and 12.
"""

from functools import cache
from struct import unpack_from

from atlas import resources


def lacking(text: str) -> str:
    """Return the visible characters of a text that the font has no picture of."""
    known = _characters()
    return "".join(each for each in text if each.isprintable() and ord(each) not in known)


@cache
def _characters() -> frozenset[int]:
    table = resources.font_table("cmap")
    (number,) = unpack_from(">H", table, 2)
    offsets = {unpack_from(">HHL", table, 4 + 8 * n)[2] for n in range(number)}
    found: set[int] = set()
    for offset in offsets:
        (kind,) = unpack_from(">H", table, offset)
        if kind == 12:
            (groups,) = unpack_from(">L", table, offset + 12)
            for n in range(groups):
                first, last, _ = unpack_from(">LLL", table, offset + 16 + 12 * n)
                found.update(range(first, last + 1))
        elif kind == 4:
            found |= _of_segments(table, offset)
    return frozenset(found)


def _of_segments(table: bytes, offset: int) -> set[int]:
    """Read format 4: ranges of characters, each with a shift or a list of its glyphs; 0 is none."""
    count = unpack_from(">H", table, offset + 6)[0] // 2
    parts = (14, 16 + 2 * count, 16 + 4 * count, 16 + 6 * count)
    ends, starts, shifts, lists = (
        unpack_from(f">{count}H", table, offset + part) for part in parts
    )
    found: set[int] = set()
    for n, (first, last, shift, at) in enumerate(zip(starts, ends, shifts, lists, strict=True)):
        if not at:
            found.update(range(first, last + 1))
            found.discard(-shift % 65536)
            continue
        for character in range(first, last + 1):
            place = offset + parts[3] + 2 * (n + character - first) + at
            (glyph,) = unpack_from(">H", table, place)
            if glyph and (glyph + shift) % 65536:
                found.add(character)
    return found - {0xFFFF}
