"""The workbook itself: opened so that nothing depends on the clock, and with the styles its sheets share."""

from __future__ import annotations

from datetime import datetime, time
from pathlib import Path
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.sharedstrings import SharedStringTable
from xlsxwriter.utility import xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from export.model import About

MOST_LINKS = 65_530
"""Links Excel allows on a sheet."""

ACCENT = "#1F4E79"

_STYLES: dict[str, dict[str, object]] = {
    "text": {"text_wrap": True, "valign": "top"},
    "number": {"num_format": "#,##0.##", "valign": "top"},
    "integer": {"num_format": "0", "valign": "top", "align": "center"},
    "money": {"num_format": "£#,##0", "valign": "top"},
    "share": {"num_format": "0%", "valign": "top", "align": "center"},
    "line": {"valign": "top"},
    "date": {"num_format": "d mmm yyyy", "valign": "top", "align": "left"},
    "link": {"text_wrap": True, "valign": "top", "font_color": "#0B5394", "underline": 1},
    "header": {"bold": True, "text_wrap": True, "valign": "vcenter", "font_color": "white", "bg_color": ACCENT},
    "title": {"bold": True, "font_size": 20, "font_color": ACCENT},
    "heading": {
        "bold": True,
        "font_size": 14,
        "font_color": ACCENT,
        "bottom": 1,
        "bottom_color": ACCENT,
        "valign": "bottom",
    },
    "words": {"text_wrap": True, "valign": "top"},
    "note": {"text_wrap": True, "valign": "top", "indent": 1},
    "lead": {"font_size": 12, "text_wrap": True, "valign": "top"},
    "count": {"num_format": "#,##0", "valign": "top", "align": "right", "bold": True},
    "bold": {"bold": True, "text_wrap": True, "valign": "top"},
}


class LongSheet(Worksheet):
    """A worksheet written row by row to disk, that may all the same be marked up as an Excel table."""

    def mark_table(self, last_row: int, last_column: int, options: dict[str, Any]) -> None:
        """Mark rows 0 to `last_row` as a table. Call it before any row is written, for it writes the header.

        XlsxWriter refuses tables where rows are written as they come, and elsewhere remembers each cell of them (some
        200 bytes a cell). The table is therefore added with one row, and its range widened.
        """
        kept = self.constant_memory, self.str_table
        self.constant_memory = False
        setattr(self, "str_table", SharedStringTable())  # noqa: B010, declared as None by XlsxWriter
        self.add_table(0, 0, 1, last_column, options)
        self.constant_memory, self.str_table = kept
        for column, said in enumerate(options["columns"]):
            self.write_string(0, column, said["header"], said.get("header_format"))
        table = self.tables[-1]
        for key in ("range", "a_range", "autofilter"):
            if key in table:
                table[key] = table[key].rpartition(":")[0] + ":" + xl_rowcol_to_cell(last_row, last_column)

    def link(self, at: tuple[int, int], address: str, text: str, style: Format | None) -> bool:
        """Write text that leads to a relative address of a file, unless the sheet has all the links it may have."""
        if self.hlink_count >= MOST_LINKS:
            return False
        self.write_url(*at, f"external:{address}", style, text)
        return True


class Book:
    """An XlsxWriter workbook with this project's styles by name."""

    def __init__(self, path: Path, about: About) -> None:
        self.workbook = Workbook(
            str(path),
            {
                "constant_memory": True,
                "strings_to_formulas": False,
                "strings_to_urls": False,
                "strings_to_numbers": False,
            },
        )
        self.workbook.set_properties(
            {
                "title": "Action plans",
                "subject": "Actions, owners and milestones read from action plans",
                "author": "ingather",
                "comments": f"Written by ingather {about.version}. Language: en-GB.",
                "created": datetime.combine(about.as_of, time()),
            }
        )
        self.styles: dict[str, Format] = {name: self.workbook.add_format(said) for name, said in _STYLES.items()}

    def add(self, title: str) -> LongSheet:
        """Add a sheet at the end."""
        sheet = self.workbook.add_worksheet(title, LongSheet)
        assert isinstance(sheet, LongSheet)
        return sheet

    def style(self, name: str, said: dict[str, object]) -> Format:
        """A style by name, made the first time it is asked for."""
        if name not in self.styles:
            self.styles[name] = self.workbook.add_format(said)
        return self.styles[name]
