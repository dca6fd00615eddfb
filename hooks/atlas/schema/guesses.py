"""What was most likely meant by a value that does not fit: written as the rule asks for.

Each guess is tried by the model itself before it is proposed.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from types import MappingProxyType

from babel import Locale
from babel.core import get_global
from pydantic import TypeAdapter, ValidationError

from atlas.model.base import (
    COLOURS,
    Colour,
    Country,
    Day,
    Duration,
    EdtfDate,
    Id,
    LanguageTag,
    Reading,
    Switch,
    Url,
)
from atlas.problem import Choice, bare, choice, nearest
from atlas.rules.guesses import fold
from atlas.text import LANGUAGES

_ERAS = {"令和": 2018, "平成": 1988, "昭和": 1925}
_ERA = re.compile(f"({'|'.join(_ERAS)})(元|[0-9]+)年")
_SWITCHES = {
    "true": ("yes", "on", "y", "1", "はい", "予定", "○", "〇"),
    "false": ("no", "off", "n", "0", "いいえ", "×"),
}
_UNITS = {"年": "Y", "か月": "M", "ヶ月": "M", "カ月": "M", "箇月": "M", "日": "D",
          "year": "Y", "years": "Y", "month": "M", "months": "M", "day": "D", "days": "D"}  # fmt: skip


def guess(rule: str, written: str) -> str | None:
    """Return the value that was most likely meant where a rule is broken, if one is likely."""
    if rule not in _GUESSES:
        return None
    adapter, proposed = _GUESSES[rule]
    for value in proposed(bare(written)):
        try:
            adapter.validate_python(value)
        except ValidationError:
            continue
        return value if value != written else None
    return None


def allowed(rule: str, written: str) -> Choice:
    """Return what may stand where a rule is broken, if that can be listed."""
    if rule not in _ALLOWED:
        return Choice()
    words = _ALLOWED[rule]()
    if len(words) > len(COLOURS) and guess(rule, written):
        return Choice()  # hundreds of codes, and the one that is meant is known
    return choice(written, words)


def _date(written: str) -> list[str]:
    text = _ERA.sub(lambda m: f"{_ERAS[m[1]] + (1 if m[2] == '元' else int(m[2]))}年", written)
    text = re.sub(r"\s*(?:[~〜～–—]|から|to)\s*(?=[0-9])", "|", text)
    moments = [_moment(part) for part in text.split("|")]
    interval = "/".join(moments)
    return [interval, "/".join(reversed(interval.split("/")))]


def _moment(text: str) -> str:
    around = "~" if text.strip().endswith(("頃", "ごろ", "~", "around")) else ""
    parts = re.findall(r"[0-9]+", text)
    if "/" in text and re.fullmatch(r"[0-9]{4}(-[0-9]{2}){0,2}/[0-9]{4}(-[0-9]{2}){0,2}", text):
        return text
    return "-".join(part.zfill(2) for part in parts) + around


def _switch(written: str) -> list[str]:
    word = written.casefold()
    return [switch for switch, words in _SWITCHES.items() if word == switch or word in words]


def _duration(written: str) -> list[str]:
    pairs = re.findall(r"([0-9]+)\s*([^\s0-9]+)", written.casefold())
    return ["P" + "".join(f"{number}{_UNITS.get(unit, '?')}" for number, unit in pairs)]


def _hiragana(written: str) -> list[str]:
    return ["".join(chr(ord(c) - 0x60) if "ァ" <= c <= "ヶ" else c for c in written)]


def _country(written: str) -> list[str]:
    code = written.upper()
    aliases = get_global("territory_aliases").get(code) or []
    names = _named(_countries(), "territories")
    near = nearest(fold(written), names)
    return [code, *aliases, *names.get(fold(written), ()), *(names[near] if near else ())]


def _language(written: str) -> list[str]:
    language, *rest = re.split("[-_]", written)
    tag = "-".join([language.lower(), *(p.upper() if len(p) == 2 else p.title() for p in rest)])
    alias = get_global("language_aliases").get(written.casefold()) or ""
    names = _named(_languages(), "languages")
    near = nearest(fold(written), names)
    return [tag, alias, *names.get(fold(written), ()), *(names[near] if near else ())]


def _named(codes: Iterable[str], kind: str) -> dict[str, tuple[str, ...]]:
    """Codes by their names in both languages; 語 and the like need not be there."""
    by_name: dict[str, tuple[str, ...]] = {}
    for code in codes:
        for language in LANGUAGES:
            name = getattr(Locale(language), kind).get(code.replace("-", "_"))
            if name:
                by_name.setdefault(fold(name), (code,))
    return by_name


@cache
def _countries() -> tuple[str, ...]:
    territories = map(str, Locale("en").territories)
    return _valid(TypeAdapter(Country), (code for code in territories if len(code) == 2))


@cache
def _languages() -> tuple[str, ...]:
    languages = map(str, Locale("en").languages)
    return _valid(TypeAdapter(LanguageTag), (tag.replace("_", "-") for tag in languages))


def _valid(adapter: TypeAdapter[str], codes: Iterable[str]) -> tuple[str, ...]:
    def fits(code: str) -> bool:
        try:
            adapter.validate_python(code)
        except ValidationError:
            return False
        return True

    return tuple(sorted(filter(fits, codes)))


def _id(written: str) -> list[str]:
    plain = unicodedata.normalize("NFD", written.casefold())
    return [re.sub(r"[^a-z0-9]+", "-", "".join(c for c in plain if c.isascii())).strip("-")]


_Guess = Callable[[str], list[str]]
_GUESSES: Mapping[str, tuple[TypeAdapter[object], _Guess]] = MappingProxyType({
    "bad-date": (TypeAdapter(EdtfDate), _date),
    "reversed-date": (TypeAdapter(EdtfDate), _date),
    "bad-day": (TypeAdapter(Day), _date),
    "bad-switch": (TypeAdapter(Switch), _switch),
    "bad-duration": (TypeAdapter(Duration), _duration),
    "bad-reading": (TypeAdapter(Reading), _hiragana),
    "bad-url": (TypeAdapter(Url), lambda written: [f"https://{written}"]),
    "bad-id": (TypeAdapter(Id), _id),
    "wrong-shape": (TypeAdapter(float), lambda written: [written]),  # full-width digits
    "unknown-colour": (TypeAdapter(Colour), lambda written: [nearest(written, COLOURS) or ""]),
    "unknown-country": (TypeAdapter(Country), _country),
    "unknown-language": (TypeAdapter(LanguageTag), _language),
})  # fmt: skip

_ALLOWED: Mapping[str, Callable[[], tuple[str, ...]]] = MappingProxyType({
    "bad-switch": lambda: ("true", "false"),
    "unknown-colour": lambda: COLOURS,
    "unknown-country": _countries,
    "unknown-language": _languages,
})  # fmt: skip
