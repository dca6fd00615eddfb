"""JSON Schemas in which a type is called by its own name.

pydantic weighs six names for each type, the longer ones for types that have a name in common, and
compares all that it has described for each: two thirds of the 0.3 s that our schemas took. We have
no two types of one name. That list of names is pydantic's own affair, so a test has this generator
and pydantic's describe the same types.
"""

from pydantic.json_schema import CoreModeRef, DefsRef, GenerateJsonSchema


class ShortNames(GenerateJsonSchema):
    """Describes types by their own names. Raises ValueError where two types have the same one."""

    def get_defs_ref(self, core_mode_ref: CoreModeRef) -> DefsRef:
        """Name a type, which pydantic asks for once."""
        choices = self._prioritized_defsref_choices
        name, *_ = choices.pop(super().get_defs_ref(core_mode_ref))
        if name in choices:
            raise ValueError(f"two types are called {name}")
        choices[name] = [name]
        return name
