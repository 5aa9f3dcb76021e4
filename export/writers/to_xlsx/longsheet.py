"""A worksheet written row by row to disk, that may all the same be marked up as an Excel table."""

from __future__ import annotations

from functools import cache
from typing import Any, TextIO, cast

from xlsxwriter.format import Format
from xlsxwriter.sharedstrings import SharedStringTable
from xlsxwriter.utility import xl_col_to_name, xl_rowcol_to_cell
from xlsxwriter.worksheet import CellNumberTuple, CellStringTuple, Worksheet

MOST_LINKS = 65_530
"""Links Excel allows on a sheet."""


def is_plain(text: str) -> bool:
    """Whether a text stands in XML and in Excel's own escaping (`_x000D_`) for itself."""
    return (
        (text.isprintable() or text.replace("\n", "").isprintable())
        and "&" not in text
        and "<" not in text
        and ">" not in text
        and "_x" not in text
        and text.strip() == text != ""
    )


@cache
def _letters(column: int) -> str:
    return xl_col_to_name(column)


def _shown(style: Format) -> str:
    return f' s="{style._get_xf_index()}"'  # type: ignore[no-untyped-call]


class LongSheet(Worksheet):
    """A sheet whose rows are written in order, each gone from memory when the next begins."""

    def put(self, at: tuple[int, int], value: str | float, style: Format | None = None) -> None:
        """Write a text as text or a number as a number, whatever it looks like."""
        # XlsxWriter's own methods ask of each cell whether it is given as "A1", within bounds and of fitting length.
        row, column = at
        if row > self.previous_row or not self._holds(column):
            self._check_dimensions(row, column)
            if row > self.previous_row:
                self._write_single_row(row)
        kind = CellStringTuple if isinstance(value, str) else CellNumberTuple
        self.table[row][column] = kind(value, style)

    def _holds(self, column: int) -> bool:
        return self.dim_colmax is not None and self.dim_colmin <= column <= self.dim_colmax

    def _write_cell(self, row: int, col: int, cell: Any) -> None:
        # Nearly all cells are numbers or texts that need no escaping. XlsxWriter looks at each as if it might be
        # anything, which is half of what a large workbook costs; here these are written at once, to the same bytes.
        kind = type(cell).__name__
        if kind == "String" and is_plain(cell.string):
            said = f' t="inlineStr"><is><t>{cell.string}</t></is></c>'
        elif kind == "Number":
            said = f"><v>{cell.number:.16G}</v></c>"
        else:
            super()._write_cell(row, col, cell)
            return
        style = cell.format or (self.col_info[col].column_format if col in self.col_info else None)
        cast(TextIO, self.fh).write(f'<c r="{_letters(col)}{row + 1}"{_shown(style) if style else ""}{said}')

    def mark_table(self, top: int, last: tuple[int, int], options: dict[str, Any]) -> None:
        """Mark a table from its header at row `top` to the `last` row and column; it begins in the first column.

        Call it before any row of the table is written, for it writes the header. XlsxWriter refuses tables where rows
        are written as they come, and elsewhere remembers each cell of them (some 200 bytes a cell). The table is
        therefore added with one row, and its range widened.
        """
        kept = self.constant_memory, self.str_table
        self.constant_memory = False
        setattr(self, "str_table", SharedStringTable())  # noqa: B010, declared as None by XlsxWriter
        self.add_table(top, 0, top + 1, last[1], options)
        self.constant_memory, self.str_table = kept
        for column, said in enumerate(options["columns"]):
            self.write_string(top, column, said["header"], said.get("header_format"))
        table = self.tables[-1]
        for key in ("range", "a_range", "autofilter"):
            if key in table:
                table[key] = table[key].rpartition(":")[0] + ":" + xl_rowcol_to_cell(*last)

    def link(self, at: tuple[int, int], address: str, text: str, style: Format | None) -> bool:
        """Write text that leads to a relative address of a file, unless the sheet has all the links it may have."""
        if self.hlink_count >= MOST_LINKS:
            return False
        self.write_url(*at, f"external:{address}", style, text)
        return True
