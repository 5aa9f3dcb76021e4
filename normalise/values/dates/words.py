"""The vocabulary of time: which part each word or phrase plays, read once from `data/time.toml`.

A part is one letter, so that a cell becomes a short string of parts which small patterns read.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from importlib import resources

MARKS = {
    "end": "E", "early": "B", "mid": "I", "late": "L", "term": "T", "half": "H", "half_code": "h", "quarter": "q",
    "financial": "F", "academic": "A", "to": "t", "from": "f", "onwards": "u", "by": "b", "throughout": "N",
    "prior": "P", "next": "a", "gathering": "G", "between": "k", "of": "z", "and": "&", "or": "v", "each": "e",
    "year": "y", "unit": "m", "ongoing": "O", "going_on": "Q", "lasting": "g", "recurring": "R", "repeating": "r",
    "tbc": "U", "complete": "C", "done": "c", "relative": "V", "hanging": "x", "counted": "p", "none": "0", "code": "s",
    "other": "w",
}  # fmt: skip
"""Part of the words in each list of the data file."""

VALUED = {
    "months": "M", "seasons": "S", "weekdays": "D", "numbers": "d", "ordinals": "o", "holidays": "J", "weeks": "W",
}  # fmt: skip
"""Part of the words whose list says which one they are."""

SIGNS = {
    **{c: c for c in "-/.,&?:"},
    **dict.fromkeys("([{", "("), **dict.fromkeys(")]}", ")"),
    **dict.fromkeys(";•·▪◦●○■□‣∙➢►▶❖|", ";"),
    "\n": "|", "+": "u", "→": "t", ">": "t", "\\": "/", "✓": "C", "✔": "C", "☑": "C",
}  # fmt: skip
"""Part of each sign; a line end is `|`."""

RUN_TOGETHER = "X"
"""Part of figures that a lost stroke has run together: `3103/2026`."""

ORDINAL_ENDINGS = "st|nd|rd|th|af|il|ydd|edd|fed|ed|eg|ain"
FIRST_YEAR, LAST_YEAR = 1970, 2099

Part = tuple[str, int]
"""A part and which one it is: ("M", 10) for October."""

Entry = tuple[tuple[str, ...], Part]
"""The words of a phrase after the first, and its part."""

_PIECES = re.compile(r"[0-9]+(?:st|nd|rd|th)?|[^\W\d_]+(?:'[^\W\d_]+)*|[^\s\w]")


_DATA = tomllib.loads((resources.files("normalise") / "data" / "time.toml").read_text(encoding="utf-8"))

HEADING_WORDS = frozenset(_DATA["headings"]["words"])
"""Words that a column's heading may have beside its date and still be headed by the date alone."""


FORMER_WORDS = tuple(_DATA["former"]["words"])
"""Words that open a bracket with a date that held before."""


def _entries() -> Iterator[tuple[str, Part]]:
    for name, mark in VALUED.items():
        for value, phrases in _DATA[name].items():
            yield from ((phrase, (mark, int(value))) for phrase in phrases)
    for group in ("marks", "kinds"):
        for name, phrases in _DATA[group].items():
            yield from ((phrase, (MARKS[name], 0)) for phrase in phrases)


def _phrases() -> dict[str, list[Entry]]:
    found: dict[str, list[Entry]] = {}
    for phrase, part in _entries():
        first, *rest = _PIECES.findall(phrase)
        found.setdefault(first, []).append((tuple(rest), part))
    for entries in found.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return found


def _plain() -> dict[str, Part]:
    words = {word: entries[0][1] for word, entries in PHRASES.items() if not entries[0][0]}
    years = {str(year): ("Y", year) for year in range(FIRST_YEAR, LAST_YEAR + 1)}
    plain = {**{sign: (mark, 0) for sign, mark in SIGNS.items()}, **SHORT_NUMBERS, **years, **words}
    return {token: part for token, part in plain.items() if token in words or token not in PHRASES}


SHORT_NUMBERS: dict[str, Part] = {f"{n:0{width}d}": ("dn"[width - 1], n) for width in (1, 2) for n in range(10**width)}
"""Figures of one digit (`d`) and of two (`n`, which may be a year)."""

PHRASES = _phrases()
"""First word of every phrase → its phrases, longest first."""

PLAIN = _plain()
"""Words that begin no longer phrase, signs, short numbers and years → their parts."""

MONTH_STARTS = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
"""How months begin, as part of a pattern."""
LONG_MONTHS = {word: part[1] for word, part in PLAIN.items() if part[0] == "M" and len(word) >= 6}
"""Month names long enough that a slip of the pen in one is still plain."""
