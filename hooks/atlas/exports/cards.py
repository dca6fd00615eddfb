"""The pictures that are shown where a page is shared (Open Graph): PNG, 1200 × 630 pixels.

A picture has two inks on one ground. Each ink is drawn on a sheet of its own, where a pixel says
how much ink it has; the two sheets then become one picture of 16 colours, the steps from the
ground to either ink. That is several times faster than drawing in full colour, and the files are
small: with 256 colours they are half as large again, and look no better.

It is drawn in stripes, one for each thing that it says. Cards have most of their stripes in common
with others: a place has several pairings, and all cards have the same foot; and the letters of a
line are drawn once for all lines. So where there are many, a card costs 0.5 ms instead of 14.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache, partial
from itertools import pairwise
from math import ceil, floor
from typing import NamedTuple

from PIL import Image, ImageChops, ImageDraw, ImageFont

from atlas import routes
from atlas.exports import png
from atlas.exports.making import Files
from atlas.exports.sheet import FULL, Point, Sheet
from atlas.model import Pairing
from atlas.resources import FONT
from atlas.text import LANGUAGES, Language
from atlas.views import Setting, ShareCard, card_of

SIZE = (1200, 630)
"""Width and height that the networks ask for, in pixels."""

_GROUND, _WHITE, _GOLD = (18, 64, 61), (255, 255, 255), (242, 200, 121)
_SOFT, _FAINT = 185, 26
"""How much ink there is, if not all of it: less for what matters less."""

Sizes = Sequence[tuple[int, int]]
"""Heights of letters to try, in pixels, each with the number of lines that a text may take."""

_LEFT, _RIGHT, _NAMES_LEFT, _DOTS, _MARKED = 80, 1120, 190, 118, 240
_LABEL, _NAMES, _NOTE, _FOOT = 100, (222, 352), 456, 562
_TITLE, _DESCRIPTION = 322, 464
"""Where things begin and end from the left, and the middles of the lines are from the top."""

_NAME_SIZES: Sizes = (*((size, 1) for size in range(92, 56, -4)), (54, 2), (46, 2), (38, 3))
_TITLE_SIZES: Sizes = (*((size, 1) for size in range(104, 64, -4)), (60, 2))
_TEXT_SIZES: Sizes = ((36, 3), (30, 4), (26, 5))
_LINE_SIZES: Sizes = ((34, 1), (30, 1), (26, 1), (24, 2))

_SPACING = 1.35
"""From line to line, in heights of letters."""

_CUTS = (150, 290, 420, 510)
"""Where a card may be cut into stripes: between what it says, if that leaves them free."""

_MANY = 4096
"""How many things are kept that cards have in common: a stripe is 1 to 4 kB."""


def files(setting: Setting) -> Files:
    """Yield the path of every card, in both languages, and what draws it."""
    for language in LANGUAGES:
        for pairing in (None, *setting.graph.pairings):
            path = routes.card_file(language, pairing.id if pairing else "")
            yield path, partial(_drawn, setting, language, pairing)


def _drawn(setting: Setting, language: Language, pairing: Pairing | None) -> bytes:
    return draw(card_of(setting, language, pairing))


def draw(card: ShareCard) -> bytes:
    """Draw a card. The same card gives the same bytes."""
    names = len(card.names)
    if names == len(_NAMES):
        lines = (
            *_lines_of((card.label,), _LEFT, (_LABEL,), _LINE_SIZES, gold=True),
            *_lines_of(card.names, _NAMES_LEFT, _NAMES, _NAME_SIZES),
            *_lines_of((card.note,), _NAMES_LEFT, (_NOTE,), _LINE_SIZES, _SOFT),
            *_lines_of((card.site,), _LEFT + 66, (_FOOT,), _LINE_SIZES),
        )
    else:
        lines = (
            *_lines_of(card.names, _LEFT, (_TITLE,), _TITLE_SIZES),
            *_lines_of((card.note,), _LEFT, (_DESCRIPTION,), _TEXT_SIZES, _SOFT),
        )
    edges = (0, *(cut for cut in _CUTS if not any(line.crosses(cut) for line in lines)), SIZE[1])
    stripes = (
        _stripe(names, top, bottom, tuple(line for line in lines if top <= line.y < bottom))
        for top, bottom in pairwise(edges)
    )
    return png.picture(SIZE[0], _PALETTE, stripes)


class _Line(NamedTuple):
    """A line of text on a card."""

    text: str
    size: int
    left: int
    y: int
    """Where its middle is."""
    ink: int
    gold: bool

    def crosses(self, height: int) -> bool:
        """Whether it has ink on both sides of a height."""
        _, top, _, bottom = _reach(self.text, self.size)
        return self.y + top < height < self.y + bottom


@lru_cache(maxsize=_MANY)
def _reach(text: str, size: int) -> tuple[int, int, int, int]:
    """The box around a line that begins at 0, 0: its left, top, right and bottom, and some more."""
    left, top, right, bottom = _font(size).getbbox(text, anchor="lm")
    return floor(left) - 1, floor(top) - 1, ceil(right) + 1, ceil(bottom) + 1


@lru_cache(maxsize=_MANY)
def _stripe(names: int, top: int, bottom: int, lines: tuple[_Line, ...]) -> png.Stripe:
    """Draw the part of a card between two heights."""
    picture = _backdrop(names).crop((-png.PIXELS, top, SIZE[0], bottom))  # see `png.stripe`
    for gold in (False, True):
        if own := [line for line in lines if line.gold == gold]:
            sheet, left, upper = _sheet(own)
            picture.paste(_inked(sheet, gold), (left + png.PIXELS, upper - top))
    return png.stripe(picture.tobytes("raw", "P;4"), picture.height)


def _sheet(lines: Sequence[_Line]) -> tuple[Image.Image, int, int]:
    """Write lines on a sheet that is no larger than they take, and tell where its corner is.

    They are put together from letters, which cards share: they are most of what a line costs. The
    font's plain layout sets each by itself, so that nothing looks different.
    """
    left, top, right, bottom = zip(*map(_box, lines), strict=True)
    corner = min(left), min(top)
    sheet = Image.new("L", (max(right) - corner[0], max(bottom) - corner[1]))
    for line in lines:
        x, y = line.left - corner[0], line.y - corner[1]
        for letter in line.text:
            drawn = _letter(letter, line.size)
            sheet.paste(line.ink, (x + drawn.left, y + drawn.top), drawn.sheet)
            x += drawn.width
    return sheet, *corner


def _box(line: _Line) -> tuple[int, int, int, int]:
    """The box around a line where it stands on the card."""
    left, top, right, bottom = _reach(line.text, line.size)
    return line.left + left, line.y + top, line.left + right, line.y + bottom


class _Letter(NamedTuple):
    """A letter in full ink, where it is from its place on the line, and how much it takes there."""

    sheet: Image.Image
    left: int
    top: int
    width: int


@lru_cache(maxsize=_MANY)
def _letter(letter: str, size: int) -> _Letter:
    """Draw a letter."""
    left, top, right, bottom = _reach(letter, size)
    sheet = Image.new("L", (right - left, bottom - top))
    ImageDraw.Draw(sheet).text((-left, -top), letter, FULL, _font(size), anchor="lm")
    return _Letter(sheet, left, top, round(_font(size).getlength(letter)))


def _inked(sheet: Image.Image, gold: bool) -> Image.Image:
    """Turn a sheet, whose pixels say how much ink they have, into one of the palette's colours."""
    colours = sheet.tobytes().translate(_GOLD_STEPS if gold else _WHITE_STEPS)
    return Image.frombytes("P", sheet.size, colours)


