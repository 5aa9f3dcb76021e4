"""A grid and the ink on it → a `Fragment`: each run of text in its cell, each cell with its colour."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from ingest.readers.from_pdf.fragment import Fragment, Piece
from ingest.readers.from_pdf.grid import Grid, Span
from ingest.readers.from_pdf.ink import Box, Fill, Ink, Run
from ingest.readers.from_pdf.lines import lines

_OVER = 2.0
"""How far a run may reach over a border and still belong to one cell."""
_WHITE = "FFFFFF"
_BLACK = "000000"


def fragment(grid: Grid, runs: Sequence[Run], ink: Ink) -> Fragment:
    """The grid with its words and colours; every run must have its middle on the grid."""
    at = _positions(grid)
    held: dict[int, list[Run]] = {}
    for run in runs:
        for part in parted(run, grid.columns, ink):
            held.setdefault(at[_row(grid, part)][_column(grid, part)], []).append(part)
    fills = [fill for fill in ink.fills if _meets(fill.box, grid.box)]
    pieces = tuple(_piece(span, grid, held.get(n, []), fills, ink) for n, span in enumerate(grid.spans))
    return Fragment(ink.number, grid.box, grid.columns, grid.rows, pieces)


def _positions(grid: Grid) -> list[list[int]]:
    at = [[0] * (len(grid.columns) - 1) for _ in range(len(grid.rows) - 1)]
    for n, span in enumerate(grid.spans):
        for row in at[span.row : span.row + span.row_span]:
            row[span.column : span.column + span.col_span] = [n] * span.col_span
    return at


def _row(grid: Grid, run: Run) -> int:
    return _slot(grid.rows, run.box.y)


def _column(grid: Grid, run: Run) -> int:
    return _slot(grid.columns, run.box.x)


def _slot(edges: Sequence[float], at: float) -> int:
    return min(max(bisect_right(edges, at) - 1, 0), len(edges) - 2)


def parted(run: Run, edges: Sequence[float], ink: Ink) -> list[Run]:
    """The run cut where it reaches over an edge between columns, by where its letters stand.

    Words stay whole: a word belongs where its middle is.
    """
    first = _slot(edges, run.box.left + _OVER)
    last = _slot(edges, run.box.right - _OVER)
    if last <= first or run.slope:
        return [run]
    parts: dict[int, list[tuple[str, Box]]] = {}
    for text, box in words(run, ink):
        parts.setdefault(_slot(edges, box.x), []).append((text, box))
    return [
        replace(
            run,
            text=" ".join(text for text, _ in part),
            box=Box(part[0][1].left, run.box.top, part[-1][1].right, run.box.bottom),
            follows=True,
        )
        for _, part in sorted(parts.items())
    ]


def words(run: Run, ink: Ink) -> list[tuple[str, Box]]:
    """The words of a run and where they stand."""
    letters = list(ink.letters(run))
    found = []
    n = 0
    for word in run.text.split():
        size = len(word)
        own = letters[n : n + size] or letters[-1:]
        found.append((word, Box(own[0].left, run.box.top, own[-1].right, run.box.bottom)))
        n += size
    return found


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
        colour=_colour(runs),
    )


def fill_of(area: Box, fills: Sequence[Fill]) -> str:
    """The colour drawn last over most of the area; "" for none and for white."""
    for fill in reversed(fills):
        wide = min(area.right, fill.box.right) - max(area.left, fill.box.left)
        high = min(area.bottom, fill.box.bottom) - max(area.top, fill.box.top)
        if wide > 0 and high > 0 and wide * high > 0.5 * area.width * area.height:
            return "" if fill.colour == _WHITE else fill.colour
    return ""


def _colour(runs: Sequence[Run]) -> str:
    colours = {run.colour for run in runs}
    return colours.pop() if len(colours) == 1 and _BLACK not in colours else ""


def _meets(one: Box, other: Box) -> bool:
    return one.left < other.right and other.left < one.right and one.top < other.bottom and other.top < one.bottom
