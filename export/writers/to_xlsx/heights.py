"""How high a row must be for its wrapped text: programs that open the workbook do not all work it out themselves."""

from __future__ import annotations

from math import ceil

MOST_LINES = 24
"""A row is never higher than a screen; what is cut off shows in the formula bar, or when the row is made higher."""

_LINE = 15.0
_FIT = 1.12
"""Letters of running text are narrower than the digits by which Excel measures a column."""


def lines_of(text: str, width: float) -> int:
    """About how many lines a text takes in a column that is `width` characters wide."""
    room = width * _FIT
    return sum(max(1, ceil(len(line) / room)) for line in text.split("\n"))


def height_of(lines: int) -> float:
    """The height of a row of so many lines, in points."""
    return _LINE * min(lines, MOST_LINES)
