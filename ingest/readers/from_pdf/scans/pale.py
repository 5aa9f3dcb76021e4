"""Whether words on a coloured area are darker or lighter than it: black and white both stand on green and on blue."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

_RANGE = 48
"""Levels of 255 that print must have room for: nothing lighter stands on white, nothing darker on black."""
_CLEAR = 0.45
"""Print is at least so far from the area's colour on the way to black or white."""
_RULE = 0.7
"""A row or column of pixels with so much print is a rule or the area's edge."""


def bears_pale_words(part: NDArray[np.float32], shade: float) -> bool:
    """Whether a part of the picture in grey, its colour being `shade`, has more light print on it than dark.

    Where it has none, a dark area is taken for one of light words.
    """
    dark, light = _print(shade - part, shade), _print(part - shade, 255 - shade)
    return light > dark if light or dark else shade < 128


def _print(apart: NDArray[np.float32], most: float) -> int:
    """How many pixels are print, rules left out; `apart` is how far each is from the area's colour on one way."""
    if most < _RANGE:
        return 0
    inked = apart > _CLEAR * most
    return int(inked[np.ix_(inked.mean(axis=1) < _RULE, inked.mean(axis=0) < _RULE)].sum())
