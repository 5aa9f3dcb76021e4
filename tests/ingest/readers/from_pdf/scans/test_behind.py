"""Scans with words hidden behind their pictures, as scanners make them that recognise text themselves."""

from __future__ import annotations

import io
import math
from typing import Literal

import pypdfium2 as pdfium
import pytest
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from ingest.model import Document
from ingest.readers.from_pdf.scans.hidden import overlaid
from ingest.readers.from_pdf.scans.scanned import scanned
from ingest.readers.from_pdf.scans.straight import moved
from ingest.reading import read_document
from tests.ingest.readers.from_pdf.drawn import HIGH, WIDE, pdf, ruled

Mode = Literal[0, 3]
UNSEEN: Mode = 3
SEEN: Mode = 0
ROWS = ("Ward | Action | Date", "North | Plant trees by the river | April – May 2026", "South | | June 2026")
PRINTED = pdf(ruled(*ROWS))
TABLE = [[cell.strip() for cell in row.split("|")] for row in ROWS]


def behind(data: bytes, askew: float = 0.0, mode: Mode = UNSEEN, mark: str = "", pages: int = 1) -> bytes:
    """The first page scanned lying askew, with its words written over the picture; a mark stands after each word."""
    document, made = pdfium.PdfDocument(data), io.BytesIO()
    page = document[0]
    picture = page.render(scale=2).to_pil().convert("L")
    picture = picture.rotate(-askew, resample=Image.Resampling.BICUBIC, fillcolor=255)
    canvas = Canvas(made, pagesize=(WIDE, HIGH), invariant=True)
    for _ in range(pages):
        canvas.drawImage(ImageReader(picture), 0, 0, WIDE, HIGH)
        _write(canvas, page.get_textpage(), askew, mode, mark)
        canvas.showPage()
    canvas.save()
    document.close()
    return made.getvalue()


def _write(canvas: Canvas, said: pdfium.PdfTextPage, askew: float, mode: Mode, mark: str) -> None:
    slope = math.tan(math.radians(askew))
    for n in range(said.count_rects()):
        left, bottom, right, top = said.get_rect(n)
        line = canvas.beginText(left, bottom - (left - WIDE / 2) * slope)
        line.setFont("Helvetica", 9)
        line.setTextRenderMode(mode)
        line.textOut(said.get_text_bounded(left, bottom, right, top).replace("–", "-") + mark)
        canvas.drawText(line)


def texts(document: Document) -> list[list[str]]:
    return [[cell.text for cell in row] for table in document.tables for row in table.rows]


@pytest.mark.parametrize("askew", [0.0, 1.2])
def test_hidden_words_stand_in_the_cells_that_the_picture_shows(askew: float) -> None:
    found = read_document(behind(PRINTED, askew, mark="|"))
    dash = "-" if askew else "–"
    assert texts(found) == [[cell.replace("–", dash) for cell in row] for row in TABLE]
    assert all(cell.recognised for table in found.tables for row in table.rows for cell in row)
    assert [(note.code, note.place.page) for note in found.notes if note.place] == [("page-recognised", 1)]


def test_words_seen_on_a_picture_are_the_page_s_own() -> None:
    found = read_document(behind(PRINTED, mode=SEEN))
    assert not found.notes
    assert not any(cell.recognised for table in found.tables for row in table.rows for cell in row)


@pytest.mark.parametrize(("mode", "pages"), [(UNSEEN, (1,)), (SEEN, ())])
def test_pages_with_hidden_words_are_recognised_anew_where_that_is_asked_for(
    mode: Mode, pages: tuple[int, ...]
) -> None:
    document = pdfium.PdfDocument(behind(PRINTED, mode=mode))
    assert scanned(document) == pages
    document.close()


def test_a_point_of_a_page_askew_goes_where_straightening_puts_it() -> None:
    assert moved(30, 40, 0.0, (100, 80)) == (30, 40)
    assert moved(50, 40, 2.0, (100, 80)) == (50, 40)
    assert [round(part, 2) for part in moved(100, 40, 2.0, (100, 80))] == [99.94, 38.25]


@pytest.mark.parametrize(("pages", "more"), [(10, 0), (11, 11)])
def test_long_documents_of_hidden_words_say_how_many_pages_take_longer(pages: int, more: int) -> None:
    document = pdfium.PdfDocument(behind(PRINTED, pages=pages))
    assert overlaid(document) == more
    document.close()
