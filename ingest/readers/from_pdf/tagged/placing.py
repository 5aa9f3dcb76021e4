"""Which columns the cells of a short row stand in: some programs leave empty cells out of their tags."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

Extent = tuple[float, float]
"""From where to where words reach across the page."""

_UNKNOWN = 12.0
"""How far from its place a cell stands that may be in a column of which no words are known, in points."""


_WIDEST = 40


class Wide(NamedTuple):
    """A cell without a column: how far its words reach, and how many columns it covers."""

    extent: Extent
    col_span: int


def placed(cells: Sequence[Wide], known: Mapping[int, Sequence[Extent]], width: int) -> list[int] | None:
    """The column of each cell, from left to right, where their words are set like those known of each column.

    None where there are more cells than columns, or too many to try.
    """
    rest = sum(cell.col_span for cell in cells)
    if rest > width or width > _WIDEST:
        return None
    best: dict[int, tuple[float, list[int]]] = {0: (0.0, [])}
    """By the first column that is free after them, the best columns of the cells so far."""
    for cell in cells:
        rest -= cell.col_span
        further: dict[int, tuple[float, list[int]]] = {}
        before: tuple[float, list[int]] | None = None
        for column in range(min(best), width - rest - cell.col_span + 1):
            if column in best and (before is None or best[column] < before):
                before = best[column]
            if before is not None:
                further[column + cell.col_span] = before[0] + _cost(cell, column, known), [*before[1], column]
        best = further
    return min(best.values())[1]


def _cost(cell: Wide, column: int, known: Mapping[int, Sequence[Extent]]) -> float:
    """How far a cell's words are from being set like some of a column: from one side, from the other, in the middle."""
    left, right = cell.extent
    last = column + cell.col_span - 1
    if cell.col_span == 1 and known.get(column):
        return min(
            min(abs(left - start), abs(right - end), abs(left + right - start - end) / 2)
            for start, end in known[column]
        )
    starts = [abs(left - start) for start, _ in known.get(column, ())]
    ends = [abs(right - end) for _, end in known.get(last, ())]
    return min([*starts, *ends, _UNKNOWN + _beyond(cell, column, known)])


def _beyond(cell: Wide, column: int, known: Mapping[int, Sequence[Extent]]) -> float:
    """How far the middle of a cell's words stands outside of the room between the columns beside it."""
    middle = sum(cell.extent) / 2
    before = max((end for n, extents in known.items() if n < column for _, end in extents), default=0.0)
    after = (start for n, extents in known.items() if n >= column + cell.col_span for start, _ in extents)
    return max(before - middle, middle - min(after, default=middle), 0.0)
