"""Words hidden behind a picture → the page as the picture shows it: its rules, its colours, its lines level."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from statistics import median

import pypdfium2 as pdfium

from ingest.model import Note
from ingest.readers.from_pdf.ink import Box, Ink, Run
from ingest.readers.from_pdf.scans.marks import REMAINS, with_dashes
from ingest.readers.from_pdf.scans.notes import page_hidden
from ingest.readers.from_pdf.scans.pieces import Letters, together
from ingest.readers.from_pdf.scans.pixels import Mask, rendered, turned
from ingest.readers.from_pdf.scans.repeats import Repeats
from ingest.readers.from_pdf.scans.shades import Shades
from ingest.readers.from_pdf.scans.sheet import Sheet, sheet_of
from ingest.readers.from_pdf.scans.straight import moved
from ingest.readers.from_pdf.scans.words import Word
from ingest.readers.from_pdf.words import place_words

_SAME_SIZE = 0.2
"""Sizes nearer to the page's usual one than this are that size: what recognised them measured each line by itself."""
_ABOVE, _BELOW = 0.75, 0.2
"""How far a line of words reaches above and below the height it stands on, in times its size."""

_DOTS = 150
"""Dots an inch that show rules and colours, in half the time that letters need."""
_SPACE = 0.25
"""The white between two words of a line, in times its size: letters that nobody sees are of any width."""


class Behind:
    """Sees pages whose words lie hidden behind a picture; `pages` are their numbers, `notes` what to know of each."""

    def __init__(self) -> None:
        self._repeats, self._shades = Repeats(), Shades()
        self.pages: set[int] = set()
        self.notes: list[Note] = []

    def see(self, page: pdfium.PdfPage, ink: Ink) -> Ink:
        """The page with the rules and colours of its picture; as given where that is too large to draw."""
        self.pages.add(ink.number)
        self.notes.append(page_hidden(ink.number))
        drawn = rendered(page, _DOTS, _DOTS)
        if drawn is None:
            return ink
        pixels, scale = drawn
        return self._repeats.settled(self._shades.settled(laid_over(ink, sheet_of(turned(pixels, ink.turn), scale))))


def laid_over(ink: Ink, sheet: Sheet) -> Ink:
    """Words as they stand on the sheet, with its rules and colours."""
    words = list(_words(ink, sheet))
    return replace(
        ink, runs=tuple(together(words)), level=sheet.level_rules, upright=sheet.upright_rules, fills=sheet.fills,
        letters=Letters(tuple(words)),
    )  # fmt: skip


def _words(ink: Ink, sheet: Sheet) -> Iterator[Run]:
    """Each word by itself, all words of a line on one height, without what was made of the rules between them."""
    usual, mask = median(run.size for run in ink.runs), sheet.ink
    size = ink.width, ink.height
    for run in ink.runs:
        tall = usual if abs(run.size - usual) <= _SAME_SIZE * usual else run.size
        _, baseline = moved(run.box.left, run.baseline, sheet.skew, size)
        words = place_words(run, ink)
        ends = [*(box.left - _SPACE * tall for _, box in words[1:]), run.box.right]
        for (text, box), end in zip(words, ends, strict=True):
            said = text.strip(REMAINS)
            if said:
                left, _ = moved(box.left, box.y, sheet.skew, size)
                word = _word(said, left, left + max(end - box.left, tall / 4), baseline, tall)
                yield word._replace(text=_with_dashes(word, sheet.scale, mask))


def _with_dashes(word: Run, scale: float, mask: Mask) -> str:
    """What the word says, its dashes as long as they are drawn."""
    left, top, right, bottom = (max(round(edge * scale), 0) for edge in word.box)
    shown = Word(word.text, left, top, right, bottom, 1.0)
    return with_dashes(shown, word.size * scale, word.baseline * scale, mask).text


def _word(text: str, left: float, right: float, baseline: float, size: float) -> Run:
    box = Box(left, baseline - _ABOVE * size, right, baseline + _BELOW * size)
    return Run(text, box, baseline, size, follows=True)
