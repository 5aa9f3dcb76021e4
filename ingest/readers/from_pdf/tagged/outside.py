"""Words that belong to a tagged table by their places, and that its tags leave outside: headings, rows, a column."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

from ingest.readers.from_pdf.fragment import Fragment
from ingest.readers.from_pdf.ink import Run

_NEAR, _LEVEL = 4.0, 2.0
"""How far above its first row, or below its last, words of a table stand at most, in sizes of their letters, and how
far from one another those of a line, in points."""
_STEP = 1.6
"""How far apart the lines of a heading stand at most, in sizes of their letters."""
_FEWEST, _MOST = 2, 0.6
"""How many of the columns, and what part of them, have words above or below them."""
_ROWS, _NEARLY_ALL = 4, 0.8


def has_parts_outside(tagged: Fragment, free: Sequence[Run]) -> bool:
    """Whether words that the tags have in no table are headings, rows or a column of one: they stand above or below
    most of its columns, each at its own, or level with nearly all of its rows."""
    runs = [run for run in free if not run.artefact]
    if not runs:
        return False
    above = [run for run in runs if 0 < tagged.box.top - run.box.top <= _NEAR * run.size]
    is_headed = any(piece.header for piece in tagged.pieces)
    return (
        (not is_headed and _stand_in_columns(_lines(above, -1), tagged))
        or has_rows_below(tagged, runs)
        or _stand_beside_rows(runs, tagged)
    )


def has_rows_below(tagged: Fragment, free: Sequence[Run]) -> bool:
    """Whether words that the tags have in no table stand below the end of one, most of its columns with their own."""
    if tagged.more:
        return False
    below = [run for run in free if not run.artefact and 0 < run.box.bottom - tagged.box.bottom <= _NEAR * run.size]
    return _stand_in_columns(_lines(below, 1), tagged)


def _lines(runs: Sequence[Run], way: int) -> Iterator[list[Run]]:
    """The lines from the edge of a table on, up or down, as far as each stands close to the one before."""
    line: list[Run] = []
    for run in sorted(runs, key=lambda run: way * run.baseline):
        if line and abs(run.baseline - line[0].baseline) > _LEVEL:
            yield line
            if abs(run.baseline - line[0].baseline) > _STEP * run.size:
                return
            line = []
        line.append(run)
    if line:
        yield line


def _stand_in_columns(lines: Iterator[list[Run]], tagged: Fragment) -> bool:
    """Whether the words of lines stand at most columns, before any line that runs across columns."""
    columns = [[_column(run, tagged.columns) for run in line] for line in lines]
    within = itertools.takewhile(lambda line: None not in line, columns)
    held = {column for line in within for column in line}
    return len(held) >= max(_FEWEST, _MOST * (len(tagged.columns) - 1))


def _column(run: Run, edges: Sequence[float]) -> int | None:
    """The column that a run begins in and does not reach beyond, if any."""
    for n, (left, right) in enumerate(itertools.pairwise([*edges[:-1], float("inf")])):
        if left - _LEVEL <= run.box.left < right - _LEVEL:
            return n if run.box.right <= right + _LEVEL else None
    return None


def _stand_beside_rows(runs: Sequence[Run], tagged: Fragment) -> bool:
    """Whether words stand level with the first lines of nearly all rows."""
    firsts: dict[int, float] = {}
    for piece in tagged.pieces:
        if piece.lines:
            firsts[piece.row] = min(firsts.get(piece.row, piece.lines[0].baseline), piece.lines[0].baseline)
    level = [any(abs(run.baseline - first) <= _LEVEL for run in runs) for first in firsts.values()]
    return len(level) >= _ROWS and sum(level) >= _NEARLY_ALL * len(level)
