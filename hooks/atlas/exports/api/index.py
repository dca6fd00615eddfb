"""The entry to the API: what there is, and where."""

from typing import Annotated, ClassVar

from pydantic import BaseModel

from atlas import routes
from atlas.exports.api.kinds import KINDS
from atlas.exports.api.shapes import Addresses, Uri
from atlas.exports.api.teller import Teller, Told, both
from atlas.model import Meaning, key
from atlas.text import LANGUAGES, Text


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
    feed: Annotated[Addresses | None, key(
        "フィード", "Feed", "出来事のフィード（Atom）です。出来事がなければnullです。",
        "The feed of events (Atom); null if there are none.",
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
        "openapi": routes.file(base, routes.OPENAPI),
        "dataset": routes.file(base, routes.DATASET),
        "data_package": routes.file(base, routes.DATA_PACKAGE),
        "feed": _feeds(t),
        "collections": [*_collections(t)],
    }


def _feeds(t: Teller) -> Told | None:
    if not t.setting.graph.happenings:
        return None
    return {lang: routes.file(t.setting.base, routes.feed_file(lang)) for lang in LANGUAGES}


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
        "kind": kind,
        "name": both(name),
        "total": total,
        "url": routes.file(t.setting.base, routes.api_collection(kind)),
        "record": t.api(kind, "{id}") if alone else None,
    }
