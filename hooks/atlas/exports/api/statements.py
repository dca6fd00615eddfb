"""Statements as the API gives them: with the pairings they speak of, but not in those pairings.

A statement about many pairings is told in the record of each; if each time it named all of them,
the files would grow with the square of their number.
"""

from collections.abc import Iterable
from dataclasses import replace

from atlas.exports.api.answers import fields, given, keys_of, shape
from atlas.exports.api.shapes import WhetherAbout
from atlas.exports.api.teller import Teller, Told
from atlas.graph import Said
from atlas.model import Pairing, Statement, meaning_of
from atlas.views.pairings import sayings

StatementOfPairing = shape(
    "StatementOfPairing",
    meaning_of(Statement),
    fields(Statement, "about") | keys_of(WhetherAbout),
)


def statements(t: Teller, said: Iterable[Said]) -> list[Told]:
    """Tell statements wherever a reader may want to know what they speak of."""
    return [given(_within(t, one), one.statement) for one in said]


def statements_of_pairing(t: Teller, pairing: Pairing) -> list[Told]:
    """Tell what was said of a pairing or by its places."""
    return [
        given(_within(t, said), said.statement, "about")
        | {"about_this": pairing.id in said.statement.about}
        for said in sayings(t.writer, pairing)
    ]


def _within(t: Teller, said: Said) -> Teller:
    return replace(t, sources=said.programme.sources)
