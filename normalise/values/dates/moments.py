"""The moment that each form of a date names: which of its values is the day, which the month, which the year."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from normalise.values.dates.calendar import Moment

_WINTER = 12
_TERMS_OF_HOLIDAYS = {1: 9, 2: 3}
"""The term that Christmas ends, and the one that Easter ends, by the months they begin with."""


class Values(NamedTuple):
    """The parts that one form takes, and their values."""

    marks: str
    values: Sequence[int]

    def at(self, marks: str) -> int:
        """Where the first part of one of these kinds stands."""
        return next(at for at, mark in enumerate(self.marks) if mark in marks)

    def first(self, marks: str) -> int:
        """Value of the first part of one of these kinds."""
        return self.values[self.at(marks)]

    def all(self, marks: str, skip: int = 0) -> list[int]:
        """Values of all parts of these kinds, from part `skip` on."""
        return [self.values[at] for at in range(skip, len(self.marks)) if self.marks[at] in marks]


def moment_of(form: str, marks: str, values: Sequence[int]) -> Moment | None:
    """The moment that parts of this form name, None where it is none; a year without its century stays below 100."""
    return _BUILDERS[form](Values(marks, values))


def _in_year(moment: Moment, years: Sequence[int]) -> Moment | None:
    """The moment in its year or pair of years; None where two years do not follow one another."""
    if len(years) < 2:
        return moment._replace(year=years[0]) if years else moment
    whole = _following(years[0], years[1])
    return moment._replace(year=years[0], second=whole) if whole else None


def _following(first: int, second: int) -> int | None:
    """The second year in as many digits as the first, when it is the year after."""
    after = first + 1
    return after if second in (after, after % 100) or (second < 10 and second == after % 10) else None


def _iso(m: Values) -> Moment:
    year, month, day = m.all("Ydno")
    return Moment("day", month, day, year)


def _figures(m: Values) -> Moment:
    day, month, year = m.values[::2] if len(m.marks) == 5 else m.all("dnoY")
    return Moment("day", month, day, year)


def _weekday(m: Values) -> int | None:
    return m.first("D") if "D" in m.marks else None


def _day(m: Values) -> Moment | None:
    month_at = m.at("M")
    moment = Moment("day", m.values[month_at], m.first("dno"), weekday=_weekday(m))
    return _in_year(moment, m.all("Ynd", month_at + 1))


def _day_after(m: Values) -> Moment:
    return Moment("day", m.first("M"), m.first("dno"), m.first("Y"))


def _day_only(m: Values) -> Moment:
    return Moment("day", m.first("M"), m.first("dno"), weekday=_weekday(m))


def _twelvemonth(m: Values) -> Moment | None:
    return _in_year(Moment("twelvemonth", m.values[0]), m.all("Yn"))


def _month(m: Values) -> Moment | None:
    if m.marks == "MY":
        return Moment("month", m.values[0], 0, m.values[1])
    return _in_year(Moment("month", m.values[0]), m.all("Ynd", 1))


def _half_term(m: Values) -> Moment | None:
    return _in_year(Moment("month", m.values[0], half_term=1), m.all("Ynd", m.at("T")))


def _quarter(m: Values) -> Moment | None:
    """`Q3 2024/25`, `3rd quarter 2024/25`, `2024/25 Q3`: the number is the ordinal before, else the figure after.

    Months beside it (`Q1 (Apr-Jun) 2024`) say which quarter is meant, from wherever the plan counts.
    """
    at = m.marks.index("q")
    before = m.marks[:at].rstrip("-")
    number_at = len(before) - 1 if before.endswith("o") else at + 1 + Values(m.marks[at + 1 :], ()).at("do")
    number = m.values[number_at]
    years = m.all("Ynd", number_at + 1) or Values(m.marks[:at], m.values).all("Ynd")
    if months := m.all("M"):
        number = months[-1] // 3 if len(years) == 1 else (months[-1] // 3 - 2) % 4 + 1
        if months[-1] % 3:
            return None
    return _in_year(Moment("quarter", number), years) if 1 <= number <= 4 else None


def _quarter_only(m: Values) -> Moment | None:
    number = m.first("do")
    return _in_year(Moment("quarter", number), m.all("Ynd", m.at("do") + 1)) if 1 <= number <= 4 else None


def _season(m: Values) -> Moment | None:
    """`Autumn 2 2024`: a figure before the year is the half of the term."""
    part_at = next((at for at, mark in enumerate(m.marks[:5]) if mark in "do"), 0)
    part = m.values[part_at] if part_at else int("H" in m.marks)
    number = _TERMS_OF_HOLIDAYS[m.values[0]] if m.marks[0] == "J" else m.values[0]
    unit = "term" if number != _WINTER and ("T" in m.marks or part in (1, 2)) else "season"
    return _in_year(Moment(unit, number, half_term=part), m.all("Ynd", part_at + 1))


def _half(m: Values) -> Moment | None:
    at = m.at("do")
    return _in_year(Moment("half_year", m.values[at]), m.all("Ynd", at + 1)) if m.values[at] in (1, 2) else None


def _named_year(unit: str) -> Callable[[Values], Moment | None]:
    def read(m: Values) -> Moment | None:
        years = m.all("Ynd")[:2]
        return _in_year(Moment(unit), years) or Moment("years", 0, 0, years[0], years[1])

    return read


def _pair(m: Values) -> Moment | None:
    first, second = m.values[0], m.values[-1]
    if m.marks[0] == "n":
        return _short_pair(first, second, m.marks[1])
    if m.marks[-1] == "Y" and ("/" not in m.marks or _following(first, second) is None):
        return Moment("years", 0, 0, first, second)
    if following := _following(first, second):
        return Moment("financial_year", 0, 0, first, following)
    if m.marks[-1] == "n" and second > first % 100:
        return Moment("years", 0, 0, first, first - first % 100 + second)
    return Moment("month", second, 0, first) if m.marks in ("Y-n", "Y/n") and 1 <= second <= 12 else None


def _short_pair(first: int, second: int, sign: str) -> Moment | None:
    """Two figures: `24/25` a financial year, `03/26` a month, `31/12` a day; `11/12` could be each and is none."""
    following = _following(first, second)
    if following:
        return Moment("financial_year", 0, 0, first, following) if first > 12 else None
    if sign != "/":
        return None
    if first <= 12 < second:
        return Moment("month", first, 0, second)
    return Moment("day", second, first) if second <= 12 else None


def _day_figures(m: Values) -> Moment | None:
    """`31/3` a day; `3/26` can only be a month and its year."""
    first, second = m.values[0], m.values[2]
    if 1 <= second <= 12:
        return Moment("day", second, first)
    return Moment("month", first, 0, second) if "/" in m.marks and 1 <= first <= 12 and second < 100 else None


def _holiday(m: Values) -> Moment | None:
    return _in_year(Moment("christmas" if m.values[0] == 1 else "easter"), m.all("Ynd", 1))


_BUILDERS: dict[str, Callable[[Values], Moment | None]] = {
    "iso": _iso,
    "figures": _figures,
    "days": lambda m: Moment("day", 0, m.values[0]),
    "day": _day,
    "day_after": _day_after,
    "day_only": _day_only,
    "twelvemonth": _twelvemonth,
    "year_season": lambda m: _season(Values(m.marks[-1] + m.marks[0], (m.values[-1], m.values[0]))),
    "year_month": lambda m: Moment("month", m.values[-1], 0, m.values[0]),
    "month": _month,
    "half_term": _half_term,
    "month_only": lambda m: Moment("month", m.values[0]),
    "quarter": _quarter,
    "quarter_after": _quarter_only,
    "quarter_only": _quarter_only,
    "season": _season,
    "half": _half,
    "financial": _named_year("financial_year"),
    "academic": _named_year("academic_year"),
    "holiday": _holiday,
    "month_figures": lambda m: Moment("month", m.values[0], 0, m.values[2]),
    "pair": _pair,
    "year": lambda m: Moment("year", 0, 0, m.values[0]),
    "day_figures": _day_figures,
}
