"""The entry to the API: what there is, and where."""

from collections.abc import Iterator
from typing import Annotated, ClassVar, Literal

from pydantic import BaseModel

from atlas import formats, routes
from atlas.exports.api.kinds import KINDS
from atlas.exports.api.shapes import Addresses, Uri
from atlas.exports.api.teller import NULL, Teller, Told, both, every, value, whole
from atlas.model import Meaning, key
from atlas.text import LANGUAGES, Language, Text
from atlas.views import offers


class Collection(BaseModel):
    """All records of a kind."""

    means: ClassVar[Meaning] = key(
        "一覧", "Collection", "ある種類の記録すべてです。", "All records of a kind."
    )

    kind: Annotated[str, key("種類", "Kind", "記録の種類です。", "The kind of record.")]
    name: Annotated[Text, key("名前", "Name", "読む人のための名前です。", "Its name for readers.")]
    total: Annotated[int, key("件数", "Total", "記録の数です。", "How many records there are.")]
    url: Annotated[Uri, key(
        "アドレス", "Address", "すべての記録のアドレスです。", "Where all of them are."
    )]  # fmt: skip
    record: Annotated[str | None, key(
        "記録のアドレス", "Address of a record",
        "一つの記録のアドレスです。`{id}` に記録のidが入ります（RFC 6570）。",
        "Where one of them is; its id stands for `{id}` (RFC 6570).",
    )]  # fmt: skip


class Download(BaseModel):
    """All records of a kind in another format."""

    means: ClassVar[Meaning] = key(
        "ファイル",
        "File",
        "ある種類の記録すべてが入ったファイルです。",
        "A file that holds all records of a kind.",
    )

    kind: Annotated[str, key("種類", "Kind", "記録の種類です。", "The kind of record.")]
    media_type: Annotated[str, key(
        "メディアタイプ", "Media type", "ファイルの形式です（例：`text/csv`）。",
        "The format of the file (for instance `text/csv`).",
    )]  # fmt: skip
    language: Annotated[Literal["ja", "en"] | None, key(
        "言語", "Language", "ファイルの言語です。両方の言語が入っていればnullです。",
        "The language of the file; null if it holds both.",
    )]  # fmt: skip
    url: Annotated[
        Uri, key("アドレス", "Address", "ファイルのアドレスです。", "Where the file is.")
    ]


class Index(BaseModel):
    """What the API has."""

    means: ClassVar[Meaning] = key(
        "入口", "Entry", "このAPIにあるものの一覧です。", "What this API has, and where."
    )

    name: Annotated[Text, key("名前", "Name", "サイトの名前です。", "The name of the site.")]
    description: Annotated[
        Text, key("説明", "Description", "サイトの説明です。", "What the site is.")
    ]
    licence: Annotated[Text, key(
        "利用の条件", "Licence", "データを使うときの条件です。", "On what terms the data may be used."
    )]  # fmt: skip
    pages: Annotated[Addresses, key(
        "ページ", "Pages", "このAPIを説明するページです。", "The pages that explain this API."
    )]  # fmt: skip
    openapi: Annotated[Uri, key(
        "OpenAPI", "OpenAPI", "OpenAPI 3.1による説明です。", "Its description in OpenAPI 3.1."
    )]  # fmt: skip
    dataset: Annotated[Uri, key(
        "データセット", "Data set", "schema.orgのDatasetです。", "The Dataset of schema.org."
    )]  # fmt: skip
    data_package: Annotated[Uri, key(
        "データパッケージ", "Data package", "表を説明するFrictionless Data Packageです。",
        "The Frictionless Data Package that describes the tables.",
    )]  # fmt: skip
    vocabulary: Annotated[Uri, key(
        "種類の一覧", "Kinds", "場所、出来事、関係の種類の一覧です。", "The kinds of place, event and tie."
    )]  # fmt: skip
    files: Annotated[tuple[Download, ...], key(
        "ほかの形のファイル", "Other formats",
        "表（CSV）、地図（GeoJSON）、カレンダー（iCalendar）、フィード（Atom）です。",
        "Tables (CSV), maps (GeoJSON), calendars (iCalendar) and feeds (Atom).",
    )]  # fmt: skip
    collections: Annotated[tuple[Collection, ...], key(
        "一覧", "Collections", "記録の種類ごとの一覧です。", "All records, kind by kind."
    )]  # fmt: skip


def index(t: Teller) -> Told:
    """Tell what there is."""
    site, base = t.setting.graph.site, t.setting.base
    return {
        "name": both(site.name),
        "description": both(site.description),
        "licence": both(site.licence),
        "pages": t.pages(routes.API_GUIDE),
        "openapi": value(routes.file(base, routes.OPENAPI)),
        "dataset": value(routes.file(base, routes.DATASET)),
        "data_package": value(routes.file(base, routes.DATA_PACKAGE)),
        "vocabulary": value(routes.file(base, routes.VOCABULARY)),
        "files": every(map(whole, _files(t))),
        "collections": every(map(whole, _collections(t))),
    }


def _files(t: Teller) -> Iterator[Told]:
    """Name the files of all records of a kind in other formats than JSON."""
    for kind in offers.TABLES:
        yield _download(t, kind, routes.table_file(kind))
    for kind in offers.MAPS:
        yield _download(t, kind, routes.geojson_file(kind))
    for language in LANGUAGES if t.setting.graph.happenings else ():
        yield _download(t, routes.EVENTS, routes.calendar_file(language), language)
        yield _download(t, routes.EVENTS, routes.feed_file(language), language)


def _download(t: Teller, kind: str, path: str, language: Language | None = None) -> Told:
    url = routes.file(t.setting.base, path)
    media_type = formats.media_type(path)
    return {"kind": value(kind), "media_type": value(media_type), "language": value(language),
            "url": value(url)}  # fmt: skip


def _collections(t: Teller) -> list[Told]:
    graph = t.setting.graph
    words = graph.vocabulary.words
    found = [
        _collection(t, kind.name, getattr(words, kind.name), len(kind.records(graph)), kind.alone)
        for kind in KINDS
    ]
    events = _collection(t, routes.EVENTS, words.events, len(graph.happenings), alone=False)
    return [*found, events]


def _collection(t: Teller, kind: str, name: Text, total: int, alone: bool) -> Told:
    return {
        "kind": value(kind),
        "name": both(name),
        "total": value(total),
        "url": value(routes.file(t.setting.base, routes.api_collection(kind))),
        "record": value(t.api(kind, "{id}")) if alone else NULL,
    }
