"""Rows from lines already cut into columns: which line begins a row, and which goes on with the row above."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from ingest.marks import split_mark

_CONTINUES = (",", "&", "-", "–", "/", "(", " and", " of", " the", " to", " for", " in", " with", " or", " a", " by")
_BLANK_STYLE = 5.0
_LEAST_GROUPS = 3
_FEW = 0.25


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a table cut into its columns, and whether a blank line or a rule stands before it."""

    fields: tuple[str, ...]
    apart: bool


@dataclass(frozen=True, slots=True)
class _Habits:
    """How a table is written: rows of one line each; how loath its lines are to begin a row; sentences in capitals."""

    widths: tuple[int, ...]
    single: bool
    reluctance: float
    capitals: bool


def wrapped_rows(lines: Sequence[Line], widths: Sequence[int]) -> list[list[str]]:
    """The rows of cells of these lines; `widths` says how many characters fit into each column.

    A line with a blank line before it begins a row. Where blank lines part most of the rows, the lines between them
    need strong reasons to begin another; where hardly any line looks as if it went on with the one above, each line
    is a row.
    """
    habits = _habits(lines, tuple(widths))
    rows: list[list[list[str]]] = []
    for line in lines:
        if not rows or line.apart or _begins(rows[-1], line.fields, habits):
            rows.append([[field] for field in line.fields])
        else:
            for cell, field in zip(rows[-1], line.fields, strict=True):
                cell.append(field)
    return [[_joined(cell, width) for cell, width in zip(row, widths, strict=True)] for row in rows]


def _habits(lines: Sequence[Line], widths: tuple[int, ...]) -> _Habits:
    groups = sum(line.apart for line in lines)
    parted = groups >= _LEAST_GROUPS and groups * 8 >= len(lines)
    capitals = not any(field[:1].islower() for field in lines[0].fields)
    pairs = [(a.fields, b.fields) for a, b in pairwise(lines) if not b.apart]
    continued = sum(_looks_continued(above, below, capitals=capitals) for above, below in pairs)
    return _Habits(widths, continued < _FEW * len(pairs) or not pairs, _BLANK_STYLE if parted else 0.0, capitals)


def _looks_continued(above: Sequence[str], below: Sequence[str], *, capitals: bool) -> bool:
    """Whether a line lacks what a row would begin with; a line of one capitalised phrase may head a section."""
    few = sum(map(bool, below)) * 2 <= sum(map(bool, above))
    if below[0]:
        return (capitals and below[0][0].islower()) or (few and any(below[1:]))
    return few or any(a and b and b[0].islower() for a, b in zip(above, below, strict=True))


def _begins(row: Sequence[Sequence[str]], fields: Sequence[str], habits: _Habits) -> bool:
    """Whether a line begins a row, rather than goes on with this one."""
    few = sum(map(bool, fields)) * 2 <= sum(bool(cell[0]) for cell in row)
    if habits.single:
        return not few or (bool(fields[0]) and _start(row[0], fields[0], habits.widths[0], habits) > 0)
    found = 1.0 if fields[0] else -2.5
    if all(field for cell, field in zip(row, fields, strict=True) if cell[0]):
        found += 1.5
    for cell, field, width in zip(row, fields, habits.widths, strict=True):
        if field:
            found += _start(cell, field, width, habits)
        elif cell[0]:
            found -= 0.4
    return found > habits.reluctance


def _start(cell: Sequence[str], field: str, width: int, habits: _Habits) -> float:
    """What one column says: text that ended above does not begin again, nor breaks a line it would have fitted on."""
    above = cell[-1]
    if not above:
        return 2.5
    if (habits.capitals and field[0].islower()) or above.endswith(_CONTINUES):
        return -2.0
    found = 0.3 if above[-1] in ".;:" else 0.0
    if split_mark(field)[0]:
        return found + 0.5
    return found + (0.8 if len(above) + 1 + len(field.split(" ", 1)[0]) <= width else -0.7)


def _joined(lines: Sequence[str], width: int) -> str:
    """The lines of a cell as its paragraphs: one begins where the next word would have fitted above, or at a mark."""
    text = last = lines[0]
    for line in lines[1:]:
        if not line:
            continue
        fits = len(last) + 1 + len(line.split(" ", 1)[0]) <= width
        if not last or split_mark(line)[0] or (fits and not line[0].islower() and not last.endswith(_CONTINUES)):
            text += f"\n{line}"
        else:
            text += line if last.endswith("-") and line[0].islower() else f" {line}"
        last = line
    return text.strip("\n")
