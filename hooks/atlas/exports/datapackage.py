"""datapackage.json: what each table holds, for machines (Frictionless Data Package 2.0)."""

import json
from collections.abc import Iterator, Mapping
from hashlib import sha256
from typing import Any

from atlas import formats, routes
from atlas.exports.columns import Column, Type
from atlas.exports.making import Make
from atlas.exports.tables import SEPARATOR, Table, tables
from atlas.made import Content, pieces
from atlas.model import EDITORIAL, Source
from atlas.text import LANGUAGES, Text
from atlas.views import Setting
from atlas.views.writer import Writer, plain

Object = dict[str, Any]

NAME = "city-partnership-atlas"
"""What the package is called for good."""

VERSION = "1.0.0"
"""The version of the tables' shape, which rises when columns change; `created` dates the data."""

_DESCRIPTION = Text(
    ja="表はUTF-8のCSVで、Excelで開けるよう先頭にBOMがあります。"
    f"一つの欄に値がいくつもあるときは「{SEPARATOR}」で区切ります。空の欄は、分からないか、記載がないかです。"
    "= + - @ で始まる文字の欄は、表計算ソフトで数式にならないよう、先頭に ' を付けています。"
    "日付のうちEDTF（ISO 8601-2）とあるものは、2018-05は2018年5月、2014-07~は2014年7月頃、"
    "2018-10-10/2018-10-12は期間を表します。",
    en="The tables are CSV in UTF-8, with a byte order mark so that Excel opens them. "
    f"Several values in one cell are separated by “{SEPARATOR}”. An empty cell means unknown or "
    "not stated. Text that begins with = + - @ has ' before it, so that spreadsheets do not treat "
    "it as a formula. Of the dates in EDTF (ISO 8601-2), 2018-05 is May 2018, 2014-07~ around July 2014, "
    "and 2018-10-10/2018-10-12 an interval.",
)

_DIALECT = {
    "header": True,
    "delimiter": ",",
    "lineTerminator": "\r\n",
    "quoteChar": '"',
    "doubleQuote": True,
}
"""How the standard library's csv writes: RFC 4180."""

_TYPES: Mapping[Type, Object] = {"uri": {"type": "string", "format": "uri"}}
"""What Table Schema calls our types, where it does not call them the same."""

_REFERENCES: Mapping[str, Object] = {
    "places": {"foreignKeys": [{"fields": ["within"], "reference": {"fields": ["id"]}}]},
}
"""Columns whose one value is the id of a row; those with several values cannot be declared."""

_SHAPES = {
    "pairings": Text(
        ja="連携を線で表したGeoJSON。経度180度をまたぐ線は、そこで切ってあります。",
        en="The pairings as lines; those that cross the 180th meridian are cut there.",
    ),
    "places": Text(
        ja="座標のある場所を点で表したGeoJSON。",
        en="The places that have coordinates, as points.",
    ),
}
"""Tables whose records are published as GeoJSON too, and what that shows."""


def text(setting: Setting, published: Mapping[str, Make]) -> str:
    """Describe the tables and shapes, given what makes them, by path."""
    site = setting.graph.site
    package = {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": NAME,
        "id": routes.file(setting.base, routes.DATA_PACKAGE),
        "title": _line(site.name),
        "description": _paragraphs(site.description, _DESCRIPTION),
        "languages": list(LANGUAGES),
        "homepage": setting.base,
        "version": VERSION,
        "created": formats.timestamp(setting.generated_at),
        "keywords": [theme.name.to(lang) for theme in setting.graph.themes for lang in LANGUAGES],
        "licenses": [
            {"title": _line(site.licence), "path": routes.absolute(setting.base, routes.DATA, "ja")}
        ],
        "contributors": [_editors(setting)],
        "sources": [_source(setting, source) for source in setting.graph.sources],
        "resources": list(_resources(setting, published)),
    }
    return json.dumps(package, ensure_ascii=False, indent=2) + "\n"


def _line(text: Text) -> str:
    """Both languages on one line: a descriptor has room for one text only."""
    return f"{text.ja} / {text.en}"


def _paragraphs(*texts: Text) -> str:
    return "\n\n".join(text.to(language) for language in LANGUAGES for text in texts)


def _editors(setting: Setting) -> Object:
    publisher = setting.graph.source(EDITORIAL).publisher
    return {"title": _line(publisher), "path": setting.base, "roles": ["creator"]}


def _source(setting: Setting, source: Source) -> Object:
    writers = (Writer(setting, language, routes.HOME) for language in LANGUAGES)
    title = " / ".join(
        plain(
            w.sentence(
                w.sentences.source_entry,
                source=w.to(source.title),
                publisher=w.to(source.publisher),
                date=w.source_date(source),
            )
        )
        for w in writers
    )
    date = source.speaks_for
    page = routes.absolute(setting.base, routes.record("sources", source.id), "ja")
    version = {"version": date.edtf} if date else {}
    return {"title": title, "path": source.url or page, **version}


def _resources(setting: Setting, published: Mapping[str, Make]) -> Iterator[Object]:
    all_tables = tables(setting.graph)
    for table in all_tables:
        path = routes.table_file(table.kind)
        yield {
            "name": table.kind,
            "type": "table",
            "title": _line(table.title),
            "description": _line(table.text),
            **_file(path, published[path]()),
            "dialect": _DIALECT,
            "schema": _schema(table),
        }
    for table in all_tables:
        if table.kind in _SHAPES:
            path = routes.geojson_file(table.kind)
            yield {
                "name": f"{table.kind}-geojson",
                "title": f"{_line(table.title)} (GeoJSON)",
                "description": _line(_SHAPES[table.kind]),
                **_file(path, published[path]()),
            }


def _file(path: str, made: Content) -> Object:
    size, digest = 0, sha256()
    for piece in pieces(made):
        size += len(piece)
        digest.update(piece)
    return {
        "path": routes.beside(routes.DATA_PACKAGE, path),
        "format": formats.extension(path),
        "mediatype": formats.media_type(path),
        # The name that IANA gives it: `utf-8-sig` is Python's own. A reader that knows UTF-8
        # knows its byte order mark.
        "encoding": "utf-8",
        "bytes": size,
        "hash": f"sha256:{digest.hexdigest()}",
    }


def _schema(table: Table[Any]) -> Object:
    return {
        "fields": [_field(column) for column in table.columns],
        "missingValues": [""],
        "primaryKey": ["id"],
        **_REFERENCES.get(table.kind, {}),
    }


def _field(column: Column[Any]) -> Object:
    required = {"constraints": {"required": True}} if column.required else {}
    return {
        "name": column.name,
        **_TYPES.get(column.type, {"type": column.type}),
        "title": _line(column.meaning.title),
        "description": _line(column.meaning.text),
        **required,
    }
