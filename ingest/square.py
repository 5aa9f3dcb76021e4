"""Merges to rectangle: cells placed by row and column, with spans, become a full grid."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from ingest.model import Cell, Place

_Row = list[Cell | None]


def square(cells: Iterable[Cell], place: Place) -> tuple[tuple[Cell, ...], ...]:
    """Lay cells on a grid wide and deep enough for all of them; holes become empty cells.

    Each cell's `place.row` and `place.column` (from 1) say where its top left corner stands. The earlier cell wins:
    a cell that would cover a position already taken is cut down to the rectangle that is free, and one whose corner
    is taken moves right to the first free position of its row. Linear in the positions of the grid.
    """
    rows: list[_Row] = []
    width = 0
    for cell in cells:
        top, left = (cell.place.row or 1) - 1, (cell.place.column or 1) - 1
        while len(rows) <= top:
            rows.append([])
        if left == len(rows[top]) and cell.row_span == 1 == cell.col_span:
            rows[top].append(cell)
        else:
            _lay(cell, rows, top, left)
        width = max(width, len(rows[top]))
    return tuple(_filled(row, number, width, place) for number, row in enumerate(rows, 1))


def _lay(cell: Cell, rows: list[_Row], top: int, left: int) -> None:
    first = rows[top]
    corner = left
    while corner < len(first) and first[corner] is not None:
        corner += 1
    laid = _clipped(cell, rows, top, corner)
    if corner != left:
        laid = replace(laid, place=replace(laid.place, column=corner + 1))
    while len(rows) < top + laid.row_span:
        rows.append([])
    end = corner + laid.col_span
    for row in rows[top : top + laid.row_span]:
        row.extend([None] * (end - len(row)))
        row[corner:end] = [laid] * laid.col_span


def _clipped(cell: Cell, rows: list[_Row], top: int, left: int) -> Cell:
    """The cell cut down to the free rectangle below and right of its corner."""
    first = rows[top]
    wide = 1
    while wide < cell.col_span and (left + wide >= len(first) or first[left + wide] is None):
        wide += 1
    deep = 1
    while deep < cell.row_span and _is_free(rows, top + deep, left, left + wide):
        deep += 1
    return cell if (wide, deep) == (cell.col_span, cell.row_span) else replace(cell, col_span=wide, row_span=deep)


def _is_free(rows: list[_Row], number: int, left: int, right: int) -> bool:
    return number >= len(rows) or all(cell is None for cell in rows[number][left:right])


def _filled(row: _Row, number: int, width: int, place: Place) -> tuple[Cell, ...]:
    if len(row) < width:
        row.extend([None] * (width - len(row)))
    if None not in row:
        return tuple(row)  # type: ignore[arg-type]
    return tuple(
        cell if cell is not None else Cell(replace(place, row=number, column=column))
        for column, cell in enumerate(row, 1)
    )
