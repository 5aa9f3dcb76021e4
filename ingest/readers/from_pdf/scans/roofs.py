"""Welsh ŵ and ŷ, which a model of letters hardly knows: it hovers between w or y and vowels with the same roof."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

_ROOF = "\N{COMBINING CIRCUMFLEX ACCENT}"
_SEEN, _CLEAR = 0.03, 0.15
"""How likely a roof is on the whole, over whatever letter, where there is one over a w or y that the model sees; and
how likely something is where it rather sees nothing."""
_W_AT_ALL, _Y_AT_ALL = 0.015, 0.05
_SPREAD = 0.5
"""A vowel is likelier than this where it is one; a roof that vowels share between them stands on none of them."""
_MOST = 0.9
"""A letter so likely is the one that is seen."""

Chances = NDArray[np.float32]


@dataclass(frozen=True, slots=True, eq=False)
class Roofs:
    """The columns of a model's answer that hold letters with a roof, those of w, and those of y with any accent."""

    roofed: NDArray[np.int64]
    w: NDArray[np.int64]
    y: NDArray[np.int64]

    def over_w(self, chances: Chances) -> NDArray[np.bool_]:
        """At which steps a ŵ stands; the first column is no letter at all."""
        roof, seen, w = chances[:, self.roofed].sum(axis=1), 1 - chances[:, 0], chances[:, self.w].sum(axis=1)
        is_w = (w >= _W_AT_ALL) & (w + roof >= seen / 2) & (w < _MOST)
        return np.asarray((roof >= _SEEN) & is_w & (seen >= _CLEAR))

    def over_y(self, chances: Chances) -> NDArray[np.bool_]:
        """At which steps a ŷ stands."""
        roofs = chances[:, self.roofed]
        roof, y = roofs.sum(axis=1), chances[:, self.y].sum(axis=1)
        is_shared = (roof >= _SPREAD) & (roofs.max(axis=1, initial=0) < _SPREAD)
        return np.asarray(((roof >= _SEEN) & (y >= _Y_AT_ALL) & (y < _MOST) | is_shared) & ~self.over_w(chances))


def roofs(characters: Sequence[str]) -> Roofs:
    """Where the letters stand among those that the model knows, in its order."""
    parts = [unicodedata.normalize("NFD", letter) for letter in characters]
    return Roofs(
        np.array([n for n, part in enumerate(parts) if part[1:] == _ROOF and part[0].islower()], dtype=np.int64),
        np.array([n for n, part in enumerate(parts) if part in ("w", f"w{_ROOF}")], dtype=np.int64),
        np.array([n for n, part in enumerate(parts) if part[:1] == "y" and len(part) <= 2], dtype=np.int64),
    )
