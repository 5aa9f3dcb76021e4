"""Columns: where each cell of a table begins and ends, whatever its rows say of their grid.

Cells are placed by counting grid columns where a row agrees with the table's grid, by the edges their widths give
where it does not. Grid columns in which no cell begins, and slivers left by dragged borders, are no columns.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import accumulate, pairwise
from typing import Protocol

_SLIVER = 285  # twips, half a centimetre
_USUAL = 10_000  # twips of a table that says nothing of its width: that of a page


class Shape(Protocol):
    """A row before placing: grid columns left out before and after, and those its cells claim.

    Widths are in twips, given the width of the whole table, of which some widths are a part.
    """

    @property
    def before(self) -> int: ...
    @property
    def after(self) -> int: ...
    @property
    def counts(self) -> list[int]: ...
    def before_width(self, whole: int) -> int | None: ...
    def widths(self, whole: int) -> list[int | None]: ...


Extent = tuple[int, int]
"""First column and the one after the last, from 0."""


def placed(rows: Sequence[Shape], widths: Sequence[int], stated: int = 0) -> list[list[Extent]]:
    """The columns of every cell of every row; `widths` are the table's grid columns in twips, empty where missing.

    `stated` is the width the table claims for itself, 0 for none.
    """
    counts = [row.counts for row in rows]
    totals = [row.before + sum(own) + row.after for row, own in zip(rows, counts, strict=True)]
    fullest = max(totals, default=0)
    whole = sum(widths) if len(widths) == fullest else stated
    edges = _edges(rows, totals, widths, whole or _USUAL)
    count = len(edges) - 1 if edges else fullest
    extents = [
        (_by_edges(row, edges, whole or _USUAL) if edges and total != count else None) or _by_count(row.before, own)
        for row, own, total in zip(rows, counts, totals, strict=True)
    ]
    columns = _columns(extents, edges)
    return [[(columns[start], max(columns[end], columns[start] + 1)) for start, end in row] for row in extents]


def _edges(rows: Sequence[Shape], totals: list[int], widths: Sequence[int], whole: int) -> list[int]:
    """The grid's edges from the left: where rows differ in length, those of the first row that uses every column."""
    fullest = max(totals, default=0)
    if min(totals, default=0) < fullest:
        for row, total in zip(rows, totals, strict=True):
            if total == fullest == len(row.counts) and all(own := row.widths(whole)):
                return [0, *accumulate(width or 0 for width in own)]
    return [0, *accumulate(widths)] if len(widths) == fullest and any(widths) else []


def _by_count(before: int, counts: list[int]) -> list[Extent]:
    return list(pairwise(accumulate(counts, initial=before)))


def _by_edges(row: Shape, edges: list[int], whole: int) -> list[Extent]:
    """Each cell from the grid edge nearest to its left side to the one nearest to its right; [] where it cannot be."""
    widths = row.widths(whole)
    x = row.before_width(whole) or 0 if row.before else 0
    if not all(widths) or (row.before and not x):
        return []
    at = _nearest(edges, x)
    extents = []
    for width in widths:
        x += width or 0
        end = max(_nearest(edges, x), at + 1)
        extents.append((at, end))
        at = end
    return extents


def _nearest(edges: list[int], x: int) -> int:
    after = bisect_left(edges, x)
    if after == 0:
        return 0
    if after == len(edges):
        return after - 1
    return after if edges[after] - x < x - edges[after - 1] else after - 1


def _columns(extents: list[list[Extent]], edges: list[int]) -> dict[int, int]:
    """The column number of every grid edge at which a cell begins or ends."""
    firsts, numbers = _starts(extents, edges)
    for end in {end for row in extents for _, end in row} - numbers.keys():
        number = bisect_left(firsts, end)
        if number and _is_sliver(firsts[number - 1], end, edges):
            number -= 1
        numbers[end] = number
    return numbers


def _starts(extents: list[list[Extent]], edges: list[int]) -> tuple[list[int], dict[int, int]]:
    """The first edge of each column, and the column of every edge where a cell begins.

    Two edges a sliver apart are one column's, dragged, unless some row begins a cell at both.
    """
    neighbours = {(left[0], right[0]) for row in extents for left, right in pairwise(row)}
    firsts: list[int] = []
    numbers: dict[int, int] = {}
    for start in sorted({start for row in extents for start, _ in row}):
        joined = firsts and _is_sliver(firsts[-1], start, edges) and (firsts[-1], start) not in neighbours
        if not joined:
            firsts.append(start)
        numbers[start] = len(firsts) - 1
    return firsts, numbers


def _is_sliver(left: int, right: int, edges: list[int]) -> bool:
    return right < len(edges) and edges[right] - edges[left] <= _SLIVER
