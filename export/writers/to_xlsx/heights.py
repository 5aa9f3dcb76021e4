"""How high a row must be for its wrapped text: programs that open the workbook do not all work it out themselves."""

from __future__ import annotations

from math import ceil

MOST_LINES = 24
"""A row is never higher than a screen; what is cut off shows in the formula bar, or when the row is made higher."""

_LINE = 15.0
_NARROW, _WIDE = b"ijlftrI .,;:'|!()[]/-", b"mwMWQ@%&"
_CAPITALS = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_WORD = 2.5
"""Of each line that is followed by another so much is left empty, for a word does not break."""

_WIDEST_LINK = 110
"""Beyond this a column could not be seen as a whole on a screen."""


def lines_of(text: str, width: float) -> int:
    """About how many lines a text takes in a column that is `width` characters wide."""
    if 1.1 * len(text) <= width and "\n" not in text:
        return 1
    return sum(_lines(width_of(line), width) for line in text.split("\n"))


def width_of(line: str) -> float:
    """How wide a column must be to show a line whole, in digits, by which Excel measures; letters differ from them."""
    told = line.encode("latin-1", "replace")
    narrow, wide, capitals = (len(told) - len(told.translate(None, kind)) for kind in (_NARROW, _WIDE, _CAPITALS))
    return 0.97 * len(told) - 0.42 * narrow + 0.5 * wide + 0.15 * capitals


def linked_width(text: str) -> float:
    """The width of a column in which a link stands whole on one line: LibreOffice wraps all texts but links."""
    return min(_WIDEST_LINK, ceil(width_of(text)) + 1)


def _lines(taken: float, width: float) -> int:
    return 1 if taken <= width else ceil((taken - _WORD) / max(1.0, width - _WORD))


def height_of(lines: int) -> float:
    """The height of a row of so many lines, in points."""
    return _LINE * min(lines, MOST_LINES)
