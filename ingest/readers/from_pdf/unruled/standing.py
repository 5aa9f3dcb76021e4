"""Rows that white space parts across the whole table, whose cells stand in the middle of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ingest.readers.from_pdf.unruled.evidence import Evidence
from ingest.readers.from_pdf.unruled.levels import Level

_APART = 1.25
"""How many times the usual distance of two lines of a cell the lines of two rows stand apart."""
_OFF = 0.3
"""How far, in times their size, words may stand from the height that they are set at."""
_FEW, _TIMES = 3, 2
"""How many cells must stand in the middle of their rows, and how many times as many as at their top."""
_CLEAR = 1.1
"""How many times as far as any two lines of one row the lines of two rows stand apart, at the least: where distances
pass into one another, as those of a scan set tight do, white space parts nothing."""
_WHOLE, _FILLED = 0.8, 0.5
"""The part of the rows that must have words in most columns, and how many columns that is."""


def standing_starts(evidence: Evidence, found: Sequence[Level], levels: range, themes: set[int]) -> set[int] | None:
    """The levels at which rows begin, where white space alone parts them and cells stand in their middle; else None."""
    rows = list(_rows(evidence, found, levels))
    plain = [row for row in rows if row.start not in themes]
    columns = len(set(evidence.columns))
    whole = sum(len({c for n in row for c in evidence.columns_at(n)}) >= _FILLED * columns for row in plain)
    if len(plain) <= _FEW or whole < _WHOLE * len(plain) or not _are_clear(found, rows):
        return None
    if not _are_centred(evidence, found, plain):
        return None
    return {row.start for row in rows}


def _rows(evidence: Evidence, found: Sequence[Level], levels: range) -> Iterator[range]:
    first = levels[0]
    for n in levels[1:]:
        if _step(found, n) > _APART * evidence.usual:
            yield range(first, n)
            first = n
    yield range(first, levels[-1] + 1)


def _are_clear(found: Sequence[Level], rows: Sequence[range]) -> bool:
    """Whether the least white space between two rows is plainly more than the most within one."""
    within = max((_step(found, n) for row in rows for n in row[1:]), default=0.0)
    return all(_step(found, row[0]) > _CLEAR * within for row in rows[1:])


def _step(found: Sequence[Level], n: int) -> float:
    """How far a level stands beneath the one before, in times its size."""
    return (found[n].baseline - found[n - 1].baseline) / found[n].size


def _are_centred(evidence: Evidence, found: Sequence[Level], rows: Sequence[range]) -> bool:
    """Whether cells that are lower than their rows stand in their middle, not at their top."""
    middle = top = 0
    for row in rows:
        high, low, size = found[row[0]].baseline, found[row[-1]].baseline, found[row[0]].size
        for column in {c for n in row for c in evidence.columns_at(n)}:
            held = [found[n].baseline for n in row if column in evidence.columns_at(n)]
            if low - high - (held[-1] - held[0]) > size:
                middle += abs(held[0] + held[-1] - high - low) < 2 * _OFF * size
                top += held[0] - high < _OFF * size
    return middle >= _FEW and middle > _TIMES * top
