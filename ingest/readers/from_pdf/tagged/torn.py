"""Tables that the tags have in two, beside or beneath one another: put together where the page shows one.

Programs that guess tags begin a table anew at a wide gap, and leave a row between the two as paragraphs.
"""

from __future__ import annotations

import itertools
import math
from bisect import bisect
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from ingest.readers.from_pdf.grid import grids
from ingest.readers.from_pdf.ink import Box, Ink, Run, around
from ingest.readers.from_pdf.tagged.tags import TagBlock, TagCell, TagTable

_LEVEL = 2.0
"""How far from one another the first lines of one row stand, in points."""
_ROWS, _FEWEST, _NEARLY_ALL, _HALF = 3, 2, 0.8, 0.5

Block = tuple[TagBlock, list[Run]]
Row = list[tuple[int, TagBlock, Box]]
"""Paragraphs that stand in a row, each with its column and place."""
_ACROSS = -1
"""In place of a column: all of them."""


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
        return _gap([around([run.box for run in runs]) for _, runs in sorted(self.rows.items()) if runs])


def _gap(rows: Sequence[Box]) -> float:
    return max((below.top - above.bottom for above, below in itertools.pairwise(rows)), default=0.0)


def mend(named: Mapping[int, Block], ink: Ink) -> None:
    """Put tables of a page together that are one by their places, with the rows between them and beneath the last."""
    tables = {block.cell.table for block, _ in named.values() if block.cell is not None}
    if len(tables) < _FEWEST and not any(table.last_page == ink.number for table in tables):
        return
    parts, frames = _parts(named), cache(lambda: _frames(ink))
    outside = sorted(order for order, (block, _) in named.items() if block.cell is None)
    ends = [*(part.first for part in parts[1:]), math.inf]
    for n in range(len(parts) - 1, -1, -1):
        part, below = parts[n], parts[n + 1] if n + 1 < len(parts) else None
        free = [named[order] for order in outside[bisect(outside, part.last) : bisect(outside, ends[n])]]
        if below is not None and _stand_beside(part, below, frames):
            first, second = sorted((part, below), key=lambda part: part.box.left)
            _set_beside(first.table, second.table)
            continue
        rows = _rows_of(free, part, below)
        if below is not None and _is_one(part, below) and sum(map(len, rows)) == len(free):
            if _stand_near(part, rows, below):
                _set_beneath(part.table, rows, below.table)
        elif part.table.last_page == ink.number and _are_rows(rows, part) and _stand_near(part, rows):
            _set_beneath(part.table, rows)


def _parts(named: Mapping[int, Block]) -> list[_Part]:
    """The tables of a page, in the order of their first words."""
    parts: dict[TagTable, _Part] = {}
    for order, (block, runs) in sorted(named.items()):
        if block.cell is not None:
            part = parts.setdefault(block.cell.table, _Part(block.cell.table, order, order))
            part.last = order
            part.add(block.cell, runs)
    return [part for part in parts.values() if part.runs]


def _frames(ink: Ink) -> list[Box]:
    """The whole of each grid that rules of the page make."""
    return [grid.box for grid in grids(ink.level, ink.upright, ink.fills)]


def _stand_beside(one: _Part, other: _Part, frames: Callable[[], Sequence[Box]]) -> bool:
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
    return uneven or is_cut or any(f.holds(left.x, left.y) and f.holds(right.x, right.y) for f in frames())


def _baselines(runs: Sequence[Run]) -> list[float]:
    """Where the lines of a row stand."""
    return sorted({round(run.baseline, 1) for run in runs})


def _is_one(above: _Part, below: _Part) -> bool:
    """Whether a table has the columns of the one above it, and no headings of its own."""
    first = [cell for cell in below.table.rows[0] if cell.filled]
    if above.table.width != below.table.width or len(first) < _FEWEST or all(cell.header for cell in first):
        return False
    if above.says(below) or _is_headed(above, below):
        return False
    pairs = [(above.columns[n], below.columns[n]) for n in above.columns if n in below.columns]
    return (
        len(pairs) >= _FEWEST
        and all(a.left < b.right and b.left < a.right for a, b in pairs)
        and _stand_apart(above, below)
    )


