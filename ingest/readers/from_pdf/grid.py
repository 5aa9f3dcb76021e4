"""Level and upright rules that touch → grids of cells, merged cells found by the rules that are missing."""

from __future__ import annotations

import itertools
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from ingest.readers.from_pdf.ink import Box, Fill, Rule

_TOUCH = 3.0
"""Rules that miss one another by less than this meet."""
_NEAR = 4.0
"""Edges nearer than this are one: no row or column is that thin."""
_COVER = 0.6
"""The part of a cell's side that a rule must cover to be its border."""
_BEYOND = 7.0
"""How far rules must run on beyond the last one across them to leave an open side."""
_BREAK = 40.0
"""Uprights in one line go on beyond a break so high: a row that reaches across the columns."""
_TWO = 2
"""How many rules must run on beyond the last one across them for it to leave a side open, where there are so many."""
_MOST = 60_000


class Span(NamedTuple):
    """A cell of a grid: first row and column from 0, and how many of each it covers."""

    row: int
    column: int
    row_span: int
    col_span: int


@dataclass(frozen=True, slots=True)
class Grid:
    """Edges of columns and rows, and the cells between them in reading order."""

    columns: tuple[float, ...]
    rows: tuple[float, ...]
    spans: tuple[Span, ...]
    bare: bool = False
    """Whether no more than one level rule stands inside it: it may lack the rules between its rows."""
    unruled: bool = False
    """Whether no level rule stands in it or around it: it surely lacks them."""
    carried: bool = False
    """Whether its columns are those of a table that ended the page before."""

    @property
    def box(self) -> Box:
        """The whole grid."""
        return Box(self.columns[0], self.rows[0], self.columns[-1], self.rows[-1])

    def area(self, span: Span) -> Box:
        """The box of one cell."""
        return Box(
            self.columns[span.column],
            self.rows[span.row],
            self.columns[span.column + span.col_span],
            self.rows[span.row + span.row_span],
        )


class Places:
    """Which cell of a grid is at a point."""

    def __init__(self, grid: Grid) -> None:
        self._grid = grid
        self._at = [[0] * (len(grid.columns) - 1) for _ in range(len(grid.rows) - 1)]
        for n, span in enumerate(grid.spans):
            for row in self._at[span.row : span.row + span.row_span]:
                row[span.column : span.column + span.col_span] = [n] * span.col_span

    def at(self, x: float, y: float) -> int:
        """The number of the cell, counted in `Grid.spans`; of the nearest one for a point beyond the grid."""
        return self._at[slot(self._grid.rows, y)][slot(self._grid.columns, x)]


def slot(edges: Sequence[float], at: float) -> int:
    """Between which two edges a point lies, counted from 0; the first or last pair for points beyond them."""
    return bisect_right(edges, at, 1, len(edges) - 1) - 1


def grids(level: Sequence[Rule], upright: Sequence[Rule], fills: Sequence[Fill] = ()) -> list[Grid]:
    """Every grid that the rules of a page make, with at least two cells; a plain frame is none.

    Where a coloured area that fits between two columns' edges ends, the row ends too: a program that repeats a
    header over the page may leave out the rule beneath it.
    """
    found = []
    gaps = _breaks(level, upright)
    breaks = frozenset(rule for gap in gaps for rule in gap.edges)
    for across, down in _groups(sorted([*level, *breaks]), upright, [gap.beside for gap in gaps]):
        drawn = [rule not in breaks for rule in across]
        columns = _edges(down, across, 1 if sum(drawn) == 1 else _TWO)
        rules = [
            rule if own else rule._replace(start=columns[0], end=columns[-1])
            for rule, own in zip(across, drawn, strict=True)
        ]
        grid = _grid([*rules, *_fill_edges(fills, rules, down)], down, columns)
        if grid is not None and len(grid.spans) > 1:
            found.append(replace(grid, bare=sum(drawn[1:-1]) < _TWO, unruled=not any(drawn)))
    return found


