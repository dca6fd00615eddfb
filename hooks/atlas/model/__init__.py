"""The model: what the data may say. See `records` for the kinds of record."""

from atlas.model.base import Record
from atlas.model.catalog import FOLDER_MODELS, LIST_MODELS, Catalog, Link
from atlas.model.guide import Example, Guide, GuidePart, Release
from atlas.model.meaning import Meaning, key, meaning, meaning_of
from atlas.model.records import (
    EDITORIAL,
    Contact,
    Event,
    Fact,
    Kept,
    Organisation,
    OtherName,
    Pairing,
    Place,
    Programme,
    Relationship,
    Revision,
    Section,
    Source,
    Statement,
    Term,
    Theme,
    Timeline,
)
from atlas.model.references import Reference, references
from atlas.model.vocabulary import Sentences, Site, Vocabulary, Words

__all__ = [
    "EDITORIAL",
    "FOLDER_MODELS",
    "LIST_MODELS",
    "Catalog",
    "Contact",
    "Event",
    "Example",
    "Fact",
    "Guide",
    "GuidePart",
    "Kept",
    "Link",
    "Meaning",
    "Organisation",
    "OtherName",
    "Pairing",
    "Place",
    "Programme",
    "Record",
    "Reference",
    "Relationship",
    "Release",
    "Revision",
    "Section",
    "Sentences",
    "Site",
    "Source",
    "Statement",
    "Term",
    "Theme",
    "Timeline",
    "Vocabulary",
    "Words",
    "key",
    "meaning",
    "meaning_of",
    "references",
]  # fmt: skip
