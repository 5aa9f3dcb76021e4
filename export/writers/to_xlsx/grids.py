"""A small table on a sheet of its own, from columns and rows that are already worked out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from export.writers.to_xlsx.book import Book
from export.writers.to_xlsx.cells import fitted, put_date, put_number, put_text
from export.writers.to_xlsx.heights import height_of, lines_of, linked_width
from export.writers.to_xlsx.longsheet import LongSheet
from export.writers.to_xlsx.pages import Page, open_page
from normalise.rows import Value


@dataclass(frozen=True, slots=True)
class Link:
    """A text that leads to the relative address of a file, or with `sheet` to another sheet; "" leads nowhere."""

    text: str
    address: str = ""
    sheet: str = ""


Entry = Value | Link
Line = Sequence[Entry]


def write_grid(book: Book, page: Page, lines: Sequence[Line]) -> LongSheet:
    """Write the table on a new sheet, columns of links as wide as these are."""
    page = replace(page, widths=_wide_enough(lines, page.widths))
    sheet, top = open_page(book, page, len(lines))
    write_lines(book, sheet, top + 1, (lines, page.widths))
    return sheet


def _wide_enough(lines: Sequence[Line], widths: Sequence[float]) -> tuple[float, ...]:
    enough = list(widths)
    for line in lines:
        for column, entry in enumerate(line):
            if isinstance(entry, Link) and (entry.address or entry.sheet):
                enough[column] = max(enough[column], linked_width(entry.text))
    return tuple(enough)


def write_lines(book: Book, sheet: LongSheet, first: int, said: tuple[Sequence[Line], Sequence[float]]) -> None:
    """Write lines from row `first` on, in columns of the widths given, which settle how high each row is."""
    lines, widths = said
    for row, line in enumerate(lines, first):
        deep = max((lines_of(_words(e), w) for e, w in zip(line, widths, strict=False)), default=1)
        if deep > 1:
            sheet.set_row(row, height_of(deep))
        for column, entry in enumerate(line):
            if entry is not None and entry != "":
                put_entry(book, sheet, (row, column), entry)


def put_entry(book: Book, sheet: LongSheet, at: tuple[int, int], entry: Entry) -> None:
    """Write one entry as what it is."""
    if isinstance(entry, Link) and entry.sheet:
        sheet.write_url(*at, f"internal:'{entry.sheet}'!A1", book.styles["link"], entry.text)
    elif isinstance(entry, Link):
        if not entry.address or not sheet.link(at, entry.address, fitted(entry.text), book.styles["link"]):
            put_text(sheet, *at, entry.text, book.styles["text"])
    elif isinstance(entry, date):
        put_date(sheet, *at, entry, book.styles["date"])
    elif isinstance(entry, int | float):
        put_number(sheet, *at, entry, book.styles["count"])
    else:
        put_text(sheet, *at, entry, book.styles["text"])


def _words(entry: Entry) -> str:
    return entry.text if isinstance(entry, Link) else str(entry or "")
