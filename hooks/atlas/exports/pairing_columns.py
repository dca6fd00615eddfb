"""The columns of the table of pairings."""

from collections.abc import Callable

from atlas.exports.columns import (
    Column,
    about,
    addresses,
    care,
    edtf,
    name,
    sources,
)
from atlas.graph import Graph
from atlas.model import Pairing, Place, Programme, Source, Words, key
from atlas.text import Text
from atlas.views import pairings, parts
from atlas.views.writer import Writer, plain


def columns(words: Words) -> tuple[Column[Pairing], ...]:
    """What the table says of a pairing."""
    return (
        Column(
            "id",
            key("id", "id", "連携のid。ページのURLにもなります。",
                "Id of the pairing, which is also in the address of its page."),
            lambda _, pairing: pairing.id,
            required=True,
        ),
        Column(
            "name",
            about(words.pairing, "連携の名前。両側の場所の名前からなります。",
                  "Name of the pairing, made of the names of its two sides."),
            name,
            required=True,
            bilingual=True,
        ),
        Column(
            "programme",
            about(words.programme, "プログラムのid。", "Id of the programme."),
            lambda _, pairing: pairing.programme,
            required=True,
        ),
        Column(
            "programme_name",
            about(words.programme, "プログラムの名前。", "Name of the programme."),
            lambda w, pairing: name(w, _programme(w, pairing)),
            required=True,
            bilingual=True,
        ),
        *_side("japan", words.japan_side, _japan),
        *_side("partner", words.partner_side, _partner),
        Column(
            "partner_country",
            about(words.countries, "相手側の国（ISO 3166-1の2文字のコード）。同じ国は一度だけ。",
                  "Countries of the partner side (ISO 3166-1 alpha-2), each once."),
            lambda w, pairing: tuple(dict.fromkeys(p.country for p in _partner(w.graph, pairing))),
            required=True,
        ),
        Column(
            "partner_country_name",
            about(words.countries, "相手側の国の名前（Unicode CLDR）。",
                  "Names of the countries of the partner side (Unicode CLDR)."),
            lambda w, pairing: tuple(
                dict.fromkeys(w.country(place) for place in _partner(w.graph, pairing))
            ),
            required=True,
            bilingual=True,
        ),
        Column(
            "themes",
            about(words.themes, "テーマのid。", "Ids of the themes."),
            lambda _, pairing: pairing.themes,
            required=True,
        ),
        Column(
            "themes_name",
            about(words.themes, "テーマの名前。", "Names of the themes."),
            lambda w, pairing: tuple(w.to(w.graph.theme(t).name) for t in pairing.themes),
            required=True,
            bilingual=True,
        ),
        Column(
            "theme_text",
            about(words.theme_text, "テーマについての資料の文言。",
                  "The themes in the wording of the document."),
            lambda w, pairing: w.to(pairing.theme_text) if pairing.theme_text else None,
            bilingual=True,
        ),
        Column(
            "since",
            about(words.since, "始まった時期（EDTF）。資料に記載がなければ空です。",
                  "When it began (EDTF); empty where no document says so."),
            lambda _, pairing: edtf(pairing.since),
        ),
        Column(
            "since_label",
            about(words.meaning_of_since, "このプログラムで「開始」が何を指すか。開始の記載がなければ空です。",
                  "What the start means in this programme; empty where no start is stated."),
            _since_label,
            bilingual=True,
        ),
        Column(
            "as_of",
            about(words.as_of, "プログラムの全体がいつの時点のものか（EDTF）。",
                  "The date for which the whole picture of the programme holds (EDTF)."),
            lambda w, pairing: edtf(_programme(w, pairing).as_of),
        ),
        Column(
            "summary",
            key("概要", "Summary", "連携の概要。記録に概要がなければ、ほかの項目から組み立てた文。",
                "What the pairing is; where the record has no summary of its own, "
                "a sentence composed from its other values."),
            lambda w, pairing: "\n\n".join(map(plain, pairings.summary(w, pairing))),
            required=True,
            bilingual=True,
        ),
        Column(
            "ties",
            key("両側の関係の種類", "Kinds of tie", "両側のほかの関係の種類。",
                "Kinds of other ties between the two sides."),
            lambda _, pairing: tuple(tie.kind for tie in pairing.relationships),
        ),
        Column(
            "ties_text",
            key("両側の関係", "Ties", "両側のほかの関係。", "Other ties between the two sides."),
            lambda w, pairing: tuple(
                plain(parts.tie_line(w, tie)) for tie in pairing.relationships
            ),
            bilingual=True,
        ),
        Column(
            "ties_source",
            key("両側の関係の出典", "Sources of the ties",
                "関係の一つ一つがもとにした資料のid。関係と同じ順です。",
                  "Ids of the documents that tell of the ties, in the order of the ties."),
            lambda _, pairing: tuple(
                tie.source or pairing.sources[0] for tie in pairing.relationships
            ),
        ),
        *care(),
        *sources(words, _sources),
        *addresses("pairings"),
    )  # fmt: skip


def _side(
    column: str, title: Text, places: Callable[[Graph, Pairing], tuple[Place, ...]]
) -> tuple[Column[Pairing], ...]:
    return (
        Column(
            column,
            about(title, "場所のid。", "Ids of the places."),
            lambda w, pairing: tuple(place.id for place in places(w.graph, pairing)),
            required=True,
        ),
        Column(
            f"{column}_name",
            about(title, "場所の名前。", "Names of the places."),
            lambda w, pairing: tuple(w.to(place.name) for place in places(w.graph, pairing)),
            required=True,
            bilingual=True,
        ),
    )


def _japan(graph: Graph, pairing: Pairing) -> tuple[Place, ...]:
    return graph.sides(pairing)[0]


def _partner(graph: Graph, pairing: Pairing) -> tuple[Place, ...]:
    return graph.sides(pairing)[1]


def _programme(w: Writer, pairing: Pairing) -> Programme:
    return w.graph.programme(pairing.programme)


def _since_label(w: Writer, pairing: Pairing) -> str | None:
    """What the start means, of a pairing whose start is known."""
    label = _programme(w, pairing).since_label
    return w.to(label) if label and pairing.since else None


def _sources(w: Writer, pairing: Pairing) -> tuple[Source, ...]:
    return tuple(w.graph.source(source) for source in pairing.sources)