_Gap = tuple[Rule, Rule]
"""An upright that breaks off, and what goes on of it."""


class _Break(NamedTuple):
    """The level edges of a theme, and the first upright that breaks off there with what goes on of it."""

    edges: tuple[Rule, Rule]
    beside: tuple[Rule, Rule]


def _breaks(level: Sequence[Rule], upright: Sequence[Rule]) -> list[_Break]:
    """Where uprights break off together for the height of a row, and no rules close them: a theme."""
    gaps = [(one, other) for one, other in itertools.pairwise(upright) if one.at == other.at]
    gaps = [(one, other) for one, other in gaps if 0 < other.start - one.end < _BREAK]
    heights = sorted(rule.at for rule in level)
    found = []
    for alike in _together(gaps):
        one, other = alike[0]
        top, bottom = one.end, other.start
        if len(alike) > 1 and not (_is_ruled(heights, top) and _is_ruled(heights, bottom)):
            beside = [r.at for r in upright if r.start <= top and r.end >= bottom] + [gap[0].at for gap in alike]
            edges = Rule(top, min(beside), max(beside)), Rule(bottom, min(beside), max(beside))
            found.append(_Break(edges, (one, other)))
    return found


def _is_ruled(heights: Sequence[float], y: float) -> bool:
    return bisect_right(heights, y - _NEAR) < bisect_left(heights, y + _NEAR)


