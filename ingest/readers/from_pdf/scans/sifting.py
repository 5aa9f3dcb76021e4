"""What an engine found → the words of the page, and what is taken for marks and for noise instead."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from statistics import median

from ingest.readers.from_pdf.scans.marks import without_remains
from ingest.readers.from_pdf.scans.pixels import Mask
from ingest.readers.from_pdf.scans.strays import strays
from ingest.readers.from_pdf.scans.type import sizes, tight
from ingest.readers.from_pdf.scans.words import Word

_SURE = 0.25
"""A word is noise where its engine is no surer of it than so,"""
_LONG = 3
"""but for one of so many letters in a line with words that it is sure of: a name, or one in another language."""

_TALL = (0.5, 1.1)
"""or but for one in such a line that is as high as letters are, in times the size of the page's type: 1 + 1)."""
_SURE_OF_MARKS = 0.6
_THINNEST = 0.07
"""How wide a letter is at least, in times the size of the page's type."""


@dataclass(frozen=True, slots=True)
class Sifted:
    """The words of a page, their boxes drawn in to their ink, and what else was found that has letters or figures."""

    kept: tuple[Word, ...]
    dropped: tuple[str, ...]


def sifted(words: Sequence[Word], ink: Mask) -> Sifted:
    """The words of a page without noise and without the marks beside its text; none that says something is lost."""
    found = [tight(word, ink) for word in without_remains(words)]
    lines = {word.line for word in found if word.sure >= _SURE and len(word.text) >= _LONG}
    usual = median(sizes(found)) if found else 0.0
    likely = [
        word
        for word in found
        if (word.sure >= _SURE or _is_unknown_word(word, lines, usual)) and not _is_trace(word, usual)
    ]
    marks = strays(likely, sizes(likely))
    kept = [word for word in likely if word not in marks]
    rest = set(found) - set(kept)
    dropped = (word.text for word in found if word in rest and any(map(str.isalnum, word.text)))
    return Sifted(tuple(kept), tuple(dropped))


def _is_trace(word: Word, size: float) -> bool:
    """Whether a word is a trace of ink: thinner than any letter, or a doubtful mark; dashes are found by their ink."""
    if any(map(str.isalnum, word.text)):
        return word.right - word.left <= _THINNEST * size
    return word.sure < _SURE_OF_MARKS


def _is_unknown_word(word: Word, lines: Collection[int], size: float) -> bool:
    if word.line not in lines:
        return False
    is_tall = _TALL[0] * size <= word.bottom - word.top <= _TALL[1] * size and any(map(str.isalnum, word.text))
    return is_tall or sum(map(str.isalpha, word.text)) >= max(_LONG, len(word.text) - 1)
