"""Words of a cell that stand far apart because its lines are stretched to both of its sides."""

from __future__ import annotations

import itertools
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ingest.readers.from_pdf.ink import Box, around

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
_MOST = 15
"""How many segments of a level may be one line: no text is stretched at more of its spaces."""
_AROUND, _TIGHT = 30, 2.0
"""How many lines above and below are near by, and how far apart, in times their size, close lines may stand."""
_SIDES = 300
"""How many pairs of sides are looked at on a page, at the most: more are no table's."""
_TRIES = 1_000
"""How many stretches of a page are tried, at the most: no page of tables seen has much more than half as many."""
_ROUNDS = 4
"""How often lines put together may show others to be stretched."""


@dataclass(frozen=True, slots=True)
class Row:
    """The segments of a level from left to right, the height they stand on, the size of their text, and their words."""

    boxes: Sequence[Box]
    baseline: float
    size: float
    words: Sequence[str] = ()

    @property
    def pieces(self) -> Iterator[tuple[Box, str]]:
        """Each segment with its words."""
        return zip(self.boxes, self.words or [""] * len(self.boxes), strict=True)


def stretched(levels: Sequence[Row]) -> list[list[int]]:
    """For each level, which of its segments belong to the one before, in text that is set to both sides.

    A line so set begins and ends where many others do, and wherever it leaves white space other lines run across,
    between the same sides: those that follow it or go before it closely, or others of its column, known by the words
    beside them. Lines put together run across in their turn.
    """
    rows, kept = [*levels], [[*range(len(level.boxes))] for level in levels]
    tries = 0
    for _ in range(_ROUNDS):
        columns = _Columns(rows, tries)
        joined = _joined(rows, columns)
        tries = columns.tries
        if not any(joined):
            break
        rows = [_put_together(row, new) for row, new in zip(rows, joined, strict=True)]
        kept = [[m for k, m in enumerate(old) if k not in new] for old, new in zip(kept, joined, strict=True)]
    return [[m for m in range(len(level.boxes)) if m not in old] for level, old in zip(levels, kept, strict=True)]


def _put_together(row: Row, joined: Sequence[int]) -> Row:
    if not joined:
        return row
    boxes: list[Box] = []
    words: list[str] = []
    for m, (box, text) in enumerate(row.pieces):
        boxes[-1:] = [around([boxes[-1], box])] if m in joined else [*boxes[-1:], box]
        words[-1:] = [f"{words[-1]} {text}"] if m in joined else [*words[-1:], text]
    return Row(boxes, row.baseline, row.size, words)


def _joined(levels: Sequence[Row], columns: _Columns) -> list[list[int]]:
    """For each level, which of its segments one look at all of them puts together with the one before."""
    boxes = [(box, n) for n, level in enumerate(levels) for box in level.boxes]
    lefts = _sides(((box.left, n) for box, n in boxes), levels)
    rights = _sides(((box.right, n) for box, n in boxes), levels)
    counted = _Crossing(piece for level in levels for piece in level.pieces)
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
            lasts = [last for last in ends if first < last <= first + _MOST and all(gaps[first:last])]
            last = next((last for last in reversed(lasts) if columns.is_crossed(n, first, last)), first)
            joined[n] += [m for m in range(first + 1, last + 1) if m not in joined[n]]
    return joined


class _Crossing:
    """How many of some boxes stand over a place."""

    def __init__(self, pieces: Iterable[tuple[Box, str]]) -> None:
        reaches = sorted((box.left, box.right, text) for box, text in pieces)
        self._begins = [left for left, _, _ in reaches]
        self._ends = sorted(right for _, right, _ in reaches)
        self._words = [text for _, _, text in reaches]

    def least(self, start: float, end: float) -> int:
        """How many stand over the place between two others that fewest stand over."""
        inside = self._ends[bisect_right(self._ends, start) : bisect_left(self._ends, end)]
        return min(bisect_right(self._begins, x) - bisect_right(self._ends, x) for x in (start, *inside))

    def beginning(self, x: float, near: float) -> int:
        """How many begin near a place; words said again and again count once, as they always stand alike."""
        words = self._words[bisect_left(self._begins, x - near) : bisect_right(self._begins, x + near)]
        return len({*words} - {""}) + words.count("")


class _Columns:
    """The lines between two sides that have words beside them: paragraphs across a page have none."""

    def __init__(self, levels: Sequence[Row], tries: int) -> None:
        self.tries = tries
        self._levels = levels
        self._known: dict[tuple[int, int], _Crossing] = {}
        self._near: tuple[int, list[Row]] = (-1, [])

    def is_crossed(self, n: int, first: int, last: int) -> bool:
        """Whether lines of the column, or others near by, run across each gap of a stretch, between the same sides."""
        self.tries += 1
        if self.tries > _TRIES:
            return False
        segments, size = self._levels[n].boxes[first : last + 1], self._levels[n].size
        left, right = segments[0].left - _BESIDE * size, segments[-1].right + _BESIDE * size
        if _crossed(self._lines(left, right), segments, size):
            return True
        if self._near[0] != n:
            self._near = (n, _near_by(self._levels, n))
        return _crossed(_between(self._near[1], left, right), segments, size)

    def _lines(self, left: float, right: float) -> _Crossing:
        """The lines between two sides on levels with words beside them, or next to such a level."""
        sides = (round(left), round(right))
        if sides not in self._known:
            self._known[sides] = _between(self._beside(left, right) if len(self._known) < _SIDES else (), left, right)
        return self._known[sides]

    def _beside(self, left: float, right: float) -> Iterator[Row]:
        levels = self._levels
        beside = {n for n, m in enumerate(levels) if m.boxes[0].right < left or m.boxes[-1].left > right}
        for n, level in enumerate(levels):
            if any(m in beside and _is_close(levels, n, m) for m in (n - 1, n, n + 1)):
                yield level


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


def _crossed(lines: _Crossing, segments: Sequence[Box], size: float) -> bool:
    """Whether more of some lines run across each gap between segments than begin at its end."""
    return all(
        lines.least(one.right, other.left) >= max(_CROSSING, lines.beginning(other.left, _NEAR * size) + 1)
        for one, other in itertools.pairwise(segments)
    )


def _between(levels: Iterable[Row], left: float, right: float) -> _Crossing:
    return _Crossing(
        (box, text) for level in levels for box, text in level.pieces if left <= box.left and box.right <= right
    )


def _near_by(levels: Sequence[Row], n: int) -> list[Row]:
    """The levels above and below one, as far as each is close to the next."""
    above = _following(levels, range(n, max(n - _AROUND, -1), -1))
    return [*above, *_following(levels, range(n, min(n + _AROUND, len(levels))))]


def _following(levels: Sequence[Row], way: range) -> Iterator[Row]:
    """The levels after the first of a way, each close to the one before."""
    for before, n in itertools.pairwise(way):
        if abs(levels[n].baseline - levels[before].baseline) > _TIGHT * levels[way[0]].size:
            return
        yield levels[n]


def _is_close(levels: Sequence[Row], n: int, other: int) -> bool:
    return abs(levels[n].baseline - levels[other].baseline) <= _TIGHT * levels[n].size
