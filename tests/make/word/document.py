"""Sample plans as Word documents."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.shared import Cm, Pt

from tests.make.content import Beside, Row, Sample, bands
from tests.make.word.markup import new_row, shade
from tests.make.word.pack import packed
from tests.make.word.table import add_plan, lists_for


def written(sample: Sample) -> bytes:
    """The sample as the bytes of a .docx file."""
    document = _blank()
    document.add_heading(sample.title[0], 0)
    for line in sample.title[1:]:
        document.add_heading(line, 1)
    for paragraph in sample.before:
        document.add_paragraph(paragraph)
    for table in sample.beside:
        _add_beside(document, table)
    _add_plans(document, sample)
    for table in sample.after:
        _add_beside(document, table)
    return packed(document, sample.title[-1])


def _blank() -> Document:
    document = docx.Document()
    page = document.sections[0]
    page.orientation = WD_ORIENT.LANDSCAPE
    page.page_width, page.page_height = Cm(29.7), Cm(21.0)
    page.left_margin = page.right_margin = Cm(1.8)
    page.top_margin = page.bottom_margin = Cm(1.8)
    document.styles["Normal"].font.size = Pt(12)
    return document


def _add_plans(document: Document, sample: Sample) -> None:
    lists = lists_for(document, sample)
    if sample.layout == "tables-under-headings":
        for theme, rows in bands(sample):
            document.add_heading(theme, 2).paragraph_format.page_break_before = True
            add_plan(document, sample, rows, headed=True, lists=lists)
        return
    for order, (paragraph, rows) in enumerate(_pieces(sample)):
        if paragraph:
            document.add_paragraph(paragraph)
        add_plan(document, sample, rows, headed=order == 0, lists=lists)
    document.add_paragraph()


def _pieces(sample: Sample) -> Iterator[tuple[str, tuple[Row, ...]]]:
    """The rows between paragraphs, each piece with the paragraph above it."""
    paragraph = ""
    for is_paragraph, group in groupby(sample.rows, key=lambda row: bool(row.paragraph)):
        rows = tuple(group)
        if is_paragraph:
            paragraph = rows[-1].paragraph
        else:
            yield paragraph, rows


def _add_beside(document: Document, beside: Beside) -> None:
    document.add_heading(beside.caption, 3)
    table = document.add_table(0, len(beside.rows[0]), style="Table Grid")
    fills = beside.fills or ("",) * len(beside.rows)
    for cells, fill in zip(beside.rows, fills, strict=True):
        row = new_row(table)
        for cell, text in zip(row.cells, cells, strict=True):
            cell.text = text
        if fill:
            shade(row.cells[0], fill)
