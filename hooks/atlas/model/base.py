"""What the records are made of: words, identifiers, dates, and the problems they can have.

A value that is not allowed raises PydanticCustomError with the id of the rule it breaks;
`schema` turns that into a problem with its place in the file.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from string import Formatter
from typing import Annotated, Any, Self

from babel import Locale
from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    PlainSerializer,
    PlainValidator,
    StringConstraints,
    model_validator,
)
from pydantic_core import CoreSchema, PydanticCustomError
from pydantic_core.core_schema import no_info_after_validator_function

from atlas import dates
from atlas.model import written
from atlas.text import Line, Text


class Record(BaseModel):
    """A block of the data: unknown keys are errors, and nothing changes once it is read."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    @model_validator(mode="after")
    def _lighten(self) -> Self:
        """Share the set of given keys with records that have the same: of 10,000 pairings, 50 MiB."""
        given = self.__pydantic_fields_set__
        shared = _given.setdefault(frozenset(given), given)
        object.__setattr__(self, "__pydantic_fields_set__", shared)
        return self


_given: dict[frozenset[str], set[str]] = {}


def _custom(rule: str, instead: str | None = None) -> PydanticCustomError:
    # The text is never shown: rules/ has each rule's wording, in both languages.
    return PydanticCustomError(rule, "{rule}", {"rule": rule, "instead": instead})


def _matching(rule: str, allowed: Callable[[str], object]) -> AfterValidator:
    def check(value: str) -> str:
        if not allowed(value):
            raise _custom(rule)
        return value

    return AfterValidator(check)


def _date(value: object) -> dates.Date:
    try:
        return dates.parse(str(value))
    except dates.ImpossibleDateError:
        raise _custom(
            "impossible-date", _date_like(_DAY_FIRST.sub(r"\1-\3-\2", str(value)))
        ) from None
    except dates.ReversedDateError:
        raise _custom(
            "reversed-date", _date_like("/".join(reversed(str(value).split("/"))))
        ) from None
    except dates.DateError:
        raise _custom("bad-date") from None


def _date_like(written: str) -> str | None:
    """Return what may have been meant, if that is a date: month and day, or the ends, exchanged."""
    try:
        return dates.parse(written).edtf
    except dates.DateError:
        return None


def _day(value: object) -> dates.Date:
    day = _date(value)
    if day.start is not day.end or day.start.precision != "day" or day.start.around:
        raise _custom("bad-day")
    return day


def _switch(value: object) -> object:
    if value not in ("true", "false", True, False):
        raise _custom("bad-switch")
    return value in ("true", True)


def _on_earth(value: object) -> object:
    """Tell two numbers that are no point; whatever else is wrong is told of each by itself."""
    try:
        latitude, longitude = (abs(float(number)) for number in value)  # type: ignore[attr-defined]
    except (TypeError, ValueError):
        return value
    if latitude > 90 >= longitude:
        raise _custom("swapped-coordinates")
    if latitude > 90 or longitude > 180:
        raise _custom("outside-the-earth")
    return value


def _written(value: dates.Date) -> str:
    return value.edtf


_DAY_FIRST = re.compile(r"([0-9]{4})-(1[3-9]|2[0-9]|3[01])-(0[1-9]|1[0-2])")
"""A day before its month."""

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_DURATION = re.compile(r"P(?=\d)(?:\d+Y)?(?:\d+M)?(?:\d+D)?")
COLOURS = ("blue", "rust", "teal", "plum", "moss", "slate")
"""The colours that a programme can have; the style sheet has them for every setting of a screen."""

