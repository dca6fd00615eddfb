"""The feed, as feedparser reads it, and held against what RFC 4287 requires."""

from collections.abc import Iterator
from dataclasses import replace as changed
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import feedparser  # type: ignore[import-untyped]
import pytest
from lxml import etree

import atlas
from atlas.exports import feed
from atlas.text import LANGUAGES
from tests.changing import (
    EXCUSES,
    HOSTILE,
    LONG,
    event,
    events,
    made,
    rename,
    replace,
    setting,
    tell,
)
from tests.conftest import BASE_URL, NOW, REAL_DATA

PAIRING, PROGRAMME = "kawabe-donaustadt", "river-links"
ATOM = "{http://www.w3.org/2005/Atom}"
XHTML = "{http://www.w3.org/1999/xhtml}"
XML = "{http://www.w3.org/XML/1998/namespace}"

Read = Any
"""What feedparser has read; it has no types."""


def _files(data: Path) -> dict[str, bytes]:
    return made(feed.files(setting(data)))


def _read(content: bytes) -> Read:
    read = feedparser.parse(content)
    assert not read.bozo, read.get("bozo_exception")
    assert read.version == "atom10"
    return read


def _feed(data: Path, language: str = "en") -> Read:
    return _read(_files(data)[f"feeds/{language}/events.atom"])


def _entry(data: Path, title: str, language: str = "en") -> Read:
    (found,) = (each for each in _feed(data, language).entries if each.title == title)
    return found


def _time(rfc3339: str) -> datetime:
    read = datetime.fromisoformat(rfc3339)
    assert read.tzinfo is not None
    return read


@pytest.fixture(scope="module")
def real() -> dict[str, bytes]:
    """The feeds of the real data."""
    return _files(REAL_DATA)


def test_each_language_has_a_feed_of_all_events(site: Path, real: dict[str, bytes]) -> None:
    """Just as they are on the built site."""
    assert set(real) == {f"feeds/{language}/events.atom" for language in LANGUAGES}
    for path, content in real.items():
        assert (site / path).read_bytes() == content
        assert len(_read(content).entries) == len(setting(REAL_DATA).graph.happenings)


def _elements(content: bytes) -> Iterator[etree._Element]:
    """The feed and its entries."""
    root = etree.fromstring(content)
    assert root.tag == f"{ATOM}feed"
    yield root
    yield from root.findall(f"{ATOM}entry")


def test_feeds_keep_to_the_standard(real: dict[str, bytes]) -> None:
    """RFC 4287: what must be there once is there once; links and ids are as they must be."""
    for content in real.values():
        ids = []
        for element in _elements(content):
            (identity,), (title,), (updated,) = (
                element.findall(ATOM + name) for name in ("id", "title", "updated")
            )
            assert title.text
            assert _time(updated.text or "")
            assert identity.text
            assert UUID(identity.text).version == 5
            assert identity.text == UUID(identity.text).urn
            ids.append(identity.text)
            assert element.findtext(f"{ATOM}author/{ATOM}name")
            links = [dict(link.attrib) for link in element.findall(f"{ATOM}link")]
            assert all(link["href"].startswith(BASE_URL) for link in links)
            alternates = [(link["type"], link["hreflang"]) for link in links
                          if link["rel"] == "alternate"]  # fmt: skip
            assert alternates
            assert len(alternates) == len(set(alternates))
        assert len(ids) == len(set(ids)), "an id is given twice"
        for entry in list(_elements(content))[1:]:
            (body,) = entry.findall(f"{ATOM}content[@type='xhtml']/*")
            assert body.tag == f"{XHTML}div"
            assert {child.tag for child in body} == {f"{XHTML}p"}
            assert all(each.get("term") for each in entry.findall(f"{ATOM}category"))


def test_a_feed_says_what_it_is(data: Path) -> None:
    """Whose it is, where it is, in which language, and where that of the other language is."""
    (root, *_) = _elements(_files(data)["feeds/ja/events.atom"])
    assert root.get(f"{XML}lang") == "ja"
    read = _feed(data, "ja").feed
    assert read.title == "川の都市連携：出来事"
    assert read.subtitle == "川でつながる都市の連携。"
    assert read.rights == "自由に使えます。"
    assert read.author == "川の都市連携"
    atom, html = "application/atom+xml", "text/html"
    assert [(link.rel, link.type, link.hreflang, link.href) for link in read.links] == [
        ("self", atom, "ja", f"{BASE_URL}feeds/ja/events.atom"),
        ("alternate", html, "ja", f"{BASE_URL}timeline/"),
        ("alternate", atom, "en", f"{BASE_URL}feeds/en/events.atom"),
    ]


def test_an_entry_tells_what_the_page_tells(data: Path) -> None:
    """Date, place, text, corrections, who took part, and who says so as of when."""
    entry = _entry(data, "訪問", "ja")
    assert entry.link == f"{BASE_URL}pairings/{PAIRING}/#{PAIRING}--visit"
    assert [(tag.term, tag.label) for tag in entry.tags] == [
        ("visit", "訪問"), (PROGRAMME, "川の連携事業"),
    ]  # fmt: skip
    assert entry.summary == "訪問：2018年9月30日〜10月2日（平成30年度）"
    told = etree.fromstring(f"<div>{entry.content[0].value}</div>").findall("p")
    assert [paragraph.text for paragraph in told] == [
        "日付：2018年9月30日〜10月2日（平成30年度）",
        "場所：ドナウ市",
        "堤防を見ました。",
        "2019年1月1日訂正：日付を直しました。",
        "連携：川辺市 – ドナウ市",
        "出典：川辺市、2020年1月31日更新",
    ]


