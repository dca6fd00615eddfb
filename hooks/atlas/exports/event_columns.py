"""The columns of the table of events."""

from atlas import routes
from atlas.exports.columns import Column, about, edtf, name, page, sources, written
from atlas.graph import Happening
from atlas.model import Source, Words, key
from atlas.told import SELECTION
from atlas.views import happenings
from atlas.views.writer import Writer, plain


def columns(words: Words) -> tuple[Column[Happening], ...]:
    """What the table says of an event."""
    return (
        Column(
            "id",
            key("id", "id", "出来事のid。年表のidと、その中でのidからなります。",
                "Id of the event, made of the id of its timeline and its own within it."),
            lambda _, told: told.id,
            required=True,
        ),
        Column(
            "uid",
            key("uid", "uid", "出来事の変わらない名前。カレンダーのUIDと同じで、年表の id が変わっても変わりません。",
                "The event's lasting name, that of calendars (UID); it stays when the id of the "
                "timeline changes."),
            lambda _, told: told.uid,
            required=True,
        ),
        Column(
            "timeline",
            about(words.timeline, "年表のid。連携またはプログラムのidと同じです。",
                  "Id of the timeline: that of a pairing or of a programme."),
            lambda _, told: told.owner,
            required=True,
        ),
        Column(
            "programme",
            about(words.programme, "プログラムのid。", "Id of the programme."),
            lambda _, told: told.programme.id,
            required=True,
        ),
        Column(
            "pairings",
            about(words.pairings, "かかわった連携のid。", "Ids of the pairings that took part."),
            lambda _, told: tuple(pairing.id for pairing in told.pairings),
        ),
        Column(
            "pairings_name",
            about(words.pairings, "かかわった連携の名前。", "Names of the pairings that took part."),
            lambda w, told: tuple(name(w, pairing) for pairing in told.pairings),
            bilingual=True,
        ),
        Column(
            "date",
            about(words.date, "日付。分かっているところまで書きます（EDTF）。",
                  "The date, as exactly as it is known (EDTF)."),
            lambda _, told: edtf(told.date),
            required=True,
        ),
        Column(
            "first_day",
            key("初日", "First day", "日付の示す期間の最初の日。月や年までしか分からないときは、その月や年の最初の日。",
                "The first day that the date covers; where only a month or a year is known, "
                "the first of that."),
            lambda _, told: told.date.first.isoformat(),
            required=True,
            type="date",
        ),
        Column(
            "last_day",
            key("末日", "Last day", "日付の示す期間の最後の日。月や年までしか分からないときは、その月や年の最後の日。",
                "The last day that the date covers; where only a month or a year is known, "
                "the last of that."),
            lambda _, told: told.date.last.isoformat(),
            required=True,
            type="date",
        ),
        Column(
            "date_text",
            about(words.date, "ページに示す日付。資料の言葉があればそのまま。",
                  "The date as pages show it, in the document's own words if it has any."),
            lambda w, told: written(w, told.date, happenings.own_words(told)),
            required=True,
            bilingual=True,
        ),
        Column(
            "kind",
            about(words.kind, "出来事の種類のid。", "Id of the kind of event."),
            lambda _, told: told.event.kind if told.event else SELECTION,
            required=True,
        ),
        Column(
            "kind_name",
            about(words.kind, "出来事の種類。", "Kind of event."),
            happenings.kind,
            required=True,
            bilingual=True,
        ),
        Column(
            "planned",
            about(words.planned, "資料が予定として述べているだけならtrue。",
                  "true if the document only announces it."),
            lambda _, told: told.planned,
            required=True,
            type="boolean",
        ),
        Column(
            "title",
            key("題名", "Title", "何があったか、または何が予定されているか。", "What happened or is planned."),
            lambda w, told: plain(happenings.title(w, told)),
            required=True,
            bilingual=True,
        ),
        Column(
            "text",
            key("本文", "Text", "出来事の説明。", "What is told of the event."),
            lambda w, told: "\n\n".join(happenings.told(w, told)) or None,
            bilingual=True,
        ),
        Column(
            "where",
            about(words.where, "行われた、または予定されている場所。", "Where it took place or is planned."),
            lambda w, told: w.to(told.event.where) if told.event and told.event.where else None,
            bilingual=True,
        ),
        Column(
            "corrected_on",
            key("訂正日", "Corrected on", "このサイトの記述を最後に訂正した日。",
                  "The day of the last correction to what this site says."),
            lambda _, told: edtf(max((r.on for r in told.corrections),
                                     key=lambda day: day.first, default=None)),
            type="date",
        ),
        Column(
            "corrections",
            about(words.correction, "このサイトの記述の訂正。", "Corrections to what this site says."),
            _corrections,
            bilingual=True,
        ),
        *sources(words, _source, one=True),
        page(_where),
    )  # fmt: skip


def _corrections(w: Writer, told: Happening) -> tuple[str, ...]:
    return tuple(
        w.filled(w.sentences.revised, date=written(w, revision.on), note=w.to(revision.note))
        for revision in told.corrections
    )


def _source(_: Writer, told: Happening) -> tuple[Source, ...]:
    return (told.source,)


def _where(told: Happening) -> tuple[str, str]:
    return routes.TIMELINE, routes.event_anchor(told.id)
