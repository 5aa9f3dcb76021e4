"""A worksheet written row by row to disk, that may all the same be marked up as an Excel table."""

from __future__ import annotations

from typing import Any

from xlsxwriter.format import Format
from xlsxwriter.sharedstrings import SharedStringTable
from xlsxwriter.utility import xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

MOST_LINKS = 65_530
"""Links Excel allows on a sheet."""


class LongSheet(Worksheet):
    """A sheet whose rows are written in order, each gone from memory when the next begins."""

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
