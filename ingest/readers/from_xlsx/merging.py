"""Merged cells of a sheet: the top left cell grows over the others, which vanish."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from ingest.readers.from_xlsx.sheet import Entry


@dataclass(frozen=True, slots=True)
class Merge:
    """A merged range by its first and last row and column, from 1."""

    top: int
    left: int
    bottom: int
    right: int


def merged(entries: Sequence[Entry], merges: Iterable[Merge]) -> tuple[Entry, ...]:
    """The entries by row and column, those of merged ranges joined; ranges reach no further than the sheet's values."""
    by_place = {(entry.row, entry.column): entry for entry in entries}
    columns: dict[int, set[int]] = {}
    for row, column in by_place:
        columns.setdefault(row, set()).add(column)
    rows = sorted(columns)
    last_row = max((entry.row for entry in entries), default=0)
    last_column = max((entry.column for entry in entries), default=0)
    for merge in {(m.top, m.left): m for m in merges}.values():
        origin = by_place.get((merge.top, merge.left))
        bottom, right = min(merge.bottom, last_row), min(merge.right, last_column)
        if origin is None or bottom < merge.top or right < merge.left:
            continue
        for row in rows[bisect_left(rows, merge.top) : bisect_right(rows, bottom)]:
            for column in [c for c in columns[row] if merge.left <= c <= right]:
                columns[row].discard(column)
                del by_place[row, column]
        spans = replace(origin, row_span=bottom - merge.top + 1, col_span=right - merge.left + 1)
        by_place[merge.top, merge.left] = spans
    return tuple(by_place[place] for place in sorted(by_place))
