"""Old Excel workbooks (.xls, BIFF8 in an OLE file) of a few cells; no library here writes them."""

from __future__ import annotations

import struct

_END, _FAT, _FREE = 0xFFFFFFFE, 0xFFFFFFFD, 0xFFFFFFFF
_SECTOR = 512
_LEAST = 4_096  # a shorter stream would stand among the small ones


def xls(
    *cells: tuple[int, int, str | float], name: str = "Plan", merge: tuple[int, int, int, int] | None = None
) -> bytes:
    """A workbook of one sheet; cells by row and column from 0, numbers shown as `mmm-yy` on red.

    `merge` is a range by its first and last row, first and last column.
    """
    sheet = _bof(0x10) + b"".join(_cell(*cell) for cell in cells)
    if merge:
        sheet += _record(0xE5, struct.pack("<HHHHH", 1, *merge))
    start = len(_globals(name, 0))
    return ole("Workbook", _globals(name, start) + sheet + _record(0x0A))


def ole(stream: str, data: bytes) -> bytes:
    """An OLE file with this one stream."""
    data = data.ljust(_LEAST, b"\0")
    data += b"\0" * (-len(data) % _SECTOR)
    count = len(data) // _SECTOR
    chain = [_FAT, _END, *range(3, 2 + count), _END]
    fat = struct.pack(f"<{len(chain)}I", *chain).ljust(_SECTOR, b"\xff")
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 16
    header += struct.pack("<HHHHH6xIIIIIIIIII", 0x3E, 3, 0xFFFE, 9, 6, 0, 1, 1, 0, _LEAST, _END, 0, _END, 0, 0)
    header = header.ljust(_SECTOR, b"\xff")
    entries = _entry("Root Entry", 5, 1, _END, 0) + _entry(stream, 2, _FREE, 2, len(data))
    return header + fat + entries.ljust(_SECTOR, b"\0") + data


def _entry(name: str, kind: int, child: int, start: int, size: int) -> bytes:
    written = name.encode("utf-16-le")
    head = written.ljust(64, b"\0") + struct.pack("<HBBIII", len(written) + 2, kind, 1, _FREE, _FREE, child)
    return head + b"\0" * 36 + struct.pack("<IQ", start, size)


def _globals(name: str, start: int) -> bytes:
    font = struct.pack("<HHHHHBBBB", 200, 0, 0x7FFF, 400, 0, 0, 0, 0, 0) + _short("Arial")
    plain = struct.pack("<HHHBBBBIIH", 0, 0, 1, 0, 0, 0, 0, 0, 0, 0)
    red = struct.pack("<HHHBBBBIIH", 0, 164, 1, 0, 0, 0, 0, 0, 1 << 26, 10)
    return (
        _bof(5)
        + _record(0x42, struct.pack("<H", 1200))
        + _record(0x31, font) * 4
        + _record(0x41E, struct.pack("<H", 164) + _long("mmm-yy"))
        + _record(0xE0, plain)
        + _record(0xE0, red)
        + _record(0x85, struct.pack("<IBB", start, 0, 0) + _short(name))
        + _record(0x0A)
    )


def _bof(kind: int) -> bytes:
    return _record(0x809, struct.pack("<HHHHII", 0x600, kind, 0, 0, 0, 6))


def _cell(row: int, column: int, value: str | float) -> bytes:
    if isinstance(value, str):
        return _record(0x204, struct.pack("<HHH", row, column, 0) + _long(value))
    return _record(0x203, struct.pack("<HHHd", row, column, 1, value))


def _short(text: str) -> bytes:
    return struct.pack("<BB", len(text), 0) + text.encode("latin-1")


def _long(text: str) -> bytes:
    return struct.pack("<HB", len(text), 0) + text.encode("latin-1")


def _record(kind: int, content: bytes = b"") -> bytes:
    return struct.pack("<HH", kind, len(content)) + content
