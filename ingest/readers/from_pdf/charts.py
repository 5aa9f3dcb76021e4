"""Grids that are the lines of a chart and no table: a few words at their edges, and nearly all cells empty."""

from __future__ import annotations

from collections.abc import Sequence

from ingest.readers.from_pdf.grid import Grid, Places
from ingest.readers.from_pdf.ink import Run

_CELLS, _COLUMNS = 12, 4
"""How many cells and columns a grid has at least that may be a chart."""
_FILLED, _ROW = 0.12, 0.5
"""The part of its cells that may hold words, and of the columns in any one row: a form that waits to be filled in has a
header."""
_LONGEST = 30
"""How many letters the pieces of text on a chart have at most, on average."""


def is_chart(grid: Grid, runs: Sequence[Run]) -> bool:
    """Whether the rules of a grid belong to a chart; `runs` are those with their middle on it."""
    columns, rows = len(grid.columns) - 1, len(grid.rows) - 1
    if columns < _COLUMNS or columns * rows < _CELLS or sum(len(run.text) for run in runs) > _LONGEST * len(runs):
        return False
    places = Places(grid)
    held = {places.at(run.box.x, run.box.y) for run in runs}
    by_row = [sum(grid.spans[n].row == row for n in held) for row in range(rows)]
    return len(held) <= _FILLED * columns * rows and max(by_row) <= _ROW * columns
