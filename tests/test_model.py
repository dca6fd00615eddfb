"""What the model says of its own records and keys, to editors and to users of the API."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import Annotated, Any, get_args

import pytest
import yaml
from pydantic import BaseModel, TypeAdapter, ValidationError
from pydantic.fields import FieldInfo

from atlas import dates
from atlas.model import (
    FOLDER_MODELS,
    LIST_MODELS,
    Guide,
    Meaning,
    Pairing,
    Site,
    Vocabulary,
    meaning,
    meaning_of,
)
from atlas.text import LANGUAGES, Language, Text
from tests.conftest import ROOT

KINDS: tuple[type[BaseModel], ...] = (*FOLDER_MODELS.values(), *LIST_MODELS.values(), Site, Guide)


def _inside(annotation: Any) -> Iterator[Any]:
    """Everything that an annotation is made of, however deep: `X | None`, `tuple[X, ...]`."""
    yield annotation
    for part in get_args(annotation):
        yield from _inside(part)


@cache
def _models() -> tuple[type[BaseModel], ...]:
    """Every model that a record is made of, the bilingual text included."""
    found: dict[type[BaseModel], None] = {}  # a set that keeps its order

    def visit(model: type[BaseModel]) -> None:
        if model not in found:
            found[model] = None
            for field in model.model_fields.values():
                for part in _inside(field.annotation):
                    if isinstance(part, type) and issubclass(part, BaseModel):
                        visit(part)

    for kind in KINDS:
        visit(kind)
    return tuple(found)


FIELDS = [(model, name) for model in _models() for name in model.model_fields]
MEANINGS = [
    *(pytest.param(meaning_of(model), id=model.__name__) for model in _models()),
    *(pytest.param(meaning(m, name), id=f"{m.__name__}.{name}") for m, name in FIELDS),
]

OF_FILES = re.compile(
    r"left out|without it|in the file|省[かきくけい]|書きます|data/", re.IGNORECASE
)
"""What is only true of the files: the API gives every key, and dates and links in its own form."""

JAPANESE = re.compile(r"[\u3000-\u30ff\u3400-\u9fff\uff00-\uffef]")
QUOTED = re.compile(r"`([^`]+)`")
DATE = re.compile(r"\d{4}[-\d/~]*")


def _texts(said: Meaning) -> tuple[Text, ...]:
    """What a meaning says: what the thing is, and how it is written, if it says so."""
    return (said.text, said.writing) if said.writing else (said.text,)


def _quoted(said: Meaning) -> list[str]:
    return [quoted for text in _texts(said) for quoted in QUOTED.findall(text.ja)]


def test_the_walk_reaches_every_record_of_the_model() -> None:
    """The tests below see the parts of records, the parts of these, and the text they all hold."""
    names = {model.__name__ for model in _models()}
    assert names >= {"Pairing", "Relationship", "Section", "Event", "Revision", "Statement", "Retired",
                     "Excuse", "Fact", "Contact", "Native", "OtherName", "Correction", "Text", "Site"}  # fmt: skip
    assert len(FIELDS) > 150


@pytest.mark.parametrize("said", MEANINGS)
def test_every_record_and_key_is_explained_in_both_languages(said: Meaning) -> None:
    """A short title without a full stop, and whole sentences, each in its own language."""
    for text in _texts(said):
        assert JAPANESE.search(text.ja)
        assert text.ja.endswith("。")
        assert text.en.endswith(".")
        assert not JAPANESE.search(QUOTED.sub("", text.en))
        assert text.ja.count("`") % 2 == text.en.count("`") % 2 == 0
    assert not JAPANESE.search(said.title.en)
    assert len(said.title.ja) <= 20
    assert len(said.title.en) <= 40
    assert not said.title.ja.endswith("。")
    assert not said.title.en.endswith(".")


@pytest.mark.parametrize("said", MEANINGS)
def test_what_a_key_means_is_true_of_the_api_too(said: Meaning) -> None:
    """Only what is said of the writing tells how a file has it, and when it may be left out."""
    assert not OF_FILES.search(said.text.ja)
    assert not OF_FILES.search(said.text.en)


def test_a_schema_says_what_a_key_means_and_how_it_is_written() -> None:
    """Both parts, in Japanese and then in English; the API drops the second."""
    said = meaning(Pairing, "programme")
    assert said.writing

    def described(mark: Meaning) -> str:
        return str(TypeAdapter(Annotated[str, mark]).json_schema()["description"])

    ja, en = described(said).split("\n\n")
    assert ja == said.text.ja + said.writing.ja
    assert en == f"{said.text.en} {said.writing.en}"
    assert described(replace(said, writing=None)) == f"{said.text.ja}\n\n{said.text.en}"


@pytest.mark.parametrize("said", MEANINGS)
def test_both_languages_give_the_same_examples(said: Meaning) -> None:
    """What stands in backquotes is data, and data are the same in every language."""
    for text in _texts(said):
        assert Counter(QUOTED.findall(text.ja)) == Counter(QUOTED.findall(text.en))


@pytest.mark.parametrize("model", _models(), ids=lambda model: model.__name__)
@pytest.mark.parametrize("language", LANGUAGES)
def test_titles_tell_the_keys_of_a_record_apart(model: type[BaseModel], language: Language) -> None:
    """A form has no two fields of one name."""
    titles = Counter(meaning(model, name).title.to(language) for name in model.model_fields)
    assert [title for title, count in titles.items() if count > 1] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_titles_tell_the_records_apart(language: Language) -> None:
    """A reference has no two sections of one name."""
    titles = Counter(meaning_of(model).title.to(language) for model in _models())
    assert [title for title, count in titles.items() if count > 1] == []


KEYS = {name for _, name in FIELDS} | set(Vocabulary.model_fields)


def _accepts(field: FieldInfo, written: str) -> bool:
    """Whether a value, as it stands in a file, may be that of a field, or one of its list."""
    value = yaml.load(written, Loader=yaml.BaseLoader)
    shape: Any = (
        Annotated[(field.annotation, *field.metadata)] if field.metadata else field.annotation
    )
    for candidate in (value, [value]):
        try:
            TypeAdapter(shape).validate_python(candidate)
        except ValidationError:
            continue
        return True
    return False


@pytest.mark.parametrize(
    ("model", "name"), [pytest.param(m, n, id=f"{m.__name__}.{n}") for m, n in FIELDS]
)
def test_what_is_quoted_can_be_written(model: type[BaseModel], name: str) -> None:
    """Backquotes hold keys, files of the data, and examples that the key accepts."""
    for quoted in _quoted(meaning(model, name)):
        if quoted.startswith("data/"):
            assert (ROOT / quoted).exists()
        elif quoted not in KEYS:
            assert _accepts(model.model_fields[name], quoted), quoted
        if DATE.fullmatch(quoted):
            assert dates.parse(quoted).edtf == quoted


def _takes_a_date(field: FieldInfo) -> bool:
    return dates.Date in _inside(field.annotation)


@pytest.mark.parametrize(
    ("model", "name"),
    [
        pytest.param(m, n, id=f"{m.__name__}.{n}")
        for m, n in FIELDS
        if _takes_a_date(m.model_fields[n])
    ],
)
def test_keys_of_dates_show_how_a_date_is_written(model: type[BaseModel], name: str) -> None:
    """Nobody need know EDTF to write one."""
    assert any(DATE.fullmatch(quoted) for quoted in _quoted(meaning(model, name)))


def test_a_key_or_record_that_is_not_explained_is_told() -> None:
    """A key that was added without words fails where it is asked for; so does a record."""

    class Silent(Site):
        colour: Text

    with pytest.raises(LookupError, match=r"Silent\.colour"):
        meaning(Silent, "colour")
    with pytest.raises(LookupError, match="Silent"):
        meaning_of(Silent)
