"""Print of the other side that shows through the paper: it looks like faint colour, but has no straight edges."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

_FAINT = 40
"""Levels of 255: an area that differs more from the paper than this is printed on it."""
_INSIDE = slice(2, 6)
"""Pixels from the edge of an area that have its colour."""
_WHOLE = 0.9
"""The part of each of its edges that has its colour."""


def shows_through(part: NDArray[np.float32], shade: float, white: float) -> bool:
    """Whether a part of the picture in grey, its colour being `shade` on paper of `white`, is no printed area."""
    if white - shade > _FAINT:
        return False
    lightest = (shade + white) / 2
    sides = (part, part[::-1], part.T, part.T[::-1])
    return any(float((side[_INSIDE].mean(axis=0) < lightest).mean()) < _WHOLE for side in sides)
