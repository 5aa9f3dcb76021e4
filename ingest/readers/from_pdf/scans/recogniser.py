"""The reader's eye for scans: each page of a document that is a picture, seen as if it had been written."""

from __future__ import annotations

import pypdfium2 as pdfium

from ingest.limits import Limits
from ingest.model import Note
from ingest.readers.from_pdf.ink import Ink
from ingest.readers.from_pdf.scans.notes import page_recognised, page_too_large, page_too_slow
from ingest.readers.from_pdf.scans.recognising import recognised
from ingest.readers.from_pdf.scans.repeats import Repeats
from ingest.readers.from_pdf.scans.scanned import scanned
from ingest.readers.from_pdf.scans.shades import Shades
from ingest.readers.from_pdf.scans.words import Engine, PageTooSlow
from ingest.recognition import RAPIDOCR


class Recogniser:
    """Sees the pages that are pictures; `pages` are their numbers, `notes` what a person should know of each.

    `limits.ocr` names the engine, with its version.
    """

    def __init__(self, document: pdfium.PdfDocument, limits: Limits) -> None:
        self._limits = limits
        self._repeats, self._shades = Repeats(), Shades()
        self.pages = frozenset(scanned(document))
        self.notes: list[Note] = []

    def see(self, page: pdfium.PdfPage, ink: Ink) -> Ink:
        """What stands on a page: as given where its text can be read, recognised where it is a picture."""
        if ink.number not in self.pages:
            return ink
        try:
            seen = recognised(page, ink.number, _engine(self._limits.ocr), self._limits.ocr_seconds)
        except PageTooSlow:
            self.notes.append(page_too_slow(ink.number, self._limits.ocr_seconds))
            return ink
        if seen is None:
            self.notes.append(page_too_large(ink.number))
            return ink
        self.notes.append(page_recognised(ink.number, seen.dropped))
        return self._repeats.settled(self._shades.settled(seen.ink))


def _engine(name: str) -> Engine:
    if name.startswith(RAPIDOCR):
        from ingest.readers.from_pdf.scans import rapid

        return rapid.recognise
    from ingest.readers.from_pdf.scans import tesseract

    return tesseract.recognise
