"""What each text object of a page says."""

from __future__ import annotations

import io

import pikepdf
import pypdfium2 as pdfium
import pytest
from pikepdf import Dictionary, Name

from ingest.readers.from_pdf.drawn import calls
from ingest.readers.from_pdf.drawn.said import said
from tests.ingest.readers.from_pdf.drawn import Ink, pdf, words


def objects(*drawn: Ink) -> list[str]:
    document = pdfium.PdfDocument(pdf(list(drawn)))
    page = document[0].get_textpage()
    return list(said(calls.handle(page.raw)).values())


def test_objects_that_are_lines() -> None:
    assert objects(words("Plant trees", 40, 60), words("Mend paths", 40, 90)) == ["Plant trees", "Mend paths"]


def test_objects_of_one_line_and_the_space_between_them() -> None:
    assert objects(words("Plant", 40, 60), words("trees", 70, 60), words("soon", 300, 60)) == [
        "Plant ",
        "trees ",
        "soon",
    ]


@pytest.mark.parametrize("count", [1, 7, 8, 9, 200])
def test_however_many_letters_an_object_has(count: int) -> None:
    assert objects(words("a" * count, 10, 60), words("b" * count, 10, 60 + count)) == ["a" * count, "b" * count]


def test_a_page_without_letters() -> None:
    assert objects() == []


def test_an_object_of_line_ends_alone() -> None:
    document = pikepdf.open(io.BytesIO(pdf([words("Plant trees", 40, 60)])))
    mapping = (
        b"begincmap 1 begincodespacerange <00> <FF> endcodespacerange 2 beginbfchar <01> <000D> <02> <000A> endbfchar"
    )
    font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    font.ToUnicode = document.make_stream(mapping)
    page = document.pages[0]
    page.Resources.Font.Ends = font
    page.contents_add(b"BT /Ends 9 Tf 40 300 Td <0102010201020102> Tj ET")
    made = io.BytesIO()
    document.save(made)
    opened = pdfium.PdfDocument(made.getvalue())[0].get_textpage()
    assert "Plant trees" in [text.strip() for text in said(calls.handle(opened.raw)).values()]
