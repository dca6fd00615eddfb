"""The columns of the table of places."""

from atlas.exports.columns import (
    Column,
    about,
    addresses,
    care,
    name,
    prose,
    sources,
)
from atlas.model import EDITORIAL, Place, Source, Words, key
from atlas.views.writer import Writer


def columns(words: Words) -> tuple[Column[Place], ...]:
    """What the table says of a place."""
    return (
        Column(
            "id",
            key("id", "id", "場所のid。ページのURLにもなります。",
                "Id of the place, which is also in the address of its page."),
            lambda _, place: place.id,
            required=True,
        ),
        Column(
            "name",
            about(words.place, "場所の名前。", "Name of the place."),
            name,
            required=True,
            bilingual=True,
        ),
        Column(
            "reading",
            key("よみ", "Reading", "日本語の名前の読み（ひらがな）。",
                "How the Japanese name is read, in hiragana."),
            lambda _, place: place.reading,
            required=True,
        ),
        Column(
            "native",
            about(words.native_name, "現地の言語での名前。", "The name in the language of the place."),
            lambda _, place: place.native.text if place.native else None,
        ),
        Column(
            "native_language",
            about(words.language, "現地の名前の言語（BCP 47）。",
                  "The language of the local name (BCP 47)."),
            lambda _, place: place.native.lang if place.native else None,
        ),
        Column(
            "aliases",
            about(words.aliases, "別の名前。", "Other names."),
            lambda _, place: tuple(alias.text for alias in place.aliases),
        ),
        Column(
            "kind",
            about(words.kind, "場所の種類のid。", "Id of the kind of place."),
            lambda _, place: place.kind,
            required=True,
        ),
        Column(
            "kind_name",
            about(words.kind, "場所の種類。", "Kind of place."),
            lambda w, place: w.to(w.graph.vocabulary.place_kinds[place.kind]),
            required=True,
            bilingual=True,
        ),
        Column(
            "country",
            about(words.country, "国（ISO 3166-1の2文字のコード）。", "Country (ISO 3166-1 alpha-2)."),
            lambda _, place: place.country,
            required=True,
        ),
        Column(
            "country_name",
            about(words.country, "国の名前（Unicode CLDR）。", "Name of the country (Unicode CLDR)."),
            lambda w, place: w.country(place),
            required=True,
            bilingual=True,
        ),
        Column(
            "within",
            about(words.within, "属する場所のid。", "Id of the place that it belongs to."),
            lambda _, place: place.within,
        ),
        Column(
            "latitude",
            key("緯度", "Latitude", "緯度。北緯が正（度、WGS 84）。",
                "Latitude in degrees, north positive (WGS 84)."),
            lambda _, place: place.coordinates[0] if place.coordinates else None,
            type="number",
        ),
        Column(
            "longitude",
            key("経度", "Longitude", "経度。東経が正（度、WGS 84）。",
                "Longitude in degrees, east positive (WGS 84)."),
            lambda _, place: place.coordinates[1] if place.coordinates else None,
            type="number",
        ),
        Column(
            "pairings",
            about(words.pairings, "この場所の連携のid。", "Ids of the pairings of the place."),
            lambda w, place: tuple(pairing.id for pairing in w.graph.pairings_of[place.id]),
        ),
        Column(
            "description",
            key("説明", "Description", "場所の説明。", "What the place is."),
            lambda w, place: prose(w, place.description),
            bilingual=True,
        ),
        *care(),
        *sources(words, _sources),
        *addresses("places"),
    )  # fmt: skip


def _sources(w: Writer, place: Place) -> tuple[Source, ...]:
    """Its own, and what stands behind its names, kind, country and coordinates."""
    return tuple(w.graph.source(s) for s in dict.fromkeys((*place.sources, EDITORIAL)))
