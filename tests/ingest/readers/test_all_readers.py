"""What every reader must do, whichever it is: a reader without a document here fails."""

from __future__ import annotations

import importlib
import inspect
import io
import pkgutil
import zipfile
from collections.abc import Callable

import pytest

import ingest.readers
from ingest.model import Cell, Table
from ingest.reading import read_document
from tests.ingest.readers.test_from_odt import odt
from tests.ingest.readers.test_from_odt import table as odt_table
from tests.ingest.readers.test_from_xlsx import rows, xlsx
from tests.ingest.readers.xls_written import xls

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"


def docx() -> bytes:
    """The smallest Word file with a table."""
    cells = "".join(f"<w:tc><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>" for text in ("Action", "Lead"))
    parts = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
        "_rels/.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="r1" Type="{REL}" Target="word/document.xml"/></Relationships>',
        "word/document.xml": f'<w:document xmlns:w="{WORD}"><w:body><w:tbl><w:tr>{cells}</w:tr></w:tbl></w:body>'
        "</w:document>",
    }
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def pdf() -> bytes:
    """A page with a ruled table of two rows."""
    from reportlab.lib import colors
    from reportlab.platypus import SimpleDocTemplate, TableStyle
    from reportlab.platypus import Table as Drawn

    buffer = io.BytesIO()
    grid = TableStyle([("GRID", (0, 0), (-1, -1), 1, colors.black)])
    SimpleDocTemplate(buffer).build([Drawn([["Action", "Lead"], ["Plant", "Parks"]], style=grid)])
    return buffer.getvalue()


ONE_LINE: dict[str, Callable[[], bytes]] = {
    "csv": lambda: b"Action,Lead\nPlant trees,Parks\nDig ponds,Parks\n",
    "docx": docx,
    "html": lambda: b"<table><tr><td>Action<td>Lead</table>",
    "md": lambda: b"| Action | Lead |\n|---|---|\n| Plant | Parks |\n",
    "odt": lambda: odt(odt_table("Action|Lead")),
    "pdf": pdf,
    "rtf": lambda: b"{\\rtf1\\trowd\\cellx1000\\cellx2000 Action\\cell Lead\\cell\\row}",
    "txt": lambda: b"Action\tLead\nPlant\tParks\n",
    "xls": lambda: xls((0, 0, "Action"), (0, 1, "Lead")),
    "xlsx": lambda: xlsx(lambda book, sheet: rows(sheet, "Action|Lead")),
}
"""A document of one table for each format, its first row Action, Lead."""


def readers() -> list[str]:
    """The formats that have a reader, by their modules' names."""
    return [module.name.removeprefix("from_") for module in pkgutil.iter_modules(ingest.readers.__path__)]


@pytest.mark.parametrize("name", readers())
def test_every_reader_has_a_read_of_bytes_and_limits_and_a_document_here(name: str) -> None:
    read = importlib.import_module(f"ingest.readers.from_{name}").read
    assert list(inspect.signature(read).parameters) == ["data", "limits"]
    assert read.__doc__
    assert name in ONE_LINE


@pytest.mark.parametrize("name", ONE_LINE)
def test_every_reader_reads_its_document_of_one_table(name: str) -> None:
    document = read_document(ONE_LINE[name]())
    assert document.format == name
    assert document.complete
    assert document.facts.engine
    assert [cell.text for cell in document.tables[0].rows[0]] == ["Action", "Lead"]


@pytest.mark.parametrize("name", ONE_LINE)
def test_every_reader_gives_full_rectangles_whose_cells_know_their_place(name: str) -> None:
    for table in read_document(ONE_LINE[name]()).tables:
        assert {len(row) for row in table.rows} == {table.width}
        assert all(_is_placed(cell, table, column) for row in table.rows for column, cell in enumerate(row, 1))


@pytest.mark.parametrize("name", ONE_LINE)
def test_a_file_cut_anywhere_is_read_or_refused_in_a_sentence(name: str) -> None:
    from ingest.errors import Unreadable

    data = ONE_LINE[name]()
    for part in range(1, 8):
        try:
            read_document(data[: len(data) * part // 8])
        except Unreadable as error:
            assert str(error).endswith(".")


def _is_placed(cell: Cell, table: Table, column: int) -> bool:
    place = cell.place
    return place.table == table.place.table and place.row is not None and place.column == column
