"""pdfium's page objects asked one question at a time, each question of many objects at once.

Asking is cheap; what costs is Python's own work between two answers. So the answers are written side by side, and read
together.
"""

from __future__ import annotations

import ctypes
import threading
from array import array
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from struct import Struct
from typing import Any, NamedTuple

import pypdfium2.raw as c

from ingest.readers.from_pdf.drawn import calls
from ingest.readers.from_pdf.drawn.matrices import Matrix

TEXT, PATH, IMAGE, FORM = c.FPDF_PAGEOBJ_TEXT, c.FPDF_PAGEOBJ_PATH, c.FPDF_PAGEOBJ_IMAGE, c.FPDF_PAGEOBJ_FORM
_MATRIX, _EDGES, _COLOUR, _PAINT = Struct("6f"), Struct("4f"), Struct("4I"), Struct("2i")
_AT_ONCE = 256
"""Of how many objects one question is asked at once."""
_LONGEST = 8192
_BOLD_FROM = 600
_HEAVY = ("bold", "black", "heavy", "demi")
_FAINT = 8
_ARTEFACT = "Artifact\0".encode("utf-16-le")
_SOFT = (b"\xad\0", b"\0\0")
"""A soft hyphen as pdfium gives it, written in Unicode and in PDFDocEncoding."""

Edges = tuple[float, float, float, float]
"""Left, bottom, right, top."""


class Segment(NamedTuple):
    """One step of a path: 0 line, 1 curve, 2 move; where it leads; whether it closes the figure."""

    kind: int
    x: float
    y: float
    closes: bool


def matrices(items: Sequence[calls.Handle]) -> Iterator[Matrix]:
    """The objects' own matrices."""
    return _MATRIX.iter_unpack(_written(calls.matrix, items, _MATRIX.size, 1))


def edges(items: Sequence[calls.Handle]) -> Iterator[Edges]:
    """Where the objects stand, in the coordinates they were drawn in."""
    return _EDGES.iter_unpack(_written(calls.bounds, items, _EDGES.size, 4))


def sizes(items: Sequence[calls.Handle]) -> Sequence[float]:
    """The font size named in the page's text for each text object, before any matrix."""
    return memoryview(_written(calls.font_size, items, 4, 1)).cast("f").tolist()


def colours(items: Sequence[calls.Handle]) -> list[str]:
    """Fill colours as RRGGBB; "" where they cannot be seen."""
    known = _Colours()
    return list(map(known.__getitem__, _COLOUR.iter_unpack(_written(calls.fill_colour, items, _COLOUR.size, 4))))


def bold(items: Sequence[calls.Handle]) -> list[bool]:
    """Whether the font of each text object says that it is bold."""
    known = _Fonts()
    return list(map(known.__getitem__, map(calls.font_of, items)))


def marks(items: Sequence[calls.Handle]) -> list[int]:
    """The number of the marked content that each text object belongs to, -1 for none."""
    return list(map(calls.marked_content, items))


def paints(items: Sequence[calls.Handle]) -> Iterator[tuple[int, int]]:
    """Whether each path is filled, by which rule (0 for none), and whether it is stroked."""
    return _PAINT.iter_unpack(_written(calls.draw_mode, items, _PAINT.size, 2))


class _Rooms(threading.local):
    """Places for pdfium to write to, with the handles to them, which take longer to make than pdfium to write."""

    def __init__(self) -> None:
        self._known: dict[tuple[int, int], tuple[array[int], list[list[calls.Handle]]]] = {}

    def of(self, size: int, numbers: int) -> tuple[array[int], list[list[calls.Handle]]]:
        """Room for `_AT_ONCE` objects, `size` bytes of each, and the places of each of so many numbers of 4 bytes."""
        if (size, numbers) not in self._known:
            room = array("B", bytes(size * _AT_ONCE))
            at, length = room.buffer_info()
            places = (range(at + 4 * n, at + 4 * n + length, size) for n in range(numbers))
            self._known[size, numbers] = room, [list(map(calls.handle_to, begins)) for begins in places]
        return self._known[size, numbers]


