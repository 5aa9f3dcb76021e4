"""Old Word files of a few characters, as the streams that reading them looks at."""

from __future__ import annotations

import struct
from collections.abc import Callable
from dataclasses import dataclass

_TEXT = 0x400  # where the text stands in the main stream; its properties' page is the one after next
_PAGE = 4


@dataclass(frozen=True, slots=True)
class OldWord:
    """The text with its field marks and anchors, and what hangs on it by position.

    `boxes` are (anchor, text), `bookmarks` (position, name), `pictures` (position, offset in `data`).
    """

    text: str
    boxes: tuple[tuple[int, str], ...] = ()
    bookmarks: tuple[tuple[int, str], ...] = ()
    pictures: tuple[tuple[int, int], ...] = ()
    data: bytes = b""
    wide: bool = True

    @property
    def streams(self) -> Callable[[str], bytes]:
        """Gives a stream by its name."""
        table, places = b"", {}
        for pair, part in self._parts().items():
            places[pair] = (len(table), len(part))
            table += part
        found = {"WordDocument": self._main(places), "1Table": table, "Data": self.data}
        return lambda name: found[name]

    @property
    def _stories(self) -> str:
        return self.text + "".join(text for _, text in self.boxes)

    def _main(self, places: dict[int, tuple[int, int]]) -> bytes:
        head = bytearray(_TEXT)
        struct.pack_into("<H", head, 0x0A, 0x0200)
        lengths = (len(self.text), 0, 0, 0, 0, 0, sum(len(text) for _, text in self.boxes))
        struct.pack_into("<7i", head, 0x4C, *lengths)
        for pair, (offset, size) in places.items():
            struct.pack_into("<II", head, 0x9A + 8 * pair, offset, size)
        text = self._stories.encode("utf-16-le" if self.wide else "cp1252")
        return (bytes(head) + text).ljust(512 * _PAGE, b"\0") + self._page()

    def _offset(self, position: int) -> int:
        return _TEXT + position * (2 if self.wide else 1)

    def _page(self) -> bytes:
        """A page of character properties: one run of text before, and one for each picture."""
        page = bytearray(512)
        starts = [position for position, _ in self.pictures]
        bounds = [0, *(self._offset(at + more) for at in starts for more in (0, 1)), self._offset(len(self._stories))]
        page[511] = len(bounds) - 1
        struct.pack_into(f"<{len(bounds)}I", page, 0, *bounds)
        for index, (_, offset) in enumerate(self.pictures):
            where = 400 + 10 * index
            page[4 * len(bounds) + 1 + 2 * index] = where // 2
            struct.pack_into("<BHBHI", page, where, 9, 0x0835, 1, 0x6A03, offset)
        return bytes(page)

    def _parts(self) -> dict[int, bytes]:
        place = _TEXT if self.wide else (_TEXT * 2) | 0x40000000
        plc = struct.pack("<IIHIH", 0, len(self._stories), 0, place, 0)
        names = "".join(chr(len(name)) + name for _, name in self.bookmarks).encode("utf-16-le")
        starts = [position for position, _ in self.bookmarks]
        anchors = [anchor for anchor, _ in self.boxes]
        edges = [0]
        for _, text in self.boxes:
            edges.append(edges[-1] + len(text))
        return {
            33: struct.pack("<BI", 2, len(plc)) + plc,
            12: struct.pack("<III", 0, self._offset(len(self._stories)), _PAGE),
            21: struct.pack("<HHH", 0xFFFF, len(self.bookmarks), 0) + names,
            22: struct.pack(f"<{len(starts) + 1}I", *starts, 0) + bytes(4 * len(starts)),
            40: struct.pack(f"<{len(anchors) + 1}I", *anchors, 0)
            + b"".join(struct.pack("<I22x", 1000 + i) for i in range(len(anchors))),
            56: struct.pack(f"<{len(edges)}I", *edges)
            + b"".join(struct.pack("<14xI4x", 1000 + i) for i in range(len(anchors))),
        }


def form(kind: int, chosen: int, default: int, *entries: str) -> bytes:
    """A form field's data: kind 1 a tick box, 2 a list; 25 is no choice."""
    listed = "".join(chr(len(entry)) + entry for entry in entries).encode("utf-16-le")
    head = struct.pack("<IHHH", 0xFFFFFFFF, kind | chosen << 2, 0, 0)
    name = struct.pack("<H2sH", 1, b"f\0", 0)
    texts = bytes(20)
    table = struct.pack("<HHH", 0xFFFF, len(entries), 0) + listed
    return bytes(0x44) + head + name + struct.pack("<H", default) + texts + table
