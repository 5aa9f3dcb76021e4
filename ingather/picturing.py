"""`ingather tables --picture`: what was found, drawn over a page of the file."""

from __future__ import annotations

from pathlib import Path

from ingather.folding import columns, complain, folded
from ingest.limits import Limits
from ingest.model import Document

_LEGEND = "Tables are outlined in green, cells in blue, headings in orange; what a page's end cuts, where it begins."


def draw_page(file: Path, document: Document, page: int, out: Path) -> int:
    """Write a page of a PDF as PNG with its tables drawn over it; returns the exit code.

    `page` counts from 1; 0 is the first page that has a table, else the first.
    """
    if document.format != "pdf":
        complain(f"{file.name}: Pictures are drawn of PDF files only.")
        return 2
    from ingest.readers.from_pdf.picture import picture

    number = page or next((t.place.page for t in document.tables if t.place.page), 1)
    try:
        drawn = picture(file.read_bytes(), document.tables, number, Limits())
    except IndexError:
        complain(f"{file.name}: There is no page {number}; it has {document.facts.pages}.")
        return 2
    try:
        out.write_bytes(drawn)
    except OSError:
        complain(f"The picture could not be written to {out}. Choose another folder.")
        return 3
    print(f"Picture of page {number}: {out}")
    print(folded(_LEGEND, columns(), ""))
    return 0
