"""Rows of a table whose cells stand in the middle of their rows: none begins level with another."""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence

from ingest.readers.from_pdf.unruled.evidence import CELL, ENOUGH, SENTENCE, Evidence
from ingest.readers.from_pdf.unruled.levels import Level

_STRADDLED = 0.3
"""The part of the cells' beginnings that may fall within a sentence of another column, where cells begin level."""
_FEW = 2
_HALF = 0.2
"""How far from the middle between two lines, as a part of their distance, a third stands that is set there."""
_REACH = 20
"""How many levels of a page above and beneath such a third are looked at."""
_OFF_CENTRE = 0.7
"""What a boundary loses for each line that it lies away from where the middle of the row puts it."""


def is_centred(evidence: Evidence, levels: Sequence[int]) -> bool:
    """Whether many cells begin at a height where the text of another column runs on."""
    starts = [
        n
        for n in levels[1:]
        if not evidence.is_sure(n) and any(evidence.of_cell(n, c) == CELL for c in evidence.columns_at(n))
    ]
    straddled = [n for n in starts if any(evidence.crossing(n, c) <= SENTENCE for c in evidence.columns)]
    return len(starts) >= _FEW and len(straddled) > _STRADDLED * len(starts)


def centred_starts(evidence: Evidence, found: Sequence[Level], levels: Sequence[int]) -> set[int]:
    """The levels at which rows begin, found from the column with the most cells, one of each row in its middle.

    As far as a row reaches above the middle of that cell it reaches below it; and no row's beginning should cut a
    sentence.
    """
    sure = [n for n in levels[1:] if evidence.is_sure(n)]
    starts = set(sure)
    for first, end in itertools.pairwise([levels[0], *sure, levels[-1] + 1]):
        starts |= _within(evidence, found, range(first, end))
    return starts


def raised(
    evidence: Evidence, found: Sequence[Level], levels: range, weights: Mapping[int, float]
) -> Mapping[int, float]:
    """How surely a row begins at each level, where none begins half way between two lines of one sentence.

    Such a row begins with as many lines of that cell above as there are beneath.
    """
    moved: dict[int, float] = {}
    for n in levels[1:-1]:
        columns = _around(evidence, found, n) if weights[n] >= ENOUGH else []
        if columns:
            top = min(_top(evidence, levels, n, column) for column in columns)
            moved |= dict.fromkeys(range(top, n + 1), 0.0) | {top: max(weights[n], weights.get(top, 0.0))}
    return {n: moved.get(n, weight) for n, weight in weights.items()} if moved else weights


def _around(evidence: Evidence, found: Sequence[Level], n: int) -> list[int]:
    """The columns with lines of a sentence right above and beneath a level, as far from it, and none on it."""
    above, below = evidence.columns_at(n - 1), evidence.columns_at(n + 1)
    columns = [c for c in above if c in below and c not in evidence.columns_at(n) and evidence.of_cell(n + 1, c) < 0]
    if not columns:
        return []
    off = found[n].baseline - (found[n - 1].baseline + found[n + 1].baseline) / 2
    return columns if abs(off) < _HALF * (found[n + 1].baseline - found[n - 1].baseline) else []


def _top(evidence: Evidence, levels: range, n: int, column: int) -> int:
    """The first line of the cell in whose middle a level stands."""
    near = levels[max(n - levels.start - _REACH, 0) : n - levels.start + _REACH]
    held = [m for m in near if column in evidence.columns_at(m)]
    below = held.index(n + 1)
    goes_on = {m for m in held if evidence.of_cell(m, column) < 0}
    up = list(itertools.takewhile(goes_on.__contains__, held[below - 1 :: -1]))
    down = list(itertools.takewhile(goes_on.__contains__, held[below + 1 :]))
    return held[below - 1 - min(len(up), len(down))]


def _within(evidence: Evidence, found: Sequence[Level], levels: range) -> set[int]:
    """The starts of rows between two lines that are surely starts, the first of them not counted."""
    cells = max((_cells(evidence, column, levels) for column in evidence.columns), key=len, default=[])
    starts: set[int] = set()
    top = found[levels[0]].top
    for (first, last), (following, _) in itertools.pairwise(cells):
        middle = (found[first].top + found[last].bottom) / 2
        bottom = 2 * middle - top
        start = max(range(last + 1, following + 1), key=lambda n: _fit(evidence, found, n, bottom))
        starts.add(start)
        top = (found[start - 1].bottom + found[start].top) / 2
    return starts


def _cells(evidence: Evidence, column: int, levels: range) -> list[tuple[int, int]]:
    """First and last level of each cell of a column, parted where a line stands well apart."""
    held = [n for n in levels if column in evidence.columns_at(n)]
    cells: list[tuple[int, int]] = []
    for n in held:
        if cells and evidence.of_cell(n, column) != CELL and not evidence.counts(n, column):
            cells[-1] = (cells[-1][0], n)
        else:
            cells.append((n, n))
    return cells


def _fit(evidence: Evidence, found: Sequence[Level], n: int, bottom: float) -> float:
    edge = (found[n - 1].bottom + found[n].top) / 2
    off = abs(edge - bottom) / found[n].size
    return sum(evidence.crossing(n, column) for column in evidence.columns) - _OFF_CENTRE * off
