"""A scan that lies a little askew → one whose lines are level, and which way its lines run."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import numpy as np
from numpy.typing import NDArray

from ingest.readers.from_pdf.scans.pixels import Mask, Pixels

_WIDEST, _STEP, _FINE = 3.0, 0.1, 0.02
"""Degrees: the most a page is straightened by, and the steps in which that is sought."""
_SHARES = 256
_ENOUGH = 60_000
_LEVEL = 0.03
_STRIP = 160
_DENSE, _LOWEST = 0.5, 4
"""Heights with so much of the ink of the fullest ones are those of the small letters, which are so many pixels high."""


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


def moved(x: float, y: float, degrees: float, size: tuple[float, float]) -> tuple[float, float]:
    """Where a point of a page of that width and height stands once the page is straightened by so many degrees."""
    slope, (wide, high) = float(np.tan(np.radians(degrees))) if abs(degrees) >= _LEVEL else 0.0, size
    level = y - (x - wide / 2) * slope
    return x + (level - high / 2) * slope, level


def _shift(rows: Pixels, slope: float) -> None:
    """Move each row sideways by its number times the slope, counted from the middle one.

    A row that comes to lie between pixels is shared by them: upright strokes would have steps in them otherwise.
    """
    for n, row in enumerate(rows):
        whole, part = divmod((n - len(rows) / 2) * slope, 1.0)
        share = round(part * _SHARES)
        near, far = _moved(row, int(whole)), _moved(row, int(whole) + 1)
        row[:] = (near.astype(np.uint16) * (_SHARES - share) + far.astype(np.uint16) * share) // _SHARES


def _moved(row: Pixels, by: int) -> Pixels:
    """The row moved sideways, its end carried on."""
    if not by:
        return row
    made = np.empty_like(row)
    if by > 0:
        made[by:], made[:by] = row[:-by], row[:1]
    else:
        made[:by], made[by:] = row[-by:], row[-1:]
    return made


def is_upright(ink: Mask) -> bool:
    """Whether the lines of text run across the page and not up or down it; true where nothing tells.

    Strips along the lines show letter after letter, strips across them line after line, and letters are narrower.
    """
    return sum(len(lines) for _, lines in _strips(ink)) <= sum(len(lines) for _, lines in _strips(ink.T))


def is_head_up(ink: Mask) -> bool:
    """Whether the lines of text stand the right way up: more letters reach above the small ones than below them."""
    above = below = 0.0
    for profile, lines in _strips(ink):
        for start, end in lines:
            beside = max((end - start) // 2, 1)
            above += float(profile[max(start - beside, 0) : start].sum())
            below += float(profile[end : end + beside].sum())
    return above >= below


def _strips(ink: Mask) -> Iterator[tuple[NDArray[np.float64], list[tuple[int, int]]]]:
    """For narrow strips of the page the ink at each height, and between which heights the small letters stand."""
    for left in range(0, ink.shape[1] - _STRIP + 1, _STRIP):
        profile = ink[:, left : left + _STRIP].sum(axis=1).astype(np.float64)
        if profile.any():
            dense = profile > _DENSE * np.percentile(profile[profile > 0], 95)
            steps = np.diff(np.concatenate(([0], dense.astype(np.int8), [0])))
            starts, ends = np.flatnonzero(steps == 1), np.flatnonzero(steps == -1)
            yield profile, [(int(n), int(m)) for n, m in zip(starts, ends, strict=True) if m - n >= _LOWEST]
