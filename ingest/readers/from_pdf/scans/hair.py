"""Hair lines: rules so pale that grain breaks them, and straightening spreads them over two rows of pixels."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from ingest.readers.from_pdf.scans.pixels import Mask, Pixels

_DARKER = 45
"""Levels of 255 by which two rows together are darker than the two rows beside them, at least:"""
_OWN = 15
"""levels by which one of them is darker than paper by itself, and the rows beside lie"""
_AWAY = 2
"""so many pixels further up and down."""
_EVENLY = 3
"""Pixels along the row whose average is the level of the middle one: more would close the gaps between letters."""


def hair_lines(grey: Pixels) -> Mask:
    """Which pixels are part of a line along the rows, no thicker than two of them, however pale."""
    dark = _darkness(grey)
    made = np.zeros(grey.shape, dtype=np.bool_)
    inside = dark[_AWAY : -_AWAY - 1] + dark[_AWAY + 1 : -_AWAY]
    beside = dark[: -2 * _AWAY - 1] + dark[2 * _AWAY + 1 :]
    made[_AWAY : -_AWAY - 1] = inside - beside >= _EVENLY * _DARKER
    return made & (dark >= _EVENLY * _OWN)


def _darkness(grey: Pixels) -> NDArray[np.int16]:
    """How dark each pixel is together with those beside it in its row, added up."""
    dark = 255 - grey.astype(np.int16)
    made = dark.copy()
    for n in range(1, _EVENLY // 2 + 1):
        made[:, n:] += dark[:, :-n]
        made[:, :-n] += dark[:, n:]
    return made
