"""The pictures that are shown where a page is shared."""

from collections.abc import Iterator
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from lxml import html
from PIL import Image, ImageChops, ImageDraw

import atlas
from atlas import glyphs
from atlas.exports import cards
from atlas.views import ShareCard, all_cards, setting
from tests.conftest import BASE_URL, NOW, REAL_DATA
from tests.test_data import PAIRINGS

SIZE = (1200, 630)


@cache
def _cards() -> tuple[ShareCard, ...]:
    graph = atlas.load(REAL_DATA).graph
    assert graph is not None
    return tuple(all_cards(setting(graph, BASE_URL, NOW)))


def _heads(site: Path) -> Iterator[tuple[str, dict[str, str]]]:
    """The path of every page, and what its head says of its picture."""
    for page in sorted(site.rglob("index.html")):
        root: Any = html.fromstring(page.read_bytes().decode("utf-8"))
        metas = root.xpath("/html/head/meta[@content]")
        said = [(m.get("property") or m.get("name"), m.get("content")) for m in metas]
        about = [(name, text) for name, text in said
                 if name and name.startswith(("og:image", "twitter:"))]  # fmt: skip
        assert len(dict(about)) == len(about), page
        yield page.parent.relative_to(site).as_posix(), dict(about)


def test_every_page_has_a_picture_that_was_built(site: Path) -> None:
    """Its address is whole; its size and kind are those that the head gives."""
    for path, said in _heads(site):
        address = said["og:image"]
        assert address.startswith(BASE_URL), path
        with Image.open(site / address.removeprefix(BASE_URL)) as picture:
            assert picture.size == SIZE, path
            assert picture.format == "PNG"
        size = (said["og:image:width"], said["og:image:height"], said["og:image:type"])
        assert size == ("1200", "630", "image/png")
        assert said["twitter:card"] == "summary_large_image"


def test_pairings_have_pictures_of_their_own(site: Path) -> None:
    """In each language; all other pages of a language have one in common."""
    heads = dict(_heads(site))
    for root, language in (("", "ja"), ("en/", "en")):
        for pairing in PAIRINGS:
            picture = heads[f"{root}pairings/{pairing}"]["og:image"]
            assert picture == f"{BASE_URL}assets/cards/{language}/{pairing}.png"
        for page in ("pairings", "places/kobe", "about", "timeline"):
            assert heads[root + page]["og:image"] == f"{BASE_URL}assets/cards/{language}.png"
    pictures = [(site / card.path).read_bytes() for card in _cards()]
    assert len(set(pictures)) == len(pictures)


def test_a_picture_is_told_in_words(site: Path) -> None:
    """What stands on it, in the language of the page; what was typed is no markup."""
    heads = dict(_heads(site))
    assert heads["pairings/nagano-obuse-turku"]["og:image:alt"] == (
        "IUC、長野市・小布施町 – トゥルク市、2019年（選定）"
    )
    assert heads["en/pairings/kobe-tianjin"]["og:image:alt"] == (
        "Japan–China air quality; Kobe – Tianjin; as of the end of May 2014"
    )
    assert heads["about"]["og:image:alt"].startswith("都市間連携アトラス、")


def test_the_font_has_every_character_of_the_cards() -> None:
    """No card shows an empty box for a letter; and the test would see it."""
    for card in _cards():
        for text in (card.label, *card.names, card.note, card.site):
            assert glyphs.lacking(text) == "", card.path
    assert glyphs.lacking("弘前市 – Umeå, Łódź, Ιωάννινα") == ""
    assert glyphs.lacking("苏州") == "苏"


def test_what_the_font_lacks_is_what_it_draws_as_an_empty_box() -> None:
    """Letters of many scripts, as the font's own table has them and as they are drawn."""
    font = cards._font(24)
    box = bytes(font.getmask("\U0010ffff"))
    some = (*range(0x21, 0x530, 3), *range(0x3041, 0x30FF), *range(0x4E00, 0x9FFF, 50), 0x20B9F)
    for each in map(chr, some):
        if each.isprintable():
            assert bool(glyphs.lacking(each)) == (bytes(font.getmask(each)) == box), each


def test_a_card_is_drawn_the_same_each_time() -> None:
    """To the byte, from nothing that an earlier one left."""
    card = _cards()[1]
    first = cards.draw(card)
    for kept in (cards._stripe, cards._letter, cards._reach, cards._broken, cards._backdrop):
        kept.cache_clear()
    assert cards.draw(card) == first


@pytest.mark.parametrize("size", [24, 34, 92])
def test_letters_make_the_line_that_the_font_makes(size: int) -> None:
    """To the pixel, as if it had been drawn at once: the plain layout knows no pairs of letters."""
    texts = {text for card in _cards() for text in (card.label, *card.names, card.note)}
    for text in (*sorted(texts), "AVATAR, To Łódź; fij"):
        line, left, top = cards._sheet([cards._Line(text, size, 20, 75, 185, gold=False)])
        whole = Image.new("L", line.size)
        at = (20 - left, 75 - top)
        ImageDraw.Draw(whole).text(at, text, 185, cards._font(size), anchor="lm")
        assert whole.tobytes() == line.tobytes(), text


def _inked(card: ShareCard) -> tuple[int, int, int, int]:
    """The box around everything that a card has and an empty one has not."""
    empty = ShareCard("", "", ("",) * len(card.names), "", "")
    one, other = (Image.open(BytesIO(cards.draw(c))).convert("RGB") for c in (card, empty))
    box = ImageChops.difference(one, other).getbbox()
    assert box is not None
    return box


@pytest.mark.parametrize(
    "name",
    [
        "ドノスティア・サンセバスティアン市・グルノーブル・アルプス都市圏・フランクフルト・アム・マイン市",
        "Donostia / San Sebastián, Grenoble-Alpes Métropole and Frankfurt am Main",
    ],
)
def test_long_names_stay_on_the_card(name: str) -> None:
    """They become smaller, and then take several lines; nothing runs off an edge."""
    for names in ((name, name), (name,)):
        left, top, right, bottom = _inked(ShareCard("", name, names, name, "Atlas"))
        assert left >= 70
        assert top >= 14
        assert right <= 1130
        assert bottom <= 616


def test_every_card_of_the_data_keeps_its_margins() -> None:
    """In both languages."""
    for card in _cards():
        left, top, right, bottom = _inked(card)
        assert (left >= 70, top >= 40, right <= 1125, bottom <= 600) == (True,) * 4, card.path
