"""A scan that lies a little askew → one whose lines are level, and which way its lines run."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from ingest.readers.from_pdf.scans.pixels import Mask, Pixels

_WIDEST, _STEP, _FINE = 3.0, 0.1, 0.02
"""Degrees: the most a page is straightened by, and the steps in which that is sought."""
_ENOUGH = 60_000
_LEVEL = 0.03
_STRIP = 160


def skew(ink: Mask) -> float:
    """How far the lines run down to the right, in degrees."""
    rows, columns = np.nonzero(ink)
    if not len(rows):
        return 0.0
    every = max(len(rows) // _ENOUGH, 1)
    y, x = rows[::every].astype(np.float64), columns[::every].astype(np.float64)
    coarse = _best(y, x, np.arange(-_WIDEST, _WIDEST + _STEP / 2, _STEP).tolist())
    return _best(y, x, np.arange(coarse - _STEP, coarse + _STEP, _FINE).tolist())


def _best(y: NDArray[np.float64], x: NDArray[np.float64], angles: Iterable[float]) -> float:
    """The angle under which the ink gathers most on few heights, the one nearest to none where several do."""
    found = [(_gathered(y - x * np.tan(np.radians(angle))), -abs(angle), angle) for angle in angles]
    return max(found)[2]


def _gathered(heights: NDArray[np.float64]) -> float:
    counts = np.bincount((heights - heights.min()).astype(np.int64)).astype(np.float64)
    return float(np.square(np.diff(counts)).sum())


def straightened(pixels: Pixels, degrees: float) -> Pixels:
    """The picture with lines that run down by so many degrees made level, by shifting columns, then rows."""
    if abs(degrees) < _LEVEL:
        return pixels
    slope = float(np.tan(np.radians(degrees)))
    made = np.ascontiguousarray(pixels.swapaxes(0, 1))
    _shift(made, -slope)
    made = np.ascontiguousarray(made.swapaxes(0, 1))
    _shift(made, slope)
    return made


def _shift(rows: Pixels, slope: float) -> None:
    """Move each row sideways by its number times the slope, counted from the middle one."""
    for n, row in enumerate(rows):
        by = round((n - len(rows) / 2) * slope)
        if by > 0:
            row[by:] = row[:-by].copy()
            row[:by] = row[by : by + 1]
        elif by < 0:
            row[:by] = row[-by:].copy()
            row[by:] = row[by - 1 : by]


def is_upright(ink: Mask) -> bool:
    """Whether the lines of text run across the page and not up or down it; true where nothing tells."""
    return _striped(ink) >= _striped(ink.T)


def _striped(ink: Mask) -> float:
    """How much ink alternates with white from height to height, within narrow strips of the page."""
    total = 0.0
    for left in range(0, ink.shape[1] - _STRIP + 1, _STRIP):
        profile = ink[:, left : left + _STRIP].sum(axis=1).astype(np.float64)
        total += float(np.square(np.diff(profile)).sum())
    return total
