"""Letters as pdfium gives them: their plain form, and where each stands."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Sequence

import pypdfium2 as pdfium

from ingest.readers.from_pdf.drawn import calls
from ingest.readers.from_pdf.drawn.frame import Frame
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
_DRAWN_HYPHEN = re.compile(r"(?<=[^\W_])\u00ad(?=[^\W_])")
"""A soft hyphen that is drawn within a line is one that shows: Ghostscript calls all hyphens of some fonts soft."""
_BAND = 4.0
_FEW = 12
"""So many runs of a page are looked for one by one; for more, all its letters are looked at once."""
_OFTEN = 50
"""A page that says the same words more often is not looked through for where a run has them."""
_INTO = 0.1
"""How far into a run its first letter surely reaches, in times its size."""


def plain(text: str) -> str:
    """The text with ligatures taken apart and pdfium's own line ends and hyphens made plain."""
    if text.isascii() and text.isprintable():
        return text
    if "\u00ad" in text:
        text = _DRAWN_HYPHEN.sub("-", text)
    return _SWAPPED_LIGATURE.sub(_turned_round, text.translate(_PLAIN))


def _turned_round(found: re.Match[str]) -> str:
    return "".join(map(_SWAPPED.__getitem__, found[0]))


def in_words(letters: list[Letter]) -> list[Letter]:
    """The letters, those of ligatures turned round: the letters beside them show which are."""
    text = "".join(letter.text for letter in letters)
    if text.isascii():
        return letters
    owners = [n for n, letter in enumerate(letters) for _ in letter.text]
    turned = {owners[at] for found in _SWAPPED_LIGATURE.finditer(text) for at in range(*found.span())}
    return [
        letter._replace(text="".join(_SWAPPED.get(sign, sign) for sign in letter.text)) if n in turned else letter
        for n, letter in enumerate(letters)
    ]


def _left(letter: Letter) -> float:
    return letter.left


class Letters:
    """The letters of a run and where they stand, looked up on the open page when they are wanted."""

    def __init__(self, textpage: pdfium.PdfTextPage, frame: Frame) -> None:
        self._open = textpage  # pypdfium2 closes what nobody holds
        self._page = calls.handle(textpage.raw)
        self._count = calls.count_letters(self._page)
        self._frame = frame
        self._edges = (ctypes.c_double * 4)()
        first = ctypes.addressof(self._edges)
        self._places = (first, first + 8, first + 16, first + 24)
        self._asked = 0
        self._bands: dict[int, list[tuple[float, Letter]]] | None = None
        self._stroke: tuple[str, list[tuple[float, Letter]]] | None = None

    def __call__(self, run: Run) -> Sequence[Letter]:
        """Letters from left to right; laid evenly where pdfium does not know them."""
        if self._bands is None and self._asked < _FEW:
            self._asked += 1
            if near := self._beside_one_another(run):
                return near
        found = self._between_edges(run)
        if "".join(letter.text for letter in found) == "".join(run.text.split()):
            return found
        return self._of_one_stroke(run) or found or spread(run)

    def _beside_one_another(self, run: Run) -> list[Letter]:
        """The letters of a run from the one that stands at its beginning on; none where these are not all, and alone.

        A page has thousands of letters, and mostly few of its runs are looked at.
        """
        left, top, right, bottom = run.box
        x, y = self._frame.on_page(left + _INTO * run.size, (top + bottom) / 2)
        first = calls.letter_near(self._page, x, y, run.size, run.size)
        found: list[Letter] = []
        for n in range(max(first, 0), self._count):
            placed = self._placed(n)
            if placed is None:
                continue
            y, letter = placed
            if not (top <= y <= bottom and left <= (letter.left + letter.right) / 2 <= right):
                break
            found.append(letter)
        found = in_words(found)
        is_whole = "".join(letter.text for letter in found) == "".join(run.text.split())
        return sorted(found, key=_left) if is_whole else []

    def _of_one_stroke(self, run: Run) -> list[Letter]:
        """The letters that follow one another as a run says them, within its box; none where they are not found.

        Those of another run may stand among them: one stroke may write what stands left and right of it.
        """
        if self._stroke is None:
            placed = list(filter(None, map(self._placed, range(self._count))))
            letters = in_words([letter for _, letter in placed])
            told = [(y, letter) for (y, _), letter in zip(placed, letters, strict=True)]
            self._stroke = "".join(letter.text for letter in letters), [one for one in told for _ in one[1].text]
        written, owners = self._stroke
        words = "".join(run.text.split())
        left, top, right, bottom = run.box
        at = -1
        for _ in range(_OFTEN):
            at = written.find(words, at + 1)
            if at < 0:
                break
            found = list(dict.fromkeys(owners[at : at + len(words)]))
            if all(top <= y <= bottom and left <= (one.left + one.right) / 2 <= right for y, one in found):
                return sorted((letter for _, letter in found), key=_left)
        return []

    def _between_edges(self, run: Run) -> list[Letter]:
        """All letters of the page with their middle in the run's box."""
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
        return in_words(sorted(inside, key=_left))

    def _all(self) -> dict[int, list[tuple[float, Letter]]]:
        """All letters of the page with their heights, in bands."""
        bands: dict[int, list[tuple[float, Letter]]] = {}
        for y, letter in filter(None, map(self._placed, range(self._count))):
            bands.setdefault(int(y // _BAND), []).append((y, letter))
        return bands

    def _placed(self, n: int) -> tuple[float, Letter] | None:
        """A letter with the height of its middle; None for white space."""
        code = calls.letter_at(self._page, n)
        if (code <= 32 and code != _HYPHEN) or code in _SECOND_HALVES:
            return None
        calls.letter_box(self._page, n, *self._places)
        left, right, bottom, top = self._edges
        x0, y0 = self._frame.point(left, bottom)
        x1, y1 = self._frame.point(right, top)
        return (y0 + y1) / 2, Letter(plain(chr(code)), min(x0, x1), max(x0, x1))