def _is_headed(above: _Part, below: _Part) -> bool:
    """Whether both tables begin with a row in one style that the row after it has not: that of headings."""
    styles = [[_style(part.rows.get(n, ())) for n in (0, 1)] for part in (above, below)]
    return all(len(first) == 1 and rest and not first & rest for first, rest in styles) and styles[0][0] == styles[1][0]


def _style(runs: Sequence[Run]) -> set[tuple[bool, str]]:
    return {(run.bold, run.colour) for run in runs}


def _stand_apart(above: _Part, below: _Part) -> bool:
    """Whether no column of either begins before one to its left ends."""
    reached = -math.inf
    for n in sorted(above.columns.keys() | below.columns.keys()):
        boxes = [part.columns[n] for part in (above, below) if n in part.columns]
        if reached > min(box.left for box in boxes):
            return False
        reached = max(reached, *(box.right for box in boxes))
    return True


def _stand_near(above: _Part, rows: Sequence[Row], below: _Part | None = None) -> bool:
    """Whether rows, and the table below them, follow on the one above no further apart than its rows are."""
    lone = len(above.rows) < _FEWEST and below is None
    room = _gap([around([box for *_, box in row]) for row in rows]) if lone else above.gap()
    room = max(room, below.gap() if below else 0.0) + _LEVEL
    bottom = end = above.box.bottom
    boxes = [box for row in rows for *_, box in row]
    for box in sorted([*boxes, *([below.box] if below else [])], key=lambda box: box.top):
        if box.top < end - _LEVEL or box.top > bottom + room:
            return False
        bottom = max(bottom, box.bottom)
    return True


def _rows_of(free: Sequence[Block], above: _Part, below: _Part | None) -> list[Row]:
    """The first paragraphs beneath a table that stand in its columns, as rows of half of them at least; a heading is
    one across all of them."""
    edges = above.columns if below is None else below.columns | above.columns
    fewest = max(_FEWEST, _HALF * above.table.width)
    rows: list[Row] = []
    for block, runs in free:
        box = around([run.box for run in runs])
        over = [n for n, edge in edges.items() if edge.left < box.right and box.left < edge.right]
        if block.level:
            over = [_ACROSS]
        if len(over) != 1:
            break
        if not rows or over[0] < rows[-1][-1][0] or rows[-1][-1][0] == _ACROSS:
            rows.append([])
        rows[-1].append((over[0], block, box))
    while rows and not (_is_across(rows[-1]) or len({column for column, *_ in rows[-1]}) >= fewest):
        rows.pop()
    return rows


def _is_across(row: Row) -> bool:
    return row[0][0] == _ACROSS


def _are_rows(rows: Sequence[Row], above: _Part) -> bool:
    """Whether these rows are surely some of a table: one line in two parts may be a place to sign, and words in columns
    of their own an address."""
    return len(rows) >= _FEWEST and all(not _is_across(row) and _is_set_in(row, above.columns) for row in rows)


def _is_set_in(row: Row, columns: Mapping[int, Box]) -> bool:
    """Whether all of a row begin, end or have their middle where words of the column do, one beneath another."""
    for n, (column, _, box) in enumerate(row):
        edge = columns.get(column)
        if edge is None or not any(
            abs(a - b) <= _LEVEL for a, b in ((box.left, edge.left), (box.right, edge.right), (box.x, edge.x))
        ):
            return False
        if n and row[n - 1][0] == column and row[n - 1][2].bottom - _LEVEL > box.top:
            return False
    return True


def _set_beside(table: TagTable, other: TagTable) -> None:
    """Have the cells of another table to the right of one's own."""
    for row, theirs in zip(table.rows, other.rows, strict=True):
        for cell in theirs:
            cell.table, cell.column = table, cell.column + table.width
        row.extend(theirs)
    table.spanned |= {(row, column + table.width) for row, column in other.spanned}
    table.width += other.width
    _take(table, other)


def _set_beneath(table: TagTable, rows: Sequence[Row], other: TagTable | None = None) -> None:
    """Have paragraphs as rows, and the rows of another table, beneath one's own."""
    for row in rows:
        number, cells = len(table.rows), list[TagCell]()
        for column, block, _ in row:
            if column == _ACROSS:
                cells.append(TagCell(table, number, 0, 1, table.width, header=False, filled=True))
            elif not cells or cells[-1].column != column:
                cells.append(TagCell(table, number, column, 1, 1, header=False, filled=True))
            block.cell = cells[-1]
        table.rows.append(cells)
    if other is None:
        return
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
