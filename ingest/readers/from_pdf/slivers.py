"""Columns too thin to write in: steps and doublings of a rule, and no columns."""

from __future__ import annotations

import itertools
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace

from ingest.readers.from_pdf.grid import Grid, Span
from ingest.readers.from_pdf.ink import Run

_THIN = 7.0
"""A column thinner than this holds no more than a letter."""


def without_slivers(grid: Grid, runs: Sequence[Run]) -> Grid:
    """The grid without its thin columns that hold no words, each made one with the column to its right."""
    thin = [n for n, (left, right) in enumerate(itertools.pairwise(grid.columns)) if right - left < _THIN]
    places = sorted(run.box.x for run in runs) if thin else []
    empty = {n for n in thin if not _hold(places, grid.columns[n], grid.columns[n + 1])}
    if not empty or len(empty) == len(grid.columns) - 1:
        return grid
    at = [
        n - before
        for n, before in enumerate(itertools.accumulate((n in empty for n in range(len(grid.columns))), initial=0))
    ]
    spans = [
        Span(s.row, at[s.column], s.row_span, at[s.column + s.col_span] - at[s.column])
        for s in grid.spans
        if at[s.column + s.col_span] > at[s.column]
    ]
    columns = tuple(edge for n, edge in enumerate(grid.columns) if n - 1 not in empty)
    return replace(grid, columns=columns, spans=tuple(sorted(spans)))


def _hold(places: Sequence[float], left: float, right: float) -> bool:
    """Whether some of the places, in order, lie between two sides."""
    return bisect_right(places, left) < bisect_left(places, right)
