"""What new records are called: ids proposed from names, and titles made from what records say."""

import re
import unicodedata
from collections.abc import Container, Mapping

from atlas.model import Catalog, Kept, Pairing
from atlas.source.nodes import Plain
from atlas.text import LANGUAGES, Text

_LETTERS = str.maketrans({
    "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th",
    "ı": "i", "ħ": "h", "ŧ": "t", "'": "", "’": "", "ʻ": "",
})  # fmt: skip
"""Latin letters that Unicode does not take apart into a plain letter and a mark."""


def id_from(name: str) -> str:
    """Write a name as an id: Donostia / San Sebastián as donostia-san-sebastian.

    Blank for a name without Latin letters or digits.
    """
    plain = unicodedata.normalize("NFKD", name.lower().translate(_LETTERS))
    bare = "".join(c for c in plain if not unicodedata.combining(c))
    return re.sub(r"[^a-z0-9]+", "-", bare).strip("-")


def free(wanted: str, taken: Container[str]) -> str:
    """Return an id, with a number behind it if another record has it already."""
    number, proposed = 2, wanted
    while proposed and proposed in taken:
        number, proposed = number + 1, f"{wanted}-{number}"
    return proposed


def proposed_id(kind: str, content: Mapping[str, Plain], taken: Container[str]) -> str:
    """Propose an id for a record: of a pairing from its places', else from the English name."""
    if kind == "pairings":
        places = (content.get(side) for side in ("japan", "partner"))
        return free("-".join(p for side in places for p in _words(side)), taken)
    name = content.get("name", content.get("title", ""))
    return free(id_from(str(name.get("en", ""))) if isinstance(name, dict) else "", taken)


def proposed_event_id(event: Mapping[str, Plain], taken: Container[str]) -> str:
    """Propose an id for an event, from its kind and when it began: visit-2018-10."""
    kind, date = str(event.get("kind", "")), str(event.get("date", ""))
    return free(id_from(f"{kind} {date.partition('/')[0]}"), taken)


def title(kind: str, record_id: str, content: Mapping[str, Plain], catalog: Catalog) -> Text:
    """Name a record for people, in both languages."""
    if kind == "pairings":
        sides = [
            [name_of(catalog, p) for p in _words(content.get(s))] for s in ("japan", "partner")
        ]
        ja, en = (
            " – ".join(glue.join(name.to(language) for name in side) for side in sides)
            for language, glue in zip(LANGUAGES, ("・", ", "), strict=True)
        )
        return Text(ja=ja, en=en)
    own = content.get("name", content.get("title"))
    if isinstance(own, dict) and own.get("ja") and own.get("en"):
        return Text(ja=str(own["ja"]), en=str(own["en"]))
    if kind == "timelines":
        name = name_of(catalog, record_id)
        return Text(ja=f"{name.ja}の年表", en=f"Timeline: {name.en}")
    return Text(ja=record_id, en=record_id)


def name_of(catalog: Catalog, record_id: str) -> Text:
    """Return what a record is called, or its id where there is no such record."""
    for kind, record in catalog.records():
        sound = (kind, record_id) not in catalog.faulty
        if record.id == record_id and kind != "timelines" and sound:
            return name_of_record(kind, record, catalog)
    return Text(ja=record_id, en=record_id)


def name_of_record(kind: str, record: Kept, catalog: Catalog) -> Text:
    """Return what a record is called."""
    if isinstance(record, Pairing):
        sides: dict[str, Plain] = {"japan": [*record.japan], "partner": [*record.partner]}
        return title(kind, record.id, sides, catalog)
    name = getattr(record, "name", None) or getattr(record, "title", None)
    return name if isinstance(name, Text) else Text(ja=record.id, en=record.id)


def _words(value: object) -> list[str]:
    return [word for word in value if isinstance(word, str)] if isinstance(value, list) else []
