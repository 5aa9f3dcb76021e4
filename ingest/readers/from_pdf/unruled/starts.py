"""Words that touch those of the next column: parted where line after line begins, if no more than a space is left."""

from __future__ import annotations

import itertools
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from ingest.readers.from_pdf.ink import Ink, Run
from ingest.readers.from_pdf.words import place_words, taken_apart

_NEAR = 0.12
"""How far apart, in times their size, words begin that begin at one place: letters have white space of their own."""
_FEW, _FIRST, _MANY, _CROSSED = 4, 2, 8, 0.4
"""How many pieces begin a column, how many of them by themselves and not as a stroke within another, how many show that
it is one whatever stands above and below them, and how many of so many may run across its beginning."""
_HYPHENS = ("-", "\u2010")
"""Drawn by themselves they end lines that are set to both sides, and so stand beneath one another."""
_WIDER, _WIDE = 1.25, 0.5
"""How many times wider than the other spaces of its line the space between two columns is at least; the only space, in
times its size."""
_HEAP = 256
"""How many pieces are counted together."""


def parted_at_starts(pieces: Sequence[Run], ink: Ink, known: Sequence[float] = ()) -> tuple[list[Run], frozenset[Run]]:
    """The pieces, each cut where a column begins that most of the others keep clear of, and those that begin so.

    `known` are the places where columns of a table that may go on from the page before begin.
    """
    firm = _starts(pieces)
    places = [column.x for column in firm]
    made: list[Run] = []
    begun: set[Run] = set()
    for piece in pieces:
        near = _NEAR * piece.size
        first, last = bisect_left(places, piece.box.left - near), bisect_right(places, piece.box.right - piece.size)
        beside = [column.x for column in firm[first : max(last, first + 1)] if column.is_beside(piece)]
        inside = [x for x in beside if piece.box.left + piece.size <= x <= piece.box.right - piece.size]
        parts = _cut(piece, inside, ink) if inside and " " in piece.text and not piece.slope else [piece]
        made += parts
        begun.update(parts[1:])
        if (beside and beside[0] <= piece.box.left + near) or any(abs(piece.box.left - x) <= near for x in known):
            begun.add(parts[0])
    return made, frozenset(begun)


class _Column(NamedTuple):
    """Where a column begins, and between which heights it is known to."""

    x: float
    top: float
    bottom: float

    def is_beside(self, piece: Run) -> bool:
        """Whether a piece stands between those heights, or right above or below."""
        return self.top - piece.size <= piece.baseline <= self.bottom + piece.size


class _Start(NamedTuple):
    """Where a piece begins, or a stroke within it."""

    x: float
    size: float
    baseline: float
    is_first: bool


def _starts(pieces: Sequence[Run]) -> list[_Column]:
    """Where several pieces begin, and few run on; the middle of those that begin within a letter's own space."""
    groups: list[list[_Start]] = []
    worded = [piece for piece in pieces if piece.text not in _HYPHENS]
    for start in sorted(start for piece in worded for start in _within(piece)):
        if groups and start.x - groups[-1][0].x <= 2 * _NEAR * start.size:
            groups[-1].append(start)
        else:
            groups.append([start])
    firm = []
    crossing = _Crossing(pieces)
    for group in groups:
        heights = sorted({round(start.baseline) for start in group})
        if len(heights) < _FEW or len({round(start.baseline) for start in group if start.is_first}) < _FIRST:
            continue
        between = (heights[0], heights[-1]) if len(heights) >= _MANY else crossing.heights
        if crossing.count(group, *between) <= _CROSSED * len(group):
            firm.append(_Column(_middle(group), heights[0], heights[-1]))
    return firm


def _within(piece: Run) -> list[_Start]:
    joints = [_Start(x, piece.size, piece.baseline, is_first=False) for x in piece.joints]
    return [_Start(piece.box.left, piece.size, piece.baseline, is_first=True), *joints]


def _middle(group: Sequence[_Start]) -> float:
    return group[len(group) // 2].x


class _Crossing:
    """How many pieces run on where others begin."""

    def __init__(self, pieces: Sequence[Run]) -> None:
        self._pieces = sorted(pieces, key=lambda piece: piece.baseline)
        self._baselines = [piece.baseline for piece in self._pieces]
        self._within = sorted(x for piece in pieces for x in piece.joints)
        self._heaps = [_Heap(self._pieces[n : n + _HEAP]) for n in range(0, len(pieces) - _HEAP + 1, _HEAP)]

    @property
    def heights(self) -> tuple[float, float]:
        """The heights of the first piece and of the last."""
        return self._baselines[0], self._baselines[-1]

    def count(self, group: Sequence[_Start], top: float, bottom: float) -> int:
        """How many of the pieces between two heights run across where those of a group begin."""
        x, size, *_ = group[len(group) // 2]
        first, last = bisect_left(self._baselines, top - 1), bisect_right(self._baselines, bottom + 1)
        joints = bisect_right(self._within, group[-1].x) - bisect_left(self._within, group[0].x)
        return self._across(first, last, x - size, x + size) - joints

    def _across(self, first: int, last: int, left: float, right: float) -> int:
        """How many of so many pieces reach beyond both of two sides; heaps that they hold whole are counted at once."""
        begin, end = -(-first // _HEAP), last // _HEAP
        if begin >= end:
            return _reaching(self._pieces[first:last], left, right)
        whole = sum(heap.across(left, right) for heap in self._heaps[begin:end])
        rest = [*self._pieces[first : begin * _HEAP], *self._pieces[end * _HEAP : last]]
        return whole + _reaching(rest, left, right)


class _Heap:
    """Pieces that are counted together: each with each would take long on a page of thousands."""

    def __init__(self, pieces: Sequence[Run]) -> None:
        self._reaches = sorted((piece.box.left, piece.box.right) for piece in pieces)
        self._rights = sorted(piece.box.right for piece in pieces)

    def across(self, left: float, right: float) -> int:
        """How many begin before one place and end behind another: all that begin before, but for those that end."""
        before = bisect_left(self._reaches, (left,))
        within = itertools.takewhile(lambda reach: reach[0] <= right, itertools.islice(self._reaches, before, None))
        return before - bisect_right(self._rights, right) + sum(end <= right for _, end in within)


def _reaching(pieces: Sequence[Run], left: float, right: float) -> int:
    return sum(piece.box.left < left and piece.box.right > right for piece in pieces)


def _is_near(x: float, piece: Run, starts: Sequence[float]) -> bool:
    n = bisect_left(starts, x - _NEAR * piece.size)
    return n < len(starts) and starts[n] <= x + _NEAR * piece.size


def _cut(piece: Run, starts: Sequence[float], ink: Ink) -> list[Run]:
    words = place_words(piece, ink)
    gaps = [after[1].left - before[1].right for before, after in itertools.pairwise(words)]
    if not gaps:
        return [piece]
    least = _WIDER * sorted(gaps)[(len(gaps) - 1) // 2] if len(gaps) > 1 else _WIDE * piece.size
    cuts = [
        n
        for n, gap in enumerate(gaps, 1)
        if (gap > least or _is_near(words[n][1].left, piece, piece.joints))
        and any(abs(words[n][1].left - x) <= _NEAR * piece.size for x in starts)
    ]
    return taken_apart(piece, words, cuts) if cuts else [piece]
