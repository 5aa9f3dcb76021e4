"""The size of the type that recognised words are set in, and the height they stand on, by their letters' ink."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from statistics import median

import numpy as np

from ingest.readers.from_pdf.scans.pixels import Mask
from ingest.readers.from_pdf.scans.words import Word
from ingest.readers.from_pdf.widths import wide

_TALL, _LOW, _DESCENT = 0.73, 0.53, 0.21
"""How far letters reach above and below the line, in times the size, in the faces that offices use."""
_DEEPEST = 0.35
"""How far below the line the ink of a word reaches at most, in times the size."""
_TAILED = set("gjpqyQ,;()[]{}/|@$§ç")
_FLAT = set("acemnorsuvwxz.,:;-–—_~=+·•…")
_ODD = set("-–—_~=+·•…'\"‘’“”*°.,:;")
_ONE_SHAPE = set("COSVWXZ")
"""Capitals that small letters look like: one that stands alone may be the last letter of a word cut in two."""
_NEAR = 0.14
"""Sizes nearer to the page's usual one than this are that size."""
_MUCH_TALLER = 1.12
"""A box so many times as high as its letters are holds ink of the lines beside."""


def tight(word: Word, ink: Mask) -> Word:
    """The word with its box drawn in to its ink."""
    part = ink[word.top : word.bottom, word.left : word.right]
    rows, columns = np.flatnonzero(part.any(axis=1)), np.flatnonzero(part.any(axis=0))
    if not len(rows):
        return word
    return replace(
        word, left=word.left + int(columns[0]), right=word.left + int(columns[-1]) + 1,
        top=word.top + int(rows[0]), bottom=word.top + int(rows[-1]) + 1,
    )  # fmt: skip


def size_of(word: Word) -> float | None:
    """The size of the type a word is set in, in pixels; None where its letters do not tell."""
    if not set(word.text) - _ODD:
        return None
    return (word.bottom - word.top) / (_above(word.text) + _below(word.text))


def baseline_of(word: Word, size: float, ink: Mask) -> float:
    """The height a word of that size stands on; words without letters stand where the letters' middle is."""
    if not set(word.text) - _ODD:
        return (word.top + word.bottom) / 2 + 0.3 * size if set(word.text) & set("-–—~=+·•") else word.bottom
    return _foot(word, size, ink) if set(word.text) & _TAILED else word.bottom


def _foot(word: Word, size: float, ink: Mask) -> float:
    """The height that most of the word's ink ends on: strokes and tails reach below it in some faces and not in all."""
    part = ink[word.top : word.bottom, word.left : word.right]
    ends = (len(part) - part[::-1].argmax(axis=0))[part.any(axis=0)]
    ends = ends[ends >= len(part) - _DEEPEST * size]
    if not len(ends):
        return word.bottom - _below(word.text) * size
    return word.top + int(np.convolve(np.bincount(ends, minlength=len(part) + 1), (1, 2, 1), "same").argmax())


def baselines(words: Sequence[Word], sizes: Sequence[float], ink: Mask) -> list[float]:
    """The height each word stands on: that of most words of its line, since boxes may hold ink of the lines beside."""
    lines: dict[int, list[float]] = {}
    for word, size in zip(words, sizes, strict=True):
        if set(word.text) - _ODD:
            lines.setdefault(word.line, []).append(baseline_of(word, size, ink))
    of_line = {line: median(found) for line, found in lines.items()}
    return [of_line.get(word.line, baseline_of(word, size, ink)) for word, size in zip(words, sizes, strict=True)]


def sizes(words: Sequence[Word]) -> list[float]:
    """The size of each word: that of its line, and the page's usual one where the two are much alike.

    A line is of another size only where its words are both as high and as wide as that: the box of a single word may
    hold ink of the lines above and below.
    """
    lines: dict[int, list[tuple[Word, float]]] = {}
    for word in words:
        if (size := size_of(word)) is not None:
            lines.setdefault(word.line, []).append((word, size))
    every = [found for line in lines.values() for found in line]
    usual = median(size for _, size in every) if every else 1.0
    stretch = median(_width(word) / size for word, size in every) if every else 1.0
    of_line = {line: _settled(found, usual, stretch) for line, found in lines.items()}
    return [of_line.get(word.line, usual) for word in words]


def _settled(line: Sequence[tuple[Word, float]], usual: float, stretch: float) -> float:
    by_height = median(size for _, size in line)
    by_width = sum(word.right - word.left for word, _ in line) / sum(wide(word.text) for word, _ in line) / stretch
    by_small = by_height * _TALL / _LOW if all(word.text in _ONE_SHAPE for word, _ in line) else by_height
    is_usual = any(abs(size - usual) <= _NEAR * usual for size in (by_height, by_width, by_small))
    return usual if is_usual else by_height


def _width(word: Word) -> float:
    """The size that its letters would have in a face of common width."""
    return (word.right - word.left) / wide(word.text)


def fitted(word: Word, size: float, ink: Mask) -> Word:
    """The word with its box as high as letters of that size are, where it is higher: laid where most ink is."""
    if not set(word.text) - _ODD:
        return word
    high = round((_above(word.text) + _below(word.text)) * size)
    if word.bottom - word.top <= max(_MUCH_TALLER * high, high + 1):
        return word
    rows = ink[word.top : word.bottom, word.left : word.right].sum(axis=1)
    top = word.top + int(np.convolve(rows, np.ones(high, dtype=np.int64), "valid").argmax())
    return replace(word, top=top, bottom=top + high)


def _above(text: str) -> float:
    return _LOW if set(text) <= _FLAT | set("gpqy") else _TALL


def _below(text: str) -> float:
    return _DESCENT if set(text) & _TAILED else 0.0
