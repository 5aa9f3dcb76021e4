"""Dashes that stand in a cell by themselves, which engines overlook: found by their ink."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from ingest.readers.from_pdf.scans.pixels import Mask
from ingest.readers.from_pdf.scans.words import Word

_ABOVE, _BELOW = 0.85, 0.3
_MIDDLE = (-0.05, 0.6)
"""Between which heights above the line beside a dash may lie, in times the size: cells may be set off one another."""
_HIGH = 0.33
"""How far above its own line it lies."""
_LONG = (0.2, 1.1)
_FLAT, _SOLID = 0.17, 0.8
"""How high it is at most; how much of its length is ink in its fullest row: noise eats at the others."""
_ALONE = 0.5
"""White so wide stands on both sides of a dash that is no part of a word."""
_SAME = 0.35


class Standing(NamedTuple):
    """A word, the size of its type and the height it stands on, in pixels."""

    word: Word
    size: float
    baseline: float


def lone_dashes(ink: Mask, words: Sequence[Standing]) -> Iterator[Standing]:
    """Each dash that stands alone at the height of a line of words, as a word of that line."""
    for level in _levels(words):
        line = level[len(level) // 2]
        top = max(round(line.baseline - _ABOVE * line.size), 0)
        yield from _dashes(ink[top : round(line.baseline + _BELOW * line.size)], top, line, words)


def _levels(words: Sequence[Standing]) -> list[list[Standing]]:
    """The words of each height on the page, from the top down."""
    made: list[list[Standing]] = []
    for standing in sorted(words, key=lambda standing: standing.baseline):
        if made and standing.baseline - made[-1][-1].baseline <= _SAME * standing.size:
            made[-1].append(standing)
        else:
            made.append([standing])
    return made


def _dashes(band: Mask, top: int, line: Standing, words: Sequence[Standing]) -> Iterator[Standing]:
    taken = [w for w, _, _ in words if w.top < top + len(band) and w.bottom > top]
    for start, end in _alone(np.asarray(band.any(axis=0)), _ALONE * line.size):
        if not _LONG[0] * line.size <= end - start <= _LONG[1] * line.size:
            continue
        if any(word.left < end and word.right > start for word in taken):
            continue
        rows = np.flatnonzero(band[:, start:end].any(axis=1))
        high, low = top + int(rows[0]), top + int(rows[-1]) + 1
        heights = (line.baseline - low) / line.size, (line.baseline - high) / line.size
        is_flat = low - high <= max(_FLAT * line.size, 3) and heights[0] > _MIDDLE[0] and heights[1] < _MIDDLE[1]
        if is_flat and band[rows[0] : rows[-1] + 1, start:end].mean(axis=1).max() > _SOLID:
            own = (high + low) / 2 + _HIGH * line.size
            yield Standing(Word("-", start, high, end, low, 1.0, line.word.line), line.size, own)


def _alone(inked: NDArray[np.bool_], apart: float) -> Iterator[tuple[int, int]]:
    """Stretches of ink with so much white on both sides."""
    steps = np.diff(np.concatenate(([0], inked.astype(np.int8), [0])))
    found = [*zip(np.flatnonzero(steps == 1).tolist(), np.flatnonzero(steps == -1).tolist(), strict=True)]
    ends = [-len(inked), *(end for _, end in found)]
    begins = [*(start for start, _ in found[1:]), 2 * len(inked)]
    for (start, end), before, after in zip(found, ends, begins, strict=False):
        if start - before >= apart and after - end >= apart:
            yield start, end
