"""The model: what the data may say, and what each key of it means.

This is the one definition that validation, and every schema, form and reference, comes from.
"""

from atlas.model.base import Record
from atlas.model.catalog import FOLDER_MODELS, LIST_MODELS, SINGLE_MODELS, Catalog, kind_of
from atlas.model.guide import Example, Guide, GuidePart, Release
from atlas.model.kept import Kept, written_keys
from atlas.model.lists import EDITORIAL, Organisation, Source, Term
from atlas.model.meaning import Meaning, key, meaning, meaning_of
from atlas.model.pairings import Pairing, Relationship, Theme
from atlas.model.parts import OtherName, Section
from atlas.model.places import Contact, Fact, Place
from atlas.model.programmes import Programme, Statement
from atlas.model.references import Reference, inner_model, references
from atlas.model.site import Site
from atlas.model.timelines import Event, Revision, Timeline
from atlas.model.vocabulary import Sentences, Vocabulary, Words
from atlas.model.wording import texts

__all__ = [
    "EDITORIAL",
    "FOLDER_MODELS",
    "LIST_MODELS",
    "SINGLE_MODELS",
    "Catalog",
    "Contact",
    "Event",
    "Example",
    "Fact",
    "Guide",
    "GuidePart",
    "Kept",
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
    "inner_model",
    "key",
    "kind_of",
    "meaning",
    "meaning_of",
    "references",
    "texts",
    "written_keys",
]  # fmt: skip
