"""Pictures that are written stripe by stripe, as Pillow reads them."""

import zlib
from io import BytesIO
from random import Random

import pytest
from PIL import Image

from atlas.exports.png import PIXELS, picture, stripe

WIDTH = 38


@pytest.mark.parametrize("heights", [(1,), (5, 1, 12), (300, 200)])
def test_stripes_make_one_picture(heights: tuple[int, ...]) -> None:
    """Pixel by pixel, from top to bottom; and its data are one whole stream with its checksum."""
    random = Random(sum(heights))
    parts = [bytes(random.choices(range(16), k=WIDTH * height)) for height in heights]
    palette = random.randbytes(16 * 3)
    stripes = [stripe(_filtered(part), height) for part, height in zip(parts, heights, strict=True)]
    made = picture(WIDTH, palette, stripes)
    with Image.open(BytesIO(made)) as read:
        assert read.size == (WIDTH, sum(heights))
        assert read.mode == "P"
        assert read.tobytes() == b"".join(parts)
        assert bytes(read.getpalette() or ()) == palette
    rows = zlib.decompress(_data(made))  # which fails where the checksum is wrong
    assert len(rows) == (WIDTH // PIXELS + 1) * sum(heights)


def _filtered(part: bytes) -> bytes:
    """The rows of a part, two pixels an octet, before each the sign that it has no filter."""
    packed = bytes(first << 4 | second for first, second in zip(part[::2], part[1::2], strict=True))
    row = WIDTH // PIXELS
    return b"".join(b"\0" + packed[at : at + row] for at in range(0, len(packed), row))


def _data(made: bytes) -> bytes:
    """The content of all chunks of data, each of which has the checksum that it should have."""
    data, at = b"", 8
    while at < len(made):
        length = int.from_bytes(made[at : at + 4])
        name, content = made[at + 4 : at + 8], made[at + 8 : at + 8 + length]
        assert zlib.crc32(name + content) == int.from_bytes(made[at + 8 + length :][:4])
        data += content if name == b"IDAT" else b""
        at += 12 + length
    return data
