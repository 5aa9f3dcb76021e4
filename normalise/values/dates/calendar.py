"""First and last days: of months, quarters, terms, seasons, years, and of the parts of them that plans name."""

from __future__ import annotations

from calendar import isleap
from datetime import date, timedelta
from typing import NamedTuple

_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_TERM_STARTS = {3: 1, 6: 5, 9: 9}
_TERM_ENDS = {3: 4, 6: 7, 9: 12}
_HALF_TERM_ENDS = {3: 2, 6: 5, 9: 10}
_MONTHS_IN = {"month": 1, "quarter": 3, "season": 3, "half_year": 6, "year": 12, "financial_year": 12}
_FEBRUARY = 2


class Moment(NamedTuple):
    """A named time, perhaps without its year.

    `unit` is day, month, quarter, season, term, half_year, year, financial_year, academic_year, years (both named
    years, whole), twelvemonth (a year from the named month), christmas or easter. `number` says which month, quarter
    or half; seasons and terms are numbered by the month they begin with. `second` is the later year of a pair such as
    2024/25. `edge` is "", end, early, mid, late, or week for the week of that number in it.
    """

    unit: str
    number: int = 0
    day: int = 0
    year: int | None = None
    second: int | None = None
    edge: str = ""
    week: int = 0
    half_term: int = 0
    weekday: int | None = None


Days = tuple[date, date]


def month_end(year: int, month: int) -> date:
    """Last day of a month; months past 12 run into the next year."""
    if month > 12:
        year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    return date(year, month, _LENGTHS[month - 1] + (month == _FEBRUARY and isleap(year)))


def days(moment: Moment, spring_ends: int) -> Days | None:
    """First and last day of a moment that has its year; None where there is no such day (31 June)."""
    year, unit = moment.year, moment.unit
    if year is None or not 1 <= year <= 9000:
        return None
    if unit == "day":
        return _day(moment)
    if unit == "christmas":
        day = date(year, 12, 25)
        return day, day
    if unit == "easter":
        day = easter(_year_of(moment, 3))
        return day, day
    whole = _whole(moment, year, spring_ends)
    return _edged(moment, whole) if whole and moment.edge else whole


def _day(moment: Moment) -> Days | None:
    try:
        day = date(_year_of(moment, moment.number), moment.number, moment.day)
    except ValueError:
        return None
    return day, day


def _year_of(moment: Moment, month: int) -> int:
    """The year a month falls in: of a pair such as 2024/25, by April."""
    year = moment.year or 0
    return year if moment.second is None or month >= 4 else moment.second


def _whole(moment: Moment, year: int, spring_ends: int) -> Days | None:
    unit, number = moment.unit, moment.number
    if unit == "month":
        return _months(_year_of(moment, number), number, 1) if 1 <= number <= 12 else None
    if unit == "season":
        # Of a pair such as 2024/25 only autumn and winter lie in one year whole.
        return None if moment.second is not None and number in (3, 6) else _months(year, number, 3)
    if unit == "term":
        return _term(moment, spring_ends)
    if unit == "years":
        return date(year, 1, 1), date(moment.second or year, 12, 31)
    first, count = _spans(unit, number, april=moment.second is not None)
    return _months(year, first, count)


def _spans(unit: str, number: int, *, april: bool) -> tuple[int, int]:
    """First month and count of months of a unit, reckoned from April where the year is a financial one."""
    if unit == "quarter":
        return 3 * number + (1 if april else -2), 3
    if unit == "half_year":
        return 6 * number - (2 if april else 5), 6
    return {"year": (1, 12), "financial_year": (4, 12), "academic_year": (9, 11)}.get(unit, (number, 12))


def _months(year: int, month: int, count: int) -> Days:
    return date(year + (month - 1) // 12, (month - 1) % 12 + 1, 1), month_end(year, month + count - 1)


def _term(moment: Moment, spring_ends: int) -> Days:
    year = moment.year or 0
    if moment.second is not None and moment.number != 9:
        year = moment.second
    ends = {**_TERM_ENDS, 3: spring_ends}[moment.number]
    if moment.half_term == 1:
        ends = _HALF_TERM_ENDS[moment.number]
    starts = _HALF_TERM_ENDS[moment.number] + 1 if moment.half_term == 2 else _TERM_STARTS[moment.number]
    return date(year, starts, 1), month_end(year, ends)


def _edged(moment: Moment, whole: Days) -> Days:
    first, last = whole
    length = _MONTHS_IN.get(moment.unit, 3)
    if moment.edge == "end":
        return last, last
    if moment.edge == "mid":
        middle = _middle(first, length)
        return middle, middle
    if moment.edge == "week":
        return first + timedelta(days=7 * moment.week - 7), min(first + timedelta(days=7 * moment.week - 1), last)
    if moment.edge == "early":
        return first, first + timedelta(days=9) if length == 1 else month_end(first.year, first.month + _third(length))
    return whole


def _third(length: int) -> int:
    """Months after the first that "early" reaches: of a year its first quarter, of three months the first."""
    return length // 4 - 1 if length > 3 else 0


def _middle(first: date, length: int) -> date:
    if length in (1, 3):
        return month_end(first.year, first.month + length // 2).replace(day=15)
    return month_end(first.year, first.month + length // 2 - 1)


def easter(year: int) -> date:
    """Easter Sunday by the Gregorian reckoning (the anonymous algorithm printed in Nature, 1876)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    weekday = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * weekday) // 451
    month, day = divmod(h + weekday - 7 * m + 114, 31)
    return date(year, month, day + 1)
