"""PDF → blocks: text, rules and colours by pdfium, tags by pikepdf; tables from tags, from rules, from white space."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pypdfium2 as pdfium

from ingest.collector import seldom_collected
from ingest.errors import Damaged, NoText, NoWords
from ingest.limits import Limits
from ingest.model import Facts, Yielded
from ingest.readers.from_pdf.notes import REPAIRED, SALVAGED
from ingest.readers.from_pdf.opening import Opened, is_of_spreadsheet, is_tagged, opened, title, whole
from ingest.readers.from_pdf.pages import Pages
from ingest.readers.from_pdf.reading import Reading
from ingest.readers.from_pdf.salvage.last_resort import LastResort, Salvaged
from ingest.readers.from_pdf.scans.hidden import overlaid
from ingest.readers.from_pdf.tagged.tags import Marks

if TYPE_CHECKING:
    from ingest.readers.from_pdf.scans.recogniser import Recogniser


def read(data: bytes, limits: Limits) -> Iterator[Yielded]:
    """Yield what the PDF says of itself, then its paragraphs and tables in reading order, page by page.

    Raises Encrypted, Damaged, TooLarge or NoText; boxes are in points from the top left corner of the page as a
    viewer shows it.
    """
    with seldom_collected():
        yield from _blocks(data, limits)


def _blocks(data: bytes, limits: Limits) -> Iterator[Yielded]:
    try:
        source = opened(data, limits)
    except Damaged as damage:
        yield from _salvaged(data, damage)
    else:
        yield from _read(source, limits)


def _read(source: Opened, limits: Limits) -> Iterator[Yielded]:
    document = source.document
    try:
        recogniser = _recogniser(document, limits) if limits.ocr else None
        scans = len(recogniser.pages) if recogniser else 0
        engine = f"pdfium, {limits.ocr}" if scans else "pdfium"
        behind = overlaid(document)
        yield Facts(title=title(document), pages=len(document), engine=engine, scans=scans, overlaid=behind)
        if source.repaired:
            yield REPAIRED
        named = _named(source) if is_tagged(document) else {}
        with Pages(document, LastResort(source.data), recogniser) as pages:
            try:
                yield from Reading(pages, named, of_sheets=is_of_spreadsheet(document)).blocks()
            except Damaged as damage:
                yield from _salvaged(source.data, damage)
            if pages.salvaged:
                yield Facts(engine=f"{engine}, pdfplumber")
    except NoText as error:
        if source.repaired:
            raise Damaged("no text can be saved from it") from error
        if limits.ocr:
            raise NoWords() from error
        raise
    finally:
        document.close()


def _named(source: Opened) -> Marks:
    """What the tags say of every marked content; qpdf, which reads them, takes longer to load than most documents."""
    from ingest.readers.from_pdf.tagged.tree import marks

    return marks(source.data)


def _recogniser(document: pdfium.PdfDocument, limits: Limits) -> Recogniser:
    """What sees scans; its libraries take longer to load than most documents to read, so they wait until asked for."""
    from ingest.readers.from_pdf.scans.recogniser import Recogniser

    return Recogniser(document, limits)


def _salvaged(data: bytes, damage: Damaged) -> Iterator[Yielded]:
    """What the last resort reads of a file that cannot be opened; raises the damage where that is nothing."""
    resort = LastResort(whole(data))
    if not resort.count:
        raise damage
    yield Facts(pages=resort.count, engine="pdfplumber")
    yield SALVAGED
    try:
        yield from Reading(Salvaged(resort), {}).blocks()
    except (Damaged, NoText) as error:
        raise damage from error
