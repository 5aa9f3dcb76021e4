"""Merges to rectangle: cells placed by row and column, with spans, become a full grid."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from ingest.model import Cell, Place


def square(cells: Iterable[Cell], place: Place) -> tuple[tuple[Cell, ...], ...]:
    """Lay cells on a grid wide and deep enough for all of them; holes become empty cells.

    Each cell's `place.row` and `place.column` (from 1) say where its top left corner stands. A cell that would
    cover a position already taken keeps only the positions that are free to its own rectangle: the earlier cell wins.
    """
    rows: list[list[Cell | None]] = []
    width = 0
    for cell in cells:
        top, left = (cell.place.row or 1) - 1, (cell.place.column or 1) - 1
        free = _clipped(cell, rows, top, left)
        width = max(width, left + free.col_span)
        while len(rows) < top + free.row_span:
            rows.append([])
        for row in rows[top : top + free.row_span]:
            row.extend([None] * (left + free.col_span - len(row)))
            row[left : left + free.col_span] = [free] * free.col_span
    return tuple(_filled(row, number, width, place) for number, row in enumerate(rows, 1))


def _clipped(cell: Cell, rows: Sequence[Sequence[Cell | None]], top: int, left: int) -> Cell:
    wide = 1
    line = rows[top] if top < len(rows) else ()
    while wide < cell.col_span and (left + wide >= len(line) or line[left + wide] is None):
        wide += 1
    deep = 1
    while deep < cell.row_span and all(
        c is None for c in (rows[top + deep][left : left + wide] if top + deep < len(rows) else ())
    ):
        deep += 1
    return cell if (wide, deep) == (cell.col_span, cell.row_span) else replace(cell, col_span=wide, row_span=deep)


def _filled(row: list[Cell | None], number: int, width: int, place: Place) -> tuple[Cell, ...]:
    row.extend([None] * (width - len(row)))
    return tuple(
        cell if cell is not None else Cell(replace(place, row=number, column=column))
        for column, cell in enumerate(row, 1)
    )
