"""Tables that the tags have in two, beside or beneath one another: put together where the page shows one.

Programs that guess tags begin a table anew at a wide gap, and leave a row between the two as paragraphs.
"""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from ingest.readers.from_pdf.grid import grids
from ingest.readers.from_pdf.ink import Box, Ink, Run, around
from ingest.readers.from_pdf.tagged.tags import TagBlock, TagCell, TagTable

_LEVEL = 2.0
"""How far from one another the first lines of one row stand, in points."""
_ROWS, _FEWEST, _NEARLY_ALL, _HALF = 3, 2, 0.8, 0.5

Block = tuple[TagBlock, list[Run]]
Row = list[tuple[int, TagBlock]]
"""Paragraphs that stand in a row, each with its column."""


@dataclass(slots=True)
class _Part:
    """What a page shows of a table: the runs of its rows, and from where to where those of each column reach."""

    table: TagTable
    first: int
    last: int
    rows: defaultdict[int, list[Run]] = field(default_factory=lambda: defaultdict(list))
    columns: dict[int, Box] = field(default_factory=dict)

    def add(self, cell: TagCell, runs: Sequence[Run]) -> None:
        """Take in the runs of a cell."""
        self.rows[cell.row] += runs if cell.row_span == 1 else ()
        if cell.sure and cell.col_span == 1:
            known = [self.columns[cell.column]] if cell.column in self.columns else []
            self.columns[cell.column] = around([*known, *(run.box for run in runs)])

    @property
    def runs(self) -> list[Run]:
        return [run for runs in self.rows.values() for run in runs]

    @property
    def box(self) -> Box:
        return around([run.box for run in self.runs])

    def says(self, other: _Part) -> bool:
        """Whether another table has half of the headings of this."""
        ours, theirs = ({run.text for run in part.rows.get(0, ())} for part in (self, other))
        return bool(ours) and len(ours & theirs) >= _HALF * len(ours)

    def gap(self) -> float:
        """The widest room between two of its rows."""
        boxes = [around([run.box for run in runs]) for _, runs in sorted(self.rows.items()) if runs]
        return max((below.top - above.bottom for above, below in itertools.pairwise(boxes)), default=0.0)


def mend(named: Mapping[int, Block], ink: Ink) -> None:
    """Put tables of a page together that are one by their places, with the rows between them."""
    parts = _parts(named)
    for above, below in reversed([*itertools.pairwise(parts)]):
        if _stand_beside(above, below, ink):
            first, second = sorted((above, below), key=lambda part: part.box.left)
            _set_beside(first.table, second.table)
        elif _has_the_same_columns(above, below):
            between = [named[order] for order in sorted(named) if above.last < order < below.first]
            rows = _rows_of(between, above, below)
            if rows is not None and _stand_near(above, below, [runs for _, runs in between]):
                _set_beneath(above.table, rows, below.table)


def _parts(named: Mapping[int, Block]) -> list[_Part]:
    """The tables of a page, in the order of their first words."""
    if len({id(block.cell.table) for block, _ in named.values() if block.cell is not None}) < 2:
        return []
    parts: dict[TagTable, _Part] = {}
    for order, (block, runs) in sorted(named.items()):
        if block.cell is not None:
            part = parts.setdefault(block.cell.table, _Part(block.cell.table, order, order))
            part.last = order
            part.add(block.cell, runs)
    return [part for part in parts.values() if part.runs]


def _stand_beside(one: _Part, other: _Part, ink: Ink) -> bool:
    """Whether two tables are the left and the right of one: under other headings, their rows stand level though some
    are higher on one side or the next is on another page, or the same rules stand around both."""
    left, right = sorted((one.box, other.box), key=lambda box: box.left)
    if left.right > right.left or not _ROWS <= len(one.table.rows) == len(other.table.rows) or one.says(other):
        return False
    rows = [row for row in one.rows if one.rows[row] and other.rows[row]]
    pairs = [(row, _baselines(one.rows[row]), _baselines(other.rows[row])) for row in rows]
    level = sum(abs(ours[0] - theirs[0]) <= _LEVEL for _, ours, theirs in pairs)
    if level < max(_FEWEST, _NEARLY_ALL * len(pairs)):
        return False
    uneven = any(len(ours) != len(theirs) for row, ours, theirs in pairs if row + 1 < len(one.table.rows))
    is_cut = max(one.rows) == max(other.rows) < len(one.table.rows) - 1
    return (
        uneven
        or is_cut
        or any(
            all(grid.box.holds(box.x, box.y) for box in (left, right))
            for grid in grids(ink.level, ink.upright, ink.fills)
        )
    )


