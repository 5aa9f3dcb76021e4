"""A grid and the ink on it → a `Fragment`: each run of text in its cell, each cell with its colour."""

from __future__ import annotations

from collections.abc import Sequence

from ingest.readers.from_pdf.colours import colour_of, fill_of
from ingest.readers.from_pdf.fragment import Fragment, Piece
from ingest.readers.from_pdf.grid import Grid, Places, Span
from ingest.readers.from_pdf.ink import Box, Fill, Ink, Run
from ingest.readers.from_pdf.slivers import without_slivers
from ingest.readers.from_pdf.unruled.refine import refined
from ingest.readers.from_pdf.upright import cell_lines
from ingest.readers.from_pdf.words import parted

_OVER = 2.0
"""How far words may reach over a border and still belong to one cell."""


def fragment(grid: Grid, runs: Sequence[Run], ink: Ink, *, loose: bool = False) -> Fragment:
    """The grid with its words and colours; every run must have its middle on the grid.

    `loose` says that the grid is seen from the words alone; a grid of rules may leave rules out.
    """
    grid = grid if loose else without_slivers(grid, runs)
    held = _held(grid, runs, ink)
    if not loose:
        better = refined(grid, held, ink)
        held, grid = (held if better is grid else _held(better, runs, ink)), better
    box = grid.box
    fills = [fill for fill in ink.fills if _meets(fill.box, box)]
    pieces = tuple(_piece(span, grid, held.get(n, ()), fills, ink) for n, span in enumerate(grid.spans))
    return Fragment(ink.number, box, grid.columns, len(grid.rows) - 1, pieces, loose=loose, carried=grid.carried)


def _held(grid: Grid, runs: Sequence[Run], ink: Ink) -> dict[int, list[Run]]:
    """The runs of each cell, by its number in `Grid.spans`; a run over several columns is parted."""
    places = Places(grid)
    held: dict[int, list[Run]] = {}
    for run in runs:
        box = run.box
        n = places.at(box.x, box.y)
        area = grid.area(grid.spans[n])
        if box.left >= area.left - _OVER and box.right <= area.right + _OVER:
            held.setdefault(n, []).append(run)
            continue
        for part in parted(run, grid.columns, ink):
            held.setdefault(places.at(part.box.x, part.box.y), []).append(part)
    return held


def _piece(span: Span, grid: Grid, runs: Sequence[Run], fills: Sequence[Fill], ink: Ink) -> Piece:
    area = grid.area(span)
    return Piece(
        row=span.row,
        column=span.column,
        row_span=span.row_span,
        col_span=span.col_span,
        box=area,
        shown=ink.shown(area),
        page=ink.number,
        lines=tuple(cell_lines(runs)) if runs else (),
        fill=fill_of(area, fills),
        colour=colour_of(runs),
    )


def _meets(one: Box, other: Box) -> bool:
    return one.left < other.right and other.left < one.right and one.top < other.bottom and other.top < one.bottom
