"""When a school's year runs, and when its spring term ends: in April, or in March where the plan says so."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from normalise.model import Period
from normalise.values.folding import fold

_MARCH = 3
_APRIL = 4
_SAID = re.compile(
    r"\bspring(?: terms?)?(?: 20[0-9]{2})?\b[^.\n]{0,40}?"
    r"(?:\bends?\b|\bfinish(?:es)?\b|\bto\b|\buntil\b|-)[^.\n]{0,20}?\b(?P<month>mar(?:ch)?|apr(?:il)?)\b"
)
_OF_A_SCHOOL = re.compile(
    r"\b(?:primary|infants?|junior|secondary|high|grammar|middle|nursery|special|community|catholic|academy)"
    r"(?: and nursery)? school\b|\bacademy\b|\bschool(?:'s)? (?:improvement|development)(?: and \w+)? plan\b"
)
_NO_SCHOOL = re.compile(r"\b(?:council|county|borough|local authority|local area|partnership|strategy|all schools)\b")


def school_year(period: Period, title: str) -> Period:
    """The period of a plan as school years, where its title says that it is one school's: `2025/26` from September."""
    folded, (start, end) = fold(title), (period.start, period.end)
    if not _OF_A_SCHOOL.search(folded) or _NO_SCHOOL.search(folded) or start is None or end is None:
        return period
    if (start.month, start.day, end.month, end.day) != (4, 1, 3, 31):
        return period
    return Period(date(start.year, 9, 1), date(end.year, 8, 31))


def spring_term_ends(texts: Iterable[str]) -> int:
    """The month, 3 or 4, in which the spring term ends: by the first text that says so, else April.

    `Spring term: January to March`, `The spring term ends on 28 March` say so.
    """
    said = next((match for text in texts if (match := _SAID.search(fold(text)))), None)
    return _MARCH if said and said["month"].startswith("mar") else _APRIL
