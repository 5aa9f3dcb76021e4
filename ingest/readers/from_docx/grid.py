"""Columns: where each cell of a table begins and ends, whatever its rows say of their grid.

Cells are placed by counting grid columns where a row agrees with the table's grid, by the edges their widths give
where it does not. Grid columns in which no cell begins, and slivers left by dragged borders, are no columns.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

_SLIVER = 285  # twips, half a centimetre


@dataclass(frozen=True, slots=True)
class Span:
    """A cell before placing: grid columns it claims and its width in twips, None where it gives none."""

    columns: int
    width: int | None = None


@dataclass(frozen=True, slots=True)
class RowShape:
    """A row before placing: grid columns left out before and after, the width of those before, and its cells."""

    before: int
    before_width: int | None
    after: int
    cells: Sequence[Span]

    @property
    def total(self) -> int:
        """Grid columns the row claims."""
        return self.before + sum(cell.columns for cell in self.cells) + self.after


Extent = tuple[int, int]
"""First column and the one after the last, from 0."""


def placed(rows: Sequence[RowShape], widths: Sequence[int]) -> list[list[Extent]]:
    """The columns of every cell of every row; `widths` are the table's grid columns in twips, empty where missing."""
    totals = Counter(row.total for row in rows)
    edges = _edges(rows, widths, totals)
    count = len(edges) - 1 if edges else max(totals, default=0)
    extents = [
        _by_edges(row, edges) if edges and row.total != count and _measured(row) else _by_count(row) for row in rows
    ]
    columns = _columns(extents, edges)
    return [[(columns[start], max(columns[end], columns[start] + 1)) for start, end in row] for row in extents]


def _edges(rows: Sequence[RowShape], widths: Sequence[int], totals: Counter[int]) -> list[int]:
    """The grid's edges from the left, from its own widths or, where it is wrong or missing, from the fullest row."""
    if widths and len(widths) in totals and len(widths) == max(totals) and any(widths):
        return [0, *accumulate(widths)]
    fullest = max(totals, default=0)
    for row in rows:
        if row.total == fullest and _measured(row) and not row.after and all(c.columns == 1 for c in row.cells):
            lead = [row.before_width or 0] if row.before == 1 else []
            if len(lead) == row.before:
                return [0, *accumulate([*lead, *(cell.width or 0 for cell in row.cells)])]
    return []


def _measured(row: RowShape) -> bool:
    return bool(row.cells) and all(cell.width for cell in row.cells) and (not row.before or bool(row.before_width))


def _by_count(row: RowShape) -> list[Extent]:
    ends = list(accumulate((cell.columns for cell in row.cells), initial=row.before))
    return list(pairwise(ends))


def _by_edges(row: RowShape, edges: list[int]) -> list[Extent]:
    """Each cell from the grid edge nearest to its left side to the one nearest to its right."""
    x = row.before_width or 0 if row.before else 0
    at = _nearest(edges, x)
    extents = []
    for cell in row.cells:
        x += cell.width or 0
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
