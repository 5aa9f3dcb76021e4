"""Rows from lines already cut into columns: a line goes on with the row above where a cell was full and ran over."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ingest.marks import split_mark


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a table cut into its columns, and whether a blank line or a rule stands before it."""

    fields: tuple[str, ...]
    apart: bool


def wrapped_rows(lines: Sequence[Line], widths: Sequence[int]) -> list[list[str]]:
    """The rows of cells of these lines; `widths` says how many characters fit into each column."""
    rows: list[list[list[str]]] = []
    for line in lines:
        if rows and not line.apart and _goes_on(rows[-1], line.fields, widths):
            for cell, field in zip(rows[-1], line.fields, strict=True):
                cell.append(field)
        else:
            rows.append([[field] for field in line.fields])
    return [[_joined(cell, width) for cell, width in zip(row, widths, strict=True)] for row in rows]


def _goes_on(row: Sequence[Sequence[str]], fields: Sequence[str], widths: Sequence[int]) -> bool:
    """Whether a line belongs to the row above.

    It does not where it fills every column the row fills, or one the row leaves empty at its top; it does where its
    first column is empty, or some cell of the row ran over.
    """
    pairs = list(zip(row, fields, widths, strict=True))
    if any(field and not cell[0] for cell, field, _ in pairs):
        return False
    if not fields[0]:
        return True
    full = all(field for cell, field, _ in pairs if cell[0])
    return not full and any(field and _ran_over(_last(cell), field, width) for cell, field, width in pairs[:-1])


def _last(cell: Sequence[str]) -> str:
    return next((field for field in reversed(cell) if field), "")


def _ran_over(above: str, below: str, width: int) -> bool:
    """Whether text broke here because the next word did not fit, or in the middle of a sentence."""
    if not above or split_mark(below)[0]:
        return False
    full = " " in above and len(above) + 1 + len(below.split(" ", 1)[0]) > width
    return full or (below[0].islower() and above[-1] not in ".;:")


def _joined(lines: Sequence[str], width: int) -> str:
    text = lines[0]
    last = lines[0]
    for line in lines[1:]:
        if line:
            text += (" " if _ran_over(last, line, width) else "\n") + line
            last = line
    return text
