"""Dates inside a heading: a heading that is nothing but a date or quarter heads a column of milestones."""

from __future__ import annotations

import re

_MONTH = (
    r"jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
)
_YEAR = r"(?:19|20)\d\d(?:\s*[/\-–]\s*(?:19|20)?\d{1,2}(?!\d))?"
_ORDINAL = r"(?:1st|2nd|3rd|4th|first|second|third|fourth)"
_PERIOD = re.compile(
    rf"""(?<![a-z0-9])(?:
      \d{{1,2}}[./\-]\d{{1,2}}[./\-](?:\d{{4}}|\d{{2}})
    | (?:f/?y\s*)?{_YEAR} | \d\d\s*[/\-–]\s*\d\d
    | (?:\d{{1,2}}(?:st|nd|rd|th)?\s+)?(?:{_MONTH}|may(?=\s*(?:'?\d|[-–/]|$)))\b\.?(?:\s*'?\d{{2}}(?!\d))?
    | (?:q(?:uarter|tr)?|h|y(?:ea)?r?|term|month|week|wk|phase|half\s*term)\s*(?:[1-9]\d?|one|two|three|four)\b
    | {_ORDINAL}\s+(?:quarter|qtr|half|term|year|six\s+months)
    | (?:spring|summer|autumn|winter)(?:\s+term)?
    )(?![a-z0-9])""",
    re.VERBOSE,
)
_AROUND = re.compile(
    r"\b(?:by|end|of|as|at|in|to|from|the|for|mid|early|late|until|ending|and|year|financial|plan)\b|[^a-z]"
)


def without_dates(text: str) -> str:
    """The text, in small letters, with every date, year, quarter and season replaced by a space."""
    return _PERIOD.sub(" ", text)


def heading_date(heading: str) -> str:
    """The heading in one line where it is nothing but a date, year, quarter or season ("Q1 2012/13"); else ""."""
    low = " ".join(heading.casefold().split())
    bare = without_dates(low)
    return "" if bare == low or _AROUND.sub("", bare) else " ".join(heading.split())
