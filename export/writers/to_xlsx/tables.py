"""A table of the contract on a sheet of its own: an Excel table with filters, frozen header and drop-downs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from export.words import words_of
from export.writers.to_xlsx.added import Added
from export.writers.to_xlsx.book import Book
from export.writers.to_xlsx.cells import PUT, Put, put_text
from export.writers.to_xlsx.colours import colour
from export.writers.to_xlsx.heights import height_of, lines_of
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


def _put(field: Field) -> Put:
    words = words_of(field)
    if not words:
        return PUT[field.type]
    return lambda page, row, column, value: put_text(page, row, column, words.get(str(value), value))


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


def _fill(page: LongSheet, sheet: Sheet, rows: Iterator[tuple[int, Row]], added: Added) -> None:
    fills, places = added.of(sheet), {field.name: column for column, field in enumerate(sheet.columns)}
    columns = list(enumerate(zip(sheet.columns, sheet.widths, strict=True)))
    room = {f.name: _WIDEST if f.name in UNBROKEN else width for _, (f, width) in columns}
    plain = [(i, f.name, _put(f), room[f.name]) for i, (f, _) in columns if f.name not in fills]
    derived = [(i, fills[f.name]) for i, (f, _) in columns if f.name in fills]
    for number, row in rows:
        lines = 1
        for column, name, put, width in plain:
            value = row[name]
            if value is not None and value not in ("", ()):
                put(page, number, column, value)
                if isinstance(value, str) and (len(value) > width or "\n" in value):
                    lines = max(lines, lines_of(value, width))
        for column, fill in derived:
            lines = max(lines, fill(page, number, column, row))
        if added.own.notes:
            added.annotate(page, number, places, row)
        if lines > 1:
            # A note stands beside its cell, wherever the rows above have pushed it: their heights are remembered.
            (page.set_row if added.own.notes else page.raise_row)(number, height_of(lines))
