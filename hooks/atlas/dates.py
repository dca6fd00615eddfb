"""Partial and interval dates: a profile of EDTF (ISO 8601-2), read and written for people.

The profile is what this site's documents need: a day, a month or a year, each of them
perhaps "around" (`2014-07~`), or an interval of two of them. The edtf package reads more,
but takes about 10 ms a date and accepts 1900-02-29; the tests use it as an independent
reader instead.
"""

import calendar
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Literal

from babel import Locale

Language = Literal["ja", "en"]
Precision = Literal["year", "month", "day"]
Piece = tuple[str, str | None]
"""A stretch of a written date, with the value of its HTML `datetime` attribute, if any."""


class DateError(ValueError):
    """The text is not a date of the profile."""


class ImpossibleDateError(DateError):
    """The text has the form of a date, but the calendar has no such day."""


class ReversedDateError(DateError):
    """The interval ends before it begins."""


@dataclass(frozen=True, slots=True)
class Moment:
    """A year, a month or a day, as exactly as it is known."""

    edtf: str
    precision: Precision
    first: date
    last: date
    around: bool


@dataclass(frozen=True, slots=True)
class Date:
    """A moment, or the interval between two."""

    start: Moment
    end: Moment

    @property
    def edtf(self) -> str:
        """The date as it is written in the data."""
        one = self.start is self.end
        return _written(self.start) if one else f"{_written(self.start)}/{_written(self.end)}"

    @property
    def exact(self) -> bool:
        """Whether it is known to the day, at both ends."""
        return all(end.precision == "day" and not end.around for end in (self.start, self.end))

    @property
    def first(self) -> date:
        """The first day that the date covers."""
        return self.start.first

    @property
    def last(self) -> date:
        """The last day that the date covers."""
        return self.end.last


def _written(moment: Moment) -> str:
    return moment.edtf + ("~" if moment.around else "")


_MOMENT = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?(~?)")


@lru_cache(maxsize=4096)
def parse(text: str) -> Date:
    """Read a date of the profile.

    Raises DateError, or one of its subclasses ImpossibleDateError and ReversedDateError.
    """
    parts = [_moment(part) for part in text.strip().split("/")]
    if len(parts) > 2:
        raise DateError(text)
    if parts[-1].last < parts[0].first:
        raise ReversedDateError(text)
    return Date(parts[0], parts[-1])


def _moment(text: str) -> Moment:
    match = _MOMENT.fullmatch(text)
    if not match:
        raise DateError(text)
    year, month, day = int(match[1]), int(match[2] or 0), int(match[3] or 0)
    precision: Precision = "day" if match[3] else "month" if match[2] else "year"
    try:
        first = date(year, month if match[2] else 1, day if match[3] else 1)
    except ValueError:
        raise ImpossibleDateError(text) from None
    last_month = month or 12
    last = date(year, last_month, day or calendar.monthrange(year, last_month)[1])
    return Moment(text.rstrip("~"), precision, first, last, around=bool(match[4]))


# The first day of each era. Source: the Cabinet orders that named the eras
# (元号を改める政令), in force from these days.
_ERAS = (
    (date(2019, 5, 1), "令和"),
    (date(1989, 1, 8), "平成"),
    (date(1926, 12, 25), "昭和"),
)


def era_year(day: date) -> str | None:
    """Return the year of the Japanese era that a day belongs to: 平成30年, 令和元年.

    Days before 昭和 have none here.
    """
    for begins, name in _ERAS:
        if day >= begins:
            number = day.year - begins.year + 1
            return f"{name}{'元' if number == 1 else number}年"
    return None


_AS_SAID = re.compile(
    r"(?:(?:(昭和|平成|令和)(元|[0-9]{1,2})|([0-9]{4}))(?:年|[/.-]|$))?"
    r"(?:([0-9]{1,2})(?:月|[/.-]|$))?(?:([0-9]{1,2})日?)?(頃|ごろ)?"
)


def from_japanese(text: str) -> str | None:
    """Write as EDTF a date as it is said: 2018年10月15日〜17日, 平成30年10月頃, 2018/10/15.

    None if it is not said so. Whether the calendar has such a day is for `parse` to say.
    """
    matches = [_AS_SAID.fullmatch(part.strip()) for part in re.split("[〜~～]", text)]
    moments: list[str] = []
    year = month = ""
    for match in matches:
        if match is None or len(matches) > 2:
            return None
        era, of_era, western, own_month, day, around = match.groups()
        begins = next((first.year for first, name in _ERAS if name == era), 0)
        own_year = f"{begins + int(of_era.replace('元', '1')) - 1}" if era else western
        if own_year or own_month:
            month = ""
        year, month = own_year or year, own_month or month
        if not year or (day and not month):
            return None
        parts = [year, *(f"{int(part):02}" for part in (month, day) if part)]
        moments.append("-".join(parts) + ("~" if around else ""))
    return "/".join(moments)


def fiscal_year(when: Date) -> int | None:
    """Return the Japanese fiscal year (年度, 1 April to 31 March) that holds the whole date.

    None if the date reaches over more than one.
    """
    first, last = (day.year - (day.month < 4) for day in (when.first, when.last))
    return first if first == last else None


def fiscal_year_name(year: int) -> str | None:
    """Return the fiscal year as it is written in Japan: 平成30年度, 令和元年度.

    The fiscal year of a change of era is named whole by the era of its first of May: the
    government called all of 2019 令和元年度 (新元号への円滑な移行に向けた関係省庁連絡会議,
    2019-04-01), and 1988, whose last months were in 平成, remained 昭和63年度.
    """
    era = era_year(date(year, 5, 1))
    return f"{era}度" if era else None


def written(when: Date, language: Language) -> tuple[Piece, ...]:
    """Write a date for readers, in pieces: 2018年10月10日〜12日, 10–12 October 2018.

    A piece that is a date by itself comes with its machine-readable form; what joins them
    comes without. What the two ends share is written once: by the first in Japanese, by the
    last in English.
    """
    if when.start is when.end:
        return _moment_written(when.start, language, 0)
    shared = _shared(when)
    start = _moment_written(when.start, language, shared if language == "en" else 0)
    end = _moment_written(when.end, language, shared if language == "ja" else 0)
    spaced = any(" " in text for text, _ in start)
    joint = "〜" if language == "ja" else " – " if spaced else "–"
    return (*start, (joint, None), *end)


def _shared(when: Date) -> int:
    """How much the two ends share and need not both say: 0 nothing, 1 the year, 2 the month too."""
    start, end = when.start, when.end
    if start.precision != end.precision or start.around or end.around or start.precision == "year":
        return 0
    if start.first.year != end.first.year:
        return 0
    return 2 if start.precision == "day" and start.first.month == end.first.month else 1


@lru_cache(maxsize=1)
def _months() -> Mapping[int, str]:
    """The names of months in British English, as the Unicode CLDR has them."""
    months: Mapping[int, str] = Locale("en", "GB").months["format"]["wide"]
    return months


def _moment_written(moment: Moment, language: Language, omitted: int) -> tuple[Piece, ...]:
    day, parts = moment.first, ("year", "month", "day").index(moment.precision) + 1
    if language == "ja":
        units = (f"{day.year}年", f"{day.month}月", f"{day.day}日")
        text = "".join(units[omitted:parts])
        return ((text, moment.edtf), *([("頃", None)] if moment.around else []))
    words = (str(day.year), _months()[day.month], str(day.day))
    text = " ".join(reversed(words[omitted:parts]))
    return (*([("around ", None)] if moment.around else []), (text, moment.edtf))
