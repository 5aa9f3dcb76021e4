"""What each text object of a page says."""

from __future__ import annotations

import pypdfium2 as pdfium
import pytest

from ingest.readers.from_pdf import calls
from ingest.readers.from_pdf.said import said
from tests.ingest.readers.from_pdf.drawn import Ink, pdf, words


def objects(*drawn: Ink) -> list[str]:
    document = pdfium.PdfDocument(pdf(list(drawn)))
    page = document[0].get_textpage()
    return list(said(calls.address(page.raw)).values())


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
