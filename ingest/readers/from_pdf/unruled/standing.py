"""Rows that white space parts across the whole table, wherever in their rows cells stand: at the top, middle or foot.

The highest cell of a row has a line at every usual distance, so the lines of one row stand no further apart than that,
all columns taken together; those of two rows stand further apart by the room above and below cells.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

from ingest.readers.from_pdf.unruled.evidence import Evidence
from ingest.readers.from_pdf.unruled.levels import Level

_WITHIN, _WIDEST = 0.9, 2.0
"""How many times the usual distance of two lines of a cell the most is at least that lines of one row stand apart,
where they stand in the middle of it nearer, and at the most."""
_CLEAR = 1.1
"""How many times as far as any two lines of one row the lines of two rows stand apart, at the least: where distances
pass into one another, as those of a scan set tight do, white space parts nothing."""
_FEW = 3
_WHOLE, _FILLED = 0.8, 0.5
"""The part of the rows that must have words in most columns, and how many columns that is."""
_LOWER = 0.3
"""The part of the cells of higher rows that stand beneath the first line, where cells do not all begin at the top."""
_GLUED, _MOST = 0.1, 0.6
"""The part of the rows in which most columns may have words begin anew on one line: those of two rows."""


def standing_starts(evidence: Evidence, found: Sequence[Level], levels: range, themes: set[int]) -> set[int] | None:
    """The levels at which rows begin, where white space alone parts them; else None."""
    sure = {n for n in levels[1:] if evidence.is_sure(n)}
    for least in _distances(evidence, found, levels):
        starts = sure | {n for n in levels[1:] if _step(found, n) > least}
        rows = [range(first, end) for first, end in itertools.pairwise([levels[0], *sorted(starts), levels[-1] + 1])]
        if _are_rows(evidence, [row for row in rows[1:] if row.start not in themes]):
            return starts
    return None


def _distances(evidence: Evidence, found: Sequence[Level], levels: range) -> Iterator[float]:
    """Distances of two lines that clearly more and clearly fewer stand apart by, from the least up."""
    usual = evidence.usual
    steps = sorted(_step(found, n) for n in levels[1:])
    for less, more in itertools.pairwise(steps):
        most = less if less > _WITHIN * usual else usual
        if more > _CLEAR * most and most < _WIDEST * usual:
            yield (most + more) / 2


def _step(found: Sequence[Level], n: int) -> float:
    """How far a level stands beneath the one before, in times its size."""
    return (found[n].baseline - found[n - 1].baseline) / found[n].size


def _are_rows(evidence: Evidence, rows: Sequence[range]) -> bool:
    """Whether all have words in most columns, or nearly all and cells stand lower than the first line of theirs.

    Hardly any may have a line on which most columns begin anew.
    """
    columns = len(set(evidence.columns))
    whole = sum(len({c for n in row for c in evidence.columns_at(n)}) >= _FILLED * columns for row in rows)
    glued = sum(any(_begins_anew(evidence, row, n) for n in row[1:]) for row in rows)
    if len(rows) < _FEW or whole < _WHOLE * len(rows) or glued > _GLUED * len(rows):
        return False
    return whole == len(rows) or _stand_lower(evidence, rows)


def _stand_lower(evidence: Evidence, rows: Sequence[range]) -> bool:
    """Whether many cells begin beneath the first line of their row."""
    top = sum(len({*evidence.columns_at(row.start)}) for row in rows if len(row) > 1)
    held = sum(len({c for n in row for c in evidence.columns_at(n)}) for row in rows if len(row) > 1)
    return held - top >= max(_FEW, _LOWER * held)


def _begins_anew(evidence: Evidence, row: range, n: int) -> bool:
    """Whether most columns have words above a line of a row, and begin anew on it."""
    above = {c for m in range(row.start, n) for c in evidence.columns_at(m)}
    anew = sum(c in above and evidence.begins_anew(n, c) for c in evidence.columns_at(n))
    return anew >= _MOST * len(set(evidence.columns))
