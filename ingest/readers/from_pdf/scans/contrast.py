"""Pale scans made as dark as print is: thin strokes of pale letters would be taken for paper."""

from __future__ import annotations

import numpy as np

from ingest.readers.from_pdf.scans.pixels import Pixels

_PAPER = 205
_DARKEST = 10
"""The part of the ink, in per cent, that is the inside of letters."""
_BLACK = 40
"""Letters as dark as this are dark enough."""


def blackness(grey: Pixels) -> int:
    """How dark the print of a picture on white paper is: 0 where it is black, or where there is none."""
    counts = np.bincount(grey.ravel(), minlength=256)[:_PAPER]
    if not counts.any():
        return 0
    black = int(np.searchsorted(np.cumsum(counts), _DARKEST / 100 * counts.sum()))
    return black if black > _BLACK else 0


def darkened(grey: Pixels, black: int) -> Pixels:
    """The picture with levels of `black` and less made black, and those between it and white stretched evenly."""
    levels = ((np.arange(256) - black) * (255 / (255 - black))).clip(0, 255).round().astype(np.uint8)
    return np.asarray(levels[grey]) if black else grey
