"""A grid and the ink on it → a `Fragment`: each run of text in its cell, each cell with its colour."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ingest.readers.from_pdf.colours import colour_of, fill_of
from ingest.readers.from_pdf.fragment import Fragment, Piece
from ingest.readers.from_pdf.grid import Grid, Places, Span, slot
from ingest.readers.from_pdf.ink import Box, Fill, Ink, Run
from ingest.readers.from_pdf.lines import lines

_OVER = 2.0
"""How far a run may reach over a border and still belong to one cell."""


def fragment(grid: Grid, runs: Sequence[Run], ink: Ink) -> Fragment:
    """The grid with its words and colours; every run must have its middle on the grid."""
    places = Places(grid)
    held: dict[int, list[Run]] = {}
    for run in runs:
        for part in parted(run, grid.columns, ink):
            held.setdefault(places.at(part.box.x, part.box.y), []).append(part)
    fills = [fill for fill in ink.fills if _meets(fill.box, grid.box)]
    pieces = tuple(_piece(span, grid, held.get(n, []), fills, ink) for n, span in enumerate(grid.spans))
    return Fragment(ink.number, grid.box, grid.columns, len(grid.rows) - 1, pieces)


def parted(run: Run, edges: Sequence[float], ink: Ink) -> list[Run]:
    """The run cut where it reaches over an edge between columns, by where its letters stand.

    Words stay whole: a word belongs where its middle is.
    """
    first = slot(edges, run.box.left + _OVER)
    last = slot(edges, run.box.right - _OVER)
    if last <= first or run.slope:
        return [run]
    parts: dict[int, list[tuple[str, Box]]] = {}
    for text, box in words(run, ink):
        parts.setdefault(slot(edges, box.x), []).append((text, box))
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
        colour=colour_of(runs),
    )


def _meets(one: Box, other: Box) -> bool:
    return one.left < other.right and other.left < one.right and one.top < other.bottom and other.top < one.bottom
