"""Which pages of a document are pictures: no text is to be seen on them, or text that means nothing."""

from __future__ import annotations

from collections.abc import Iterator

import pypdfium2 as pdfium
import pypdfium2.raw as c

from ingest.readers.from_pdf.ink import Box, Run
from ingest.readers.from_pdf.legible import is_legible
from ingest.readers.from_pdf.scans.hidden import FILLS, filled, words_are_hidden

_FEW = 40
"""A page whose picture fills it may bear so many letters beside: a stamp of the scanner, a page number."""


def scanned(document: pdfium.PdfDocument) -> tuple[int, ...]:
    """The numbers of the pages whose words only a picture shows, counted from 1."""
    return tuple(_scanned(document))


def _scanned(document: pdfium.PdfDocument) -> Iterator[int]:
    for number in range(1, len(document) + 1):
        try:
            page = document[number - 1]
        except pdfium.PdfiumError:
            continue
        try:
            if _is_scan(page):
                yield number
        except pdfium.PdfiumError:
            continue
        finally:
            page.close()


def _is_scan(page: pdfium.PdfPage) -> bool:
    textpage = page.get_textpage()
    try:
        text = textpage.get_text_bounded()
    finally:
        textpage.close()
    letters = sum(not letter.isspace() for letter in text)
    if letters > _FEW:
        return not is_legible([Run(text, Box(0, 0, 0, 0), 0, 0)]) or (filled(page) > FILLS and words_are_hidden(page))
    if not letters:
        return bool(c.FPDFPage_CountObjects(page.raw) > 0)
    return filled(page) > FILLS
