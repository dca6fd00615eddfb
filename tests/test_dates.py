"""Dates: read, compared with an independent reader, and written in both languages."""

import warnings
from datetime import date

import pytest

from atlas import dates

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # the package's own parser warns of pyparsing's new names
    import edtf

GOOD = [
    "2018", "2018-05", "2018-10-15", "2020-02-29", "2014-07~", "2014~", "2018-10-15/2018-10-17",
    "2020-04/2021-03", "2017/2019", "2018-10-15/2018-11",
]  # fmt: skip


@pytest.mark.parametrize("text", GOOD)
def test_an_independent_reader_agrees(text: str) -> None:
    """The edtf package finds the same first and last day."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        other = edtf.parse_edtf(text)
        first, last = other.lower_strict(), other.upper_strict()
    ours = dates.parse(text)
    assert (ours.first, ours.last) == (date(*first[:3]), date(*last[:3]))
    assert ours.edtf == text


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ("", dates.DateError),
        ("昨年", dates.DateError),
        ("2018年", dates.DateError),
        ("2018-1-5", dates.DateError),
        ("18-10-15", dates.DateError),
        ("2018-10-15T10:00", dates.DateError),
        ("2018/2019/2020", dates.DateError),
        ("2018-13", dates.ImpossibleDateError),
        ("2018-02-30", dates.ImpossibleDateError),
        ("1900-02-29", dates.ImpossibleDateError),
        ("0000", dates.ImpossibleDateError),
        ("2019/2018", dates.ReversedDateError),
        ("2018-10-17/2018-10-15", dates.ReversedDateError),
    ],
)
def test_what_is_not_a_date_says_why(text: str, error: type[Exception]) -> None:
    """Not the form of a date, not in the calendar, or the wrong way round."""
    with pytest.raises(error):
        dates.parse(text)


@pytest.mark.parametrize(
    ("text", "japanese", "english"),
    [
        ("2018", "2018年", "2018"),
        ("2018-05", "2018年5月", "May 2018"),
        ("2018-10-15", "2018年10月15日", "15 October 2018"),
        ("2014-07~", "2014年7月頃", "around July 2014"),
        ("2018-10-10/2018-10-12", "2018年10月10日〜12日", "10–12 October 2018"),
        ("2018-09-30/2018-10-02", "2018年9月30日〜10月2日", "30 September – 2 October 2018"),
        (
            "2018-12-30/2019-01-02",
            "2018年12月30日〜2019年1月2日",
            "30 December 2018 – 2 January 2019",
        ),
        ("2020-04/2020-09", "2020年4月〜9月", "April–September 2020"),
        ("2020-04/2021-03", "2020年4月〜2021年3月", "April 2020 – March 2021"),
        ("2017/2019", "2017年〜2019年", "2017–2019"),
    ],
)
def test_dates_are_written_as_each_language_does(text: str, japanese: str, english: str) -> None:
    """What both ends share is written once."""
    when = dates.parse(text)
    assert "".join(piece for piece, _ in dates.written(when, "ja")) == japanese
    assert "".join(piece for piece, _ in dates.written(when, "en")) == english


def test_each_end_of_an_interval_is_machine_readable() -> None:
    """A piece that is a date by itself has a value for HTML's datetime attribute."""
    pieces = dates.written(dates.parse("2018-10-10/2018-10-12"), "ja")
    assert [machine for _, machine in pieces if machine] == ["2018-10-10", "2018-10-12"]


@pytest.mark.parametrize(
    ("day", "era"),
    [
        (date(1926, 12, 24), None),
        (date(1926, 12, 25), "昭和元年"),
        (date(1989, 1, 7), "昭和64年"),
        (date(1989, 1, 8), "平成元年"),
        (date(2018, 10, 10), "平成30年"),
        (date(2019, 4, 30), "平成31年"),
        (date(2019, 5, 1), "令和元年"),
        (date(2026, 11, 21), "令和8年"),
    ],
)
def test_eras_begin_on_their_day(day: date, era: str | None) -> None:
    """The first year of an era is 元年."""
    assert dates.era_year(day) == era


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("2018-10-10/2018-10-12", "平成30年度"),
        ("2019-03-31", "平成30年度"),
        ("2019-04-01", "令和元年度"),
        ("2019-05-17", "令和元年度"),
        ("2020-04/2021-03", "令和2年度"),
        ("1989-02", "昭和63年度"),
        ("1990-01", "平成元年度"),
    ],
)
def test_fiscal_years_run_from_april(text: str, name: str) -> None:
    """And bear the name that the government gave them."""
    year = dates.fiscal_year(dates.parse(text))
    assert year is not None
    assert dates.fiscal_year_name(year) == name


@pytest.mark.parametrize("text", ["2018", "2018-03/2018-04", "2018-03-31/2018-04-01"])
def test_a_date_across_fiscal_years_has_none(text: str) -> None:
    """A bare year lies in two of them."""
    assert dates.fiscal_year(dates.parse(text)) is None
