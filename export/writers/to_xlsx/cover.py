"""The cover: what this workbook is, what needs attention first, what is on which sheet, and how to read it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from export.model import Export
from export.overdue import days_overdue
from export.writers.to_xlsx.book import Book, LongSheet
from export.writers.to_xlsx.cells import put_text
from export.writers.to_xlsx.heights import lines_of
from export.writers.to_xlsx.layout import sheets
from normalise.schema import MEANINGS

_HOW = (
    "Each sheet is one Excel table: sort and filter it by the arrows in its header, or use its name in a formula.",
    "Empty means that the document does not say, or that ingather could not tell.",
    "Columns such as action, lead and timescale hold the document's own words; due_date, lead_role, cost_min_gbp,"
    " status and the like are what ingather read out of them. Where the two disagree, trust the words.",
    "The Source column says where each row stands in its document and opens the file.",
    "days_overdue counts from the due date to the day named above, for actions that have not ended.",
    "The same rows are in the CSV files beside this workbook, with the columns in a fixed order.",
)
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
_WIDTHS = (34, 9, 92)
_HEIGHTS = {"title": 32, "heading": 26, "lead": 20, "words": 16}


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the cover: a style, its text in the first column, a count or link text, and the sheet it leads to."""

    style: str
    text: str
    count: int | None = None
    more: str = ""
    sheet: str = ""


def write_cover(page: LongSheet, book: Book, export: Export) -> None:
    """Write the cover on a sheet that was added first."""
    page.hide_gridlines(2)
    for column, width in enumerate(_WIDTHS):
        page.set_column(column, column, width)
    page.set_landscape()
    page.set_paper(9)
    page.fit_to_pages(1, 0)
    for row, line in enumerate(_lines(export)):
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
        put_text(page, row, 2, line.more, book.styles["note"])
    elif line.text:
        lines = lines_of(line.text, sum(_WIDTHS)) if line.style in ("lead", "words") else 1
        page.set_row(row, _HEIGHTS[line.style] * lines)
        page.merge_range(row, 0, row, 2, "", book.styles[line.style])
        put_text(page, row, 0, line.text, book.styles[line.style])


def _lines(export: Export) -> Iterator[Line]:
    yield Line("title", "Action plans")
    yield Line("lead", _summary(export))
    yield Line("gap", "")
    yield Line("heading", "What needs attention first")
    yield from _attention(export)
    yield Line("gap", "")
    yield Line("heading", "What is on which sheet")
    for sheet in sheets():
        what = f"One row is: {MEANINGS[sheet.name][0].lower()}{MEANINGS[sheet.name][1:]}."
        yield Line("row", sheet.title, len(export.tables[sheet.name]), what, sheet.title)
    yield Line(
        "row", "Data dictionary", None, "Every column: what it means, and the codes it may hold.", "Data dictionary"
    )
    yield Line("gap", "")
    yield Line("heading", "How to read it")
    yield from (Line("words", f"• {text}") for text in _HOW)
    yield Line("gap", "")
    yield Line("heading", "Where it came from")
    yield Line("row", "Read from", None, "\n".join(export.about.inputs))
    yield Line("row", "Written by", None, f"ingather {export.about.version}")
    yield Line("row", "Dates judged against", None, spoken(export.about.as_of))


def _summary(export: Export) -> str:
    tables = export.tables
    councils = {row["council"] for row in tables["plans"] if row["council"]}
    read = sum(row["outcome"] in ("read", "partly_read") for row in tables["files"])
    return (
        f"{counted(len(tables['actions']), 'action')} from {counted(read, 'file')}"
        f" of {counted(len(councils), 'council')}, as things stood on {spoken(export.about.as_of)}."
    )


def _attention(export: Export) -> Iterator[Line]:
    overdue = sum(days_overdue(row, export.about.as_of) is not None for row in export.tables["actions"])
    failed = [row for row in export.tables["files"] if row["outcome"] in ("refused", "set_aside", "partly_read")]
    severity = Counter(row["severity"] for row in export.tables["review"])
    lines = (
        Line(
            "row", "Files not fully read", len(failed), "They are named, with what to do, on the Files sheet.", "Files"
        ),
        Line(
            "row", "Problems", severity["problem"], "Something is wrong or missing: look at these first.", "To review"
        ),
        Line(
            "row",
            "Worth a check",
            severity["check"],
            "ingather made a choice that a person should confirm.",
            "To review",
        ),
        Line("row", "Overdue actions", overdue, "Past their due date and not said to have ended.", "Actions"),
    )
    yield from (line for line in lines if line.count)
    if not any(line.count for line in lines):
        yield Line("words", "Nothing: every file was read, and there is nothing to check.")


def counted(number: int, noun: str) -> str:
    """A number with its noun: `1 file`, `1,200 actions`."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def spoken(day: date) -> str:
    """A date as people write it: `21 November 2026`, whatever language the machine is set to."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"
