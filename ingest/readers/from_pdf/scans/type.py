"""The size of the type that recognised words are set in, and the height they stand on, by their letters' ink."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from statistics import median

import numpy as np

from ingest.readers.from_pdf.scans.pixels import Mask
from ingest.readers.from_pdf.scans.words import Word

_TALL, _LOW, _DESCENT = 0.73, 0.53, 0.21
"""How far letters reach above and below the line, in times the size, in the faces that offices use."""
_TAILED = set("gjpqyQ,;()[]{}/|@$§ç")
_FLAT = set("acemnorsuvwxz.,:;-–—_~=+·•…")
_ODD = set("-–—_~=+·•…'\"‘’“”*°.,:;")
_NEAR = 0.14
"""Sizes nearer to the page's usual one than this are that size."""


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


def baseline_of(word: Word, size: float) -> float:
    """The height a word of that size stands on; words without letters stand where the letters' middle is."""
    if not set(word.text) - _ODD:
        return (word.top + word.bottom) / 2 + 0.3 * size if set(word.text) & set("-–—~=+·•") else word.bottom
    return word.bottom - _below(word.text) * size


def baselines(words: Sequence[Word], sizes: Sequence[float]) -> list[float]:
    """The height each word stands on: that of most words of its line, since boxes may hold ink of the lines beside."""
    lines: dict[int, list[float]] = {}
    for word, size in zip(words, sizes, strict=True):
        if set(word.text) - _ODD:
            lines.setdefault(word.line, []).append(baseline_of(word, size))
    of_line = {line: median(found) for line, found in lines.items()}
    return [of_line.get(word.line, baseline_of(word, size)) for word, size in zip(words, sizes, strict=True)]


def sizes(words: Sequence[Word]) -> list[float]:
    """The size of each word: that of its line, and the page's usual one where the two are much alike."""
    lines: dict[int, list[float]] = {}
    for word in words:
        if (size := size_of(word)) is not None:
            lines.setdefault(word.line, []).append(size)
    every = [size for found in lines.values() for size in found]
    usual = median(every) if every else 1.0
    of_line = {line: median(found) for line, found in lines.items()}
    return [_settled(of_line.get(word.line, usual), usual) for word in words]


def _settled(size: float, usual: float) -> float:
    return usual if abs(size - usual) <= _NEAR * usual else size


def _above(text: str) -> float:
    return _LOW if set(text) <= _FLAT | set("gpqy") else _TALL


def _below(text: str) -> float:
    return _DESCENT if set(text) & _TAILED else 0.0
