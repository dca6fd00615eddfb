"""Timelines and their events."""

from typing import Annotated, ClassVar

from pydantic import Field

from atlas.model.base import Day, EdtfDate, Id, Record, Switch
from atlas.model.kept import Kept
from atlas.model.links import EventKind, PairingId, SourceId, StatementId
from atlas.model.meaning import Meaning, key
from atlas.text import Text

# A key and its words stand together as one block:
# fmt: off


class Revision(Record):
    """A correction made to an event after it was published."""

    means: ClassVar[Meaning] = key("出来事の訂正", "Correction of an event",
        ja="公開したあとの出来事に加えた訂正です。",
        en="A correction made to an event after it was published.")

    on: Annotated[Day, key("訂正日", "Date of the correction",
        ja="訂正した日を、年-月-日で書きます（例：`2026-12-01`）。カレンダーとフィードに、更新として伝わります。",
        en="The day of the correction, as year-month-day (for instance `2026-12-01`). Calendars and feeds announce it as a change.")]
    note: Annotated[Text, key("訂正の内容", "What was corrected",
        ja="何をどう直したかです。",
        en="What was corrected, and how.")]


class Event(Record):
    """Something dated: done, or planned."""

    means: ClassVar[Meaning] = key("出来事", "Event",
        ja="行われたこと、または予定されていることで、時期の分かるものです。",
        en="Something dated that was done or is planned.")

    id: Annotated[Id, key("id", "Id",
        ja="出来事を指す名前で、同じ年表の中で重なりません（例：`visit-to-bratislava`）。カレンダーとフィードが使うので、いちど公開したら変えません。",
        en="The name by which the event is known, unique in its timeline (for instance `visit-to-bratislava`). Calendars and feeds live by it, so it never changes once it is published.")]
    date: Annotated[EdtfDate, key("日付", "Date",
        ja="いつのことかを、資料にある細かさで、EDTFで書きます。日 `2018-10-15`、月 `2018-10`、年 `2018`、期間 `2018-10-15/2018-10-17`、頃 `2014-07~` のどれかです。",
        en="When it was or will be, in EDTF and no more exactly than the document says: a day `2018-10-15`, a month `2018-10`, a year `2018`, an interval `2018-10-15/2018-10-17`, or around a date `2014-07~`.")]
    date_text: Annotated[Text | None, key("日付の文言", "Date in the document's words",
        ja="日付の代わりに見せる、資料の言葉です（例：令和2年度、2014年5月下旬）。省くと、`date` の日付を見せます。",
        en="The document's words for the date, shown instead of it (for instance “late May 2014”). Without them, `date` itself is shown.")] = None
    kind: Annotated[EventKind, key("種類", "Kind",
        ja="出来事の種類で、`data/vocabulary.yml` の `event_kinds` にあるものです（例：`visit`）。",
        en="The kind of event: one of the `event_kinds` in `data/vocabulary.yml` (for instance `visit`).")]
    planned: Annotated[Switch, key("予定", "Planned",
        ja="資料が予定としているだけのときは `true` です。省くと `false` で、行われたことを表します。",
        en="`true` if the source only announces the event. Without it `false`: the source says that it took place.")] = False
    title: Annotated[Text, key("題名", "Title",
        ja="何があったか、または何が予定されているかを、短く述べます。",
        en="What happened or is planned, in a few words.")]
    text: Annotated[Text | None, key("本文", "Text",
        ja="出来事のくわしい内容で、資料にそれ以上の記載がなければ省きます。`statement` があるときは書かず、その表明の本文がここに入ります。",
        en="More about the event; left out where the document says no more. It is not written where `statement` is given: the text of that statement then stands here.")] = None
    statement: Annotated[StatementId | None, key("表明", "Statement",
        ja="この出来事を述べている表明です（例：`beijing-2014-05`）。なければ省きます。",
        en="The statement that tells of the event (for instance `beijing-2014-05`). Left out if there is none.")] = None
    pairings: Annotated[tuple[PairingId, ...], key("かかわる連携", "Pairings involved",
        ja="プログラムの年表で、この出来事にかかわる連携です（例：`[tokorozawa-bratislava]`）。連携の年表では、その連携を書く必要はありません。",
        en="In a programme's timeline, the pairings that took part (for instance `[tokorozawa-bratislava]`). In a pairing's own timeline, that pairing need not be named.")] = ()
    where: Annotated[Text | None, key("場所", "Where",
        ja="出来事の場所です（例：ブリュッセル）。資料にないときは省きます。",
        en="Where it was or will be (for instance “Brussels”). Left out if no document says it.")] = None
    added: Annotated[Day | None, key("掲載日", "Added on",
        ja="出来事をこのサイトに加えた日を、年-月-日で書きます（例：`2026-12-01`）。フィードとカレンダーでは、この日の新しい出来事になります。省くと、資料の日付を使います。",
        en="The day on which the event was added to this site, as year-month-day (for instance `2026-12-01`). In feeds and calendars it is news of that day. Without it, the date of the document is used.")] = None
    revised: Annotated[tuple[Revision, ...], key("訂正", "Corrections",
        ja="公開したあとに加えた訂正です。なければ省きます。",
        en="Corrections made after the event was published. Left out if there are none.")] = ()
    source: Annotated[SourceId | None, key("出典", "Source",
        ja="この出来事のもとになった出典です（例：`tokorozawa-iuc`）。省くと、年表の連携またはプログラムの `sources` の最初のものが出典です。",
        en="The source of the event (for instance `tokorozawa-iuc`). Without it, that is the first of the `sources` of the pairing or programme whose timeline it is in.")] = None


class Timeline(Kept):
    """The events of the pairing or programme whose id it bears."""

    means: ClassVar[Meaning] = key("年表", "Timeline",
        ja="同じidを持つ連携またはプログラムの出来事です。",
        en="The events of the pairing or programme whose id it bears.")

    events: Annotated[tuple[Event, ...], Field(min_length=1), key("出来事", "Events",
        ja="出来事を一つ以上書きます。日付が同じものは、書いた順に並びます。",
        en="The events, at least one. Those of the same date keep the order in which they are written.")]
