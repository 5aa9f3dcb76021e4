"""Pages that are pictures with words hidden behind them: scanners write what they recognised themselves, unseen."""

from __future__ import annotations

import pypdfium2 as pdfium
import pypdfium2.raw as c

from ingest.readers.from_pdf.ink import Ink

FILLS = 0.6
"""The part of a page that pictures cover where it is one itself."""
_FORM_DEPTH = 4
_SHORT, _MANY = 10, 20_000
"""Documents of no more pages need no longer than any; pages of so many objects are drawn and not scanned."""


def overlaid(document: pdfium.PdfDocument) -> int:
    """About how many pages of a long document have their words hidden behind a picture: all where some of three do."""
    count = len(document)
    if count <= _SHORT:
        return 0
    return count if any(_is_overlaid(document, at) for at in (0, count // 2, count - 1)) else 0


def _is_overlaid(document: pdfium.PdfDocument, at: int) -> bool:
    try:
        page = document[at]
    except pdfium.PdfiumError:
        return False
    try:
        return c.FPDFPage_CountObjects(page.raw) < _MANY and filled(page) > FILLS and words_are_hidden(page)
    finally:
        page.close()


def filled(page: pdfium.PdfPage) -> float:
    """The part of the page that its largest picture covers."""
    wide, high = page.get_size()
    areas = [0.0]
    for item in page.get_objects(filter=[c.FPDF_PAGEOBJ_IMAGE], max_depth=_FORM_DEPTH):
        left, bottom, right, top = item.get_bounds()
        areas.append((right - left) * (top - bottom))
    return float(max(areas) / max(wide * high, 1.0))


def shows_picture(ink: Ink) -> bool:
    """Whether pictures fill a page that has words, too; scanners may cut a page into strips."""
    if not ink.pictures or not ink.runs:
        return False
    return sum(box.width * box.height for box in set(ink.pictures)) > FILLS * ink.width * ink.height


def words_are_hidden(page: pdfium.PdfPage) -> bool:
    """Whether most words of a page whose pictures fill it are not to be seen: drawn without ink, or beneath them."""
    seen = unseen = 0
    for item in page.get_objects(filter=[c.FPDF_PAGEOBJ_TEXT, c.FPDF_PAGEOBJ_IMAGE], max_depth=_FORM_DEPTH):
        if item.type == c.FPDF_PAGEOBJ_IMAGE:
            seen, unseen = 0, seen + unseen
        elif c.FPDFTextObj_GetTextRenderMode(item.raw) == c.FPDF_TEXTRENDERMODE_INVISIBLE:
            unseen += 1
        else:
            seen += 1
    return unseen > seen
