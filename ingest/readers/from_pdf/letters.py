"""Letters as pdfium gives them: their plain form, and where each stands."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Sequence

import pypdfium2 as pdfium

from ingest.readers.from_pdf import calls
from ingest.readers.from_pdf.frame import Frame
from ingest.readers.from_pdf.ink import Letter, Run, spread

_HYPHEN = 2
"""What pdfium gives for a hyphen at a line's end."""
_SECOND_HALVES = range(0xDC00, 0xE000)
"""A letter beyond the first plane of Unicode is given as two, at one place."""
_PLAIN = str.maketrans(
    {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st", "\x02": "-", "\r": " ", "\n": " "}
)
_SWAPPED = {chr(ord(letter) << 8): letter for letter in "abcdefghijklmnopqrstuvwxyz"} | {"\ucf00": "fi", "\ud200": "fl"}
_LIGATURE = f"[{''.join(_SWAPPED)}]{{2,3}}"
_SWAPPED_LIGATURE = re.compile(f"(?<=[A-Za-z]){_LIGATURE}|{_LIGATURE}(?=[A-Za-z])")
"""Ghostscript gives the letters of a ligature with their bytes the wrong way round: Chinese within a Latin word."""
_BAND = 4.0


def plain(text: str) -> str:
    """The text with ligatures taken apart and pdfium's own line ends and hyphens made plain."""
    if text.isascii() and text.isprintable():
        return text
    return _SWAPPED_LIGATURE.sub(_turned_round, text.translate(_PLAIN))


def _turned_round(found: re.Match[str]) -> str:
    return "".join(map(_SWAPPED.__getitem__, found[0]))


class Letters:
    """The letters of a run and where they stand, looked up on the open page when they are wanted."""

    def __init__(self, textpage: pdfium.PdfTextPage, frame: Frame) -> None:
        self._textpage = textpage
        self._frame = frame
        self._bands: dict[int, list[tuple[float, Letter]]] | None = None

    def __call__(self, run: Run) -> Sequence[Letter]:
        """Letters from left to right; laid evenly where pdfium does not know them."""
        if self._bands is None:
            self._bands = self._all()
        left, top, right, bottom = run.box
        bands = (self._bands.get(n, ()) for n in range(int(top // _BAND), int(bottom // _BAND) + 1))
        inside = [
            letter
            for band in bands
            for y, letter in band
            if top <= y <= bottom and left <= (letter.left + letter.right) / 2 <= right
        ]
        return sorted(inside, key=lambda letter: letter.left) or spread(run)

    def _all(self) -> dict[int, list[tuple[float, Letter]]]:
        """All letters of the page with their heights, in bands."""
        page = calls.address(self._textpage.raw)
        edges = (ctypes.c_double * 4)()
        first = ctypes.addressof(edges)
        at = (first, first + 8, first + 16, first + 24)
        bands: dict[int, list[tuple[float, Letter]]] = {}
        for n in range(calls.count_letters(page)):
            code = calls.letter_at(page, n)
            if (code <= 32 and code != _HYPHEN) or code in _SECOND_HALVES:
                continue
            calls.letter_box(page, n, *at)
            left, right, bottom, top = edges
            x0, y0 = self._frame.point(left, bottom)
            x1, y1 = self._frame.point(right, top)
            y = (y0 + y1) / 2
            bands.setdefault(int(y // _BAND), []).append((y, Letter(plain(chr(code)), min(x0, x1), max(x0, x1))))
        return bands
