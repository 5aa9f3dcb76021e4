"""Uneven light on a scan taken out: paper that grows darker towards a side would be taken for coloured areas."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from ingest.readers.from_pdf.scans.pixels import Pixels

_EVERY = 4
_FIELDS = 24
"""The page is looked at in so many fields across and down."""
_PAPER = 90
"""The part of a field, in per cent, that is darker than its paper may be: words and rules are, and grain half of it."""
_NEAR = 4.0
"""Levels of 255 by which paper differs from the light that falls on it."""
_ROUNDS, _USUAL = 12, 80
_MOSTLY = 0.4
"""The part of the fields that must show paper; fewer say nothing of the light."""
_LIGHTER = 0.03
"""The part of the fields that may be lighter than the paper: nothing is, but for a sheet's edge or a flash."""
_UNEVEN = 12.0
"""Levels between the darkest and the lightest place from which on light is called uneven."""
_PLACES = 65
"""So many places across and down are looked at first: a page of them all takes long, and most are even."""

_ROUNDING = 0.01

Surface = NDArray[np.float32]


def evenly_lit(pixels: Pixels) -> Pixels:
    """The picture as under the same light everywhere; as given where it is even, or nothing tells."""
    bright = _brightness(pixels)
    shape = _fitted(bright)
    if shape is None or _is_even(shape):
        return pixels
    high, wide = pixels.shape[:2]
    light = (_terms(np.linspace(-1, 1, high), np.linspace(-1, 1, wide)) @ shape).reshape(high, wide)
    if float(light.max() - light.min()) < _UNEVEN or float(light.min()) <= _NEAR:
        return pixels
    more = (light.max() / light).astype(np.float32)
    return np.asarray((pixels * more[:, :, None]).clip(0, 255).astype(np.uint8))


def _is_even(shape: Surface) -> bool:
    """Whether light that falls so is surely even: between two places it is off by no more than its curves allow."""
    places = np.linspace(-1, 1, _PLACES)
    light = _terms(places, places) @ shape
    between = float(np.abs(shape[3:]).sum()) * (places[1] - places[0]) ** 2
    return bool(float(light.max() - light.min()) + 2 * between < _UNEVEN - _ROUNDING)


def _brightness(pixels: Pixels) -> Surface:
    """How light the lightest part of each field is."""
    grey = pixels[::_EVERY, ::_EVERY].mean(axis=2, dtype=np.float32)
    rows = np.array_split(grey, _FIELDS)
    return np.array(
        [[np.percentile(field, _PAPER) for field in np.array_split(row, _FIELDS, axis=1)] for row in rows],
        dtype=np.float32,
    )


def _fitted(bright: Surface) -> Surface | None:
    """How the light of the paper falls: six numbers, of a surface curved evenly; None where too few fields fit one.

    Fields darker than their neighbours let expect are coloured and are left out, the darkest first.
    """
    middles = (np.arange(_FIELDS) + 0.5) * 2 / _FIELDS - 1
    terms, levels = _terms(middles, middles), bright.ravel()
    kept = np.ones(len(levels), dtype=np.bool_)
    for _ in range(_ROUNDS):
        shape = np.linalg.lstsq(terms[kept], levels[kept], rcond=None)[0].astype(np.float32)
        apart = levels - terms @ shape
        fresh = apart >= -max(_NEAR, float(np.percentile(np.abs(apart[kept]), _USUAL)))
        if (fresh == kept).all():
            break
        kept = fresh
    is_paper = np.abs(apart) <= _NEAR
    return shape if is_paper.mean() >= _MOSTLY and (apart > _NEAR).mean() <= _LIGHTER else None


def _terms(down: NDArray[np.float64], across: NDArray[np.float64]) -> Surface:
    """The terms of a surface of the second degree, a row for each place, row after row."""
    y, x = (part.ravel().astype(np.float32) for part in np.meshgrid(down, across, indexing="ij"))
    return np.stack([np.ones_like(x), x, y, x * y, x * x, y * y], axis=1)
