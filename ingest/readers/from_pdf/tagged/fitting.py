"""A tagged table of one page and the grid of rules around it → the tags' cells with the edges that the rules show.

Word tags each page's part of a table as a table: only rules say exactly where its columns go on over the page.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from ingest.readers.from_pdf.fragment import Fragment, Piece
from ingest.readers.from_pdf.grid import Grid, Span
from ingest.readers.from_pdf.ink import Box, Ink, around
from ingest.readers.from_pdf.tagged.agreement import Verdict
from ingest.readers.from_pdf.tagged.tags import TagTable

Place = tuple[int, int]
"""Row and column of a cell."""


def fitted(tagged: Fragment, verdict: Verdict, ink: Ink) -> Fragment:
    """The cells of the tags between the edges of the grid they fit, as wide as it has them where they stand alone."""
    grid = verdict.grid
    if grid is None:
        return tagged
    columns = tuple(grid.columns[edge] for edge in verdict.edges)
    widths = _widths(tagged, verdict)
    hidden = {(row, column + n) for (row, column), width in widths.items() for n in range(1, width)}
    rows = _rows(verdict.spans, grid)
    pieces = []
    for piece in tagged.pieces:
        place = piece.row, piece.column
        if place in hidden:
            continue
        width = widths.get(place, piece.col_span)
        top, bottom = _reach(piece, rows)
        cell = Box(columns[piece.column], top, columns[piece.column + width], bottom)
        area = around([cell, *[line.box for line in piece.lines]])
        pieces.append(piece._replace(box=area, shown=ink.shown(area), col_span=width))
    return replace(tagged, box=grid.box, columns=columns, pieces=tuple(pieces), tag=tagged.tag if tagged.more else None)


def has_banners(table: TagTable, verdict: Verdict) -> bool:
    """Whether cells that stand alone in their row cover the whole of it, though the tags may not say so."""
    spans = [span for (row, _), span in verdict.spans.items() if len(table.rows[row]) == 1]
    return bool(spans) and all(span.column == 0 and span.col_span == verdict.edges[-1] for span in spans)


def _widths(tagged: Fragment, verdict: Verdict) -> dict[Place, int]:
    """How many columns cells cover: as many as in the grid where the tags have nothing but empty cells there."""
    worded = {(piece.row, piece.column) for piece in tagged.pieces if piece.lines}
    widths: dict[Place, int] = {}
    for piece in tagged.pieces:
        span = verdict.spans.get((piece.row, piece.column))
        end = None if span is None else span.column + span.col_span
        if end not in verdict.edges or span is None or verdict.edges[piece.column] != span.column:
            continue
        width = verdict.edges.index(end) - piece.column
        if not any((piece.row, piece.column + n) in worded for n in range(1, width)):
            widths[piece.row, piece.column] = max(width, piece.col_span)
    return widths


def _rows(spans: Mapping[Place, Span], grid: Grid) -> dict[int, tuple[float, float]]:
    """Top and bottom of each row of the tags, as the grid has the lowest of its cells."""
    rows: dict[int, tuple[float, float]] = {}
    for (row, _), span in spans.items():
        area = grid.area(span)
        top, bottom = rows.get(row, (area.top, area.bottom))
        rows[row] = max(top, area.top), min(bottom, area.bottom)
    return rows


def _reach(piece: Piece, rows: Mapping[int, tuple[float, float]]) -> tuple[float, float]:
    """Top and bottom of a cell: from its first row to its last."""
    top, _ = rows.get(piece.row, (piece.box.top, 0.0))
    _, bottom = rows.get(piece.row + piece.row_span - 1, (0.0, piece.box.bottom))
    return top, max(top, bottom)
