"""pdfium asked the same of many objects of a page at once."""

from __future__ import annotations

import pypdfium2 as pdfium

from ingest.readers.from_pdf.drawn.drawing import ink
from ingest.readers.from_pdf.ink import Ink
from tests.ingest.readers.from_pdf.drawn import HIGH, area, pdf, words


def seen(data: bytes) -> list[Ink]:
    document = pdfium.PdfDocument(data)
    pages = [document[n] for n in range(len(document))]
    return [ink(page, page.get_textpage(), n) for n, page in enumerate(pages, 1)]


def test_each_of_more_objects_than_are_asked_of_at_once_has_its_own_place_and_size() -> None:
    drawn = [(n % 30 * 20.0, 20 + n // 30 * 15.0, 4 + n % 7) for n in range(600)]
    (page,) = seen(pdf([words(f"w{n}", *placed) for n, placed in enumerate(drawn)]))
    found = {run.text: (run.baseline, round(run.size, 1)) for run in page.runs}
    assert found == {f"w{n}": (y, size) for n, (_, y, size) in enumerate(drawn)}


def test_each_of_more_areas_than_are_asked_of_at_once_has_its_own_colour() -> None:
    colours = [f"{n:02X}{255 - n % 256:02X}80" if n < 256 else f"80{n % 256:02X}FF" for n in range(400)]
    (page,) = seen(pdf([area(n, 10, n + 5, HIGH - 10, colour) for n, colour in enumerate(colours)]))
    assert [fill.colour for fill in page.fills] == colours


def test_a_page_tells_nothing_of_the_one_before() -> None:
    many, few = seen(pdf([words(f"w{n}", 40, 20 + 4 * n) for n in range(50)], words("alone", 70, 90)))
    assert len(many.runs) == 50
    assert [(run.text, run.baseline) for run in few.runs] == [("alone", 90)]