@cache
def _font(size: int) -> ImageFont.FreeTypeFont:
    """The font; its plain layout is the same whatever else a machine has installed."""
    return ImageFont.truetype(FONT, size, layout_engine=ImageFont.Layout.BASIC)


def _lines_of(
    texts: Sequence[str], left: int, middles: Sequence[int], sizes: Sizes,
    ink: int = FULL, *, gold: bool = False,
) -> Iterator[_Line]:  # fmt: skip
    """Set texts around their middles, all in the largest size that suits each of them."""
    for size, most in sizes:
        blocks = [_broken(text, size, _RIGHT - left) for text in texts]
        if all(len(block) <= most for block in blocks):
            break
    for block, middle in zip(blocks, middles, strict=True):
        for number, line in enumerate(block[:most]):
            y = middle + (number - (min(len(block), most) - 1) / 2) * size * _SPACING
            yield _Line(line, size, left, round(y), ink, gold)


_PIECES = re.compile(
    r"[（「]*(?:[!-\u2e7f]+|[^\s!-\u2e7fぁ-ゖ、。，．）」・（「]*[ぁ-ゖ]*)[、。，．）」・]*\s*"
)
"""What stays on one line: a word; in Japanese what goes before the next change from hiragana."""


@lru_cache(maxsize=_MANY)
def _broken(text: str, size: int, width: int) -> list[str]:
    """Break a text into lines that are not too long; a single piece may be."""
    if _font(size).getlength(text) <= width:
        return [text.strip()]
    lines = [""]
    for piece in _PIECES.findall(text):
        longer = lines[-1] + piece
        if lines[-1] and _font(size).getlength(longer.rstrip()) > width:
            lines.append(piece)
        else:
            lines[-1] = longer
    return [line.strip() for line in lines]