def _together(gaps: Sequence[_Gap]) -> Iterator[list[_Gap]]:
    """The gaps that begin and end level with one that none before it is level with; looked for among those near it."""
    near: defaultdict[tuple[float, float], list[int]] = defaultdict(list)
    for n, (one, other) in enumerate(gaps):
        near[one.end // _TOUCH, other.start // _TOUCH].append(n)
    steps = (-1, 0, 1)
    for (top, bottom), (first, *_) in list(near.items()):
        one, other = gaps[first]
        others = [n for y in steps for z in steps for n in near.get((top + y, bottom + z), ())]
        alike = [
            n
            for n in sorted(others)
            if abs(gaps[n][0].end - one.end) < _TOUCH and abs(gaps[n][1].start - other.start) < _TOUCH
        ]
        if alike[0] == first:
            yield [gaps[n] for n in alike]


def _groups(
    level: Sequence[Rule], upright: Sequence[Rule], bonds: Sequence[tuple[Rule, Rule]]
) -> Iterator[tuple[list[Rule], list[Rule]]]:
    """Rules that hang together through the places where they meet, and uprights that are bound together."""
    lead = list(range(len(level) + len(upright)))

    def root(n: int) -> int:
        while lead[n] != n:
            lead[n] = lead[lead[n]]
            n = lead[n]
        return n

    heights = [rule.at for rule in level]
    for m, down in enumerate(upright, len(level)):
        first = bisect_right(heights, down.start - _TOUCH)
        last = bisect_right(heights, down.end + _TOUCH)
        for n in range(first, last):
            if level[n].start - _TOUCH <= down.at <= level[n].end + _TOUCH:
                lead[root(n)] = root(m)
    for one, other in bonds:
        lead[root(len(level) + upright.index(one))] = root(len(level) + upright.index(other))
    groups: dict[int, tuple[list[Rule], list[Rule]]] = {}
    for n, rule in enumerate(level):
        groups.setdefault(root(n), ([], []))[0].append(rule)
    for m, rule in enumerate(upright, len(level)):
        groups.setdefault(root(m), ([], []))[1].append(rule)
    return (group for group in groups.values() if group[0] and group[1])


def _fill_edges(fills: Sequence[Fill], across: list[Rule], down: list[Rule]) -> Iterator[Rule]:
    """Level edges of colour inside the group: top and bottom of areas that reach from one upright to another."""
    top, bottom = min(r.start for r in down), max(r.end for r in down)
    uprights = sorted({round(rule.at) for rule in down})
    heights = sorted(rule.at for rule in across)
    inside = [f for f in fills if f.box.top > top - _NEAR and f.box.bottom < bottom + _NEAR]
    for box, colour in inside:
        if not (_close_to(uprights, box.left) and _close_to(uprights, box.right)):
            continue
        for y in (box.top, box.bottom):
            if not _close_to(heights, y) and not any(
                other.colour == colour and other.box != box and _spans_edge(other.box, box, y) for other in inside
            ):
                yield Rule(y, box.left, box.right)


def _close_to(edges: Sequence[float], at: float) -> bool:
    n = bisect_right(edges, at)
    return any(abs(edges[k] - at) <= _NEAR for k in (n - 1, n) if 0 <= k < len(edges))


def _spans_edge(other: Box, box: Box, y: float) -> bool:
    """Whether another area of the same colour goes on over an edge of this one."""
    return other.left < box.x < other.right and other.top < y + _NEAR and other.bottom > y - _NEAR


def _grid(across: list[Rule], down: list[Rule], columns: list[float]) -> Grid | None:
    rows = _edges(across, down, _TWO)
    wide, deep = len(columns) - 1, len(rows) - 1
    if wide < 1 or deep < 1 or wide * deep > _MOST:
        return None
    walls = _borders(down, columns, rows)
    floors = _borders(across, rows, columns)
    regions = _regions(walls, floors, wide, deep)
    return Grid(tuple(columns), tuple(rows), tuple(sorted(regions)))


def _edges(rules: list[Rule], others: list[Rule], least: int) -> list[float]:
    """Where the rules stand, with an edge more on a side where so many others run on beyond the last of them."""
    edges: list[float] = []
    for rule in sorted(rules):
        if not edges or rule.at - edges[-1] > _NEAR:
            edges.append(rule.at)
    low, high = edges[0], edges[-1]
    before = sorted(r.start for r in others if r.start < low - _BEYOND)
    beyond = sorted(r.end for r in others if r.end > high + _BEYOND)
    if len(before) >= least:
        edges.insert(0, before[0])
    if len(beyond) >= least:
        edges.append(beyond[-1])
    return edges


def _borders(rules: list[Rule], edges: list[float], others: list[float]) -> list[list[bool]]:
    """For each inner edge, whether a rule stands on it between each two neighbouring edges of the other direction."""
    borders = [[False] * (len(others) - 1) for _ in edges]
    for rule in rules:
        row = borders[_nearest(edges, rule.at)]
        for n in range(max(bisect_right(others, rule.start) - 1, 0), len(others) - 1):
            if others[n] >= rule.end:
                break
            covered = min(rule.end, others[n + 1]) - max(rule.start, others[n])
            if covered >= _COVER * (others[n + 1] - others[n]):
                row[n] = True
    return borders


def _nearest(edges: list[float], at: float) -> int:
    n = bisect_right(edges, at)
    return min((k for k in (n - 1, n) if 0 <= k < len(edges)), key=lambda k: abs(edges[k] - at))


def _regions(walls: list[list[bool]], floors: list[list[bool]], wide: int, deep: int) -> list[Span]:
    """Cells, row by row: neighbours without a rule between them are one, as far as they make a rectangle."""
    spans: list[Span] = []
    open_above: dict[tuple[int, int], int] = {}
    for row in range(deep):
        here: dict[tuple[int, int], int] = {}
        for left, right in _stretches(walls, row, wide):
            above = open_above.get((left, right))
            if above is not None and not any(floors[row][left:right]):
                spans[above] = spans[above]._replace(row_span=spans[above].row_span + 1)
                here[left, right] = above
            else:
                here[left, right] = len(spans)
                spans.append(Span(row, left, 1, right - left))
        open_above = here
    return spans


def _stretches(walls: list[list[bool]], row: int, wide: int) -> Iterator[tuple[int, int]]:
    left = 0
    for column in range(1, wide + 1):
        if column == wide or walls[column][row]:
            yield left, column
            left = column
