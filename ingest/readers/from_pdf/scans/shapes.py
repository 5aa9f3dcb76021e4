"""Marks that engines confuse, told by their ink: small and capital letters, stops and commas, bullets."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

import numpy as np

from ingest.readers.from_pdf.scans.pixels import Mask
from ingest.readers.from_pdf.scans.words import Word

_ALIKE = frozenset("COSVWXZ")
_SMALL = 0.62
"""Letters no higher than this, in times the size of the type, are small ones; capitals are 0.66 and more."""
_STOP = 0.17
"""A comma is higher than this,"""
_LEGIBLE = 26.0
"""but not in type of fewer pixels, where its tail fades."""
_LETTER, _MARK = 0.95, 0.3
"""How wide a letter and a mark are at most that touch no other."""
_DISC, _HIGH, _FULL = (0.2, 0.45), (0.25, 0.45), 0.7
"""How high and wide a bullet is, how far above the line its middle stands, how much of its box is ink."""


class _Ink(NamedTuple):
    """How high and how wide a piece of ink is, in times the size."""

    high: float
    wide: float


def with_sizes(word: Word, size: float, ink: Mask) -> Word:
    """The word with its first and last mark as large as their ink: `C.` is `c.`, `RSLS` is `RSLs`, `level,` a stop."""
    text = word.text
    if text[0] not in _ALIKE and text[-1] not in _ALIKE and text[-1] != ",":
        return word
    part = ink[word.top : word.bottom, word.left : word.right]
    if text[-1] == "," and size >= _LEGIBLE and _is_stop(_first(part[:, ::-1], size)):
        return replace(word, text=f"{text[:-1]}.")
    if len(text) > 1 and text[-1] in _ALIKE and text[-2].isupper() and _is_small(_first(part[:, ::-1], size)):
        return replace(word, text=text[:-1] + text[-1].lower()) if len(part) > _SMALL * size else word
    if text[0] in _ALIKE and not text[1:2].isupper() and _is_small(_first(part, size)):
        return replace(word, text=text[0].lower() + text[1:])
    return word


def with_bullet(word: Word, size: float, baseline: float, ink: Mask) -> Word:
    """A bullet for a single mark that is a small disc in the middle of its line, whatever letter it was taken for."""
    high, wide = (word.bottom - word.top) / size, (word.right - word.left) / size
    middle = (baseline - (word.top + word.bottom) / 2) / size
    is_disc = all(_DISC[0] <= side <= _DISC[1] for side in (high, wide)) and _HIGH[0] <= middle <= _HIGH[1]
    if len(word.text) > 1 or not is_disc:
        return word
    full = float(ink[word.top : word.bottom, word.left : word.right].mean()) >= _FULL
    return replace(word, text="•") if full else word


def _is_small(letter: _Ink) -> bool:
    return 0 < letter.high <= _SMALL and letter.wide <= _LETTER


def _is_stop(mark: _Ink) -> bool:
    return 0 < mark.high <= _STOP and mark.wide <= _MARK


def _first(part: Mask, size: float) -> _Ink:
    """The piece of ink at the left, up to the first white."""
    inked = np.asarray(part.any(axis=0))
    if not inked.any():
        return _Ink(0, 0)
    start = int(inked.argmax())
    white = np.flatnonzero(~inked[start:])
    end = start + int(white[0]) if len(white) else len(inked)
    rows = np.flatnonzero(part[:, start:end].any(axis=1))
    return _Ink((int(rows[-1]) - int(rows[0]) + 1) / size, (end - start) / size)
