"""Timelines and their events."""

from typing import Annotated, ClassVar

from pydantic import Field

from atlas.model.base import Day, EdtfDate, Id, Record, Switch
from atlas.model.kept import Kept
from atlas.model.lengths import Name, Passage, Summary, Title
from atlas.model.links import EventKind, PairingId, SourceId, StatementId
from atlas.model.meaning import Meaning, key

# A key and its words stand together as one block:
# fmt: off


class Revision(Record):
    """A correction made to an event after it was published."""

    means: ClassVar[Meaning] = key("出来事の訂正", "Correction of an event",
        ja="公開したあとの出来事に加えた訂正です。",
        en="A correction made to an event after it was published.")

    on: Annotated[Day, key("訂正日", "Date of the correction",
        ja="訂正した日です。カレンダーとフィードに、更新として伝わります。",
        en="The day of the correction. Calendars and feeds announce it as a change.",
        ja_file="年-月-日で書きます（例：`2026-12-01`）。",
        en_file="Written as year-month-day (for instance `2026-12-01`).")]
    note: Annotated[Summary, key("訂正の内容", "What was corrected",
        ja="何をどう直したかです。",
        en="What was corrected, and how.")]


class Event(Record):
    """Something dated: done, or planned."""

    means: ClassVar[Meaning] = key("出来事", "Event",
        ja="行われたこと、または予定されていることで、時期の分かるものです。",
        en="Something dated that was done or is planned.")

    id: Annotated[Id, key("id", "Id",
        ja="出来事を指す名前です。",
        en="The name by which the event is known.",
        ja_file="同じ年表の中で重ならない名前です（例：`visit-to-bratislava`）。カレンダーとフィードが使うので、いちど公開したら変えません。",
        en_file="It is unique in its timeline (for instance `visit-to-bratislava`). Calendars and feeds live by it, so it never changes once it is published.")]
    date: Annotated[EdtfDate, key("日付", "Date",
        ja="いつのことかを、資料にある細かさで表します。",
        en="When it was or will be, no more exactly than the document says.",
        ja_file="日 `2018-10-15`、月 `2018-10`、年 `2018`、期間 `2018-10-15/2018-10-17`、頃 `2014-07~` のどれかの形（EDTF）で書きます。",
        en_file="Written in EDTF: a day `2018-10-15`, a month `2018-10`, a year `2018`, an interval `2018-10-15/2018-10-17`, or around a date `2014-07~`.")]
    date_text: Annotated[Name | None, key("日付の文言", "Date in the document's words",
        ja="日付を表す、資料の言葉です（例：2014年5月下旬）。",
        en="The document's words for the date (for instance “late May 2014”).",
        ja_file="`date` の日付の代わりに見せます。省くと、その日付を見せます。",
        en_file="Shown instead of the date in `date`. Without it, that date is shown.")] = None
    kind: Annotated[EventKind, key("種類", "Kind",
        ja="出来事の種類です。",
        en="The kind of event.",
        ja_file="`data/vocabulary.yml` の `event_kinds` にあるものを書きます（例：`visit`）。",
        en_file="One of the `event_kinds` in `data/vocabulary.yml` (for instance `visit`).")]
    planned: Annotated[Switch, key("予定", "Planned",
        ja="資料が予定として述べているだけなら `true`（はい）、行われたと述べていれば `false`（いいえ）です。",
        en="`true` (yes) if the source only announces the event, `false` (no) if it says that it took place.",
        ja_file="省くと `false` です。",
        en_file="Without it, `false`.")] = False
    title: Annotated[Title, key("題名", "Title",
        ja="何があったか、または何が予定されているかを、短く述べます。",
        en="What happened or is planned, in a few words.")]
    text: Annotated[Passage | None, key("本文", "Text",
        ja="出来事のくわしい内容です。",
        en="More about the event.",
        ja_file="資料にそれ以上の記載がなければ省きます。`statement` があるときも書かず、その表明の本文がここに入ります。",
        en_file="Left out where the document says no more. It is not written where `statement` is given either: the text of that statement then stands here.")] = None
    statement: Annotated[StatementId | None, key("表明", "Statement",
        ja="この出来事を述べている表明です。",
        en="The statement that tells of the event.",
        ja_file="表明のidを書きます（例：`beijing-2014-05`）。なければ省きます。",
        en_file="The id of the statement (for instance `beijing-2014-05`). Left out if there is none.")] = None
    pairings: Annotated[tuple[PairingId, ...], key("かかわる連携", "Pairings involved",
        ja="この出来事にかかわる連携です。",
        en="The pairings that took part in the event.",
        ja_file="プログラムの年表で、連携のidを書きます（例：`[tokorozawa-bratislava]`）。連携の年表では、その連携を書く必要はありません。",
        en_file="In a programme's timeline, ids of pairings (for instance `[tokorozawa-bratislava]`). In a pairing's own timeline, that pairing need not be named.")] = ()
    where: Annotated[Name | None, key("場所", "Where",
        ja="出来事の場所です（例：ブリュッセル）。",
        en="Where it was or will be (for instance “Brussels”).",
        ja_file="資料にないときは省きます。",
        en_file="Left out if no document says it.")] = None
    added: Annotated[Day | None, key("掲載日", "Added on",
        ja="出来事をこのサイトに加えた日です。フィードとカレンダーでは、この日の新しい出来事になります。",
        en="The day on which the event was added to this site. In feeds and calendars it is news of that day.",
        ja_file="年-月-日で書きます（例：`2026-12-01`）。省くと、資料の日付を使います。",
        en_file="Written as year-month-day (for instance `2026-12-01`). Without it, the date of the document is used.")] = None
    revised: Annotated[tuple[Revision, ...], key("訂正", "Corrections",
        ja="公開したあとに加えた訂正です。",
        en="Corrections made after the event was published.",
        ja_file="なければ省きます。",
        en_file="Left out if there are none.")] = ()
    source: Annotated[SourceId | None, key("出典", "Source",
        ja="この出来事のもとになった出典です。",
        en="The source of the event.",
        ja_file="出典のidを書きます（例：`tokorozawa-iuc`）。省くと、年表の連携またはプログラムの `sources` の最初のものが出典です。",
        en_file="The id of the source (for instance `tokorozawa-iuc`). Without it, that is the first of the `sources` of the pairing or programme whose timeline it is in.")] = None


class Timeline(Kept):
    """The events of the pairing or programme whose id it bears."""

    means: ClassVar[Meaning] = key("年表", "Timeline",
        ja="同じidを持つ連携またはプログラムの出来事です。",
        en="The events of the pairing or programme whose id it bears.")

    events: Annotated[tuple[Event, ...], Field(min_length=1), key("出来事", "Events",
        ja="年表の出来事です。",
        en="The events of the timeline.",
        ja_file="一つ以上書きます。日付が同じものは、書いた順に並びます。",
        en_file="At least one. Those of the same date keep the order in which they are written.")]
