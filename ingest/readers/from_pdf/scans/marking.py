"""Cells of recognised pages marked as such."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from ingest.model import Cell, Place, Table


def marked(table: Table, pages: Collection[int]) -> Table:
    """The table with each cell marked that begins on one of these pages, as read from a picture."""
    if not pages:
        return table
    made: dict[Place, Cell] = {}

    def of(cell: Cell) -> Cell:
        if cell.place.page not in pages:
            return cell
        return made.setdefault(cell.place, replace(cell, recognised=True))

    return replace(table, rows=tuple(tuple(of(cell) for cell in row) for row in table.rows))
