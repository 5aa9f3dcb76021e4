"""Rows from a run of cells whose ends are not marked: the division that explains the cells best.

A division into tables and rows is scored by how alike the cells are that come to stand under one another, by whether
rows end where blank lines are, and by the header rows that recur. The best one is found by dynamic programming.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ingest.readers.from_txt.headers import gap_after, header_runs
from ingest.readers.from_txt.likeness import Look, likeness, look
from ingest.readers.from_txt.tab_cells import TabCell

_WIDEST = 24
_WIDTHS = 8
_SAMPLE = 400
_BEAM = 14.0
_SPANNING = 3.0
_RAGGED = 7.0
_NO_BLANK = 4.0
_INNER_BLANK = 0.6
_INNER_PROSE = 3.0
_NEW_TABLE = 3.0
_NEW_TABLE_NO_GAP = 9.0
_KNOWN_HEADER = 1.5
_CUT_HEADER = 6.0


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


@dataclass(frozen=True, slots=True)
class _State:
    """After some row: cost so far, width of the table, cells since the last full row, and how it came about."""

    cost: float
    width: int
    since: int
    row: Row | None
    before: _State | None


def rows_of(cells: Sequence[TabCell], tails: frozenset[int]) -> list[Row]:
    """Divide cells into tables and rows; `tails` are the cells that seem to end in prose, so end their row."""
    search = _Search(cells, [look(cell) for cell in cells], tails)
    return search.rows()


class _Search:
    """The search for the best division: states by the number of cells already divided."""

    def __init__(self, cells: Sequence[TabCell], looks: Sequence[Look], tails: frozenset[int]) -> None:
        self.looks = looks
        self.headers = header_runs(cells, looks)
        self.gaps = [gap_after(cells, at) for at in range(len(cells))]
        self.blanks = any(self.gaps)
        self.inner = [self._inner(at, tails) for at in range(len(cells))]
        self.widths = _likely_widths(looks, self.headers)

    def rows(self) -> list[Row]:
        """The rows of the cheapest division."""
        count = len(self.looks)
        reached: list[dict[tuple[int, int], _State]] = [{} for _ in range(count + 1)]
        reached[0][0, 0] = _State(0.0, 0, 0, None, None)
        for at in range(count):
            states = reached[at].values()
            if states:
                best = min(state.cost for state in states)
                self._extend(at, [s for s in states if s.cost <= best + _BEAM], reached)
            reached[at] = {}
        return _backwards(min(reached[count].values(), key=lambda state: state.cost))

    def _extend(self, at: int, states: Sequence[_State], reached: list[dict[tuple[int, int], _State]]) -> None:
        cheapest = min(states, key=lambda state: state.cost)
        steps = [step for state in states for step in self._next_rows(at, state)]
        steps += self._new_tables(at, cheapest)
        for state in steps:
            if state.row is None or state.row.end > len(self.looks):
                continue
            spot = reached[state.row.end]
            key = state.width, state.since
            if key not in spot or state.cost < spot[key].cost:
                spot[key] = state

    def _next_rows(self, at: int, state: _State) -> list[_State]:
        """Rows that go on with the table: a full one, a header again, one cell across, or a ragged one."""
        width = state.width
        if not width:
            return []
        full = Row(at, width, width, first=False)
        steps = []
        if self.headers.get(at) == width:
            cost = self._edges(full) - _KNOWN_HEADER * width
            steps.append(_State(state.cost + cost, width, min(state.since + width, 2 * width), full, state))
        else:
            cost = self._edges(full) - self._alike(at, width, state.since)
            steps.append(_State(state.cost + cost, width, 0, full, state))
        if state.since <= 2 and width > 1:
            banner = Row(at, 1, width, first=False)
            cost = self._edges(banner) + _SPANNING
            steps.append(_State(state.cost + cost, width, state.since + 1, banner, state))
        if not state.since:
            for length in range(2, width):
                ragged = Row(at, length, width, first=False)
                cost = self._edges(ragged) + _RAGGED
                steps.append(_State(state.cost + cost, width, length, ragged, state))
        return steps

    def _new_tables(self, at: int, state: _State) -> list[_State]:
        """First rows of a new table of each likely width."""
        cost = state.cost + (_NEW_TABLE if not at or self.gaps[at - 1] > 1 else _NEW_TABLE_NO_GAP)
        steps = []
        for width in self.widths:
            row = Row(at, width, width, first=True)
            if row.end <= len(self.looks):
                known = self.headers.get(at) == width
                heads = _KNOWN_HEADER * width if known else self._headed(row)
                steps.append(_State(cost + self._edges(row) - heads, width, 0, row, state))
        return steps

    def _edges(self, row: Row) -> float:
        """What the blank lines and known headers say against a row with these ends."""
        if row.end > len(self.looks):
            return 0.0
        cost = sum(self.inner[row.start : row.end - 1])
        if self.blanks and row.end < len(self.looks) and not self.gaps[row.end - 1]:
            cost += _NO_BLANK
        return cost + _CUT_HEADER * sum(at in self.headers for at in range(row.start + 1, row.end))

    def _inner(self, at: int, tails: frozenset[int]) -> float:
        if at in tails:
            return _INNER_PROSE
        return _INNER_BLANK if self.gaps[at] else 0.0

    def _alike(self, at: int, width: int, since: int) -> float:
        lag = width + since
        ends = min(at + width, len(self.looks))
        return sum(likeness(self.looks[n], self.looks[n - lag]) for n in range(at, ends))

    def _headed(self, row: Row) -> float:
        """Evidence that the first row of a table is its header."""
        return sum(0.5 if self.looks[n].like_heading else -0.7 for n in range(row.start, row.end))


def _likely_widths(looks: Sequence[Look], headers: dict[int, int]) -> list[int]:
    """Widths worth trying: one, those of known headers, and those at which cells recur best."""
    sample = looks[:_SAMPLE]
    scores = {
        width: sum(likeness(a, b) for a, b in zip(sample, sample[width:], strict=False)) / (len(sample) - width)
        for width in range(2, min(_WIDEST, len(sample) - 1) + 1)
    }
    best = sorted(scores, key=lambda width: -scores[width])[:_WIDTHS]
    return sorted({1, *headers.values(), *best, min(len(looks), _WIDEST)})


def _backwards(state: _State) -> list[Row]:
    rows: list[Row] = []
    here: _State | None = state
    while here is not None and here.row is not None:
        rows.append(here.row)
        here = here.before
    return rows[::-1]
