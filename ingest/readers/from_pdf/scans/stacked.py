"""Cells of one colour beneath one another in a striped table, which look like one area: cut where stripes end."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ingest.readers.from_pdf.scans.areas import Area
from ingest.readers.from_pdf.scans.pixels import Mask

_TOUCH = 5
"""Pixels between two areas that touch."""
_LOWEST = 16
"""Pixels: no cell is lower."""


def cut_at_stripes(areas: Sequence[Area], letters: Mask) -> list[Area]:
    """The areas, each cut where a longer one that touches its side begins or ends, if every part has letters.

    A merged cell has letters in one of its parts alone, but where it has several lines.
    """
    return [part for area in areas for part in _parts(area, areas, letters)]


def _parts(area: Area, areas: Sequence[Area], letters: Mask) -> Iterator[Area]:
    cuts = [area.top]
    for edge in sorted(edge for other in areas if _is_stripe_beside(other, area) for edge in (other.top, other.bottom)):
        if cuts[-1] + _LOWEST <= edge <= area.bottom - _LOWEST:
            cuts.append(edge)
    bands = [*itertools.pairwise([*cuts, area.bottom])]
    if all(letters[top:bottom, area.left : area.right].any() for top, bottom in bands):
        yield from (replace(area, top=top, bottom=bottom) for top, bottom in bands)
    else:
        yield area


def _is_stripe_beside(other: Area, area: Area) -> bool:
    touch = min(abs(other.right - area.left), abs(other.left - area.right)) <= _TOUCH
    return touch and other.right - other.left > area.right - area.left
