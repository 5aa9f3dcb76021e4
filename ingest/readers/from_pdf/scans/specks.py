"""Specks of dust and of fax lines, which engines take for stops and accents: taken out of the picture."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from ingest.readers.from_pdf.scans.pixels import Pixels

_REACH = 2
"""How many pixels of white stand around a speck."""
_MOST = 2.2
"""How many black pixels' worth of ink a speck has: a full stop of 8 points has five at 200 dots an inch, three where it
is faint."""


def without_specks(grey: Pixels) -> Pixels:
    """The picture with white where the square around a pixel holds less ink than a full stop has."""
    made = grey.copy()
    made[_around(255 - grey, _REACH) <= _MOST * 255] = 255
    return made


def _around(ink: Pixels, reach: int) -> NDArray[np.uint16]:
    """How much ink stands in the square around each pixel, up to so many pixels away."""
    padded = np.pad(ink, reach).astype(np.uint16)
    high, wide, side = *ink.shape, 2 * reach + 1
    across = padded[:, :wide].copy()
    for n in range(1, side):
        across += padded[:, n : n + wide]
    down = across[:high].copy()
    for n in range(1, side):
        down += across[n : n + high]
    return down
