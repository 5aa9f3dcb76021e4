"""A grid whose rules leave cells out → one that parts them: by columns known from other rows, and level by level."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from ingest.readers.from_pdf.grid import Grid, Span, slot
from ingest.readers.from_pdf.ink import Ink, Rule, Run
from ingest.readers.from_pdf.unruled.columns import Columns, Region, settled
from ingest.readers.from_pdf.unruled.levels import Level, levels
from ingest.readers.from_pdf.unruled.numbered import glued
from ingest.readers.from_pdf.unruled.open_table import spans_of
from ingest.readers.from_pdf.unruled.rows import Row, Stripes, rows

_LEVELS, _COLUMNS = 4, 3
_FILLED = 0.75
"""The part of a band's columns that its levels must fill, on average, to be rows of their own."""
_GOING_ON = 0.3
"""The part of a band's lines that may begin in small letters where each is a row."""
_OVER = 2.0
_EDGE = 4.0
_ROWS = 2
_MOST = 0.6


def refined(grid: Grid, held: Mapping[int, Sequence[Run]], ink: Ink) -> Grid:
    """The grid with merged cells parted that hold words in several columns, and bands parted into their lines.

    `held` are the runs of each cell, by its number in `Grid.spans`; the same grid where there is nothing to part.
    """
    if grid.unruled or grid.bare:
        better = _by_words(grid, [run for runs in held.values() for run in runs], ink)
        if better is not grid:
            return better
    merged = any(span.col_span > 1 for span in grid.spans)
    parted = _by_columns(grid, held, ink) if merged else grid
    full: Counter[int] = Counter()
    for n, runs in held.items():
        full[grid.spans[n].row] += len(runs) >= _LEVELS
    bands = {row for row, count in full.items() if count >= _FILLED * (len(grid.columns) - 1)}
    numbers = glued(grid, held)
    if not (bands or numbers):
        return parted
    return _by_bands(parted, bands, [run for runs in held.values() for run in runs], ink, numbers)


def _by_columns(grid: Grid, held: Mapping[int, Sequence[Run]], ink: Ink) -> Grid:
    parts = [_columns_of(span, grid.columns, held.get(n, ()), ink) for n, span in enumerate(grid.spans)]
    if all(len(part) == 1 for part in parts):
        return grid
    return replace(grid, spans=tuple(span for part in parts for span in part))


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


def _by_bands(
    grid: Grid, bands: Collection[int], runs: Sequence[Run], ink: Ink, numbers: Mapping[int, Sequence[float]]
) -> Grid:
    """The grid with bands between two rules parted that hold several rows; `numbers` are the heights of some."""
    heights: list[float] = [grid.rows[0]]
    spans: list[Span] = []
    first = 0
    starts = []
    for row, (top, bottom) in enumerate(itertools.pairwise(grid.rows)):
        starts.append(first)
        inside = [run for run in runs if top <= run.box.y < bottom] if row in bands else []
        parted = _at_numbers(grid, row, numbers[row]) if row in numbers else _parted(grid, row, inside, ink)
        heights += [*parted.heights, bottom]
        spans += [span._replace(row=first + span.row) for span in parted.spans]
        first += len(parted.heights) + 1
    starts.append(first)
    for span in grid.spans:
        start, end = starts[span.row], starts[span.row + span.row_span]
        if span.row_span > 1 or end - start == 1:
            spans.append(Span(start, span.column, end - start, span.col_span))
    return Grid(grid.columns, tuple(heights), tuple(sorted(spans))) if len(heights) > len(grid.rows) else grid


class _Band(NamedTuple):
    """Heights within a band at which it is parted, and the cells that makes; none for a band that is one row."""

    heights: Sequence[float] = ()
    spans: Sequence[Span] = ()


def _at_numbers(grid: Grid, row: int, heights: Sequence[float]) -> _Band:
    """A band parted at some heights, where none of its cells is merged."""
    if _is_merged(grid, row):
        return _Band()
    columns = range(len(grid.columns) - 1)
    return _Band(heights, [Span(n, column, 1, 1) for n in range(len(heights) + 1) for column in columns])


def _is_merged(grid: Grid, row: int) -> bool:
    """Whether a cell of a row is merged with others."""
    return any(s.row <= row < s.row + s.row_span and (s.row_span > 1 or s.col_span > 1) for s in grid.spans)


