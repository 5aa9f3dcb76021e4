"""Words of a cell that stand far apart because its lines are stretched to both of its sides."""

from __future__ import annotations

import itertools
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ingest.readers.from_pdf.ink import Box

_NEAR = 0.15
"""How far apart, in times their size, edges stand that are one."""
_WIDEST = 6.0
"""How far apart, in times their size, the words of a stretched line stand at most; further ones are a column's."""
_FEW = 3
"""How many lines must begin or end at one place for that to be a side that lines are stretched to."""
_CROSSING = 2
"""How many lines near by must run across white space between words for it to part no columns."""
_BESIDE = 0.5
"""How far beyond the sides of such a line, in times its size, lines near by may reach: hyphens and stops do."""
_AROUND, _TIGHT = 30, 2.0
"""How many lines above and below are near by, and how far apart, in times their size, close lines may stand."""


@dataclass(frozen=True, slots=True)
class Row:
    """The segments of a level from left to right, the height they stand on, and the size of their text."""

    boxes: Sequence[Box]
    baseline: float
    size: float


def stretched(levels: Sequence[Row]) -> list[list[int]]:
    """For each level, which of its segments belong to the one before, in text that is set to both sides.

    A line so set begins and ends where many others do, and wherever it leaves white space lines that follow it or go
    before it closely run across, between the same sides.
    """
    boxes = [(box, n) for n, level in enumerate(levels) for box in level.boxes]
    lefts = _sides(((box.left, n) for box, n in boxes), levels)
    rights = _sides(((box.right, n) for box, n in boxes), levels)
    counted = _Crossing(box for box, _ in boxes)
    joined: list[list[int]] = []
    for n, level in enumerate(levels):
        gaps = [
            other.left - one.right < _WIDEST * level.size and counted.least(one.right, other.left) >= _CROSSING
            for one, other in itertools.pairwise(level.boxes)
        ]
        starts = [m for m, box in enumerate(level.boxes) if any(gaps) and _is_at(lefts, box.left, level.size)]
        ends = [m for m, box in enumerate(level.boxes) if any(gaps) and _is_at(rights, box.right, level.size)]
        joined.append([])
        for first in starts:
            lasts = [last for last in ends if first < last and all(gaps[first:last])]
            last = next((last for last in reversed(lasts) if _is_crossed(levels, n, (first, last))), first)
            joined[n] += [m for m in range(first + 1, last + 1) if m not in joined[n]]
    return joined


class _Crossing:
    """How many of some boxes stand over a place."""

    def __init__(self, boxes: Iterable[Box]) -> None:
        reaches = [(box.left, box.right) for box in boxes]
        self._begins = sorted(left for left, _ in reaches)
        self._ends = sorted(right for _, right in reaches)

    def least(self, start: float, end: float) -> int:
        """How many stand over the place between two others that fewest stand over."""
        inside = self._ends[bisect_right(self._ends, start) : bisect_left(self._ends, end)]
        return min(bisect_right(self._begins, x) - bisect_right(self._ends, x) for x in (start, *inside))


def _sides(edges: Iterable[tuple[float, int]], levels: Sequence[Row]) -> list[float]:
    """Where segments of several levels begin, or end."""
    sides: list[float] = []
    group: list[tuple[float, int]] = []
    for edge in [*sorted(edges), (float("inf"), 0)]:
        if group and edge[0] - group[-1][0] > _NEAR * levels[group[-1][1]].size:
            sides += [x for x, _ in group] if len({n for _, n in group}) >= _FEW else []
            group = []
        group.append(edge)
    return sides


def _is_at(edges: Sequence[float], x: float, size: float) -> bool:
    n = bisect_left(edges, x - _NEAR * size)
    return n < len(edges) and edges[n] <= x + _NEAR * size


def _is_crossed(levels: Sequence[Row], n: int, stretch: tuple[int, int]) -> bool:
    """Whether more lines near by run across each gap between segments than begin at its end, between the same sides."""
    segments, size = levels[n].boxes[stretch[0] : stretch[1] + 1], levels[n].size
    left, right = segments[0].left - _BESIDE * size, segments[-1].right + _BESIDE * size
    around = [*_following(levels, range(n, max(n - _AROUND, -1), -1))]
    around += _following(levels, range(n, min(n + _AROUND, len(levels))))
    boxes = [box for level in around for box in level.boxes if left <= box.left and box.right <= right]
    counted = _Crossing(boxes)
    for one, other in itertools.pairwise(segments):
        beginning = sum(abs(box.left - other.left) <= _NEAR * size for box in boxes)
        if counted.least(one.right, other.left) < max(_CROSSING, beginning + 1):
            return False
    return True


def _following(levels: Sequence[Row], way: range) -> Iterator[Row]:
    """The levels after the first of a way, each close to the one before."""
    for before, n in itertools.pairwise(way):
        if abs(levels[n].baseline - levels[before].baseline) > _TIGHT * levels[way[0]].size:
            return
        yield levels[n]
