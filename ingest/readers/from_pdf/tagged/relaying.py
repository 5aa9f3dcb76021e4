"""The cells of a tagged table placed again, without the spans that cannot be true."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ingest.readers.from_pdf.tagged.tags import TagCell

Rows = Sequence[Sequence["TagCell"]]
Spanned = Collection[tuple[int, int]]
"""Rows and columns that a cell of a row above covers."""


def own(row: Sequence[TagCell]) -> int:
    """How many columns the cells of a row say that they cover."""
    return sum(cell.col_span for cell in row)


def lay_anew(rows: Rows, spanned: Spanned = (), crowded: Collection[int] = (), room: int = 0) -> None:
    """Place all cells again, without the spans that crowd those rows: those of the row itself where its cells fill it
    together with those from above, else the latter."""
    above = Counter(row for row, _ in spanned)
    beneath = {n for n in crowded if len(rows[n]) + above[n] == room}
    full = {n for n in crowded if n not in beneath and (len(rows[n]) >= room or own(rows[n]) == room)}
    narrow = {n for n in crowded if n in beneath or own(rows[n]) != room}
    limits = [len(rows)]
    for number in range(len(rows) - 1, 0, -1):
        limits.append(number if number in full else limits[-1])
    busy: dict[int, int] = {}
    for number, row in enumerate(rows):
        column, limit = 0, limits[-1 - number]
        for cell in row:
            cell.row_span = min(cell.row_span, limit - number)
            cell.col_span = 1 if number in narrow else cell.col_span
            while busy.get(column, -1) >= number:
                column += 1
            cell.column, cell.sure = column, False
            column += cell.col_span
            busy.update(dict.fromkeys(range(cell.column, column), number + cell.row_span - 1))


def lay_without_spans(rows: Rows) -> None:
    """Place all cells again, one column wide unless their row is as wide as the widest that is no exception."""
    counts = Counter(map(len, rows))
    room = max((count for count, found in counts.items() if found > 1), default=max(counts))
    for row in rows:
        believed, column = own(row) == room, 0
        for cell in row:
            cell.row_span, cell.col_span = 1, cell.col_span if believed else 1
            cell.column, cell.sure = column, False
            column += cell.col_span


def cut(rows: Rows, spanned: Spanned, wide: Mapping[int, int]) -> None:
    """Take from the widest cells of those rows the columns that are too many, and place their cells again."""
    for number, excess in wide.items():
        column, left = 0, excess
        for cell in sorted(rows[number], key=lambda cell: -cell.col_span):
            taken = min(left, cell.col_span - 1)
            cell.col_span, left = cell.col_span - taken, left - taken
        for cell in rows[number]:
            while (number, column) in spanned:
                column += 1
            cell.column = column
            column += cell.col_span
