"""Rules in a picture: long thin runs of ink, level and upright; and the picture without them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ingest.readers.from_pdf.scans.hair import hair_lines
from ingest.readers.from_pdf.scans.pixels import Mask, Pixels

_FAINT = 205
"""Ink of a hair line: lighter than letters, since a line thinner than a pixel is spread over two."""
_SHORTEST, _UNBROKEN = 18.0, 6.5
_GAP = 1.5
_THICK = 4.5
"""Points: how long a rule is at least, and a piece of it without a break: letters side by side are no such pieces;
how wide a break may be, and how thick a rule."""
_LETTERED, _LENGTHS = 0.2, 3
"""A piece of ink no longer than so many shortest rules is letters grown together where so much has ink close by."""
_CLOSE = (1.0, 2.2)
"""Points: how far above and below it is looked for."""
_BESIDE = 1
_MOST = 60_000


@dataclass(frozen=True, slots=True)
class Stroke:
    """One row or column of pixels of a rule: where it stands, from where to where it runs."""

    at: int
    start: int
    end: int


def level_strokes(grey: Pixels, scale: float) -> list[Stroke]:
    """Strokes along the rows of the picture; `scale` is pixels a point."""
    return _strokes(grey, scale)


def upright_strokes(grey: Pixels, scale: float) -> list[Stroke]:
    """Strokes along the columns of the picture; `scale` is pixels a point."""
    return _strokes(np.ascontiguousarray(grey.T), scale)


def _strokes(grey: Pixels, scale: float) -> list[Stroke]:
    ink = grey < _FAINT
    found = _runs(ink | hair_lines(grey), scale)
    thick = max(round(_THICK * scale), 3)
    return [Stroke(*map(int, run)) for run in found if not _is_thick(ink, run, thick) and not _is_text(ink, run, scale)]


def _runs(ink: Mask, scale: float) -> NDArray[np.int64]:
    """Row, start and end of every long run of ink, short breaks closed."""
    wide = ink.shape[1] + 2
    padded = np.zeros((ink.shape[0], wide), dtype=np.int8)
    padded[:, 1:-1] = ink
    steps = np.diff(padded.ravel())
    starts, ends = np.flatnonzero(steps == 1), np.flatnonzero(steps == -1)
    whole = ends - starts >= _UNBROKEN * scale
    starts, ends = starts[whole], ends[whole]
    if not len(starts):
        return np.zeros((0, 3), dtype=np.int64)
    near = (starts[1:] - ends[:-1] <= _GAP * scale) & (starts[1:] // wide == ends[:-1] // wide)
    starts, ends = starts[np.concatenate(([True], ~near))], ends[np.concatenate((~near, [True]))]
    long = np.flatnonzero(ends - starts >= _SHORTEST * scale)[:_MOST]
    rows = starts[long] // wide
    return np.stack([rows, starts[long] - rows * wide, ends[long] - rows * wide], axis=1)


def _is_thick(ink: Mask, run: NDArray[np.int64], thick: int) -> bool:
    """Whether most of the run is part of a dark area: ink goes on beside it further than a rule is thick."""
    row, start, end = (int(part) for part in run)
    beside = ink[max(row - thick, 0) : row + thick + 1, start:end:7]
    return bool((beside.sum(axis=0) > thick).mean() > 0.5)


def _is_text(ink: Mask, run: NDArray[np.int64], scale: float) -> bool:
    """Whether a short run is the feet or the shoulders of letters: their stems stand on one side of it at least."""
    row, start, end = (int(part) for part in run)
    if end - start > _LENGTHS * _SHORTEST * scale:
        return False
    near, far = (max(round(points * scale), 2) for points in _CLOSE)
    above, below = ink[max(row - far, 0) : max(row - near, 0), start:end], ink[row + near : row + far, start:end]
    return any(side.size and bool(side.any(axis=0).mean() > _LETTERED) for side in (above, below))


def without(grey: Pixels, level: list[Stroke], upright: list[Stroke]) -> Pixels:
    """The picture with the rules made white, for letters to stand alone."""
    made = grey.copy()
    for stroke in level:
        made[max(stroke.at - _BESIDE, 0) : stroke.at + _BESIDE + 1, stroke.start : stroke.end] = 255
    for stroke in upright:
        made[stroke.start : stroke.end, max(stroke.at - _BESIDE, 0) : stroke.at + _BESIDE + 1] = 255
    return made
