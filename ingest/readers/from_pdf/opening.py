"""Bytes → an open pdfium document, or the plain reason why there is none."""

from __future__ import annotations

import pypdfium2 as pdfium
import pypdfium2.raw as c

from ingest.errors import Damaged, Encrypted, TooLarge
from ingest.limits import Limits

_HEADER_WITHIN = 4096


def opened(data: bytes, limits: Limits) -> pdfium.PdfDocument:
    """The document, opened with the empty password where it is encrypted.

    Raises Encrypted, Damaged or TooLarge.
    """
    if len(data) > limits.file_bytes:
        raise TooLarge()
    if b"%PDF-" not in data[:_HEADER_WITHIN]:
        raise Damaged("it does not begin as a PDF does")
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        if error.err_code in (c.FPDF_ERR_PASSWORD, c.FPDF_ERR_SECURITY):
            raise Encrypted() from error
        raise Damaged("it cannot be opened as a PDF") from error
    if len(document) == 0:
        document.close()
        raise Damaged("it has no pages that can be found")
    return document


def title(document: pdfium.PdfDocument) -> str:
    """The title that the file gives itself."""
    return str(document.get_metadata_value("Title")).strip()


def is_tagged(document: pdfium.PdfDocument) -> bool:
    """Whether the file says that its structure tree tells of its content."""
    return bool(c.FPDFCatalog_IsTagged(document.raw))
