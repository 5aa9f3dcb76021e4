"""What stands in a time cell and is no part of its dates: the numbers of a list, and dates that held before."""

from __future__ import annotations

import re

from normalise.values.dates.words import FORMER_WORDS, PHRASES, PLAIN
from normalise.values.folding import DASHES, fold

_LISTED = re.compile(r"(?m)^[^\S\n]*([0-9]{1,2})\.(?=[^\S\n]+[^\W\d_])")
_MINUTE = re.compile(
    r"\b(?:minutes?|min|resolution)\b\.?\s*+(?:(?:n(?:o|umber)\.?|refs?\.?|reference)\s*+)?(?::\s*+)?"
    r"[A-Z]{0,4}\d++/\d{2,4}(?![/\d])",
    re.IGNORECASE,
)
_NUMBERED_MINUTE = re.compile(
    r"\b(?:minutes?|resolution)\b\s*+(?:no\.?\s*+)?\d{1,4}(?=\s*+[,;:)]|[^\S\n]*+\n)", re.IGNORECASE
)
_SHORTEST_MINUTE = 12
"""Characters of the shortest cell with a minute and a date ("Minute 4, May")."""
_DASHES = frozenset(f"-{DASHES}\uff0d")
_COUNT = re.compile(
    r"(?<=\b(?:19|20)\d\d)\s+[-\u2010-\u2015\u2212\uff0d](?=\s+(?P<count>\d{1,3})\s+(?!(?:th|st|nd|rd)\b)(?P<counted>[^\W\d_]+))",
    re.IGNORECASE,
)
_FORMER_WORDS = "|".join(FORMER_WORDS).replace(" ", r"\s+")
_FORMER = re.compile(rf"[(\[]\s*(?:{_FORMER_WORDS})\b(?P<date>[^()\[\]]*[0-9][^()\[\]]*)[)\]]")
_DONE = re.compile(r"\b(?:complet|achiev|deliver|done|finish|publish|approv|adopt|agreed|now)")


def without_former(text: str) -> str:
    """The text with spaces for a bracket that says which date held before: `30.09.2026 (was 31.03.2026)`.

    A bracket that tells what was done stays, and so does one without a date beside it.
    """
    if "(" not in text and "[" not in text:
        return text
    spans = [match.span() for match in _FORMER.finditer(fold(text)) if not _DONE.search(match["date"])]
    rest = text
    for begin, end in spans:
        rest = rest[:begin] + " " * (end - begin) + rest[end:]
    return rest if any(c.isdigit() for c in rest) else text


def without_minutes(text: str) -> str:
    """The text with spaces for the numbers of minutes and resolutions, which look like days and years.

    `Minute 123/2024` is none of 2024, nor is `Minute 12, March 2026` a day in March.
    """
    low = text.lower()
    if "min" not in low and "resolution" not in low:
        return text
    rest = _MINUTE.sub(_blank, text) if "/" in text else text
    rest = _NUMBERED_MINUTE.sub(_blank, rest) if len(rest) > _SHORTEST_MINUTE else rest
    return rest if any(map(str.isalnum, rest)) else text


def with_counts_apart(text: str) -> str:
    """The text with a colon for the dash between a year and how many things are due: `July 2025 – 60 homes`.

    A number that may be the next year, and one that a word of time follows, stay as they are.
    """
    return text if len(text) <= _SHORTEST_MINUTE or _DASHES.isdisjoint(text) else _COUNT.sub(_apart, text)


def _apart(match: re.Match[str]) -> str:
    may_be_year = int(match["count"]) == (int(match.string[match.start() - 2 : match.start()]) + 1) % 100
    word = match["counted"].casefold()
    return match[0] if may_be_year or word in PLAIN or word in PHRASES else " :"


def without_list_numbers(text: str) -> str:
    """The text with spaces for the numbers of its lines (`1. Jan`, `2. Feb`), where they count up from 1.

    A single such line is a day of a month, as are days that do not count up.
    """
    if "\n" not in text:
        return text
    numbers = [int(match[1]) for match in _LISTED.finditer(text)]
    counted = len(numbers) > 1 and numbers == list(range(1, len(numbers) + 1))
    return _LISTED.sub(_blank, text) if counted else text


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])
