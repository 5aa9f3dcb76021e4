"""The first sheets of a workbook for the public: a cover, a table of contents, and notes.

After the Government Analysis Function's checklist for accessible spreadsheets: titles in A1, one table to a sheet,
nothing merged, no blank rows, nothing told by colour, notes on a sheet of their own.
Source: https://analysisfunction.civilservice.gov.uk/policy-store/making-spreadsheets-accessible-a-brief-checklist-of-the-basics/
"""

from __future__ import annotations

from collections.abc import Sequence

from export.model import Export
from export.writers.to_xlsx.book import Book
from export.writers.to_xlsx.cells import fitted, put_text
from export.writers.to_xlsx.grids import Link, write_grid
from export.writers.to_xlsx.heights import height_of, lines_of
from export.writers.to_xlsx.longsheet import LongSheet
from export.writers.to_xlsx.pages import Page
from export.writers.to_xlsx.wording import HOW, Entry, inputs, spoken, summary

CONTENTS = Page(
    "Contents", "Contents", "One row is: a sheet of this workbook, with a link to it.",
    ("sheet", "what it holds", "rows"), (30, 90, 12),
)  # fmt: skip
NOTES = Page("Notes", "Notes", "One row is: a note on how to read this workbook.", ("note", "text"), (12, 110))
_WIDTH = 110.0
_HIGHEST = 400.0
"""Points a row may be high; Excel allows 409."""


def write_public_cover(page: LongSheet, book: Book, export: Export) -> None:
    """Write the cover on a sheet that was added first: one column, each part under its heading."""
    page.set_column(0, 0, _WIDTH)
    about = export.about
    said = (
        ("title", "Action plans"),
        ("lead", summary(export)),
        ("heading", "About this workbook"),
        ("words", f"It was written by ingather {about.version}, which reads action plans and gathers their actions."),
        ("words", f"Whether something is overdue is judged as of {spoken(about.as_of)}."),
        ("words", "Sheet by sheet, the contents are listed on the sheet Contents; how to read them is on Notes."),
        ("heading", "What was read"),
        ("words", inputs(export)),
    )
    for row, (style, text) in enumerate(said):
        page.set_row(row, 36 if style == "heading" else min(_HIGHEST, 1.2 * height_of(lines_of(text, _WIDTH))))
        put_text(page, row, 0, fitted(text), book.styles[style])
    page.activate()


def write_contents(book: Book, entries: Sequence[Entry]) -> None:
    """Write the table of contents."""
    write_grid(book, CONTENTS, [(Link(e.title, sheet=e.title), e.told, e.count) for e in entries])


def write_notes(book: Book) -> None:
    """Write the notes."""
    write_grid(book, NOTES, [(f"note {number}", text) for number, text in enumerate(HOW, 1)])
