"""Schemas whose types have their own names."""

import pytest
from pydantic import BaseModel, create_model
from pydantic.json_schema import GenerateJsonSchema, models_json_schema

from atlas.exports.short_names import ShortNames
from atlas.model import FOLDER_MODELS, LIST_MODELS, SINGLE_MODELS


@pytest.mark.parametrize("model", [*FOLDER_MODELS.values(), *LIST_MODELS.values(), *SINGLE_MODELS.values()])  # fmt: skip
def test_types_are_described_as_pydantic_does(model: type[BaseModel]) -> None:
    """If this fails, pydantic names types in another way than `short_names` relies on."""
    ours, theirs = (
        model.model_json_schema(schema_generator=generator)
        for generator in (ShortNames, GenerateJsonSchema)
    )
    assert ours == theirs


def test_two_types_of_one_name_are_refused() -> None:
    """And not taken for one another."""
    one = create_model("One", inner=(create_model("Inner", a=(str, ...)), ...))
    two = create_model("Two", inner=(create_model("Inner", b=(str, ...)), ...))
    with pytest.raises(ValueError, match="Inner"):
        models_json_schema(
            [(one, "serialization"), (two, "serialization")], schema_generator=ShortNames
        )