_LANGUAGE_TAG = re.compile(r"([a-z]{2,3})(-[A-Z][a-z]{3})?(-[A-Z]{2})?")
_READING = re.compile(r"[ぁ-ゖー・\s]+")
_URL = re.compile(r"https?://[^\s/]+\.[^\s]+")
_LOCALES = (Locale("ja"), Locale("en"))
_NOT_COUNTRIES = frozenset(
    ["AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "ZZ"]
)
"""Codes that the Unicode CLDR names beside those of ISO 3166-1."""


def _is_language(tag: str) -> bool:
    match = _LANGUAGE_TAG.fullmatch(tag)
    return match is not None and all(match[1] in locale.languages for locale in _LOCALES)


def _is_country(code: str) -> bool:
    known = all(code in locale.territories for locale in _LOCALES)
    return known and code not in _NOT_COUNTRIES and bool(re.fullmatch(r"[A-Z]{2}", code))


def _languages() -> list[str]:
    return sorted(filter(_is_language, map(str, _LOCALES[0].languages)))


def _countries() -> dict[str, dict[str, str]]:
    """The names of all countries, as the Unicode CLDR has them."""
    codes = filter(_is_country, sorted(_LOCALES[0].territories))
    return {code: {str(each): each.territories[code] for each in _LOCALES} for code in codes}


Id = Annotated[str, StringConstraints(strip_whitespace=True),
               _matching("bad-id", _ID.fullmatch), written.ID]  # fmt: skip
"""The name of a record: lower-case ASCII letters, digits and hyphens."""

EdtfDate = Annotated[dates.Date, PlainValidator(_date), PlainSerializer(_written), written.DATE]
"""A day, a month, a year or an interval, as EDTF (ISO 8601-2)."""

Day = Annotated[dates.Date, PlainValidator(_day), PlainSerializer(_written), written.DAY]
"""A calendar day, as YYYY-MM-DD."""

Switch = Annotated[bool, BeforeValidator(_switch), written.SWITCH]
"""true or false; no other word is read as one of them."""

Duration = Annotated[str, _matching("bad-duration", _DURATION.fullmatch), written.DURATION]
"""A length of time, as ISO 8601: P2Y is two years."""

LanguageTag = Annotated[
    str, _matching("unknown-language", _is_language), written.language_tag(_languages())
]
"""A language, as BCP 47: sk, zh-Hans."""

Country = Annotated[
    str, _matching("unknown-country", _is_country), written.named("unknown-country", _countries())
]
"""A country, as ISO 3166-1 alpha-2: JP, SK."""

Colour = Annotated[str, _matching("unknown-colour", lambda v: v in COLOURS),
                   written.one_of("unknown-colour", COLOURS)]  # fmt: skip
"""A colour of the style sheet, by its name."""

Reading = Annotated[Line, _matching("bad-reading", _READING.fullmatch), written.READING]
"""How a name is read, in hiragana."""

Url = Annotated[Line, _matching("bad-url", _URL.fullmatch), written.URL]
"""An address on the web, with http:// or https://."""

Nudge = Annotated[float, Field(ge=-200, le=200, allow_inf_nan=False)]
"""How far a name on a map is moved, in units of the drawing: about the pixels of a wide screen."""

Latitude = Annotated[float, Field(ge=-90, le=90, allow_inf_nan=False)]
Longitude = Annotated[float, Field(ge=-180, le=180, allow_inf_nan=False)]

Coordinates = Annotated[tuple[Latitude, Longitude], BeforeValidator(_on_earth)]
"""A point on the earth: latitude and longitude in degrees, WGS 84."""


@dataclass(frozen=True, slots=True)
class _Placeholders:
    """Checks a sentence, and tells JSON Schema what may stand between its braces."""

    names: tuple[str, ...]

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        return no_info_after_validator_function(self._check, handler(source))

    def __get_pydantic_json_schema__(
        self, core_schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        text = handler(core_schema)
        if handler.mode == "serialization":
            return text
        gaps = dict.fromkeys(("ja", "en"), written.sentence(self.names))
        return {"type": "object", "allOf": [text, {"properties": gaps}]}

    def _check(self, value: Text) -> Text:
        for text in (value.ja, value.en):
            if not _fields(text) <= set(self.names):
                raise _custom("unknown-placeholder")
        return value


def placeholders(*names: str) -> _Placeholders:
    """Allow only these `{placeholders}` in both languages of a sentence."""
    return _Placeholders(names)


def _fields(sentence: str) -> frozenset[str]:
    """Names in braces; a lone or doubled brace counts as the name "", which is never allowed."""
    if "{{" in sentence or "}}" in sentence:
        return frozenset({""})
    try:
        parts = list(Formatter().parse(sentence))
    except ValueError:
        return frozenset({""})
    return frozenset(
        name + (spec or "") + (conversion or "")
        for _, name, spec, conversion in parts
        if name is not None
    )
