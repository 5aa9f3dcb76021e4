"""The old Word format as far as its converter leaves things behind: text by position, and what hangs on a character.

Follows [MS-DOC]: the FIB's fixed places (2.5), the piece table (2.8.35), character properties in 512-byte pages
(2.9.33, 2.6.1), bookmarks (2.8.10), text boxes (2.8.32). Numbers are little-endian. What is broken raises
`struct.error`, `IndexError` or `ValueError`.
"""

from __future__ import annotations

import struct
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

_PAIRS = 0x9A  # where the FIB's offsets and sizes of tables begin
PAGE = 512  # bytes of a page of properties
_CLX, _CHPX, _PAPX, _BOOKMARK_NAMES, _BOOKMARK_STARTS, _SHAPES, _BOXES = 33, 12, 13, 21, 22, 40, 56
_COUNTS = 0x4C  # lengths of main text, footnotes, headers, macros, comments, endnotes, text boxes
_PICTURE = 0x6A03  # sprmCPicLocation
_SIZES = {0: 1, 1: 1, 2: 2, 3: 4, 4: 2, 5: 2, 7: 3}


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text: characters from `start` to `end` stand at byte `offset`, one byte each where `narrow`."""

    start: int
    end: int
    offset: int
    narrow: bool


class WordBinary:
    """A document's streams, given as a function from a stream's name to its bytes (KeyError where there is none)."""

    def __init__(self, stream: Callable[[str], bytes]) -> None:
        self._main = stream("WordDocument")
        flags = struct.unpack_from("<H", self._main, 0x0A)[0]
        self._table = stream("1Table" if flags & 0x0200 else "0Table")
        self._stream = stream
        lengths = struct.unpack_from("<7i", self._main, _COUNTS)
        if min(lengths) < 0:
            raise ValueError("a story has a negative length")
        self.length = lengths[0]
        self.boxes_start = sum(lengths[:6])
        self.boxes_length = lengths[6]
        self._pieces = self._read_pieces()

    @property
    def data(self) -> bytes:
        """The stream of what hangs on characters."""
        return self._stream("Data")

    def text(self, start: int, end: int) -> str:
        """The characters between two positions, field marks and anchors included."""
        found = []
        for piece in self._pieces:
            low, high = max(start, piece.start), min(end, piece.end)
            if low < high:
                found.append(self._decoded(piece, low, high))
        return "".join(found)

    def bookmarks(self) -> dict[int, str]:
        """The name of the bookmark that starts at a position."""
        names, starts = self._part(_BOOKMARK_NAMES), self._part(_BOOKMARK_STARTS)
        count = max(0, (len(starts) - 4) // 8)
        positions = struct.unpack_from(f"<{count}I", starts)
        return dict(zip(positions, strings(names, 6), strict=False))

    def boxes(self) -> list[tuple[int, str]]:
        """The anchor's position and the text of each text box in the main text."""
        shapes, boxes = self._part(_SHAPES), self._part(_BOXES)
        count = max(0, (len(shapes) - 4) // 30)
        anchors = {
            struct.unpack_from("<I", shapes, 4 * (count + 1) + 26 * i)[0]: struct.unpack_from("<I", shapes, 4 * i)[0]
            for i in range(count)
        }
        total = max(0, (len(boxes) - 4) // 26)
        bounds = struct.unpack_from(f"<{total + 1}I", boxes) if total else ()
        found = []
        for index, (low, high) in enumerate(pairwise(bounds)):
            shape = struct.unpack_from("<I", boxes, 4 * (total + 1) + 22 * index + 14)[0]
            if shape in anchors:
                found.append((anchors[shape], self.text(self.boxes_start + low, self.boxes_start + high)))
        return sorted(found)

    def picture_at(self, position: int) -> int | None:
        """Where in the data stream lies what hangs on the character at a position."""
        piece = next((p for p in self._pieces if p.start <= position < p.end), None)
        if piece is None:
            return None
        offset = piece.offset + (position - piece.start) * (1 if piece.narrow else 2)
        properties = self._properties(offset)
        at = 0
        while at + 2 <= len(properties):
            code = struct.unpack_from("<H", properties, at)[0]
            size = _SIZES.get(code >> 13, 0) or 1 + properties[at + 2]
            if code == _PICTURE:
                return int(struct.unpack_from("<I", properties, at + 2)[0])
            at += 2 + size
        return None

    def paragraph_pages(self) -> list[bytes]:
        """The whole pages that hold the properties of paragraphs."""
        plc = self._part(_PAPX)
        count = max(0, (len(plc) - 4) // 8)
        numbers = struct.unpack_from(f"<{count}I", plc, 4 * (count + 1)) if count else ()
        pages = (self._main[PAGE * n : PAGE * (n + 1)] for n in (number & 0x3FFFFF for number in numbers))
        return [page for page in pages if len(page) == PAGE]

    def _part(self, pair: int) -> bytes:
        offset, size = struct.unpack_from("<II", self._main, _PAIRS + 8 * pair)
        return self._table[offset : offset + size]

    def _read_pieces(self) -> list[Piece]:
        table, at = self._part(_CLX), 0
        while at < len(table) and table[at] == 1:
            at += 3 + struct.unpack_from("<H", table, at + 1)[0]
        if at >= len(table) or table[at] != 2:
            raise ValueError("no piece table")
        plc = table[at + 5 : at + 5 + struct.unpack_from("<I", table, at + 1)[0]]
        count = (len(plc) - 4) // 12
        bounds = struct.unpack_from(f"<{count + 1}I", plc)
        pieces = []
        for index, (start, end) in enumerate(pairwise(bounds)):
            place = struct.unpack_from("<I", plc, 4 * (count + 1) + 8 * index + 2)[0]
            narrow = bool(place & 0x40000000)
            offset = place & 0x3FFFFFFF
            pieces.append(Piece(start, end, offset // 2 if narrow else offset, narrow))
        return pieces

    def _decoded(self, piece: Piece, low: int, high: int) -> str:
        if piece.narrow:
            begin = piece.offset + low - piece.start
            return self._main[begin : begin + high - low].decode("cp1252", "replace")
        begin = piece.offset + 2 * (low - piece.start)
        return self._main[begin : begin + 2 * (high - low)].decode("utf-16-le", "replace")

    def _properties(self, offset: int) -> bytes:
        """The character properties in force at a byte of the text."""
        plc = self._part(_CHPX)
        count = max(0, (len(plc) - 4) // 8)
        index = bisect_right(struct.unpack_from(f"<{count + 1}I", plc), offset) - 1 if count else -1
        if not 0 <= index < count:
            return b""
        page = PAGE * (struct.unpack_from("<I", plc, 4 * (count + 1) + 4 * index)[0] & 0x3FFFFF)
        runs = self._main[page + 511]
        run = bisect_right(struct.unpack_from(f"<{runs + 1}I", self._main, page), offset) - 1
        where = 2 * self._main[page + 4 * (runs + 1) + run] if 0 <= run < runs else 0
        return self._main[page + where + 1 : page + where + 1 + self._main[page + where]] if where else b""


def strings(table: bytes, at: int) -> list[str]:
    """The wide strings of a string table, each led by its length; `at` is where the first one stands."""
    found = []
    while at + 2 <= len(table):
        size = 2 * struct.unpack_from("<H", table, at)[0]
        found.append(table[at + 2 : at + 2 + size].decode("utf-16-le", "replace"))
        at += 2 + size
    return found
