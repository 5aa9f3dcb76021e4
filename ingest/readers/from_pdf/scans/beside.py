"""Coloured areas that letters part: a heading's colour is seen between its lines, not where they fill its height."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import numpy as np

from ingest.readers.from_pdf.scans.areas import Area
from ingest.readers.from_pdf.scans.pixels import Pixels

_GAP = 96
"""Pixels that a few letters take; cells stand beside one another where their colours differ."""
_LEVEL = 8
"""Pixels by which the edges of one area may be off."""
_RIM = slice(2, 6)
"""Pixels from the top and the foot of an area where no letters stand,"""
_ALIKE = 18
"""so many levels of 255 from its colour at most,"""
_WHOLE = 0.9
"""in such a part of what lies between."""


def joined_across(pixels: Pixels, areas: Iterable[Area]) -> list[Area]:
    """The areas, those of one colour and height as one where nothing but letters stands between them."""
    made: list[Area] = []
    for area in sorted(areas, key=lambda area: area.left):
        n = next((n for n, left in enumerate(made) if _goes_on(pixels, left, area)), None)
        if n is None:
            made.append(area)
        else:
            top, bottom = min(area.top, made[n].top), max(area.bottom, made[n].bottom)
            made[n] = replace(made[n], top=top, right=area.right, bottom=bottom)
    return sorted(made, key=lambda area: (area.top, area.left))


def _goes_on(pixels: Pixels, left: Area, right: Area) -> bool:
    """Whether the colour of one area goes on above and below the letters up to the other."""
    if left.colour != right.colour or not 0 < right.left - left.right <= _GAP:
        return False
    if max(abs(left.top - right.top), abs(left.bottom - right.bottom)) > _LEVEL:
        return False
    between = pixels[max(left.top, right.top) : min(left.bottom, right.bottom), left.right : right.left]
    colour = np.array(left.colour)
    rims = (np.median(side[_RIM], axis=0) for side in (between, between[::-1]))
    return all(float((np.abs(rim - colour).max(axis=1) <= _ALIKE).mean()) >= _WHOLE for rim in rims)
