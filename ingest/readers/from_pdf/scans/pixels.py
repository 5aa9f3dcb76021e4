"""A page as pixels: rendered as finely as it was scanned, within bounds that no page size can break."""

from __future__ import annotations

from collections.abc import Iterator
from math import hypot, sqrt
from typing import TypeVar

import numpy as np
import pypdfium2 as pdfium
import pypdfium2.raw as c
from numpy.typing import NDArray

Pixels = NDArray[np.uint8]
Mask = NDArray[np.bool_]
Picture = TypeVar("Picture", Pixels, Mask)

COARSEST, FINEST = 200, 300
"""Dots an inch that a page is rendered at: letters of 9 points are 25 dots high at the first."""
_MOST_PIXELS = 20_000_000
_MOST_INSIDE = 60_000_000
"""Pixels of a picture within the page: more would take more memory to unpack than a page is worth."""
_FORM_DEPTH = 4


def rendered(page: pdfium.PdfPage, least: int = COARSEST, most: int = FINEST) -> tuple[Pixels, float] | None:
    """The page as RGB rows, as a viewer shows it, and its pixels to a point; None where it is too large to draw.

    It is drawn at no fewer than `least` and no more than `most` dots an inch.
    """
    wide, high = page.get_size()
    finest = 0.0
    for dots, size in _pictures(page):
        if dots > _MOST_INSIDE:
            return None
        finest = max(finest, size)
    scale = min(max(finest, least), most) / 72
    scale = min(scale, sqrt(_MOST_PIXELS / max(wide * high, 1.0)))
    bitmap = page.render(scale=scale, rev_byteorder=True, prefer_bgrx=True, may_draw_forms=False)
    try:
        return np.array(bitmap.to_numpy()[:, :, :3]), scale
    finally:
        bitmap.close()


def greyed(pixels: Pixels) -> NDArray[np.float32]:
    """How light each pixel is, 0 to 255: its three colours' average, added up one by one since that is quick."""
    red, green, blue = (pixels[:, :, n] for n in range(3))
    total = red.astype(np.uint16)
    total += green
    total += blue
    return total.astype(np.float32) / np.float32(3)


def _pictures(page: pdfium.PdfPage) -> Iterator[tuple[int, float]]:
    """For each picture on the page, how many pixels it has and how many of them an inch."""
    for item in page.get_objects(filter=[c.FPDF_PAGEOBJ_IMAGE], max_depth=_FORM_DEPTH):
        across, down = item.get_px_size()
        a, b, *_ = item.get_matrix().get()
        yield across * down, 72 * across / max(hypot(a, b), 1.0)


def turned(pixels: Picture, quarter: int) -> Picture:
    """The picture turned clockwise by 0, 90, 180 or 270 degrees."""
    return np.ascontiguousarray(np.rot90(pixels, -quarter // 90))
