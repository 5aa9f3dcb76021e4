"""A grid and the ink on it → a `Fragment`: each run of text in its cell, each cell with its colour."""

from __future__ import annotations

from collections.abc import Sequence

from ingest.readers.from_pdf.colours import colour_of, fill_of
from ingest.readers.from_pdf.fragment import Fragment, Piece
from ingest.readers.from_pdf.grid import Grid, Places, Span
from ingest.readers.from_pdf.ink import Box, Fill, Ink, Run
from ingest.readers.from_pdf.lines import lines
from ingest.readers.from_pdf.words import parted

_OVER = 2.0
"""How far words may reach over a border and still belong to one cell."""


def fragment(grid: Grid, runs: Sequence[Run], ink: Ink) -> Fragment:
    """The grid with its words and colours; every run must have its middle on the grid."""
    places = Places(grid)
    held: dict[int, list[Run]] = {}
    for run in runs:
        n = places.at(run.box.x, run.box.y)
        if _within(run.box, grid.area(grid.spans[n])):
            held.setdefault(n, []).append(run)
            continue
        for part in parted(run, grid.columns, ink):
            held.setdefault(places.at(part.box.x, part.box.y), []).append(part)
    fills = [fill for fill in ink.fills if _meets(fill.box, grid.box)]
    pieces = tuple(_piece(span, grid, held.get(n, []), fills, ink) for n, span in enumerate(grid.spans))
    return Fragment(ink.number, grid.box, grid.columns, len(grid.rows) - 1, pieces)


def _piece(span: Span, grid: Grid, runs: list[Run], fills: Sequence[Fill], ink: Ink) -> Piece:
    area = grid.area(span)
    return Piece(
        row=span.row,
        column=span.column,
        row_span=span.row_span,
        col_span=span.col_span,
        box=area,
        shown=ink.shown(area),
        page=ink.number,
        lines=tuple(lines(runs)) if runs else (),
        fill=fill_of(area, fills),
        colour=colour_of(runs),
    )


def _within(box: Box, area: Box) -> bool:
    return box.left >= area.left - _OVER and box.right <= area.right + _OVER


def _meets(one: Box, other: Box) -> bool:
    return one.left < other.right and other.left < one.right and one.top < other.bottom and other.top < one.bottom
