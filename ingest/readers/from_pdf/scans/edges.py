"""Rules along and across coloured areas, completed: grain and blurred edges swallow parts of them on dark print."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

import numpy as np

from ingest.readers.from_pdf.scans.areas import Area
from ingest.readers.from_pdf.scans.pixels import Mask
from ingest.readers.from_pdf.scans.ruling import Stroke

_NEAR = 5
"""Pixels from the edge of an area at which its rule may be seen."""
_SEEN = 1 / 3
"""The part of an edge along which a rule is seen where it runs along the whole of it."""
_BELOW, _LONG = 60.0, 36.0
"""Points: how far below a heading the rules between the columns may begin, banners lying between; how long they are."""
_CLEAR = 2
"""Pixels on both sides of a rule that no letter touches."""


def along_edges(level: Sequence[Stroke], areas: Sequence[Area]) -> list[Stroke]:
    """The strokes, and one along the whole top or foot of an area where a good part of it has some."""
    return [*level, *itertools.chain.from_iterable(_along(level, area) for area in areas)]


def _along(level: Sequence[Stroke], area: Area) -> Iterator[Stroke]:
    for edge in (area.top, area.bottom):
        near = [s for s in level if abs(s.at - edge) <= _NEAR and s.start < area.right and s.end > area.left]
        inked = np.zeros(area.right - area.left, dtype=np.bool_)
        for stroke in near:
            inked[max(stroke.start - area.left, 0) : stroke.end - area.left] = True
        if near and float(inked.mean()) >= _SEEN:
            yield Stroke(sorted(s.at for s in near)[len(near) // 2], area.left, area.right)


def across_heads(upright: Sequence[Stroke], areas: Sequence[Area], letters: Mask, scale: float) -> list[Stroke]:
    """The strokes, and those of the columns beneath carried on through a heading of light words that hides its rules.

    A heading has words in nearly every column, and none on their rules; `scale` is pixels a point.
    """
    heads = (area for area in areas if area.pale)
    return [*upright, *itertools.chain.from_iterable(_across(upright, area, letters, scale) for area in heads)]


def _across(upright: Sequence[Stroke], area: Area, letters: Mask, scale: float) -> Iterator[Stroke]:
    inside = [s for s in upright if area.left + _NEAR < s.at < area.right - _NEAR]
    under = sorted({s.at for s in inside if _hangs_below(s, area, scale)})
    if not under:
        return
    columns = np.asarray(letters[area.top : area.bottom].any(axis=0))
    if any(columns[at - _CLEAR : at + _CLEAR + 1].any() for at in under):
        return
    edges = [area.left, *under, area.right]
    cells = [columns[start:end].any() for start, end in itertools.pairwise(edges) if end - start > 2 * _NEAR]
    if sum(cells) >= max(len(cells) - 1, 2):
        yield from (Stroke(at, area.top, area.bottom) for at in under)


def _hangs_below(stroke: Stroke, area: Area, scale: float) -> bool:
    begins = stroke.start - area.bottom
    return -_NEAR <= begins <= _BELOW * scale and stroke.end - stroke.start >= _LONG * scale
