"""Spaces that a page shows and pdfium does not say, and those it says that nobody sees.

Ghostscript writes the end of one word and the beginning of the next as a piece of two or three letters set apart alike
(`Tc`: ISO 32000-1, 9.3.2), which pdfium takes for letters set wide, as those of a heading may be. What stands close
beside such a piece tells it from them. And it writes letters that stand closer than most with a space between them
that is made as narrow as nothing (`Tw`: 9.3.3).
"""

from __future__ import annotations

import ctypes
from math import dist

from ingest.readers.from_pdf.drawn import calls

_FEW = 4
"""Longer pieces are left as they are: words of one letter hardly follow one another, and to look takes time."""
_APART, _FARTHER = 0.16, 0.12
"""How far from one another letters stand that a space parts, and how much farther than from what is beside them, in
times their height."""
_BETWEEN, _BESIDE = 0.09, 0.05
"""The same for letters of two objects: kerning parts them by less."""
_NOTHING, _NARROW = 0.02, 0.1
"""How far apart letters stand between which nobody sees a space, and how narrow that space is, in the same measure."""
_SAME = 0.01

_Room = ctypes.c_float * 4
"""Left, top, right and bottom of a letter with the room that its font gives it."""
_Ink = ctypes.c_double * 4
_Point = ctypes.c_double * 2


def spaced(page: calls.Handle, text: str, start: int, end: int) -> str:
    """What the letters from one to another of a page's text, all those of one object, say with the spaces it shows."""
    words = text[start:end]
    if not 1 < len(words) <= _FEW or words != words.strip():
        return words
    if " " not in words:
        return _parted(page, text, start, end)
    return "".join(letter for n, letter in enumerate(words, start) if letter != " " or not _is_nothing(page, n))


def ends_word(page: calls.Handle, text: str, n: int) -> bool:
    """Whether a letter of one object and letter `n`, the first of the next, stand so far apart that a space parts them.

    Letters set wide, each an object of its own, stand as far from those on their other side.
    """
    if not (text[n - 1].isalnum() and text[n : n + 1].isalnum()):
        return False
    gap = _gap(page, n - 1, n)
    if gap < _BETWEEN or _is_bare(page, n):
        return False
    beside = [_gap(page, m - 1, m) for m in (n - 1, n + 1) if len(text[max(m - 1, 0) : m + 1].strip()) == 2]
    return bool(beside) and gap >= max(beside) + _BESIDE


def _is_nothing(page: calls.Handle, n: int) -> bool:
    """Whether a space within an object, not one of pdfium's own, leaves no room between the letters around it."""
    if calls.is_generated(page, n) or _gap(page, n - 1, n + 1) > _NOTHING:
        return False
    _, top, _, bottom = _room(page, n + 1)
    return dist(_origin(page, n), _origin(page, n + 1)) <= _NARROW * (top - bottom)


def _parted(page: calls.Handle, text: str, start: int, end: int) -> str:
    """The letters of an object with spaces where they stand farther from one another than from their neighbours."""
    if _gap(page, start, start + 1) < _APART or _is_bare(page, start):
        return text[start:end]
    beside = [_gap(page, n - 1, n) for n in (start, end) if len(text[max(n - 1, 0) : n + 1].strip()) == 2]
    if not beside:
        return text[start:end]
    inside = (_gap(page, n - 1, n) for n in range(start + 1, end))
    least = max(_APART, max(beside) + _FARTHER)
    spaces = (" " if gap >= least else "" for gap in inside)
    return text[start] + "".join(map(str.__add__, spaces, text[start + 1 : end]))


def _gap(page: calls.Handle, first: int, second: int) -> float:
    """How far one letter stands before another, in times their height."""
    _, top, right, bottom = _room(page, first)
    left, above, _, below = _room(page, second)
    height = max(top - bottom, above - below)
    return (left - right) / height if height > 0 else 0.0


def _room(page: calls.Handle, n: int) -> ctypes.Array[ctypes.c_float]:
    room = _Room()
    calls.letter_room(page, n, ctypes.addressof(room))
    return room


def _origin(page: calls.Handle, n: int) -> ctypes.Array[ctypes.c_double]:
    point = _Point()
    x = ctypes.addressof(point)
    calls.letter_origin(page, n, x, x + 8)
    return point


def _is_bare(page: calls.Handle, n: int) -> bool:
    """Whether a letter's font says nothing of the room for its letters, so that only their ink is known."""
    _, top, _, bottom = _room(page, n)
    ink = _Ink()
    first = ctypes.addressof(ink)
    calls.letter_box(page, n, first, first + 8, first + 16, first + 24)
    return top - bottom <= ink[3] - ink[2] + _SAME
