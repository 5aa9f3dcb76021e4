"""The colour behind a cell and of its words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ingest.readers.from_pdf.ink import Box, Fill, Run

_WHITE, _BLACK = "FFFFFF", "000000"


def fill_of(area: Box, fills: Sequence[Fill]) -> str:
    """The colour drawn last over most of the area; "" for none and for white."""
    x, y = area.x, area.y
    for fill in reversed(fills):
        left, top, right, bottom = fill.box
        if not (left < x < right and top < y < bottom):  # what covers most of it covers its middle
            continue
        wide = min(area.right, right) - max(area.left, left)
        high = min(area.bottom, bottom) - max(area.top, top)
        if wide * high > 0.5 * area.width * area.height:
            return "" if fill.colour == _WHITE else fill.colour
    return ""


def fill_at(x: float, y: float, fills: Sequence[Fill]) -> str:
    """The colour drawn last over a point; "" for none and for white."""
    for fill in reversed(fills):
        left, top, right, bottom = fill.box
        if left <= x <= right and top <= y <= bottom:
            return "" if fill.colour == _WHITE else fill.colour
    return ""


def colour_of(runs: Iterable[Run]) -> str:
    """The one colour that all the words have; "" for black and for several."""
    colours = {run.colour for run in runs}
    return colours.pop() if len(colours) == 1 and _BLACK not in colours else ""
