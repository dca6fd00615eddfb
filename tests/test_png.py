"""Pictures that are written stripe by stripe, as Pillow reads them."""

import zlib
from io import BytesIO
from random import Random

import pytest
from PIL import Image

from atlas.exports.png import picture, stripe

WIDTH = 37


@pytest.mark.parametrize("heights", [(1,), (5, 1, 12), (300, 200)])
def test_stripes_make_one_picture(heights: tuple[int, ...]) -> None:
    """Pixel by pixel, from top to bottom; and its data are one whole stream with its checksum."""
    random = Random(sum(heights))
    parts = [random.randbytes(WIDTH * height) for height in heights]
    palette = random.randbytes(256 * 3)
    stripes = [stripe(_filtered(part), height) for part, height in zip(parts, heights, strict=True)]
    made = picture(WIDTH, palette, stripes)
    with Image.open(BytesIO(made)) as read:
        assert read.size == (WIDTH, sum(heights))
        assert read.mode == "P"
        assert read.tobytes() == b"".join(parts)
        assert bytes(read.getpalette() or ()) == palette
    rows = zlib.decompress(_data(made))  # which fails where the checksum is wrong
    assert len(rows) == (WIDTH + 1) * sum(heights)


def _filtered(part: bytes) -> bytes:
    """The rows of a part, before each of them the sign that it has no filter."""
    return b"".join(b"\0" + part[at : at + WIDTH] for at in range(0, len(part), WIDTH))


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
