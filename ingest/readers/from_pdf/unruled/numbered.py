"""Rows of a ruled table without a rule between them: two numbers in one cell of the column that counts the rows."""

from __future__ import annotations

import itertools
import re
from collections.abc import Mapping, Sequence

from ingest.readers.from_pdf.grid import Grid
from ingest.readers.from_pdf.ink import Box, Run
from ingest.readers.from_pdf.lines import lines
from ingest.readers.from_pdf.paragraphs import had_room
from ingest.readers.from_pdf.unruled.evidence import REFERENCE

_COLUMNS = 2
"""The column that counts the rows is one of the first."""
_FEW, _GLUED = 3, 0.4
"""How many cells must hold one number, at least, and the part of them that may hold more."""
_TOUCH = 1.5
_BY_ONE = 0.8
"""The part of the numbers of one kind that must each be the next of the one before where they count the rows."""
_LEVEL = 0.35
_END = (".", "!", "?")
_LAST = re.compile(r"(.*?)(\d+)\D*")


def glued(grid: Grid, held: Mapping[int, Sequence[Run]]) -> dict[int, list[float]]:
    """The heights at which rows of the grid are parted that hold several numbers, by row.

    `held` are the runs of each cell, by its number in `Grid.spans`. Only numbers that go up one by one count rows.
    """
    for column in range(_COLUMNS):
        cells = {
            grid.spans[n].row: sorted(runs, key=lambda run: run.baseline)
            for n, runs in held.items()
            if grid.spans[n].column == column and grid.spans[n].row_span == 1 and grid.spans[n].row
        }
        numbers = [cells[row] for row in sorted(cells)]
        if _counts(numbers):
            several = {row: runs for row, runs in cells.items() if len(runs) > 1 and _goes_up(runs)}
            few = len(several) <= _GLUED * len(cells) and _goes_up([run for runs in numbers for run in runs])
            return _between(grid, held, several, column) if few else {}
    return {}


def _counts(cells: Sequence[Sequence[Run]]) -> bool:
    """Whether cells hold nothing but numbers, each once, and enough of them one."""
    texts = [run.text.strip() for runs in cells for run in runs]
    if sum(len(runs) == 1 for runs in cells) < _FEW or len({*texts}) < len(texts):
        return False
    return all(map(REFERENCE.fullmatch, texts))


def _goes_up(numbers: Sequence[Run]) -> bool:
    """Whether nearly each number is the next of the one before; one of another kind, 2.1 after 1.4, may begin anew."""
    found = [match.groups() for run in numbers if (match := _LAST.fullmatch(run.text.strip()))]
    steps = [int(b) - int(a) for (kind, a), (other, b) in itertools.pairwise(found) if kind == other]
    return bool(steps) and steps.count(1) >= _BY_ONE * len(steps)


def _between(
    grid: Grid, held: Mapping[int, Sequence[Run]], several: Mapping[int, Sequence[Run]], column: int
) -> dict[int, list[float]]:
    found: dict[int, list[float]] = {}
    for row, numbers in several.items():
        inside = [n for n in held if grid.spans[n].row == row]
        beside = [(_area(grid, n), held[n]) for n in inside if grid.spans[n].column != column and held[n]]
        for number in numbers[1:]:
            if 2 * sum(_begins(number, area, runs) for area, runs in beside) > len(beside):
                height = _height_above(number, [held[n] for n in inside])
                if height is not None:
                    found.setdefault(row, []).append(height)
    return found


def _area(grid: Grid, n: int) -> Box:
    row, column, row_span, col_span = grid.spans[n]
    return Box(grid.columns[column], grid.rows[row], grid.columns[column + col_span], grid.rows[row + row_span])


def _begins(number: Run, area: Box, runs: Sequence[Run]) -> bool:
    """Whether the words of a cell begin anew on the line of a number: after a sentence, or a line that had room."""
    found = lines(runs)
    at = next((n for n, line in enumerate(found) if abs(line.baseline - number.baseline) <= _LEVEL * number.size), None)
    if at is None or found[at].text[:1].islower():
        return False
    before = found[at - 1] if at else None
    return before is None or before.text.endswith(_END) or had_room(before, found[at], area)


def _height_above(number: Run, columns: Sequence[Sequence[Run]]) -> float | None:
    """The height above a number that parts the words of its row, if none stand there."""
    near = _LEVEL * number.size
    above = [run.box.bottom for runs in columns for run in runs if run.baseline < number.baseline - near]
    below = [run.box.top for runs in columns for run in runs if run.baseline >= number.baseline - near]
    return (max(above) + min(below)) / 2 if max(above) <= min(below) + _TOUCH else None