def _parted(grid: Grid, row: int, runs: Sequence[Run], ink: Ink) -> _Band:
    if _is_merged(grid, row):
        return _Band()
    found = levels(runs, ink)
    columns = len(grid.columns) - 1
    if len(found) < _LEVELS or columns < _COLUMNS:
        return _Band()
    filled = [len({slot(grid.columns, segment.box.x) for segment in level.segments}) for level in found]
    if sum(filled) >= _FILLED * columns * len(found) and _evenly(found) and not _run_on(found):
        heights = [(above.bottom + below.top) / 2 for above, below in itertools.pairwise(found)]
        return _Band(heights, [Span(n, column, 1, 1) for n in range(len(found)) for column in range(columns)])
    return _by_rows(grid, found) if grid.bare else _Band()


def _by_words(grid: Grid, runs: Sequence[Run], ink: Ink) -> Grid:
    """A grid of upright rules alone: its rows as the words have them, and a colour that begins and ends one is one.

    Where it has level rules too, above and below, its rows must begin again and again: it may be one tall row.
    """
    found = levels(runs, ink)
    if len(found) < _ROWS:
        return grid
    columns = _columns(grid)
    region = settled(Region(columns, 0, len(found) - 1, carried=True), found)
    region.across.update(n for n, level in enumerate(found) if _is_across(grid, level))
    edges = [Rule(y, grid.columns[0], grid.columns[-1]) for y in grid.rows[1:-1]]
    whole = [band for band in itertools.pairwise(grid.rows) if _is_filled(band, ink)]
    made = [
        row
        for row in rows(region, found, Stripes((), edges), grid.columns[-1])
        if not any(top < found[row.start - 1].top and found[row.start].bottom < bottom for top, bottom in whole)
        or row.start == 0
    ]
    if not grid.unruled and not _begin_again(region, found, made):
        return grid
    heights = (grid.rows[0], *_heights(found, made), grid.rows[-1])
    return Grid(grid.columns, heights, tuple(spans_of(region, found, made)))


def _is_across(grid: Grid, level: Level) -> bool:
    """Whether a level stands where no uprights part the columns."""
    row = slot(grid.rows, (level.top + level.bottom) / 2)
    return any(span.row == row and span.col_span == len(grid.columns) - 1 for span in grid.spans)


def _is_filled(band: tuple[float, float], ink: Ink) -> bool:
    """Whether a colour begins and ends with a row."""
    top, bottom = band
    return any(abs(fill.box.top - top) < _EDGE and abs(fill.box.bottom - bottom) < _EDGE for fill in ink.fills)


def _columns(grid: Grid) -> Columns:
    intervals = [(left + _OVER, right - _OVER) for left, right in itertools.pairwise(grid.columns)]
    return Columns(intervals, [{-1.0} for _ in intervals])


def _heights(found: Sequence[Level], made: Sequence[Row]) -> list[float]:
    """The heights between the rows."""
    return [(max(level.bottom for level in found[: row.start]) + found[row.start].top) / 2 for row in made[1:]]


def _by_rows(grid: Grid, found: Sequence[Level]) -> _Band:
    """A band that is most of its table, where rows begin again and again in most columns, has lost its rules."""
    columns = _columns(grid)
    region = settled(Region(columns, 0, len(found) - 1, carried=True), found)
    made = rows(region, found, Stripes((), ()), grid.columns[-1])
    if not _begin_again(region, found, made):
        return _Band()
    return _Band(_heights(found, made), spans_of(region, found, made))


def _begin_again(region: Region, found: Sequence[Level], made: Sequence[Row]) -> bool:
    """Whether nearly all rows have words in most columns."""
    columns = region.columns
    ends = [*(row.start for row in made[1:]), len(found)]
    filled = [
        len({n for level in found[row.start : end] for segment in level.segments for n in columns.over(segment)})
        for row, end in zip(made, ends, strict=True)
        if row.start not in region.across
    ]
    return len(filled) >= _ROWS and sum(n >= _MOST * len(columns.spans) for n in filled) >= _FILLED * len(filled)


def _run_on(found: Sequence[Level]) -> bool:
    """Whether many lines go on in small letters: those of one row whose cells are of several lines."""
    below = [segment.text[0] for level in found[1:] for segment in level.segments if segment.text[:1].isalpha()]
    return sum(letter.islower() for letter in below) > _GOING_ON * len(below)


def _evenly(found: Sequence[Level]) -> bool:
    """Whether the levels stand about as far apart as one another."""
    steps = [below.baseline - above.baseline for above, below in itertools.pairwise(found)]
    return max(steps) < 1.6 * min(steps)
