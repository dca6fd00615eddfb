"""Statements as the API gives them: with the pairings they speak of, but not in those pairings.

A statement about many pairings is told in the record of each; if each time it named all of them,
the files would grow with the square of their number.
"""

from collections.abc import Iterable
from functools import cache

from pydantic import BaseModel

from atlas.exports.api.answers import fields, given, keys_of, shape
from atlas.exports.api.shapes import WhetherAbout
from atlas.exports.api.teller import Json, Teller, every, value, whole
from atlas.graph import Said
from atlas.model import Pairing, Statement, meaning_of
from atlas.views.pairings import sayings


@cache
def statement_of_pairing() -> type[BaseModel]:
    """The type of a statement as a single pairing has it."""
    return shape(
        "StatementOfPairing",
        meaning_of(Statement),
        fields(Statement, "about") | keys_of(WhetherAbout),
    )


def statements(t: Teller, said: Iterable[Said]) -> Json:
    """Tell statements wherever a reader may want to know what they speak of."""
    return every(whole(given(_within(t, one), one.statement)) for one in said)


def statements_of_pairing(t: Teller, pairing: Pairing) -> Json:
    """Tell what was said of a pairing or by its places."""
    return every(
        whole(
            given(_within(t, said), said.statement, "about")
            | {"about_this": value(pairing.id in said.statement.about)}
        )
        for said in sayings(t.writer, pairing)
    )


def _within(t: Teller, said: Said) -> Teller:
    return t.citing(*said.programme.sources)
