"""Marks beside the text that engines take for words: staples, holes, pen strokes, the edge of the sheet."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median

from ingest.readers.from_pdf.scans.words import Word

_SHORT = 3
"""Letters: a mark is taken for so many at most."""
_ODD = 1.3
"""A mark is so many times larger or smaller than the page's letters,"""
_DOUBTED = 0.7
"""or the engine is no surer of it than so."""


def strays(words: Sequence[Word], sizes: Sequence[float]) -> frozenset[Word]:
    """The words that are marks: short, of an odd size or doubtful, and beyond the ends of all lines.

    None is a mark where a surer word of the usual size stands above or below it: a column of numbers or letters, whose
    ink noise may make larger.
    """
    text = [word for word in words if len(word.text) > _SHORT]
    if not text:
        return frozenset()
    left, right = min(word.left for word in text), max(word.right for word in text)
    usual = median(sizes)
    beyond = [
        (word, max(size / usual, usual / size) > _ODD)
        for word, size in zip(words, sizes, strict=True)
        if len(word.text) <= _SHORT and not left <= (word.left + word.right) / 2 <= right
    ]
    column = [word for word, is_odd in beyond if not is_odd and word.sure >= _DOUBTED]
    return frozenset(
        word
        for word, is_odd in beyond
        if (is_odd or word.sure < _DOUBTED) and not any(_in_column(word, other) for other in column)
    )


def _in_column(word: Word, other: Word) -> bool:
    """Whether one of two words stands above the other."""
    return word.left < other.right and other.left < word.right
