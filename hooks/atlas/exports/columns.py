"""What a column of a table is: its name, its type, what it means, and what stands in it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Generic, Literal, TypeVar

from atlas import routes
from atlas.dates import Date
from atlas.model import Kept, Meaning, Source, Words
from atlas.text import LANGUAGES, Language, Text, paragraphs
from atlas.views import bilingual, names
from atlas.views.writer import Writer, plain

R = TypeVar("R")
R_contra = TypeVar("R_contra", contravariant=True)

Value = str | float | bool | tuple[str, ...] | None
"""What a record says in a column: one value or several; None where nothing is known."""

Type = Literal["string", "number", "boolean", "date", "uri"]
"""What kind of value a column has: a type of Frictionless Table Schema, or a string's format."""


@dataclass(frozen=True, slots=True)
class Column(Generic[R_contra]):
    """A column of a table whose rows are records of one kind."""

    name: str
    meaning: Meaning
    value: Callable[[Writer, R_contra], Value]
    type: Type = "string"
    required: bool = False
    """Whether every row has a value here."""
    bilingual: bool = False
    """Whether it stands for two columns, one in each language."""
    language: Language = "ja"
    """The language in which it is written, if it is text for readers."""


def about(title: Text, ja: str, en: str) -> Meaning:
    """Say what a column means whose title is a word of the vocabulary."""
    return Meaning(title, Text(ja=ja, en=en))


def in_each_language(columns: Iterable[Column[R]]) -> tuple[Column[R], ...]:
    """Make a column for each language of those that are bilingual: `name_ja` and `name_en`."""
    return tuple(
        replace(
            column,
            name=f"{column.name}_{language}",
            meaning=_in(language, column.meaning),
            bilingual=False,
            language=language,
        )
        if column.bilingual
        else column
        for column in columns
        for language in (LANGUAGES if column.bilingual else (column.language,))
    )


def _in(language: Language, meaning: Meaning) -> Meaning:
    ja, en = (names.language(language, reader) for reader in LANGUAGES)
    title = meaning.title
    return Meaning(Text(ja=f"{title.ja}（{ja}）", en=f"{title.en} ({en})"), meaning.text)


def name(w: Writer, record: Kept) -> str:
    """Return what a record is called."""
    return bilingual.name(w.setting, record).to(w.language)


def prose(w: Writer, text: Text | None) -> str | None:
    """Return a text as it is read: its paragraphs, with a blank line between them."""
    return "\n\n".join(paragraphs(w.to(text))) if text else None


def edtf(date: Date | None) -> str | None:
    """Return a date as exactly as it is known (EDTF)."""
    return date.edtf if date else None


def written(w: Writer, date: Date, own_words: Text | None = None) -> str:
    """Return a date as readers see it."""
    return plain(w.date(date, own_words))


def sources(
    words: Words, of: Callable[[Writer, R], tuple[Source, ...]], *, one: bool = False
) -> tuple[Column[R], ...]:
    """The documents that a row rests on: their ids, their titles, and as of when they speak."""
    title = words.source if one else words.sources
    ids, titles = ("Id", "Title of the document.") if one else ("Ids", "Titles of the documents.")
    of_what = "document" if one else "documents"
    return (
        Column(
            "source" if one else "sources",
            about(
                title, "もとになった資料のid。", f"{ids} of the {of_what} that the row rests on."
            ),
            lambda w, record: tuple(source.id for source in of(w, record)),
            required=True,
        ),
        Column(
            "source_name",
            about(title, "資料の題名。", titles),
            lambda w, record: tuple(w.to(source.title) for source in of(w, record)),
            required=True,
            bilingual=True,
        ),
        Column(
            "source_as_of",
            about(
                words.as_of,
                "資料がいつの時点を述べているか。その記載がない資料では、資料そのものの日付（EDTF）。"
                "資料と同じ順に並び、日付の分からない資料のところは空です。",
                "The date for which each document speaks, else the date that it bears (EDTF), "
                "in the order of the documents; empty for a document whose date is not known.",
            ),
            lambda w, record: tuple(edtf(source.speaks_for) or "" for source in of(w, record)),
        ),
    )


def addresses(kind: str) -> tuple[Column[Kept], ...]:
    """Where a record of a kind can be read: its pages, and its JSON."""
    return (
        page(lambda record: (routes.record(kind, record.id), "")),
        Column(
            "api",
            Meaning(
                Text(ja="JSONのURL", en="Address of the JSON"),
                Text(
                    ja="同じ記録の、すべての項目を含むJSONのURL。",
                    en="Address of the same record as JSON, with everything that is known of it.",
                ),
            ),
            lambda w, record: routes.file(w.setting.base, routes.api_record(kind, record.id)),
            required=True,
            type="uri",
        ),
    )


def page(where: Callable[[R], tuple[str, str]]) -> Column[R]:
    """The addresses of a page, given as a route and the name of a place on that page."""

    def address(w: Writer, record: R) -> str:
        route, anchor = where(record)
        return routes.absolute(w.setting.base, route, w.language, anchor)

    meaning = Meaning(
        Text(ja="ページのURL", en="Address of the page"),
        Text(ja="このサイトのページのURL。", en="Address of the page on this site."),
    )
    return Column("page", meaning, address, "uri", required=True, bilingual=True)


def care() -> tuple[Column[Kept], ...]:
    """How a record was kept: when it was last checked, and whether it is still to be used."""
    return (
        Column(
            "verified_on",
            Meaning(
                Text(ja="確認日", en="Last checked"),
                Text(
                    ja="最後に資料と照らし合わせた日。",
                    en="The day on which it was last compared with its sources.",
                ),
            ),
            lambda _, record: edtf(record.verified_on),
            type="date",
        ),
        Column(
            "retired_on",
            Meaning(
                Text(ja="更新を終えた日", en="No longer updated since"),
                Text(
                    ja="更新を終えた日。更新の続いている記録では空です。",
                    en="The day on which updates ended; empty for records that are still updated.",
                ),
            ),
            lambda _, record: edtf(record.retired.on) if record.retired else None,
            type="date",
        ),
    )