def test_what_is_only_planned_is_marked(data: Path) -> None:
    """In the title, which is all that many programs show."""
    assert _entry(data, "Summer visit (Planned)").summary == "Visit: around July 2014"


def test_the_selection_is_an_entry(data: Path) -> None:
    """Though it has no event of its own in the data."""
    entry = _entry(data, "Donau City selected as partner of Kawabe")
    assert entry.tags[0].term == "selection"
    assert entry.link.endswith(f"#{PAIRING}--selection")


def test_what_changed_last_comes_first(data: Path) -> None:
    """Then what happened last; and the feed is as new as its first entry."""
    told = _feed(data)
    assert [entry.title for entry in told.entries] == [
        "A visit",
        "Web meetings",
        "Donau City selected as partner of Kawabe",
        "Summer visit (Planned)",
    ]
    assert told.feed.updated == told.entries[0].updated == "2020-01-31T00:00:01+00:00"


def test_a_feed_has_the_newest_entries_only(data: Path) -> None:
    """As many as a reader can take in, however many there are."""
    tell(data, *(event(id=f"e{n}", date=f"{1800 + n}") for n in range(feed.MOST + 20)))
    selection, *others = _feed(data).entries
    assert selection.tags[0].term == "selection"
    newest = range(1800 + feed.MOST + 19, 0, -1)
    assert [entry.summary for entry in others] == [
        f"Visit: {year}" for year in newest[: feed.MOST - 1]
    ]


def test_a_correction_makes_the_same_entry_newer(data: Path) -> None:
    """The id stays; `updated` rises, and with it the feed's; the entry comes first."""
    tell(data, *events(data), event())
    before = _entry(data, "Meeting")
    note = {"ja": "直しました。", "en": "Mended."}
    tell(data, *events(data)[:-1], event(revised=[{"on": "2021-02-03", "note": note}]))
    after = _entry(data, "Meeting")
    assert after.id == before.id
    assert _time(after.updated) > _time(before.updated)
    assert _feed(data).feed.updated == after.updated
    assert _feed(data).entries[0].id == after.id
    assert "Corrected on 3 February 2021: Mended." in after.content[0].value


def test_moving_and_reordering_keep_every_id(data: Path) -> None:
    """What was read stays read."""
    before = {entry.id for entry in _feed(data).entries}
    first, *others = events(data)
    tell(data, *others, {**first, "date": "2019-05-05"})
    assert {entry.id for entry in _feed(data).entries} == before


@pytest.mark.parametrize(
    ("old", "new"), [(PAIRING, "kawabe-vienna"), (PROGRAMME, "rivers")], ids=["pairing", "programme"]
)  # fmt: skip
def test_a_new_name_keeps_every_id(old: str, new: str, data: Path) -> None:
    """And the links lead to the new page."""
    before = [entry.id for entry in _feed(data).entries]
    rename(data, old, new)
    entries = _feed(data).entries
    assert [entry.id for entry in entries] == before
    assert not any(f"/{old}/" in entry.link for entry in entries)
    assert any(f"/{new}/#{new}--" in entry.link for entry in entries)


def test_the_languages_have_ids_of_their_own(real: dict[str, bytes]) -> None:
    """A reader of both is shown both."""
    ja, en = ({e.findtext(f"{ATOM}id") for e in _elements(real[f"feeds/{lang}/events.atom"])}
              for lang in ("ja", "en"))  # fmt: skip
    assert len(ja) == len(en)
    assert not ja & en


def test_ids_are_the_same_for_ever(data: Path) -> None:
    """They are written down here, so that no change of the code can change them unseen."""
    told = _feed(data)
    assert told.feed.id == "urn:uuid:456cac8a-baa4-5bc0-88dd-5d4849875443"
    assert told.entries[0].id == "urn:uuid:7762558d-c684-52a1-8978-7bc9125fe211"


def test_a_build_leaves_no_trace(data: Path) -> None:
    """Neither when it was made, nor, in ids, where it is put."""
    now = setting(data)
    later = changed(now, generated_at=NOW + timedelta(days=1000))
    assert made(feed.files(later)) == made(feed.files(now))
    elsewhere = made(feed.files(changed(now, base="https://example.net/", made={})))
    for path, content in made(feed.files(now)).items():
        there, here = _read(elsewhere[path]), _read(content)
        assert there.feed.id == here.feed.id
        assert [entry.id for entry in there.entries] == [entry.id for entry in here.entries]


def test_any_text_comes_through_whole(data: Path) -> None:
    """Marks of XML and HTML are letters like all others."""
    short, long = ({"ja": text, "en": text} for text in (HOSTILE, LONG))
    tell(data, event(title=short, where=short, text=long, date_text=short), excuses=EXCUSES)
    for content in _files(data).values():
        (entry,) = (
            e for e in list(_elements(content))[1:] if e.findtext(f"{ATOM}title") == HOSTILE
        )
        assert HOSTILE in (entry.findtext(f"{ATOM}summary") or "")
        told = [p.text or "" for p in entry.iter(f"{XHTML}p")]
        assert sum(HOSTILE in paragraph for paragraph in told) == 2  # its date and its place
        assert any(LONG.split("\n")[1] in paragraph for paragraph in told)
        assert _read(content).entries[0].content[0].value.count("&lt;b&gt;e&lt;/b&gt;") == 3


def test_where_nothing_happened_there_is_no_feed(data: Path) -> None:
    """For nothing would say when it was updated."""
    for file in (data / "timelines").iterdir():
        file.unlink()
    replace(data, f"pairings/{PAIRING}.yml", "since: 2013-04\n", "")
    assert _files(data) == {}
    assert not [path for path in atlas.publish(data, BASE_URL, NOW).files if "feeds/" in path]
