"""Excel workbooks of before 2007 (.xls), through xlrd, with values as they are shown."""

from __future__ import annotations

from collections.abc import Iterator

import xlrd
from xlrd.biffh import XLRDError
from xlrd.book import Book
from xlrd.formatting import XF
from xlrd.sheet import Cell
from xlrd.sheet import Sheet as XlsSheet

from ingest.errors import Damaged, Encrypted
from ingest.model import Facts, Note, Place
from ingest.readers.from_xlsx.merging import Merge, merged
from ingest.readers.from_xlsx.number_formats import shown_number
from ingest.readers.from_xlsx.sheet import Entry, Sheet
from ingest.readers.from_xlsx.xlsx_book import hidden_note
from ingest.text import squash

_AUTOMATIC = 64  # indices from here on mean the system's colours


class XlsBook:
    """A workbook whose sheets are read one by one, as asked for."""

    def __init__(self, data: bytes) -> None:
        try:
            self._book: Book = xlrd.open_workbook(file_contents=data, formatting_info=True, on_demand=True)
        except XLRDError as error:
            raise Encrypted if "encrypted" in str(error) else Damaged("it holds no workbook") from error

    def facts(self) -> Facts:
        """Old workbooks keep their title elsewhere; nothing is known."""
        return Facts()

    def sheets(self) -> Iterator[Sheet | Note]:
        """The sheets in order; a hidden one is named in a note and left out."""
        for number, name in enumerate(self._book.sheet_names()):
            sheet = self._book.sheet_by_index(number)
            if sheet.visibility:
                yield hidden_note(name)
            else:
                yield self._sheet(sheet, name)
            self._book.unload_sheet(number)

    def _sheet(self, sheet: XlsSheet, name: str) -> Sheet:
        entries = [
            entry
            for row in range(sheet.nrows)
            for column, cell in enumerate(sheet.row(row))
            if (entry := self._entry(cell, row, column))
        ]
        merges = [Merge(top + 1, left + 1, bottom, right) for top, bottom, left, right in sheet.merged_cells]
        return Sheet(name, merged(entries, merges), tuple(_comments(sheet, name)))

    def _entry(self, cell: Cell, row: int, column: int) -> Entry | None:
        style = self._style(cell)
        text = self._text(cell, style)
        fill = ""
        if style is not None and style.background is not None and style.background.fill_pattern:
            fill = self._colour(style.background.pattern_colour_index)
        if not text and not fill:
            return None
        font = self._book.font_list[style.font_index] if style is not None else None
        colour = self._colour(font.colour_index) if font is not None and text else ""
        return Entry(row + 1, column + 1, text, 1, 1, fill, colour, font is not None and bool(font.struck_out))

    def _style(self, cell: Cell) -> XF | None:
        """The style a cell names; a blank cell inside a merged range may name none that there is."""
        index = cell.xf_index
        return self._book.xf_list[index] if index is not None and index < len(self._book.xf_list) else None

    def _text(self, cell: Cell, style: XF | None) -> str:
        if cell.ctype in (xlrd.XL_CELL_NUMBER, xlrd.XL_CELL_DATE):
            known = self._book.format_map.get(style.format_key) if style is not None else None
            code = known.format_str if known is not None else "General"
            return shown_number(float(cell.value), code, since_1904=bool(self._book.datemode))
        if cell.ctype == xlrd.XL_CELL_BOOLEAN:
            return "TRUE" if cell.value else "FALSE"
        if cell.ctype == xlrd.XL_CELL_ERROR:
            return str(xlrd.error_text_from_code.get(int(cell.value), "#ERROR"))
        return str(cell.value)

    def _colour(self, index: int | None) -> str:
        if index is None or index >= _AUTOMATIC:
            return ""
        rgb = self._book.colour_map.get(index)
        return "".join(f"{part:02X}" for part in rgb) if rgb else ""


def _comments(sheet: XlsSheet, name: str) -> Iterator[Note]:
    for (row, column), note in sorted(sheet.cell_note_map.items()):
        words = squash(note.text or "")
        if words:
            place = Place(sheet=name, row=row + 1, column=column + 1)
            yield Note("comment", f"Somebody commented: {words}", "Read it beside the text.", "info", place)
