"""What every sheet with a table has in common: for work a frozen header and filters, for the public a title above."""

from __future__ import annotations

from dataclasses import dataclass

from export.writers.to_xlsx.book import Book
from export.writers.to_xlsx.cells import put_text
from export.writers.to_xlsx.longsheet import LongSheet

EMPTY = "Where a cell is empty, the document does not say, or it does not apply to that row."
_A4, _A3 = 9, 8
_WIDE = 250.0
"""Widths of all columns, in characters, from which a sheet is printed on A3."""


@dataclass(frozen=True, slots=True)
class Page:
    """A sheet with one table: its title, the Excel table's name, what a row is, and columns with their widths."""

    title: str
    table: str
    told: str
    names: tuple[str, ...]
    widths: tuple[float, ...]
    frozen: int = 0


def open_page(book: Book, page: Page, count: int) -> tuple[LongSheet, int]:
    """Add the sheet with its title, header and table for `count` rows; gives it and the number of its header row."""
    sheet = book.add(page.title)
    for column, width in enumerate(page.widths):
        sheet.set_column(column, column, width * book.stretch, book.styles["text"])
    top = _opening(book, sheet, page) if book.publication else 0
    if not book.publication:
        sheet.freeze_panes(1, page.frozen)
        sheet.repeat_rows(0)
        sheet.set_footer("&L&A&RPage &P of &N")
    sheet.set_row(top, 32)
    sheet.set_landscape()
    sheet.set_paper(_A3 if sum(page.widths) > _WIDE else _A4)
    sheet.fit_to_pages(max(1, round(sum(page.widths) / 260)), 0)
    sheet.mark_table(top, (top + max(1, count), len(page.names) - 1), marking(book, page))
    return sheet, top


def marking(book: Book, page: Page) -> dict[str, object]:
    """What XlsxWriter is told of the table."""
    columns = [{"header": name, "header_format": book.styles["header"]} for name in page.names]
    style = None if book.publication else "Table Style Light 1"
    said = {"title": page.title, "description": page.told, "autofilter": not book.publication}
    return {"name": page.table, "style": style, "columns": columns, **said}


def _opening(book: Book, sheet: LongSheet, page: Page) -> int:
    for row, (text, style) in enumerate(((page.title, "title"), (page.told, "unbroken"), (EMPTY, "unbroken"))):
        put_text(sheet, row, 0, text, book.styles[style])
    return 3
