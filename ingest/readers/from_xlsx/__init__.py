"""Spreadsheets: .xlsx, .xlsm, .xls and .ods, each value as the sheet shows it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ingest.counting import Counts
from ingest.limits import Limits
from ingest.model import Note, Yielded
from ingest.readers.from_xlsx.blocks import sheet_blocks
from ingest.readers.from_xlsx.ods_book import OdsBook
from ingest.readers.from_xlsx.xls_book import XlsBook
from ingest.readers.from_xlsx.xlsx_book import XlsxBook
from ingest.sniff import sniff


def read(data: bytes, limits: Limits) -> Iterator[Yielded]:
    """Yield a workbook's paragraphs and tables, sheet by sheet, with the notes of its comments and hidden sheets.

    Places carry the sheet's name and its own row numbers. Raises `Encrypted`, `Damaged` or `TooLarge`.
    """
    kind = sniff(data)
    book = _book(data, kind, limits)
    yield replace(book.facts(), engine=kind)
    counts = Counts()
    for sheet in book.sheets():
        if isinstance(sheet, Note):
            yield sheet
        else:
            yield from sheet_blocks(sheet, counts, limits)
            yield from sheet.notes


def _book(data: bytes, kind: str, limits: Limits) -> XlsxBook | OdsBook | XlsBook:
    if kind == "xls":
        return XlsBook(data)
    return OdsBook(data, limits) if kind == "ods" else XlsxBook(data, limits)
