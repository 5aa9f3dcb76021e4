"""Where ink stands along a line."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray


def stretches(inked: NDArray[np.bool_]) -> list[tuple[int, int]]:
    """From where to where each stretch of ink reaches, the end not counted in."""
    steps = np.diff(np.concatenate(([0], inked.astype(np.int8), [0])))
    return [*zip(np.flatnonzero(steps == 1).tolist(), np.flatnonzero(steps == -1).tolist(), strict=True)]
