"""The page that explains to editors every key of the data's files."""

from typing import Any

import pytest
from lxml import html
from pydantic import BaseModel

import atlas
from atlas.exports import schemas
from atlas.model import FOLDER_MODELS, LIST_MODELS, SINGLE_MODELS, Kept, meaning
from atlas.model.values import blocks_of, value_of
from atlas.text import LANGUAGES, Language
from tests.conftest import BASE, BASE_URL, NOW

KINDS = {**FOLDER_MODELS, **LIST_MODELS, **SINGLE_MODELS}


@pytest.fixture(scope="module")
def roots() -> dict[Language, Any]:
    """The page in both languages, from the small data."""
    pages = atlas.publish(BASE, BASE_URL, NOW).pages
    return {
        language: html.fromstring(pages[f"contribute/fields/index.{language}.md"].html)
        for language in LANGUAGES
    }


def _models() -> list[type[BaseModel]]:
    found: dict[type[BaseModel], None] = {}
    for model in KINDS.values():
        found |= dict.fromkeys((model, *blocks_of(model)))
    return list(found)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_key_is_explained_once(roots: dict[Language, Any], language: Language) -> None:
    """Under an anchor of its own: title, meaning, and whether it is required."""
    entries = {entry.get("id"): entry.text_content() for entry in roots[language].xpath("//dl/div")}
    wanted = {}
    for model in _models():
        for name, field in model.model_fields.items():
            of_every = issubclass(model, Kept) and name in Kept.model_fields
            if "each" not in vars(model):
                owner = "kept" if of_every else model.__name__.lower()
                wanted[f"{owner}-{field.alias or name}"] = (model, name)
            else:
                wanted[f"{model.__name__.lower()}-each"] = (model, name)
    assert entries.keys() == wanted.keys()
    for anchor, (model, name) in wanted.items():
        means, text = meaning(model, name), entries[anchor]
        assert means.title.to(language) in text
        assert means.text.to(language).replace("`", "") in text
        if means.writing:
            assert means.writing.to(language).replace("`", "") in text
        required = {"ja": "必須", "en": "required"}[language] in text
        assert required == model.model_fields[name].is_required(), anchor


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_links_of_the_page_lead_somewhere(
    roots: dict[Language, Any], language: Language
) -> None:
    """To parts of the page, and to the schema of every kind of file."""
    root = roots[language]
    anchors = root.xpath("//@id")
    assert len(anchors) == len(set(anchors))
    links = root.xpath("//a/@href")
    assert {link[1:] for link in links if link.startswith("#")} <= set(anchors)
    up = {"ja": "../../", "en": "../../../"}[language]
    offered = {link for link in links if link.endswith(".json")}
    assert offered == {f"{up}schema/{name}.json" for name in schemas.of_files()}


def test_the_kind_of_a_value_is_read_from_the_model() -> None:
    """However deep it lies in the annotation."""
    pairing, place = FOLDER_MODELS["pairings"], FOLDER_MODELS["places"]
    assert value_of(pairing, "japan").kinds == ("places",)
    assert value_of(pairing, "japan").many
    assert value_of(pairing, "since").rule == "bad-date"
    assert value_of(place, "coordinates").many
    assert value_of(place, "within").kinds == ("places",)
    assert not value_of(place, "within").many
    assert {block.__name__ for block in blocks_of(pairing)} == {
        "Text", "Relationship", "Section", "Retired", "Excuse",
    }  # fmt: skip
