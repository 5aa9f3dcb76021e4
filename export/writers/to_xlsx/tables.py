"""A table of the contract on a sheet of its own: an Excel table with filters, frozen header and drop-downs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from export.words import words_of
from export.writers.to_xlsx.added import Added
from export.writers.to_xlsx.book import Book
from export.writers.to_xlsx.colours import colour
from export.writers.to_xlsx.columns import Column
from export.writers.to_xlsx.heights import height_of
from export.writers.to_xlsx.layout import Sheet
from export.writers.to_xlsx.longsheet import LongSheet
from export.writers.to_xlsx.pages import Page, open_page
from normalise.rows import Row
from normalise.schema import MEANINGS, Field

MOST_ROWS = 1_048_572
"""Rows of data an Excel sheet holds under its header and, for the public, its title."""

UNBROKEN = ("source_sha256", "action_id")
"""Long codes that nobody reads line by line: cut off by the next cell, not wrapped."""

_WIDEST = 255.0


def write_table(book: Book, sheet: Sheet, rows: Sequence[Row], added: Added, most: int = MOST_ROWS) -> None:
    """Write the rows as an Excel table, on as many sheets as they need (`Actions`, `Actions (2)`, …)."""
    left, sheet = iter(rows), added.widened(sheet)
    for number, start in enumerate(range(0, max(1, len(rows)), most), 1):
        count = min(most, len(rows) - start)
        page, top = open_page(book, _page(sheet, number), count)
        _dress(book, page, sheet, (top + 1, top + count))
        _fill(page, sheet, enumerate(islice(left, count), top + 1), added)


def _page(sheet: Sheet, number: int) -> Page:
    names = tuple(field.name for field in sheet.columns)
    told = f"One row is: {MEANINGS[sheet.name][0].lower()}{MEANINGS[sheet.name][1:]}."
    again = ("", "") if number == 1 else (f" ({number})", f"_{number}")
    return Page(sheet.title + again[0], sheet.table + again[1], told, names, sheet.widths, sheet.frozen)


def _dress(book: Book, page: LongSheet, sheet: Sheet, span: tuple[int, int]) -> None:
    first, last = span
    for column, (field, width) in enumerate(zip(sheet.columns, sheet.widths, strict=True)):
        page.set_column(column, column, width * book.stretch, book.styles[_style(field)])
        if not book.publication:
            page.data_validation(first - 1, column, first - 1, column, _meaning(field))
            if field.codes and last >= first:
                page.data_validation(first, column, last, column, _choices(field))
    if last >= first and not book.publication:
        colour(book, page, sheet, span)


def _style(field: Field) -> str:
    if field.name.endswith("_gbp"):
        return "money"
    if field.name == "confidence":
        return "share"
    if field.name in UNBROKEN:
        return "unbroken"
    return field.type if field.type in ("date", "number", "integer") else "text"


def _choices(field: Field) -> dict[str, object]:
    return {
        "validate": "list",
        "source": list(words_of(field).values() or field.codes),
        "error_title": "Not in the list",
        "error_message": f"Choose from the list for {field.name}, or leave the cell empty."[:255],
        "error_type": "warning",
    }


def _meaning(field: Field) -> dict[str, object]:
    return {"validate": "any", "input_title": field.name[:32], "input_message": field.meaning[:255]}


def _room(field: Field, width: float) -> float:
    return _WIDEST if field.name in UNBROKEN else width


def _fill(page: LongSheet, sheet: Sheet, rows: Iterator[tuple[int, Row]], added: Added) -> None:
    fills, places = added.of(sheet), {field.name: column for column, field in enumerate(sheet.columns)}
    columns = list(enumerate(zip(sheet.columns, sheet.widths, strict=True)))
    plain = [Column(page, f, i, _room(f, width)) for i, (f, width) in columns if f.name not in fills]
    derived = [(i, fills[f.name]) for i, (f, _) in columns if f.name in fills]
    for number, row in rows:
        lines, cells, at = 1, {}, str(number + 1)
        for column in plain:
            value = row[column.name]
            if not value and (value is None or value in ("", ())):
                continue
            after, deep = column.known.get(value) or column.take(value)
            if after:
                cells[column.number] = f"{column.begin}{at}{after}"
            else:
                column.put(page, number, column.number, value)
            if deep > 1:
                lines = max(lines, deep)
        if cells:
            page.put_row(number, cells)
        for place, fill in derived:
            lines = max(lines, fill(page, number, place, row))
        if added.own.notes:
            added.annotate(page, number, places, row)
        if lines > 1:
            # A note stands beside its cell, wherever the rows above have pushed it: their heights are remembered.
            (page.set_row if added.own.notes else page.raise_row)(number, height_of(lines))
