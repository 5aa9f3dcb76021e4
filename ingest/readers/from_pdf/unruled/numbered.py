"""Rows of a ruled table without a rule between them: two numbers in one cell of the column that counts the rows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from ingest.readers.from_pdf.grid import Grid
from ingest.readers.from_pdf.ink import Run
from ingest.readers.from_pdf.unruled.evidence import REFERENCE

_COLUMNS = 2
"""The column that counts the rows is one of the first."""
_FEW, _GLUED = 3, 0.4
"""How many cells must hold one number, at least, and the part of them that may hold more."""
_TOUCH = 1.5
_MOST = 0.5
"""The part of the columns that must have words on the line of a number for a row to begin there."""
_LEVEL = 0.35


def glued(grid: Grid, held: Mapping[int, Sequence[Run]]) -> dict[int, list[float]]:
    """The heights at which rows of the grid are parted that hold several numbers, by row.

    `held` are the runs of each cell, by its number in `Grid.spans`.
    """
    for column in range(_COLUMNS):
        cells = {
            grid.spans[n].row: runs
            for n, runs in held.items()
            if grid.spans[n].column == column and grid.spans[n].row_span == 1 and grid.spans[n].row
        }
        several = {row: runs for row, runs in cells.items() if len(runs) > 1}
        if several and _counts(list(cells.values())) and len(several) <= _GLUED * len(cells):
            return _between(grid, held, several)
    return {}


def _counts(cells: Sequence[Sequence[Run]]) -> bool:
    """Whether cells hold nothing but numbers, each once, and enough of them one."""
    texts = [run.text.strip() for runs in cells for run in runs]
    if sum(len(runs) == 1 for runs in cells) < _FEW or len({*texts}) < len(texts):
        return False
    return all(map(REFERENCE.fullmatch, texts))


def _between(
    grid: Grid, held: Mapping[int, Sequence[Run]], several: Mapping[int, Sequence[Run]]
) -> dict[int, list[float]]:
    inside: dict[int, list[Sequence[Run]]] = defaultdict(list)
    for n, runs in held.items():
        inside[grid.spans[n].row].append(runs)
    least = _MOST * (len(grid.columns) - 1)
    found: dict[int, list[float]] = {}
    for row, numbers in several.items():
        for number in sorted(numbers, key=lambda run: run.baseline)[1:]:
            height = _height_above(number, inside[row], least)
            if height is not None:
                found.setdefault(row, []).append(height)
    return found


def _height_above(number: Run, columns: Sequence[Sequence[Run]], least: float) -> float | None:
    """The height above a number that parts the words of its row, if so many columns have words on its line."""
    near = _LEVEL * number.size
    if sum(any(abs(run.baseline - number.baseline) <= near for run in runs) for runs in columns) < least:
        return None
    above = [run.box.bottom for runs in columns for run in runs if run.baseline < number.baseline - near]
    below = [run.box.top for runs in columns for run in runs if run.baseline >= number.baseline - near]
    return (max(above) + min(below)) / 2 if max(above) <= min(below) + _TOUCH else None