_rooms = _Rooms()


def _written(ask: Callable[..., Any], items: Sequence[calls.Handle], size: int, numbers: int) -> bytes:
    """What pdfium writes of each object, `size` bytes of each, where it wants so many places to write numbers to."""
    room, places = _rooms.of(size, numbers)
    at, _ = room.buffer_info()
    parts = []
    for begin in range(0, len(items), _AT_ONCE):
        some = items[begin : begin + _AT_ONCE]
        ctypes.memset(at, 0, size * len(some))
        deque(map(ask, some, *places), maxlen=0)
        parts.append(room[: size * len(some)].tobytes())
    return b"".join(parts)


class _Colours(dict[tuple[int, ...], str]):
    """Colours as pdfium gives them → as RRGGBB."""

    def __missing__(self, colour: tuple[int, ...]) -> str:
        red, green, blue, cover = colour
        self[colour] = f"{red:02X}{green:02X}{blue:02X}" if cover > _FAINT else ""
        return self[colour]


class _Fonts(dict[calls.Address | None, bool]):
    """Fonts → whether they are bold, by their name; by their weight where that says nothing."""

    def __missing__(self, font: calls.Address | None) -> bool:
        self[font] = font is not None and _is_bold(font)
        return self[font]


def _is_bold(font: calls.Address) -> bool:
    name_at = ctypes.create_string_buffer(_LONGEST)
    size = calls.font_name(font, ctypes.addressof(name_at), _LONGEST)
    name = name_at.raw[: max(size - 1, 0)].decode("utf-8", "replace").lower()
    if any(word in name for word in _HEAVY):
        return True
    says_nothing = not name or any(letter.isdigit() for letter in name.rsplit("+", 1)[-1])
    return says_nothing and int(calls.font_weight(font)) >= _BOLD_FROM


def stroke_width(item: calls.Handle) -> float:
    """How wide a path is stroked."""
    width = ctypes.c_float()
    calls.stroke_width(item, ctypes.addressof(width))
    return width.value


def segments(item: calls.Handle, most: int) -> list[Segment]:
    """The steps of a path in its own coordinates, `most` of them at most."""
    steps = []
    x, y = ctypes.c_float(), ctypes.c_float()
    x_at, y_at = ctypes.addressof(x), ctypes.addressof(y)
    for n in range(min(calls.count_steps(item), most)):
        step = calls.step_at(item, n)
        calls.step_point(step, x_at, y_at)
        steps.append(Segment(calls.step_type(step), x.value, y.value, bool(calls.step_closes(step))))
    return steps


def depths(items: Sequence[calls.Handle]) -> list[int]:
    """How many marks each object stands in."""
    return list(map(calls.count_marks, items))


def is_artefact(item: calls.Handle, within: int = 0) -> bool:
    """Whether the file marks an object as no part of its content: a running head, a page number, a watermark.

    `within` is how many of the marks around it, outermost first, are those of what it may stand in.
    """
    size, name = ctypes.c_ulong(), ctypes.create_string_buffer(len(_ARTEFACT))
    size_at, name_at = ctypes.addressof(size), ctypes.addressof(name)
    for n in range(within, calls.count_marks(item)):
        calls.mark_name(calls.mark_at(item, n), name_at, len(_ARTEFACT), size_at)
        if size.value == len(_ARTEFACT) and name.raw == _ARTEFACT:
            return True
    return False


def is_soft(item: calls.Handle) -> bool:
    """Whether the file says that the hyphen of a text object is there for the line's end alone."""
    size, said = ctypes.c_ulong(), False
    text = ctypes.create_string_buffer(2 * _LONGEST)
    size_at, text_at = ctypes.addressof(size), ctypes.addressof(text)
    for n in range(calls.count_marks(item)):
        if calls.mark_text(calls.mark_at(item, n), b"ActualText", text_at, 2 * _LONGEST, size_at):
            said = text.raw[: max(size.value - 2, 0)] in _SOFT
    return said