_WHITES, _GOLDS = 10, 5
"""In how many steps an ink goes from the ground to its full colour: most is written in white."""


def _steps(ink: tuple[int, int, int], number: int) -> Iterator[int]:
    """The colours from the ground, which is not among them, to an ink: red, green and blue of each."""
    for step in range(1, number + 1):
        for ground, full in zip(_GROUND, ink, strict=True):
            yield round(ground + (full - ground) * step / number)


_PALETTE = bytes((*_GROUND, *_steps(_WHITE, _WHITES), *_steps(_GOLD, _GOLDS)))
_WHITE_STEPS = bytes(round(ink * _WHITES / FULL) for ink in range(256))
_GOLD_STEPS = bytes(
    _WHITES + step if (step := round(ink * _GOLDS / FULL)) else 0 for ink in range(256)
)
"""Which colour of the palette an amount of ink is."""


@cache
def _backdrop(names: int) -> Image.Image:
    """What cards share: a band at the top, the site's mark, and two dots that an arc joins."""
    white, gold = (Sheet((_MARKED, SIZE[1])) for _ in range(2))
    if names == len(_NAMES):
        first, second = ((_DOTS, y) for y in _NAMES)
        white.curve((first, (_DOTS - 58, first[1] + 34), (_DOTS - 58, second[1] - 34), second), 8)
        white.dot(first, 18)
        white.dot(second, 24, 0)
        gold.dot(second, 18)
        _mark(white, gold, (_LEFT, _FOOT - 24), 48 / 32)
    else:
        _mark(white, gold, (_LEFT, 110), 120 / 32)
    picture = Image.new("P", SIZE)
    both = ImageChops.add(_inked(white.at_size(), False), _inked(gold.at_size(), True))
    picture.paste(both.point(lambda colour: min(colour, _GOLD_STEPS[FULL])))
    picture.paste(_GOLD_STEPS[FULL], (0, 0, SIZE[0], 14))
    return picture


def _mark(white: Sheet, gold: Sheet, corner: Point, unit: float) -> None:
    """The site's mark, as assets/icon.svg has it on a square of 32 units."""

    def at(x: float, y: float) -> Point:
        return corner[0] + x * unit, corner[1] + y * unit

    white.square(at(0, 0), at(32, 32), 7 * unit, _FAINT)
    white.curve((at(8, 21), at(12, 8), at(20, 8), at(24, 21)), 2.4 * unit)
    white.dot(at(8, 21), 3.4 * unit)
    white.dot(at(24, 21), 3.4 * unit, 0)
    gold.dot(at(24, 21), 3.4 * unit)