def _baselines(runs: Sequence[Run]) -> list[float]:
    """Where the lines of a row stand."""
    return sorted({round(run.baseline, 1) for run in runs})


def _has_the_same_columns(above: _Part, below: _Part) -> bool:
    """Whether a table has the columns of the one above it, and no headings of its own."""
    first = [cell for cell in below.table.rows[0] if cell.filled]
    if above.table.width != below.table.width or len(first) < _FEWEST or all(cell.header for cell in first):
        return False
    if above.says(below):
        return False
    pairs = [(above.columns[n], below.columns[n]) for n in above.columns if n in below.columns]
    both = [*above.columns.items(), *below.columns.items()]
    return (
        len(pairs) >= _FEWEST
        and all(a.left < b.right and b.left < a.right for a, b in pairs)
        and not any(left.right > right.left for n, left in both for m, right in both if n < m)
    )


def _stand_near(above: _Part, below: _Part, between: Sequence[Sequence[Run]]) -> bool:
    """Whether a table, and what stands between, follow on the one above no further apart than rows do."""
    room = max(above.gap(), below.gap()) + _LEVEL
    bottom = above.box.bottom
    for box in sorted((around([run.box for run in runs]) for runs in (*between, below.runs)), key=lambda box: box.top):
        if box.top < above.box.bottom - _LEVEL or box.top > bottom + room:
            return False
        bottom = max(bottom, box.bottom)
    return True


def _rows_of(between: Sequence[Block], above: _Part, below: _Part) -> list[Row] | None:
    """The paragraphs between two tables as rows of half their columns at least; None where they are none."""
    edges = {n: above.columns.get(n, box) for n, box in (above.columns | below.columns).items()}
    rows: list[Row] = []
    for block, runs in between:
        box = around([run.box for run in runs])
        over = [n for n, edge in edges.items() if edge.left < box.right and box.left < edge.right]
        if len(over) != 1:
            return None
        if not rows or over[0] < rows[-1][-1][0]:
            rows.append([])
        rows[-1].append((over[0], block))
    fewest = max(_FEWEST, _HALF * above.table.width)
    return rows if all(len({column for column, _ in row}) >= fewest for row in rows) else None


def _set_beside(table: TagTable, other: TagTable) -> None:
    """Have the cells of another table to the right of one's own."""
    for row, theirs in zip(table.rows, other.rows, strict=True):
        for cell in theirs:
            cell.table, cell.column = table, cell.column + table.width
        row.extend(theirs)
    table.spanned |= {(row, column + table.width) for row, column in other.spanned}
    table.width += other.width
    _take(table, other)


def _set_beneath(table: TagTable, rows: Sequence[Row], other: TagTable) -> None:
    """Have paragraphs as rows, and the rows of another table, beneath one's own."""
    for row in rows:
        table.rows.append([])
        for column, block in row:
            if not table.rows[-1] or table.rows[-1][-1].column != column:
                table.rows[-1].append(TagCell(table, len(table.rows) - 1, column, 1, 1, header=False, filled=True))
            block.cell = table.rows[-1][-1]
    table.spanned |= {(row + len(table.rows), column) for row, column in other.spanned}
    for theirs in other.rows:
        for cell in theirs:
            cell.table, cell.row = table, len(table.rows)
        table.rows.append(theirs)
    _take(table, other)


def _take(table: TagTable, other: TagTable) -> None:
    """Have what is known of another table beside its cells."""
    table.pictures |= other.pictures
    other.rows = []
    for page in filter(None, (other.first_page, other.last_page)):
        table.seen_on(page)
