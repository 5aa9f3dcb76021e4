"""A time cell as a string of parts: one letter for each word, number or sign, with its value."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from rapidfuzz.distance import OSA

from normalise.values.dates.asides import without_list_numbers
from normalise.values.dates.words import (
    LONG_MONTHS,
    ORDINAL_ENDINGS,
    PHRASES,
    PLAIN,
    RUN_TOGETHER,
    SHORT_NUMBERS,
    Entry,
)
from normalise.values.folding import fold

_DAY = "(?:0?[1-9]|[12][0-9]|3[01])"
_MONTH = "(?:0?[1-9]|1[0-2])"
_YEAR = "(?:19|20)[0-9]{2}"
_LOST_STROKE = (
    rf"(?!{_YEAR}[^0-9])(?:(?=[0-9]{{3}}){_DAY}{_MONTH}[/.-]{_YEAR}|[0-9]{{3,4}}[/.-]{_MONTH}[/.-]{_YEAR}"
    rf"|(?=[0-9]{{4}}){_DAY}{_MONTH}/[0-9]{{2}})(?![0-9])"
)
"""A day and a month run together (`3103/2026`) or of too many figures (`310/3/2026`), told by the year at the end."""
_TOKEN = re.compile(
    rf"""[^\W\d_]+(?:'[^\W\d_]+)*
       |[0-9]{{1,2}}:[0-9]{{2}}(?::[0-9]{{2}}(?:\.[0-9]+)?)?(?:\s?[ap]\.?m\b)?
       |[0-9]{{1,2}}(?:\.[0-9]{{2}})?\s?[ap]\.?m\b
       |[0-9]{{1,2}}\s?(?:{ORDINAL_ENDINGS})(?![^\W\d_])
       |[£$€]\s?[0-9][0-9,.]*|[0-9]+(?:\.[0-9]+)?\s?%
       |{_LOST_STROKE}
       |[0-9]+
       |'[0-9]{{2}}(?![0-9])
       |\n
       |[^\s\w'"*]""",
    re.VERBOSE,
)
_ORDINAL = re.compile(rf"([0-9]{{1,2}})\s?(?:{ORDINAL_ENDINGS})")
_TIME = re.compile(r"[0-9]{1,2}(?::|(?:\.[0-9]{2})?\s?[ap])")
_RUN_TOGETHER = re.compile(_LOST_STROKE)
_OTHER = ("w", 0)
_SHORTENED = ("M", "D", "S")
"""Parts whose names are cut short with a full stop, which is theirs: `Jan. – Feb. 2024`."""


class Scan(NamedTuple):
    """The parts of a text: `marks[i]` is the part, `values[i]` its value, `firsts[i]` and `lasts[i]` its tokens.

    A tuple, like all that is made for every cell of a column: it costs a fifth of a dataclass.
    """

    text: str
    marks: str
    values: Sequence[int]
    firsts: Sequence[int]
    lasts: Sequence[int]

    def places(self) -> tuple[list[int], list[int]]:
        """Where in the text each part begins and ends."""
        spans = [match.span() for match in _TOKEN.finditer(fold(self.text))]
        return [spans[at][0] for at in self.firsts], [spans[at][1] for at in self.lasts]


def scan(text: str) -> Scan:
    """The parts of `text`; quotation marks, asterisks, times of day and the numbers of a list have none."""
    text = without_list_numbers(text)
    tokens = _TOKEN.findall(fold(text))
    marks, values, firsts, lasts = [], [], [], []
    position, count = 0, len(tokens)
    while position < count:
        token = tokens[position]
        after = position + 1
        part = PLAIN.get(token)
        if part is None:
            part, after = _part(tokens, position)
        if part[0] in _SHORTENED and after < count and tokens[after] == ".":
            after += 1
        if part[0]:
            marks.append(part[0])
            values.append(part[1])
            firsts.append(position)
            lasts.append(after - 1)
        position = after
    return Scan(text, "".join(marks), values, firsts, lasts)


def _part(tokens: Sequence[str], position: int) -> tuple[tuple[str, int], int]:
    """The part at a token that is not plain, and the token after it."""
    token = tokens[position]
    for entry in PHRASES.get(token, ()):
        after = _matched(tokens, position + 1, entry)
        if after:
            return entry[1], after
    if token in SHORT_NUMBERS:
        return SHORT_NUMBERS[token], position + 1
    if not token[0].isalpha():
        return _other(token), position + 1
    return _broken_month(tokens, position) or (_misspelt_month(token), position + 1)


def _broken_month(tokens: Sequence[str], position: int) -> tuple[tuple[str, int], int] | None:
    """A month that a narrow column broke over two lines, with or without a hyphen: `Septem-/ber`."""
    rest = position + (3 if tokens[position + 1 : position + 2] == ["-"] else 2)
    if tokens[rest - 1 : rest] != ["\n"]:
        return None
    number = LONG_MONTHS.get("".join([tokens[position], *tokens[rest : rest + 1]]))
    return (("M", number), rest + 1) if number else None


def _matched(tokens: Sequence[str], position: int, entry: Entry) -> int:
    """Where the phrase ends, or 0; a line end or a dash inside a phrase does not part it.

    A phrase in figures (`24/7`) ends where the figures end, so that 24/7/25 stays a date.
    """
    for word in entry[0]:
        while position < len(tokens) and tokens[position] != word and tokens[position] in ("\n", "-"):
            position += 1
        if position == len(tokens) or tokens[position] != word:
            return 0
        position += 1
    joined = entry[0][-1:] and entry[0][-1].isdecimal() and tokens[position : position + 1] in (["/"], ["."], ["-"])
    return 0 if joined else position


def _other(token: str) -> tuple[str, int]:
    ordinal = _ORDINAL.fullmatch(token)
    if ordinal:
        return "o", int(ordinal.group(1))
    if token[0] == "'" and len(token) == 3:
        return "Y", int(token[1:])
    if _RUN_TOGETHER.match(token):
        return RUN_TOGETHER, 0
    return ("", 0) if _TIME.match(token) else _OTHER


def _misspelt_month(word: str) -> tuple[str, int]:
    if 5 <= len(word) <= 11:
        for name, number in LONG_MONTHS.items():
            if word[0] == name[0] and OSA.distance(word, name, score_cutoff=1) <= 1:
                return "M", number
    return _OTHER
