"""Bytes → an open pdfium document, or the plain reason why there is none."""

from __future__ import annotations

import re
from dataclasses import dataclass

import pypdfium2 as pdfium
import pypdfium2.raw as c

from ingest.errors import Damaged, Encrypted, TooLarge
from ingest.limits import Limits
from ingest.readers.from_pdf.guards import refuse_bombs

_HEADER_WITHIN = 4096
_SPREADSHEETS = re.compile(r"\b(?:Calc|Excel|Gnumeric|Numbers|Sheets)\b")
_PAGE_BYTES = 8
"""No page takes fewer bytes of a file than this: a count that claims more pages is a lie."""


@dataclass(frozen=True, slots=True)
class Opened:
    """An open document, the bytes it was read from, and whether they had to be repaired."""

    document: pdfium.PdfDocument
    data: bytes
    repaired: bool = False


def opened(data: bytes, limits: Limits) -> Opened:
    """The document, opened with the empty password where it is encrypted, repaired where it is broken.

    Raises Encrypted, Damaged or TooLarge.
    """
    if len(data) > limits.file_bytes:
        raise TooLarge()
    data = whole(data)
    refuse_bombs(data, limits)
    document = _document(data)
    if document is not None:
        return Opened(document, data)
    mended = _mended(data)
    document = _document(mended) if mended else None
    if document is None:
        raise Damaged("it cannot be opened as a PDF")
    return Opened(document, mended, repaired=True)


def whole(data: bytes) -> bytes:
    """The file from its header on; raises Damaged where it has none."""
    start = data[:_HEADER_WITHIN].find(b"%PDF-")
    if start < 0:
        raise Damaged("it does not begin as a PDF does")
    return data[start:]


def _document(data: bytes) -> pdfium.PdfDocument | None:
    """The document if it opens and has pages."""
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        if error.err_code in (c.FPDF_ERR_PASSWORD, c.FPDF_ERR_SECURITY):
            raise Encrypted() from error
        return None
    if 0 < len(document) <= len(data) // _PAGE_BYTES:
        return document
    document.close()
    return None


def _mended(data: bytes) -> bytes:
    """What can be saved of a broken file; qpdf takes longer to load than most files to read."""
    from ingest.readers.from_pdf.mending import mended

    return mended(data)


def title(document: pdfium.PdfDocument) -> str:
    """The title that the file gives itself."""
    return str(document.get_metadata_value("Title")).strip()


def is_of_spreadsheet(document: pdfium.PdfDocument) -> bool:
    """Whether the file says that a spreadsheet program printed it."""
    made = " ".join(str(document.get_metadata_value(key)) for key in ("Creator", "Producer"))
    return _SPREADSHEETS.search(made) is not None


def is_tagged(document: pdfium.PdfDocument) -> bool:
    """Whether the file says that its structure tree tells of its content."""
    return bool(c.FPDFCatalog_IsTagged(document.raw))
