"""The plan's own table in a Word document, with whatever is odd about it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from docx.document import Document
from docx.shared import Cm
from docx.table import Table, _Cell, _Row

from tests.make.content import MERGED, Column, Row, Sample
from tests.make.word import changes, controls, numbers
from tests.make.word.markup import new_row, shade

_HEADING, _BAND = "D9E2F3", "E7E6E6"


@dataclass(frozen=True, slots=True)
class Lists:
    """The ids of the document's automatic lists, "" where it has none: one for the Ref column, one inside cells."""

    refs: str = ""
    parts: str = ""


def lists_for(document: Document, sample: Sample) -> Lists:
    """Define the lists that the sample needs."""
    if sample.layout != "automatic-numbers":
        return Lists()
    return Lists(numbers.define(document, "RP%1", "decimal"), numbers.define(document, "%1)", "lowerLetter"))


def add_plan(document: Document, sample: Sample, rows: Sequence[Row], *, headed: bool, lists: Lists) -> None:
    """Add one table with these rows, its heading row or rows first when it is `headed`."""
    table = document.add_table(0, len(sample.columns), style="Table Grid")
    table.autofit = False
    if headed:
        _add_headings(table, sample.columns)
    for row in rows:
        _add_row(table, sample.columns, row, lists)
    for column, width in zip(table.columns, sample.columns, strict=True):
        column.width = Cm(width.width)
        for cell in column.cells:
            cell.width = Cm(width.width) if len(cell._tc.tcPr.xpath("w:gridSpan")) == 0 else cell.width
    _control(table, sample.columns, rows, headed=headed)


def _add_headings(table: Table, columns: Sequence[Column]) -> None:
    if any(c.group for c in columns):
        _add_groups(table, columns)
    else:
        _heading_row(new_row(table), [c.heading for c in columns])


def _add_groups(table: Table, columns: Sequence[Column]) -> None:
    """Two heading rows: a group stands over its columns, a column without one goes through both rows."""
    upper, lower = new_row(table), new_row(table)
    _heading_row(lower, [c.heading if c.group else "" for c in columns])
    start = 0
    for group, members in groupby(columns, key=lambda c: c.group):
        end = start + len(tuple(members))
        if group:
            _write_heading(upper.cells[start].merge(upper.cells[end - 1]), group)
        else:
            for at in range(start, end):
                _write_heading(upper.cells[at].merge(lower.cells[at]), columns[at].heading)
        start = end


def _heading_row(row: _Row, headings: Sequence[str]) -> None:
    for cell, heading in zip(row.cells, headings, strict=True):
        _write_heading(cell, heading)


def _write_heading(cell: _Cell, heading: str) -> None:
    cell.text = ""
    if heading:
        cell.paragraphs[0].add_run(heading).bold = True
    shade(cell, _HEADING)


def _add_row(table: Table, columns: Sequence[Column], row: Row, lists: Lists) -> None:
    added = new_row(table)
    if row.repeat:
        _heading_row(added, [c.heading for c in columns])
    elif row.theme:
        band = added.cells[0].merge(added.cells[-1])
        band.paragraphs[0].add_run(row.theme).bold = True
        shade(band, _BAND)
    else:
        _fill(table, added, columns, row, lists)


def _fill(table: Table, added: _Row, columns: Sequence[Column], row: Row, lists: Lists) -> None:
    for at, (cell, text, column) in enumerate(zip(added.cells, row.cells, columns, strict=True)):
        if text == MERGED:
            above = table.rows[len(table.rows) - 2].cells[at]
            above.merge(cell)
            continue
        if not column.control:
            _write(cell, text, lists)
        if column.field == "ref" and lists.refs:
            numbers.number(cell.paragraphs[0], lists.refs)
        if column.field == "status" and row.fill:
            shade(cell, row.fill)
    if row.change:
        changes.track_row(added, row.change)


def _write(cell: _Cell, text: str, lists: Lists) -> None:
    """One paragraph a line; a line that begins with "- " is an item of the automatic list inside cells."""
    for order, line in enumerate(text.split("\n")):
        paragraph = cell.paragraphs[0] if order == 0 else cell.add_paragraph()
        changes.write_with_changes(paragraph, line.removeprefix("- "))
        if line.startswith("- "):
            numbers.number(paragraph, lists.parts)


def _control(table: Table, columns: Sequence[Column], rows: Sequence[Row], *, headed: bool) -> None:
    """Wrap last, since python-docx no longer sees a row or cell that stands in a control."""
    if not any(c.control for c in columns):
        return
    body = list(table.rows)[1 if headed else 0 :]
    for laid, row in zip(body, rows, strict=True):
        cells = list(laid.cells)
        for cell, column, text in zip(cells, columns, row.cells, strict=True):
            controls.control_cell(cell, column.control, text, row.prompted)
        controls.control_row(laid)
