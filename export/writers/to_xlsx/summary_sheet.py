"""The run in numbers, with charts beside the tables they show; for the public one table to a sheet, without charts."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from export.summary import Count
from export.writers.to_xlsx.book import Book
from export.writers.to_xlsx.charts import chart_for
from export.writers.to_xlsx.colours import ruled
from export.writers.to_xlsx.grids import write_grid, write_lines
from export.writers.to_xlsx.longsheet import LongSheet
from export.writers.to_xlsx.pages import Page, marking

TITLE = "Summary"
_LABEL, _NUMBER = 40.0, 11.0
_ROW = 20
"""Pixels of a row of the usual height."""
_PAGE = 56
"""Rows that fit on a printed page."""
_NARROW = 3
"""Columns of the tables that have their chart beside them; below wider ones it is nearer."""


def write_summary(book: Book, found: Sequence[Count]) -> None:
    """Write the counts."""
    if book.publication:
        for count in found:
            write_grid(book, _page(count), count.lines)
    else:
        _write_together(book, found)


def titles(book: Book, found: Sequence[Count]) -> tuple[tuple[str, str], ...]:
    """The sheets these counts are on, with what a row of each is."""
    if book.publication:
        return tuple((count.title, _told(count)) for count in found)
    return (
        (TITLE, "The run in numbers, with charts: by council, status, due quarter, owner and theme; overdue by owner."),
    )


def _page(count: Count) -> Page:
    widths = (_LABEL, *(_NUMBER for _ in count.columns[1:]))
    return Page(count.title, f"{TITLE}_{count.name}", _told(count), count.columns, widths)


def _told(count: Count) -> str:
    noun = count.columns[0]
    return f"One row is: {'an' if noun[0] in 'aeiou' else 'a'} {noun}, with its number of actions. {count.told}".strip()


def _write_together(book: Book, found: Sequence[Count]) -> None:
    sheet = book.add(TITLE)
    for column in range(max(len(count.columns) for count in found)):
        sheet.set_column(column, column, _NUMBER if column else _LABEL)
    sheet.set_landscape()
    sheet.set_paper(8)
    sheet.set_print_scale(80)
    sheet.set_footer("&L&A&RPage &P of &N")
    row, breaks = 0, [0]
    for count in found:
        first = row
        sheet.set_row(row, 26)
        sheet.write_string(row, 0, count.title, book.styles["subheading"])
        if count.told:
            row += 1
            sheet.write_string(row, 0, count.told, book.styles["unbroken"])
        page, top = _page(count), row + 1
        last = top + len(count.lines), len(count.columns) - 1
        sheet.mark_table(top, last, marking(book, page))
        sheet.set_row(top, 32)
        write_lines(book, sheet, top + 1, (count.lines, page.widths))
        sheet.conditional_format(top + 1, 0, *last, ruled(book))
        end = last[0] + 2
        row = max(end, _draw(book, sheet, count, (top, end)))
        if row - breaks[-1] > _PAGE:
            breaks.append(first)
    sheet.set_h_pagebreaks(breaks[1:])


def _draw(book: Book, sheet: LongSheet, count: Count, span: tuple[int, int]) -> int:
    """Put the chart of a table that has one beside it or below, and give the row that is free after it."""
    top, end = span
    drawn = chart_for(book, count, top)
    if drawn is None:
        return end
    row, column = (top, _NARROW + 1) if len(count.columns) <= _NARROW else (end, 0)
    said = {"object_position": 2, "description": f"Chart of {count.title.lower()}; its numbers are in the table."}
    sheet.insert_chart(row, column, drawn.chart, said)
    return row + ceil(drawn.height / _ROW) + 2
