"""How values are written in files, as JSON Schema says it to those who type them.

Patterns are of the kind that JavaScript and Python both read, for editors' programs have either.
What they cannot say (a 29 February, an interval that ends before it begins) the check says.
`x-rule` names the rule that a value breaks which does not fit.
"""

from collections.abc import Iterable, Mapping

from pydantic import WithJsonSchema

_YEAR = "(?!0000)[0-9]{4}"
_DAY_31 = "(0[1-9]|[12][0-9]|3[01])"
_DAY_30 = "(0[1-9]|[12][0-9]|30)"
_DAY_29 = "(0[1-9]|[12][0-9])"
_MONTH_31, _MONTH_30 = "(0[13578]|1[02])", "(0[469]|11)"
_MOMENT = (
    f"{_YEAR}(-({_MONTH_31}(-{_DAY_31})?|{_MONTH_30}(-{_DAY_30})?|02(-{_DAY_29})?))?~?"
)  # fmt: skip
_DATE = f"^{_MOMENT}(/{_MOMENT})?$"
_ONE_DAY = f"^{_YEAR}-({_MONTH_31}-{_DAY_31}|{_MONTH_30}-{_DAY_30}|02-{_DAY_29})$"


def written(rule: str, **said: object) -> WithJsonSchema:
    """Mark a type of value with how it is written, and the rule that other values break."""
    return WithJsonSchema({**said, "x-rule": rule}, mode="validation")


def text(rule: str, pattern: str) -> WithJsonSchema:
    """Mark a type as text of a pattern."""
    return written(rule, type="string", pattern=pattern)


ID = text("bad-id", "^[a-z0-9]+(-[a-z0-9]+)*$")
DATE = written(
    "bad-date",
    type=["string", "integer"],  # a bare year is a number to other readers of YAML than ours
    pattern=_DATE,
    minimum=1000,
    maximum=9999,
    examples=["2018-10-15"],
)
DAY = written("bad-day", type="string", pattern=_ONE_DAY, examples=["2026-12-01"])
SWITCH = written("bad-switch", type="boolean")
DURATION = written(
    "bad-duration",
    type="string",
    pattern=r"^P(?=[0-9])([0-9]+Y)?([0-9]+M)?([0-9]+D)?$",
    examples=["P2Y"],
)
READING = text("bad-reading", r"^[ぁ-ゖー・\s]*[ぁ-ゖー・][ぁ-ゖー・\s]*$")
URL = text("bad-url", r"^https?://[^\s/]+\.[^\s]+$")


def one_of(rule: str, words: Iterable[str]) -> WithJsonSchema:
    """Mark a type as one of a few words."""
    return written(rule, type="string", enum=list(words))


def named(rule: str, names: Mapping[str, Mapping[str, str]]) -> WithJsonSchema:
    """Mark a type as one of the words that have a name in each language."""
    return written(rule, type="string", enum=list(names), **{"x-names": names})


def language_tag(languages: Iterable[str]) -> WithJsonSchema:
    """Mark a type as the tag of one of the languages, with a script and a country if need be."""
    either = "|".join(languages)
    return text("unknown-language", f"^({either})(-[A-Z][a-z]{{3}})?(-[A-Z]{{2}})?$")


def sentence(names: Iterable[str]) -> dict[str, str]:
    """Tell which words may stand between braces in a sentence."""
    gaps = "|".join(names)
    return {"pattern": f"^([^{{}}]|\\{{({gaps})\\}})*$", "x-rule": "unknown-placeholder"}
