"""Readers of Word tables to measure against: each turns bytes into what it makes of them, and that into grids of texts.

The first step is what is timed; for a reader that writes HTML or Markdown it includes parsing that, since only then are
there tables. A reader that is not installed raises ImportError.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from ingest.limits import Limits
from ingest.model import Embedded, Table

Grid = list[list[str | None]]
"""A table's texts by row and column, None where a merged cell covers."""

_MIME = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@dataclass(frozen=True, slots=True)
class Reader:
    """`convert` reads a file; `grids` gives the tables in what it made."""

    convert: Callable[[bytes], Any]
    grids: Callable[[Any], list[Grid]]


def floor() -> Reader:
    """Unzip and parse, nothing read."""
    from lxml import etree

    def convert(data: bytes) -> object:
        return etree.fromstring(zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml"))

    return Reader(convert, lambda made: [])


def ingather() -> Reader:
    """This project's reader, through the dispatcher where a document stands inside another."""
    from ingest.readers.from_docx import read
    from ingest.reading import read_document

    def grids(made: list[object]) -> list[Grid]:
        found = []
        for item in made:
            if isinstance(item, Table) and item.parent is None:
                found.append(table_grid(item))
            elif isinstance(item, Embedded):
                found += [table_grid(table) for table in read_document(item.data).tables]
        return found

    return Reader(lambda data: list(read(data, Limits())), grids)


def office_oxide() -> Reader:
    """office-oxide's HTML and a parse of it."""
    from lxml import html
    from office_oxide import Document

    def convert(data: bytes) -> object:
        with Document.from_bytes(data, "docx") as document:
            return html.document_fromstring(document.to_html() or "<p/>")

    return Reader(convert, html_grids)


def kreuzberg() -> Reader:
    """kreuzberg's tables."""
    from kreuzberg import extract_bytes_sync

    def grids(made: Any) -> list[Grid]:
        return [[list(row) for row in table.cells] for table in made.tables]

    return Reader(lambda data: extract_bytes_sync(data, _MIME), grids)


def mammoth() -> Reader:
    """mammoth's HTML and a parse of it."""
    from lxml import html
    from mammoth import convert_to_html

    return Reader(lambda data: html.document_fromstring(convert_to_html(io.BytesIO(data)).value or "<p/>"), html_grids)


def markitdown() -> Reader:
    """markitdown's Markdown and a reading of its tables."""
    from markitdown import MarkItDown

    from ingest.readers.from_md import read

    convert = MarkItDown().convert_stream

    def made(data: bytes) -> list[object]:
        text = convert(io.BytesIO(data), file_extension=".docx").markdown
        return list(read(text.encode(), Limits()))

    return Reader(made, lambda items: [table_grid(item) for item in items if isinstance(item, Table)])


def python_docx() -> Reader:
    """python-docx's rows and their cells."""
    from docx import Document

    def convert(data: bytes) -> list[Grid]:
        tables = Document(io.BytesIO(data)).tables
        return [[[cell.text for cell in row.cells] for row in table.rows] for table in tables]

    return Reader(convert, list)


def docling() -> Reader:
    """docling's Word reader alone: the whole package brings a deep-learning library that Word needs nothing of.

    Not in the group `bench`; `pip install "docling-slim[format-docx]"` brings what is measured here.
    """
    from importlib import import_module

    word = import_module("docling.backend.msword_backend").MsWordDocumentBackend
    held = import_module("docling.datamodel.document").InputDocument
    docx = import_module("docling.datamodel.base_models").InputFormat.DOCX

    def convert(data: bytes) -> Any:
        document = held(path_or_stream=io.BytesIO(data), format=docx, backend=word, filename="plan.docx")
        return document._backend.convert()

    return Reader(convert, lambda made: [_docling_grid(table.data) for table in made.tables])


READERS: dict[str, Callable[[], Reader]] = {
    "floor: unzip + lxml parse": floor,
    "ingather": ingather,
    "office-oxide": office_oxide,
    "kreuzberg": kreuzberg,
    "mammoth": mammoth,
    "markitdown": markitdown,
    "python-docx": python_docx,
    "docling": docling,
}


def table_grid(table: Table) -> Grid:
    """The texts of a table of ours."""
    return [
        [cell.text if table.is_origin(r, c) else None for c, cell in enumerate(row)] for r, row in enumerate(table.rows)
    ]


def html_grids(root: Any) -> list[Grid]:
    """The tables of a parsed page, spans honoured, those inside others left out."""
    return [_html_grid(table) for table in root.iter("table") if next(table.iterancestors("table"), None) is None]


def _html_grid(table: Any) -> Grid:
    taken: dict[tuple[int, int], str | None] = {}
    rows = table.xpath("./tr | ./thead/tr | ./tbody/tr | ./tfoot/tr")
    for number, row in enumerate(rows):
        column = 0
        for cell in row.xpath("./td | ./th"):
            while (number, column) in taken:
                column += 1
            wide, deep = int(cell.get("colspan", 1)), int(cell.get("rowspan", 1))
            taken |= {(number + d, column + w): None for d in range(deep) for w in range(wide)}
            taken[number, column] = cell.text_content()
    width = 1 + max((column for _, column in taken), default=-1)
    return [[taken.get((number, column), "") for column in range(width)] for number in range(len(rows))]


def _docling_grid(data: Any) -> Grid:
    grid: Grid = [[None] * data.num_cols for _ in range(data.num_rows)]
    for cell in data.table_cells:
        grid[cell.start_row_offset_idx][cell.start_col_offset_idx] = cell.text
    return grid
