"""A table of the contract on a sheet of its own: an Excel table with filters, frozen header and drop-downs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from export.writers.to_xlsx.added import Added, Fill
from export.writers.to_xlsx.book import Book, LongSheet
from export.writers.to_xlsx.cells import PUT
from export.writers.to_xlsx.colours import colour
from export.writers.to_xlsx.heights import height_of, lines_of
from export.writers.to_xlsx.layout import Sheet
from normalise.rows import Row
from normalise.schema import Field

MOST_ROWS = 1_048_575
"""Rows of data an Excel sheet holds under its header."""

UNBROKEN = ("source_sha256", "action_id")
"""Long codes that nobody reads line by line: cut off by the next cell, not wrapped."""

WIDEST = 255.0


def write_table(book: Book, sheet: Sheet, rows: Sequence[Row], added: Added, most: int = MOST_ROWS) -> None:
    """Write the rows as an Excel table, on as many sheets as they need (`Actions`, `Actions (2)`, …)."""
    left = iter(rows)
    for number, start in enumerate(range(0, max(1, len(rows)), most), 1):
        name = (sheet.title, sheet.table) if number == 1 else (f"{sheet.title} ({number})", f"{sheet.table}_{number}")
        page = book.add(name[0])
        count = min(most, len(rows) - start)
        _dress(book, page, sheet, count)
        page.mark_table(max(1, count), len(sheet.columns) - 1, _marking(book, sheet, name[1]))
        _fill(page, sheet, islice(left, count), added.of(sheet))


def _dress(book: Book, page: LongSheet, sheet: Sheet, count: int) -> None:
    for column, (field, width) in enumerate(zip(sheet.columns, sheet.widths, strict=True)):
        page.set_column(column, column, width, book.styles[_style(field)])
        if field.codes and count:
            page.data_validation(1, column, count, column, _choices(field))
        page.data_validation(0, column, 0, column, _meaning(field))
    if count:
        colour(book, page, sheet, count)
    page.set_row(0, 32)
    page.freeze_panes(1, sheet.frozen)
    page.set_landscape()
    page.set_paper(8 if sum(sheet.widths) > 250 else 9)
    page.repeat_rows(0)
    page.fit_to_pages(max(1, round(sum(sheet.widths) / 260)), 0)
    page.set_footer("&L&A&RPage &P of &N")


def _style(field: Field) -> str:
    if field.name.endswith("_gbp"):
        return "money"
    if field.name == "confidence":
        return "share"
    if field.name in UNBROKEN:
        return "line"
    return field.type if field.type in ("date", "number", "integer") else "text"


def _choices(field: Field) -> dict[str, object]:
    return {
        "validate": "list",
        "source": list(field.codes),
        "error_title": "Not one of the codes",
        "error_message": f"Choose from the list for {field.name}, or leave the cell empty."[:255],
        "error_type": "warning",
    }


def _meaning(field: Field) -> dict[str, object]:
    return {"validate": "any", "input_title": field.name[:32], "input_message": field.meaning[:255]}


def _marking(book: Book, sheet: Sheet, name: str) -> dict[str, object]:
    columns = [{"header": field.name, "header_format": book.styles["header"]} for field in sheet.columns]
    return {"name": name, "style": "Table Style Light 1", "columns": columns}


def _fill(page: LongSheet, sheet: Sheet, rows: Iterator[Row], added: Mapping[str, Fill]) -> None:
    columns = list(enumerate(zip(sheet.columns, sheet.widths, strict=True)))
    room = {f.name: WIDEST if f.name in UNBROKEN else width for _, (f, width) in columns}
    plain = [(i, f.name, PUT[f.type], room[f.name]) for i, (f, _) in columns if f.name not in added]
    derived = [(i, added[f.name]) for i, (f, _) in columns if f.name in added]
    for number, row in enumerate(rows, 1):
        lines = 1
        for column, name, put, width in plain:
            value = row[name]
            if value is not None and value not in ("", ()):
                put(page, number, column, value)
                if isinstance(value, str) and (len(value) > width or "\n" in value):
                    lines = max(lines, lines_of(value, width))
        for column, fill in derived:
            lines = max(lines, fill(page, number, column, row))
        if lines > 1:
            page.set_row(number, height_of(lines))
