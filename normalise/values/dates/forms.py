"""The forms a date takes: small patterns over the parts of a cell, and the moment each one names."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from normalise.values.dates.calendar import Moment

_N = "[dno]"
_DAY = rf"(?<![pyTm]){_N}"
_NOT_A_DAY = r"(?![-./]?z?[Mm]|[./-][dn])"
_PAIR = rf"(?:Y[-/]n{_NOT_A_DAY}|Y/Y|Y/d{_NOT_A_DAY}|n[-/]n{_NOT_A_DAY})"
_SHORT = r"n(?![./]?[zD]?M|-?m|-[dno]|[-,&]?[dno]*Y)"
_YEAR = rf"(?:{_PAIR}|Y|{_SHORT})"
_Q = r"(?:q[-.]?[do]|o-?q)"
_GLOSS = r"(?:\(?M(?:[-t/]M)?\)?)?"

_FORMS = {
    "iso": rf"Y[-/.]{_N}[-/.]{_N}(?![dn])",
    "figures": rf"{_N}(?:[./-]+{_N}[./-]*|[./-]*{_N}[./-]+)(?:Y|n)",
    "days": rf"{_N}(?=(?:[-t,/&]z?{_N})*[-t,/&]z?D?{_N}[-./z]*M)",
    "day": rf"(?:D[,.]?)?{_DAY}[z.]*[-./]*M[-./,|z]*{_YEAR}",
    "day_after": rf"M[z.]*{_N},?Y",
    "twelvemonth": rf"MY-n{_NOT_A_DAY}",
    "month": rf"M(?:[-./,|z(]*(?:[FA]z*)?(?:{_PAIR}|Y)|[-./,]?{_SHORT})",
    "day_only": rf"(?:D[,.]?)?{_DAY}[z.]*[-./]?M|Mz*o|Md",
    "half_term": rf"MHT(?:[,(|]*{_YEAR})?",
    "month_only": "M",
    "quarter": rf"{_Q}{_GLOSS}[-,(|z/]*(?:Fz*)?{_YEAR}|{_YEAR}[-,(|/]*{_Q}",
    "quarter_after": rf"(?<=q[do][-/t])[do][-,(|z]*{_YEAR}",
    "quarter_only": rf"{_Q}|(?<=q[do][-/t])[do]",
    "season": rf"ST?(?:H?T)?(?:-?[do](?!{_N}))?(?:[-,(|z]*(?:Az*)?{_YEAR})?",
    "half": rf"(?:h\.?[do]|oH)[z|,(]*[FAy]?[z(]*{_YEAR}",
    "financial": rf"F[z,(]*{_PAIR}|{_PAIR}z*F",
    "academic": rf"A[z,(]*{_PAIR}|{_PAIR}z*A",
    "holiday": rf"J[,(z]*(?:{_YEAR})?",
    "month_figures": rf"{_N}[/.-]Y(?![-/.]{_N})",
    "pair": rf"{_PAIR}|Y(?:-+|t)Y(?![-./]{_N})",
    "year": "Y",
    "day_figures": rf"{_N}[./]{_N}",
}
_FORM = re.compile("|".join(f"(?P<{name}>{pattern})" for name, pattern in _FORMS.items()))


class Values(NamedTuple):
    """The parts that one form takes, and their values."""

    marks: str
    values: Sequence[int]

    def numbers(self) -> list[int]:
        """The days and other short numbers, in order."""
        return [v for m, v in zip(self.marks, self.values, strict=True) if m in "dno"]

    def first(self, mark: str) -> int:
        """Value of the first part of this kind."""
        return self.values[self.marks.index(mark)]

    def year(self, skip: int = 0) -> tuple[int | None, int | None]:
        """The year, and the later year of a pair, among the parts after `skip`."""
        years = [self.values[at] for at in range(skip, len(self.marks)) if self.marks[at] in "Ynd"]
        return (*years, None, None)[0], (*years, None, None)[1]


def shapes(marks: str) -> list[tuple[str, int, int]]:
    """The forms in a string of parts, in order: name, first part, part after the last."""
    return [(match.lastgroup or "", *match.span()) for match in _FORM.finditer(marks)]


def moment_of(form: str, marks: str, values: Sequence[int]) -> Moment | None:
    """The moment that parts of this form name, None where it is none; a year without its century stays below 100."""
    return _BUILDERS[form](Values(marks, values))


def _paired(moment: Callable[[int | None, int | None], Moment], years: tuple[int | None, int | None]) -> Moment | None:
    """The moment in its year, or None when two years do not follow one another."""
    first, second = years
    if first is None or second is None:
        return moment(first, None)
    whole = _following(first, second)
    return moment(first, whole) if whole else None


def _following(first: int, second: int) -> int | None:
    """The second year in as many digits as the first, when it is the year after."""
    after = first + 1
    return after if second in (after, after % 100) or (second < 10 and second == after % 10) else None


def _iso(m: Values) -> Moment:
    year, month, day = m.values[0], *m.numbers()
    return Moment("day", month, day, year)


def _figures(m: Values) -> Moment:
    if len(m.marks) == 5:
        return Moment("day", m.values[2], m.values[0], m.values[4])
    day, month, year = [v for c, v in zip(m.marks, m.values, strict=True) if c in "dnoY"]
    return Moment("day", month, day, year)


def _days(m: Values) -> Moment:
    return Moment("day", 0, m.values[0])


def _weekday(m: Values) -> int | None:
    return m.first("D") if "D" in m.marks else None


def _day(m: Values) -> Moment | None:
    month, weekday, number = m.first("M"), _weekday(m), m.numbers()[0]
    skip = m.marks.index("M") + 1
    return _paired(lambda y, s: Moment("day", month, number, y, s, weekday=weekday), m.year(skip))


def _day_after(m: Values) -> Moment:
    return Moment("day", m.first("M"), m.numbers()[0], m.first("Y"))


def _day_only(m: Values) -> Moment:
    return Moment("day", m.first("M"), m.numbers()[0], weekday=_weekday(m))


def _twelvemonth(m: Values) -> Moment | None:
    whole = _following(m.values[1], m.values[3])
    return Moment("twelvemonth", m.values[0], 0, m.values[1], whole) if whole else None


def _month(m: Values) -> Moment | None:
    if m.marks == "MY":
        return Moment("month", m.values[0], 0, m.values[1])
    return _paired(lambda y, s: Moment("month", m.values[0], 0, y, s), m.year(1))


def _half_term(m: Values) -> Moment | None:
    return _paired(lambda y, s: Moment("month", m.values[0], 0, y, s, half_term=1), m.year(3))


def _quarter(m: Values) -> Moment | None:
    at = m.marks.index("q")
    number_at = at - 1 - (m.marks[at - 1 : at] == "-") if m.marks[:at].rstrip("-").endswith("o") else -1
    if number_at < 0:
        number_at = next(i for i in range(at + 1, len(m.marks)) if m.marks[i] in "do")
    number = m.values[number_at]
    if not 1 <= number <= 4:
        return None
    rest = [(c, v) for i, (c, v) in enumerate(zip(m.marks, m.values, strict=True)) if i != number_at]
    years = Values("".join(c for c, _ in rest), tuple(v for _, v in rest)).year()
    return _paired(lambda y, s: Moment("quarter", number, 0, y, s), years)


def _quarter_after(m: Values) -> Moment | None:
    number = m.values[0]
    return _paired(lambda y, s: Moment("quarter", number, 0, y, s), m.year(1)) if 1 <= number <= 4 else None


def _quarter_only(m: Values) -> Moment | None:
    number = m.numbers()[0]
    return Moment("quarter", number) if 1 <= number <= 4 else None


def _season(m: Values) -> Moment | None:
    part_at = next((i for i, c in enumerate(m.marks[:4]) if c in "do" and "Y" not in m.marks[:i]), 0)
    part = m.values[part_at] if part_at else int("H" in m.marks)
    unit = "term" if "T" in m.marks or part in (1, 2) else "season"
    return _paired(lambda y, s: Moment(unit, m.values[0], 0, y, s, half_term=part), m.year(part_at + 1))


def _half(m: Values) -> Moment | None:
    number = m.numbers()[0]
    skip = next(i for i, c in enumerate(m.marks) if c in "do") + 1
    return _paired(lambda y, s: Moment("half_year", number, 0, y, s), m.year(skip)) if number in (1, 2) else None


def _year_pair(m: Values, unit: str) -> Moment | None:
    years = [(c, v) for c, v in zip(m.marks, m.values, strict=True) if c in "Ynd"]
    (mark, first), (_, second) = years[:2]
    whole = _following(first, second)
    if whole and m.marks != "Y-Y":
        return Moment(unit, 0, 0, first, whole) if mark == "Y" or unit != "" else None
    return None


def _pair(m: Values) -> Moment | None:
    first, second = m.values[0], m.values[-1]
    if m.marks[0] == m.marks[-1] == "Y" and "/" not in m.marks:
        return Moment("years", 0, 0, first, second)
    following = _following(first, second)
    if m.marks[0] == "n":
        if following and first > 12:
            return Moment("financial_year", 0, 0, first, following)
        if m.marks == "n/n" and first <= 12 < second:
            return Moment("month", first, 0, second)
        return Moment("day", second, first) if m.marks == "n/n" and not following and second <= 12 else None
    if following:
        return Moment("financial_year", 0, 0, first, following)
    if m.marks[2] == "Y":
        return Moment("years", 0, 0, first, second)
    if m.marks[2] == "n" and second > first % 100:
        return Moment("years", 0, 0, first, first - first % 100 + second)
    return Moment("month", second, 0, first) if m.marks == "Y-n" and 1 <= second <= 12 else None


def _holiday(m: Values) -> Moment | None:
    unit = "christmas" if m.values[0] == 1 else "easter"
    return _paired(lambda y, s: Moment(unit, 0, 0, y, s), m.year(1))


_BUILDERS: dict[str, Callable[[Values], Moment | None]] = {
    "iso": _iso,
    "figures": _figures,
    "days": _days,
    "day": _day,
    "day_after": _day_after,
    "day_only": _day_only,
    "twelvemonth": _twelvemonth,
    "month": _month,
    "half_term": _half_term,
    "month_only": lambda m: Moment("month", m.values[0]),
    "quarter": _quarter,
    "quarter_after": _quarter_after,
    "quarter_only": _quarter_only,
    "season": _season,
    "half": _half,
    "financial": lambda m: _year_pair(m, "financial_year"),
    "academic": lambda m: _year_pair(m, "academic_year"),
    "holiday": _holiday,
    "month_figures": lambda m: Moment("month", m.values[0], 0, m.values[2]),
    "pair": _pair,
    "year": lambda m: Moment("year", 0, 0, m.values[0]),
    "day_figures": lambda m: Moment("day", m.values[2], m.values[0]),
}
