"""The cover for work: what this workbook is, what needs attention first, what is on which sheet, how to read it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from export.attention import Matter
from export.model import Export
from export.overdue import days_overdue
from export.summary import twins
from export.writers.to_xlsx import attention_sheet
from export.writers.to_xlsx.book import Book
from export.writers.to_xlsx.cells import fitted, put_text
from export.writers.to_xlsx.heights import height_of, lines_of
from export.writers.to_xlsx.longsheet import LongSheet
from export.writers.to_xlsx.wording import EDITS, HOW, Entry, inputs, spoken, summary
from normalise.rows import Row

MOST = 6
"""Matters the cover names; the sheet it leads to has them all."""

_WIDTHS = (38, 9, 110)
_INDENT = 1.5
"""Of the last column so much is taken by the indent of its words."""

_ROOM = {"lead": 0.82, "words": 1.0}
"""How much of a line of small letters fits in one of this style; only these run over several."""
_HEIGHTS = {"title": 32, "heading": 26, "lead": 20, "words": 16}


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the cover: its style and text, and of a `row` a number, words beside it, and the sheet it leads to."""

    style: str
    text: str
    count: int | None = None
    more: str = ""
    sheet: str = ""


def write_cover(page: LongSheet, book: Book, export: Export, found: Sequence[Matter], entries: Sequence[Entry]) -> None:
    """Write the cover on a sheet that was added first."""
    page.hide_gridlines(2)
    for column, width in enumerate(_WIDTHS):
        page.set_column(column, column, width)
    page.set_landscape()
    page.set_paper(9)
    page.fit_to_pages(1, 1)
    for row, line in enumerate(_lines(export, found, entries)):
        _write(page, book, row, line)
    page.activate()


def _write(page: LongSheet, book: Book, row: int, line: Line) -> None:
    if line.style == "row":
        if line.sheet:
            page.write_url(row, 0, f"internal:'{line.sheet}'!A1", book.styles["link"], line.text)
        else:
            put_text(page, row, 0, line.text, book.styles["bold"])
        if line.count is not None:
            page.write_number(row, 1, line.count, book.styles["count"])
        page.set_row(row, height_of(lines_of(line.more, _WIDTHS[2] - _INDENT)))
        put_text(page, row, 2, fitted(line.more), book.styles["note"])
    elif line.text:
        lines = lines_of(line.text, sum(_WIDTHS) * _ROOM[line.style]) if line.style in _ROOM else 1
        page.set_row(row, _HEIGHTS[line.style] * lines)
        page.merge_range(row, 0, row, 2, "", book.styles[line.style])
        put_text(page, row, 0, line.text, book.styles[line.style])


def _lines(export: Export, found: Sequence[Matter], entries: Sequence[Entry]) -> Iterator[Line]:
    yield Line("title", "Action plans")
    yield Line("lead", summary(export))
    yield Line("gap", "")
    yield Line("heading", "What needs attention first")
    yield from _attention(export, found)
    yield Line("gap", "")
    yield Line("heading", "What is on which sheet")
    yield from (Line("row", entry.title, entry.count, entry.told, entry.title) for entry in entries)
    yield Line("gap", "")
    yield Line("heading", "How to read it")
    yield from (Line("words", f"• {text}") for text in (*HOW, EDITS))
    yield Line("gap", "")
    yield Line("heading", "Where it came from")
    yield Line("row", "Read from", None, inputs(export))
    yield Line("row", "Written by", None, f"ingather {export.about.version}")
    yield Line("row", "Dates judged against", None, spoken(export.about.as_of))


def _attention(export: Export, found: Sequence[Matter]) -> Iterator[Line]:
    overdue = sum(_is_overdue(row, export) for row in export.tables["actions"])
    pressing = [matter for matter in found if matter.severity != "info"]
    for matter in pressing[:MOST]:
        yield Line("row", matter.title, matter.count, f"{matter.what} {matter.todo}", attention_sheet.PAGE.title)
    if overdue:
        told = f"Past their due date and not said to have ended: see the column days_overdue.{_again(export)}"
        yield Line("row", "Overdue actions", overdue, told, "Actions")
    if len(pressing) > MOST:
        more = "more kinds of things to look at: they are on the sheet Needs attention."
        yield Line("row", "And", len(pressing) - MOST, more, attention_sheet.PAGE.title)
    if not pressing and not overdue:
        yield Line("words", "Nothing: every file was read, nothing has to be checked and nothing is overdue.")


def _is_overdue(row: Row, export: Export) -> bool:
    return days_overdue(row, export.about.as_of) is not None


def _again(export: Export) -> str:
    """How many of the overdue actions the summaries leave out."""
    again = twins(export.tables["review"])
    rows = (row for row in export.tables["actions"] if row["source_file"] in again) if again else ()
    number = sum(_is_overdue(row, export) for row in rows)
    return f" The Summary leaves out {number:,} of them, in a second file of the same plan." if number else ""
