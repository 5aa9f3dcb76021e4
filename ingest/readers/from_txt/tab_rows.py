"""Rows from a run of cells whose ends are not marked: the division that explains the cells best.

A division into tables and rows is scored by how alike the cells are that come to stand under one another, by whether
rows end where blank lines are, and by the header rows that recur. The best one is found by dynamic programming.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ingest.readers.from_txt.evidence import Evidence, Habit, likely_widths
from ingest.readers.from_txt.tab_cells import TabCell

_WIDEST = 24
_BEAM = 14.0
_SPANNING = 3.0
_RAGGED = 7.0
_NEW_TABLE = 3.0
_NEW_TABLE_NO_GAP = 9.0
_MOST_SPANNING = 3
_STRICT, _LAX = 0.03, 0.3
_ENDING = 0.98
_SEARCHED = 6_000


@dataclass(frozen=True, slots=True)
class Row:
    """A row: its first cell's index, how many cells it has, its table's width, and whether it begins a table."""

    start: int
    length: int
    width: int
    first: bool

    @property
    def end(self) -> int:
        """Index after its last cell."""
        return self.start + self.length


@dataclass(slots=True)
class _State:
    """After some row: cost so far, cells since the last full row, the row, and what came before.

    `headed` is true where the last full row looks like the table's header, so tells nothing of the rows below.
    """

    cost: float
    since: int = 0
    row: Row | None = None
    before: _State | None = None
    headed: bool = False


_Reached = list[dict[tuple[int, int], _State]]


def rows_of(cells: Sequence[TabCell], tails: frozenset[int]) -> tuple[list[Row], frozenset[int]]:
    """Divide cells into tables and rows, and say where rows of headings begin that recur.

    `tails` are the cells that seem to go over into prose, so end their row. Whether blank lines stand only between
    rows, or inside cells too, or tell nothing, is tried out. Past the first 6,000 cells, more than any plan has,
    rows go on in the last table's width.
    """
    if not cells:
        return [], frozenset()
    evidence = Evidence(cells[:_SEARCHED], tails)
    widths = likely_widths(evidence, _WIDEST)
    share = (sum(gap > 0 for gap in evidence.gaps) + 1) / (len(evidence.gaps) + 2)
    habits = (Habit(_ENDING, _STRICT), Habit(_ENDING, _LAX), Habit(share, share))
    best = min((_Search(evidence, widths, habit).cheapest() for habit in habits), key=lambda state: state.cost)
    rows = _backwards(best)
    return (_evenly(rows, len(cells)) if len(cells) > _SEARCHED else rows), frozenset(evidence.headers)


class _Search:
    """The search for the best division: states by the number of cells already divided."""

    def __init__(self, evidence: Evidence, widths: Sequence[int], habit: Habit) -> None:
        self.evidence = evidence
        self.widths = widths
        self.edges = evidence.edges(habit)
        self.count = len(evidence.looks)

    def cheapest(self) -> _State:
        """The end of the cheapest division."""
        reached: _Reached = [{} for _ in range(self.count + 1)]
        reached[0][0, 0] = _State(0.0)
        for at in range(self.count):
            states = reached[at].values()
            if states:
                best = min(states, key=lambda state: state.cost)
                self._new_tables(at, best, reached)
                for state in states:
                    if state.cost <= best.cost + _BEAM:
                        self._next_rows(at, state, reached)
                    if state.cost <= best.cost + _BEAM - _RAGGED:
                        self._ragged_rows(at, state, reached)
            reached[at] = {}
        return min(reached[-1].values(), key=lambda state: state.cost)

    def _new_tables(self, at: int, state: _State, reached: _Reached) -> None:
        """First rows of a new table of each likely width."""
        cost = _NEW_TABLE if not at or self.evidence.gaps[at - 1] > 1 else _NEW_TABLE_NO_GAP
        for width in self.widths:
            if at + width <= self.count:
                headed = self.evidence.headed(at, at + width)
                row = Row(at, width, width, first=True)
                self._reach(reached, row, _State(cost - headed, before=state, headed=headed > 0))

    def _next_rows(self, at: int, state: _State, reached: _Reached) -> None:
        """Rows that go on with the table: a full one, a header again, or one cell across."""
        width = state.row.width if state.row else 0
        end = at + width
        if width and end <= self.count:
            row = Row(at, width, width, first=False)
            if self.evidence.is_header(at, end):
                since = min(state.since + width, 2 * width + _MOST_SPANNING)
                self._reach(reached, row, _State(-self.evidence.headed(at, end), since, before=state))
            else:
                alike = 0.0 if state.headed else self.evidence.alike(at, end, width + state.since)
                self._reach(reached, row, _State(-alike, before=state))
        if width > 1 and state.since % width < _MOST_SPANNING:
            row = Row(at, 1, width, first=False)
            self._reach(reached, row, _State(_SPANNING, state.since + 1, before=state, headed=state.headed))

    def _ragged_rows(self, at: int, state: _State, reached: _Reached) -> None:
        """Rows that are short of some cells."""
        width = state.row.width if state.row else 0
        if width and not state.since % width:
            for length in range(2, min(width, self.count - at + 1)):
                row = Row(at, length, width, first=False)
                self._reach(reached, row, _State(_RAGGED, state.since + length, before=state, headed=state.headed))

    def _reach(self, reached: _Reached, row: Row, step: _State) -> None:
        """Keep a step, its cost so far that of the row alone, if it is the cheapest way to where it leads."""
        step.cost += self.edges(row.start, row.end) + (step.before.cost if step.before else 0.0)
        step.row = row
        spot = reached[row.end]
        there = spot.get((row.width, step.since))
        if there is None or step.cost < there.cost:
            spot[row.width, step.since] = step


def _evenly(rows: list[Row], count: int) -> list[Row]:
    last = rows[-1]
    starts = range(last.start, count, last.width)
    return [
        *rows[:-1],
        *(Row(at, min(last.width, count - at), last.width, last.first and at == last.start) for at in starts),
    ]


def _backwards(state: _State) -> list[Row]:
    rows: list[Row] = []
    here: _State | None = state
    while here is not None and here.row is not None:
        rows.append(here.row)
        here = here.before
    return rows[::-1]
