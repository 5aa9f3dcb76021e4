"""A grid whose rules leave cells out → one that parts them: by columns known from other rows, and level by level."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Mapping, Sequence

from ingest.readers.from_pdf.grid import Grid, Span, slot
from ingest.readers.from_pdf.ink import Ink, Run
from ingest.readers.from_pdf.levels import Level, levels

_LEVELS, _COLUMNS = 4, 3
_FILLED = 0.75
"""The part of a band's columns that its levels must fill, on average, to be rows of their own."""
_OVER = 2.0


def refined(grid: Grid, held: Mapping[int, Sequence[Run]], ink: Ink) -> Grid:
    """The grid with merged cells parted that hold words in several columns, and bands parted into their lines.

    `held` are the runs of each cell, by its number in `Grid.spans`; the same grid where there is nothing to part.
    """
    merged = any(span.col_span > 1 for span in grid.spans)
    parted = _by_columns(grid, held, ink) if merged else grid
    full: Counter[int] = Counter()
    for n, runs in held.items():
        full[grid.spans[n].row] += len(runs) >= _LEVELS
    bands = {row for row, count in full.items() if count >= _FILLED * (len(grid.columns) - 1)}
    runs = [run for runs in held.values() for run in runs] if bands else []
    return _by_levels(parted, bands, runs, ink) if bands else parted


def _by_columns(grid: Grid, held: Mapping[int, Sequence[Run]], ink: Ink) -> Grid:
    parts = [_columns_of(span, grid.columns, held.get(n, ()), ink) for n, span in enumerate(grid.spans)]
    if all(len(part) == 1 for part in parts):
        return grid
    return Grid(grid.columns, grid.rows, tuple(span for part in parts for span in part))


def _columns_of(span: Span, edges: Sequence[float], runs: Sequence[Run], ink: Ink) -> list[Span]:
    """A merged cell with words in several of the columns it covers, and none across their edges, was not merged."""
    if span.col_span == 1 or not runs:
        return [span]
    segments = [segment for level in levels(runs, ink) for segment in level.segments]
    first = [slot(edges, segment.box.left + _OVER) for segment in segments]
    last = [slot(edges, segment.box.right - _OVER) for segment in segments]
    if first != last or len(set(first)) < 2:
        return [span]
    return [Span(span.row, column, span.row_span, 1) for column in range(span.column, span.column + span.col_span)]


def _by_levels(grid: Grid, bands: set[int], runs: Sequence[Run], ink: Ink) -> Grid:
    """A band between two rules whose lines fill nearly all columns, again and again, is as many rows."""
    heights: list[float] = [grid.rows[0]]
    first: list[int] = []
    for row, (top, bottom) in enumerate(zip(grid.rows, grid.rows[1:], strict=False)):
        first.append(len(heights) - 1)
        inside = [run for run in runs if top <= run.box.y < bottom] if row in bands else []
        heights += [*_cuts(grid, row, inside, ink), bottom]
    if len(heights) == len(grid.rows):
        return grid
    first.append(len(heights) - 1)
    spans = []
    for span in grid.spans:
        start, end = first[span.row], first[span.row + span.row_span]
        if span.row_span == 1 and end - start > 1:
            spans += [Span(row, span.column, 1, span.col_span) for row in range(start, end)]
        else:
            spans.append(Span(start, span.column, end - start, span.col_span))
    return Grid(grid.columns, tuple(heights), tuple(sorted(spans)))


def _cuts(grid: Grid, row: int, runs: Sequence[Run], ink: Ink) -> list[float]:
    """Heights between the levels of a band that is several rows; none for a band that is one."""
    if any(s.row <= row < s.row + s.row_span and (s.row_span > 1 or s.col_span > 1) for s in grid.spans):
        return []
    found = levels(runs, ink)
    columns = len(grid.columns) - 1
    if len(found) < _LEVELS or columns < _COLUMNS:
        return []
    filled = [len({slot(grid.columns, segment.box.x) for segment in level.segments}) for level in found]
    if sum(filled) < _FILLED * columns * len(found) or not _evenly(found):
        return []
    return [(above.bottom + below.top) / 2 for above, below in itertools.pairwise(found)]


def _evenly(found: Sequence[Level]) -> bool:
    """Whether the levels stand about as far apart as one another."""
    steps = [below.baseline - above.baseline for above, below in itertools.pairwise(found)]
    return max(steps) < 1.6 * min(steps)
