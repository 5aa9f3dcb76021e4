"""Dates and times of day as a spreadsheet shows its day numbers by their format (ECMA-376 18.8.31)."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from functools import lru_cache

_TOKEN = re.compile(
    r"(\[h+\]|\[m+\]|\[s+\]|d+|m+|y+|h+|s+(?:\.0+)?|am/pm|a/p)|\"([^\"]*)\"?|\\(.)|_.|\*.|\[[^\]]*\]|(.)", re.I | re.S
)
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_NAMED = {"ddd": 3, "mmm": 3, "mmmmm": 1} | dict.fromkeys(("dddd", "mmmm"), 9)
_LAST_DAY = 2_958_466  # 31 December 9999
_LEAP_BUG = 60  # Excel counts a 29 February 1900 that never was


@lru_cache(512)
def is_date_format(section: str) -> bool:
    """Whether a section of a number format shows a date or a time of day."""
    if "general" in section.casefold():
        return False
    return any(token.group(1) for token in _TOKEN.finditer(section))


def shown_date(value: float, section: str, *, since_1904: bool = False) -> str:
    """A day number as a date; one that is no day is shown as the number it is."""
    moment = _moment(value, since_1904=since_1904)
    if moment is None:
        return f"{value:.10g}"
    tokens = list(_TOKEN.finditer(section))
    letters = [(token.group(1) or "").lower() for token in tokens]
    halves = any(letter in ("am/pm", "a/p") for letter in letters)
    written = ""
    for at, (token, letter) in enumerate(zip(tokens, letters, strict=True)):
        if letter:
            minutes = letter in ("m", "mm") and _is_minutes(letters, at)
            written += _part(letter.replace("m", "n") if minutes else letter, moment, value, halves=halves)
        else:
            written += token.group(2) or token.group(3) or token.group(4) or ""
    return written.strip()


def _moment(value: float, *, since_1904: bool) -> datetime | None:
    days = value + 1462 if since_1904 else value
    if not 0 <= days < _LAST_DAY:
        return None
    start = datetime(1899, 12, 30) if days >= _LEAP_BUG else datetime(1899, 12, 31)
    return start + timedelta(seconds=round(days * 86_400, 3))


def _is_minutes(letters: list[str], at: int) -> bool:
    """Whether an m stands for minutes: after hours, or before seconds."""
    before = next((letter for letter in reversed(letters[:at]) if letter), "")
    after = next((letter for letter in letters[at + 1 :] if letter), "")
    return before.startswith(("h", "[h")) or after.startswith("s")


def _part(letter: str, moment: datetime, value: float, *, halves: bool) -> str:
    if letter.startswith("["):
        return str(int(value * {"h": 24, "m": 1440, "s": 86_400}[letter[1]] + 1e-6))
    if letter.startswith("a"):
        return "AM" if moment.hour < 12 else "PM"
    if letter.startswith("y"):
        return f"{moment.year:04d}" if len(letter) > 2 else f"{moment.year % 100:02d}"
    if letter in _NAMED:
        name = _DAYS[moment.weekday()] if letter.startswith("d") else _MONTHS[moment.month - 1]
        return name[: _NAMED[letter]]
    if letter.startswith("h"):
        return f"{(moment.hour % 12 or 12) if halves else moment.hour:0{min(len(letter), 2)}d}"
    number = {"d": moment.day, "m": moment.month, "n": moment.minute, "s": moment.second}[letter[0]]
    return f"{number:0{min(len(letter), 2)}d}"
