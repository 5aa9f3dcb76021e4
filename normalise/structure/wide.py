"""Cells that span nearly the whole table: section titles, with a label or a figure in the column that is left."""

from __future__ import annotations

from ingest.model import Cell
from normalise.headings import kind
from normalise.structure.titles import like_title
from normalise.structure.view import TableView

_FEWEST = 3
"""Columns that such a cell covers."""
_FIGURES = frozenset(("sums", "numbers", "references", "figures", "open", "status", "dates"))


def is_wide(view: TableView, row: int, column: int) -> bool:
    """Whether the cell here covers all columns but one."""
    cell = view.cell(row, column)
    return _FEWEST <= cell.col_span == view.width - 1


def wide_title(view: TableView, row: int) -> Cell | None:
    """The title in a row of one wide cell beside a label, a figure or nothing; None where the row is no such."""
    own = view.own(row)
    wide = [c for c in own if is_wide(view, row, view.column_of(c, row))]
    if len(wide) != 1 or not like_title(wide[0].text) or kind(wide[0].text) == "deeds":
        return None
    beside = [c.text for c in own if c is not wide[0]]
    return wide[0] if all(text.rstrip().endswith(":") or kind(text) in _FIGURES for text in beside) else None
