"""A page with the tables found drawn over it, so that people can see what was read."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable

import pypdfium2 as pdfium
import pypdfium2.raw as c

from ingest.limits import Limits
from ingest.model import Table
from ingest.readers.from_pdf.drawn.frame import visible
from ingest.readers.from_pdf.opening import opened

_SCALE = 2.0
_CELL, _HEADING, _TABLE = (0, 90, 200), (200, 80, 0), (0, 130, 60)
_TO_PAGE = {
    0: (1, 0, 0, -1, 0, 1),
    90: (0, 1, 1, 0, 0, 0),
    180: (-1, 0, 0, 1, 1, 0),
    270: (0, -1, -1, 0, 1, 1),
}
"""From a viewer's coordinates to the page's own, by /Rotate: the last two say from which side x and y are counted."""


def picture(data: bytes, tables: Iterable[Table], number: int, limits: Limits) -> bytes:
    """The page of that number, counted from 1, as PNG at 144 dpi: cells in blue, headings in orange, tables in green.

    Raises what opening the file raises, and IndexError where there is no such page.
    """
    document = opened(data, limits).document
    try:
        if not 0 < number <= len(document):
            raise IndexError(number)
        page = document[number - 1]
        for table in tables:
            _draw_table(page, table, number)
        page.gen_content()
        return _png(page.render(scale=_SCALE, rev_byteorder=True, prefer_bgrx=True))
    finally:
        document.close()


def _draw_table(page: pdfium.PdfPage, table: Table, number: int) -> None:
    for y, row in enumerate(table.rows):
        for x, cell in enumerate(row):
            if cell.place.page == number and cell.place.box is not None and table.is_origin(y, x):
                _outline(page, cell.place.box, _HEADING if cell.header else _CELL, 0.8)
    if table.place.page == number and table.place.box is not None:
        _outline(page, table.place.box, _TABLE, 1.8)


def _outline(
    page: pdfium.PdfPage, box: tuple[float, float, float, float], colour: tuple[int, int, int], wide: float
) -> None:
    (x0, y0), (x1, y1) = _point(page, box[0], box[1]), _point(page, box[2], box[3])
    left, bottom = min(x0, x1), min(y0, y1)
    drawn = c.FPDFPageObj_CreateNewRect(left, bottom, abs(x1 - x0), abs(y1 - y0))
    c.FPDFPageObj_SetStrokeColor(drawn, *colour, 255)
    c.FPDFPageObj_SetStrokeWidth(drawn, wide)
    c.FPDFPath_SetDrawMode(drawn, c.FPDF_FILLMODE_NONE, 1)
    c.FPDFPage_InsertObject(page.raw, drawn)


def _point(page: pdfium.PdfPage, x: float, y: float) -> tuple[float, float]:
    left, bottom, right, top = visible(page)
    a, b, cc, d, from_right, from_top = _TO_PAGE[page.get_rotation()]
    return a * x + cc * y + (right if from_right else left), b * x + d * y + (top if from_top else bottom)


def _png(bitmap: pdfium.PdfBitmap) -> bytes:
    """The bitmap, four bytes a pixel of which the last is unused, as an RGB PNG (ISO 15948)."""
    pixels, stride = bytes(bitmap.buffer), bitmap.stride
    lines = bytearray()
    for start in range(0, stride * bitmap.height, stride):
        line = bytearray(3 * bitmap.width)
        for channel in range(3):
            line[channel::3] = pixels[start + channel : start + 4 * bitmap.width : 4]
        lines += b"\0" + line
    head = struct.pack(">IIBBBBB", bitmap.width, bitmap.height, 8, 2, 0, 0, 0)
    chunks = _chunk(b"IHDR", head) + _chunk(b"IDAT", zlib.compress(bytes(lines), 6)) + _chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + chunks


def _chunk(name: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))
