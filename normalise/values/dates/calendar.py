"""First and last days: of months, quarters, terms, seasons, years, and of the parts of them that plans name."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

_TERM_STARTS = {3: 1, 6: 5, 9: 9}
_TERM_ENDS = {3: 4, 6: 7, 9: 12}
_HALF_TERM_ENDS = {3: 2, 6: 5, 9: 10}
MONTHS_IN = {"month": 1, "quarter": 3, "season": 3, "half_year": 6, "year": 12, "financial_year": 12}


@dataclass(frozen=True, slots=True)
class Moment:
    """A named time, perhaps without its year.

    `unit` is day, month, quarter, season, term, half_year, year, financial_year, academic_year, years (both named
    years, whole), twelvemonth (a year from the named month), christmas or easter. `number` says which month, quarter
    or half; seasons and terms are numbered by the month they begin with. `second` is the later year of a pair such as
    2024/25. `edge` is "", end, early, mid or late.
    """

    unit: str
    number: int = 0
    day: int = 0
    year: int | None = None
    second: int | None = None
    edge: str = ""
    half_term: int = 0
    weekday: int | None = None


Days = tuple[date, date]


def month_end(year: int, month: int) -> date:
    """Last day of a month; months past 12 run into the next year."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    return date(year, month, monthrange(year, month)[1])


def days(moment: Moment, spring_ends: int) -> Days | None:
    """First and last day of a moment that has its year; None where there is no such day (31 June)."""
    if moment.year is None or not 1 <= moment.year <= 9000:
        return None
    if moment.unit == "day":
        return _day(moment)
    if moment.unit in ("christmas", "easter"):
        day = date(_year_of(moment, 12 if moment.unit == "christmas" else 4), 12, 25)
        return (day, day) if moment.unit == "christmas" else (easter(day.year), easter(day.year))
    whole = _whole(moment, spring_ends)
    return whole and _edged(moment, whole)


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


def _whole(moment: Moment, spring_ends: int) -> Days | None:  # noqa: PLR0911 - one line for each unit
    year = moment.year or 0
    match moment.unit:
        case "month":
            return _months(_year_of(moment, moment.number), moment.number, 1) if 1 <= moment.number <= 12 else None
        case "quarter" if moment.second is None:
            return _months(year, 3 * moment.number - 2, 3)
        case "quarter":
            return _months(year, 3 * moment.number + 1, 3)
        case "half_year":
            return _months(year, 6 * moment.number - (5 if moment.second is None else 2), 6)
        case "season":
            return _season(moment)
        case "term":
            return _term(moment, spring_ends)
        case "year":
            return _months(year, 1, 12)
        case "financial_year":
            return _months(year, 4, 12)
        case "academic_year":
            return _months(year, 9, 11)
        case "years":
            return date(year, 1, 1), date(moment.second or year, 12, 31)
        case "twelvemonth":
            return _months(year, moment.number, 12)
    return None


def _months(year: int, month: int, count: int) -> Days:
    last = month_end(year, month + count - 1)
    return date(year + (month - 1) // 12, (month - 1) % 12 + 1, 1), last


def _season(moment: Moment) -> Days | None:
    """Of a pair such as 2024/25 only autumn and winter lie in one year whole."""
    if moment.second is not None and moment.number in (3, 6):
        return None
    return _months(moment.year or 0, moment.number, 3)


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
    length = MONTHS_IN.get(moment.unit, 3)
    if moment.edge == "end":
        return last, last
    if moment.edge == "mid":
        middle = _middle(first, last, length)
        return middle, middle
    if moment.edge == "early":
        return first, first + timedelta(days=9) if length == 1 else month_end(first.year, first.month + _third(length))
    return whole


def _third(length: int) -> int:
    """Months after the first that "early" reaches: of a year its first quarter, of three months the first."""
    return length // 4 - 1 if length > 3 else 0


def _middle(first: date, last: date, length: int) -> date:
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
