"""Words cut where a column ends, told without the document holding them whole: by how English words begin and end."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path

from ingest.readers.from_pdf.ink import Box
from ingest.readers.from_pdf.lines import Line
from ingest.readers.from_pdf.widths import wide

_FILE = Path(__file__).with_name("cut_words.toml")
HYPHENS = "\u2010\u00ad"
"""Signs that programs put where they divide a word; people type another."""
_SHORT = 3
_PADDING = 8.0
_BEARINGS = 0.1
"""How much wider letters are than their ink, about, in times their size."""
_VOWELS = frozenset("aeiouy")
_NUMBER = re.compile(
    r"\d{1,2}(?P<part>[/.-])\d{1,2}(?P=part)(?:\d{4}|\d\d)|(?:19|20)\d\d(?:[-–/](?:(?:19|20)\d\d|\d\d))?"
    r"|£\d{1,3}(?:,\d{3})+(?:\.\d\d)?|£\d+"
)


def is_cut_number(start: str, end: str) -> bool:
    """Whether two pieces make one date, year, span of years or sum, of a column that has no room for it.

    A sum with a year beneath it is two things: each is whole.
    """
    is_two = _NUMBER.fullmatch(start) is not None and _NUMBER.fullmatch(end) is not None
    return not is_two and _NUMBER.fullmatch(start + end) is not None


def is_month(word: str) -> bool:
    """Whether a word is a month's name."""
    return word in _listed("months")


def ends_word(piece: str) -> bool:
    """Whether a piece in small letters can only be the end of a word that began on the line before."""
    if len(piece) <= _SHORT:
        return piece not in _listed("short")
    if piece in _listed("ends"):
        return True
    return _VOWELS.isdisjoint(piece[:2]) and piece[:2] not in _listed("onsets")


def is_word_of_time(word: str) -> bool:
    """Whether a word tells when, as a column of dates does."""
    return is_month(word) or word in _listed("times")


def is_too_wide(line: Line, next_line: Line, area: Box) -> bool:
    """Whether the last piece of a line and the first of the next would not fit their column, nor one letter more the
    line; the words stand as far from the column's end as from its beginning.
    """
    room = area.width - 2 * min(max(min(line.box.left, next_line.box.left) - area.left, 0.0), _PADDING)
    last, first = line.text.rsplit(" ", 1)[-1], next_line.text.split(" ", 1)[0]
    letter = (wide(first[:1]) + _BEARINGS) * next_line.size
    return _part(line, last) + _part(next_line, first) > room and line.box.width + letter > room


def _part(line: Line, piece: str) -> float:
    """How wide a piece of a line is, about."""
    return line.box.width * wide(piece) / max(wide(line.text), 0.1)


@cache
def _listed(name: str) -> frozenset[str]:
    return frozenset(_lists()[name].split())


@cache
def _lists() -> dict[str, str]:
    return tomllib.loads(_FILE.read_text(encoding="utf-8"))
