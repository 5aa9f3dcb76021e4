"""Words that belong to a tagged table by their places, and that its tags leave outside: headings, rows, a column."""

from __future__ import annotations

import itertools
from collections.abc import Collection, Iterator, Sequence

from ingest.readers.from_pdf.fragment import Fragment
from ingest.readers.from_pdf.ink import Run

_NEAR, _LEVEL = 4.0, 2.0
"""How far above its first row the headings of a table stand at most, in sizes of their letters, and how far from one
another the words of a line, in points."""
_STEP = 1.6
"""How far apart the lines of a heading stand at most, in sizes of their letters."""
_FEWEST, _AGAIN = 3, 2
"""How many columns have words above or below them, and how many lines are rows: a place to sign, or the foot of a
page, is one line in two parts."""
_ROWS, _NEARLY_ALL = 4, 0.8


def has_parts_outside(tagged: Fragment, free: Sequence[Run]) -> bool:
    """Whether words that the tags have in no table are headings, rows or a column of one: they stand above or below
    nearly all of its columns, each at its own, or level with nearly all of its rows."""
    runs = [run for run in free if not run.artefact]
    if not runs:
        return False
    return _has_headings_above(tagged, runs) or has_rows_below(tagged, runs) or _stand_beside_rows(runs, tagged)


def has_rows_below(tagged: Fragment, free: Sequence[Run]) -> bool:
    """Whether words that the tags have in no table stand below the end of one as more of its rows: several lines, no
    further apart than its rows are, nearly all of its columns with their own words."""
    if tagged.more:
        return False
    pitch, bottom, count = _pitch(tagged), tagged.box.bottom, 0
    for line in _lines([run for run in free if not run.artefact and run.box.bottom > bottom], 1):
        held = {_column(run, tagged.columns) for run in line}
        if line[0].box.bottom - bottom > pitch + _LEVEL or None in held:
            return False
        bottom = line[0].box.bottom
        count += _fill(held, tagged)
        if count == _AGAIN:
            return True
    return False


def _has_headings_above(tagged: Fragment, runs: Sequence[Run]) -> bool:
    """Whether the words next above a table without headings, no further away than its rows are from one another, name
    its columns; a name with its value does not."""
    if any(piece.header for piece in tagged.pieces):
        return False
    reach = _pitch(tagged) + _LEVEL
    held: set[int | None] = set()
    last: Run | None = None
    for line in _lines([run for run in runs if 0 < tagged.box.top - run.box.top <= _NEAR * run.size], -1):
        near = last.baseline - line[0].baseline <= _STEP * line[0].size if last else _above(line, tagged) <= reach
        columns = {_column(run, tagged.columns) for run in line}
        if not near or None in columns or any(":" in run.text.strip()[:-1] for run in line):
            break
        held |= columns
        last = line[0]
    return _fill(held, tagged)


def _above(line: Sequence[Run], tagged: Fragment) -> float:
    return tagged.box.top - line[0].box.top


def _pitch(tagged: Fragment) -> float:
    """How far the rows of a table usually stand apart; none where it has but one."""
    firsts = sorted(_firsts(tagged).values())
    steps = sorted(below - above for above, below in itertools.pairwise(firsts))
    return steps[len(steps) // 2] if steps else 0.0


def _firsts(tagged: Fragment) -> dict[int, float]:
    """Where the first line of each row stands."""
    firsts: dict[int, float] = {}
    for piece in tagged.pieces:
        if piece.lines:
            firsts[piece.row] = min(firsts.get(piece.row, piece.lines[0].baseline), piece.lines[0].baseline)
    return firsts


def _lines(runs: Sequence[Run], way: int) -> Iterator[list[Run]]:
    """The lines of runs, from above down or the other way."""
    line: list[Run] = []
    for run in sorted(runs, key=lambda run: way * run.baseline):
        if line and abs(run.baseline - line[0].baseline) > _LEVEL:
            yield line
            line = []
        line.append(run)
    if line:
        yield line


def _fill(held: Collection[int | None], tagged: Fragment) -> bool:
    """Whether these are nearly all columns of a table."""
    return len(held) >= max(_FEWEST, _NEARLY_ALL * (len(tagged.columns) - 1))


def _column(run: Run, edges: Sequence[float]) -> int | None:
    """The column that a run begins in and does not reach beyond, if any."""
    for n, (left, right) in enumerate(itertools.pairwise([*edges[:-1], float("inf")])):
        if left - _LEVEL <= run.box.left < right - _LEVEL:
            return n if run.box.right <= right + _LEVEL else None
    return None


def _stand_beside_rows(runs: Sequence[Run], tagged: Fragment) -> bool:
    """Whether words stand level with the first lines of nearly all rows."""
    level = [any(abs(run.baseline - first) <= _LEVEL for run in runs) for first in _firsts(tagged).values()]
    return len(level) >= _ROWS and sum(level) >= _NEARLY_ALL * len(level)
