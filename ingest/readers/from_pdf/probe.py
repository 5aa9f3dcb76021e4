"""pdfium's page objects asked one question at a time, with C buffers made once and used again."""

from __future__ import annotations

import ctypes
from typing import Any, NamedTuple

import pypdfium2.raw as c

Matrix = tuple[float, float, float, float, float, float]
"""x' = a·x + c·y + e and y' = b·x + d·y + f, as PDF writes it: (a, b, c, d, e, f)."""

IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
TEXT, PATH, IMAGE, FORM = c.FPDF_PAGEOBJ_TEXT, c.FPDF_PAGEOBJ_PATH, c.FPDF_PAGEOBJ_IMAGE, c.FPDF_PAGEOBJ_FORM
_LONGEST = 8192
_BOLD_FROM = 600
_FAINT = 8
_LAST_CODE = 0x10FFFF


class Segment(NamedTuple):
    """One step of a path: 0 line, 1 curve, 2 move; where it leads; whether it closes the figure."""

    kind: int
    x: float
    y: float
    closes: bool


def after(first: Matrix, then: Matrix) -> Matrix:
    """The matrix that does `first`, then `then`."""
    if then is IDENTITY:
        return first
    a, b, cc, d, e, f = first
    ta, tb, tc, td, te, tf = then
    return (
        a * ta + b * tc,
        a * tb + b * td,
        cc * ta + d * tc,
        cc * tb + d * td,
        e * ta + f * tc + te,
        e * tb + f * td + tf,
    )


class Probe:
    """Questions to the objects of one page; objects are pdfium's own handles."""

    def __init__(self, textpage: Any) -> None:
        self._textpage = textpage
        self._floats = [ctypes.c_float() for _ in range(4)]
        self._refs = [ctypes.byref(v) for v in self._floats]
        self._ints = [ctypes.c_uint() for _ in range(4)]
        self._int_refs = [ctypes.byref(v) for v in self._ints]
        self._matrix = c.FS_MATRIX()
        self._buffer = ctypes.create_string_buffer(2 * _LONGEST)
        self._wide = ctypes.cast(self._buffer, ctypes.POINTER(c.FPDF_WCHAR))
        self._fonts: dict[int, bool] = {}
        self._colours: dict[tuple[int, int, int, int], str] = {}
        self._mode, self._stroked = ctypes.c_int(), c.FPDF_BOOL()
        self._paint_refs = ctypes.byref(self._mode), ctypes.byref(self._stroked)

    def bounds(self, item: Any) -> tuple[float, float, float, float]:
        """Left, bottom, right, top in the coordinates the object was drawn in."""
        c.FPDFPageObj_GetBounds(item, *self._refs)
        left, bottom, right, top = self._floats
        return left.value, bottom.value, right.value, top.value

    def matrix(self, item: Any) -> Matrix:
        """The object's own matrix."""
        m = self._matrix
        c.FPDFPageObj_GetMatrix(item, m)
        return m.a, m.b, m.c, m.d, m.e, m.f

    def text(self, item: Any) -> str:
        """The text of a text object, with a space at its end where one follows on the page."""
        size = c.FPDFTextObj_GetText(item, self._textpage, self._wide, 2 * _LONGEST)
        if size > 2 * _LONGEST:
            buffer = ctypes.create_string_buffer(size)
            c.FPDFTextObj_GetText(item, self._textpage, ctypes.cast(buffer, ctypes.POINTER(c.FPDF_WCHAR)), size)
            return buffer.raw[: size - 2].decode("utf-16-le", "replace")
        return ctypes.string_at(self._buffer, max(size - 2, 0)).decode("utf-16-le", "replace")

    def texts(self) -> dict[int, str]:
        """The text of every text object of the page, by its address, from one walk over all letters."""
        found: dict[int, list[str]] = {}
        last: list[str] = []
        for n in range(c.FPDFText_CountChars(self._textpage)):
            item = c.FPDFText_GetTextObject(self._textpage, n)
            code = c.FPDFText_GetUnicode(self._textpage, n)
            if item:
                last = found.setdefault(ctypes.addressof(item.contents), [])
            if code <= _LAST_CODE:
                last.append(chr(code))
        return {address: "".join(letters) for address, letters in found.items()}

    def font_size(self, item: Any) -> float:
        """The size named in the page's text, before any matrix."""
        c.FPDFTextObj_GetFontSize(item, self._refs[0])
        return self._floats[0].value

    def bold(self, item: Any) -> bool:
        """Whether the font of a text object says that it is bold."""
        font = c.FPDFTextObj_GetFont(item)
        if not font:
            return False
        key = ctypes.addressof(font.contents)
        known = self._fonts.get(key)
        if known is None:
            known = self._fonts[key] = self._is_bold(font)
        return known

    def _is_bold(self, font: Any) -> bool:
        size = c.FPDFFont_GetBaseFontName(font, self._buffer, _LONGEST)
        name = self._buffer.raw[: max(size - 1, 0)].decode("utf-8", "replace").lower()
        return int(c.FPDFFont_GetWeight(font)) >= _BOLD_FROM or "bold" in name or "black" in name

    def colour(self, item: Any) -> str:
        """Fill colour as RRGGBB; "" where it cannot be seen."""
        if not c.FPDFPageObj_GetFillColor(item, *self._int_refs):
            return ""
        red, green, blue, alpha = self._ints
        key = (red.value, green.value, blue.value, alpha.value)
        known = self._colours.get(key)
        if known is None:
            known = self._colours[key] = "{:02X}{:02X}{:02X}".format(*key) if key[3] > _FAINT else ""
        return known

    def paint(self, item: Any) -> tuple[bool, bool, float]:
        """Whether a path is filled, whether it is stroked, and how wide the stroke is."""
        c.FPDFPath_GetDrawMode(item, *self._paint_refs)
        filled = self._mode.value != 0
        if not self._stroked.value:
            return filled, False, 0.0
        c.FPDFPageObj_GetStrokeWidth(item, self._refs[0])
        return filled, True, self._floats[0].value

    def steps(self, item: Any) -> int:
        """How many steps a path has."""
        return int(c.FPDFPath_CountSegments(item))

    def segments(self, item: Any, most: int) -> list[Segment]:
        """The steps of a path in its own coordinates, `most` of them at most."""
        steps = []
        x, y = self._refs[:2]
        for n in range(min(c.FPDFPath_CountSegments(item), most)):
            step = c.FPDFPath_GetPathSegment(item, n)
            c.FPDFPathSegment_GetPoint(step, x, y)
            steps.append(
                Segment(
                    c.FPDFPathSegment_GetType(step),
                    self._floats[0].value,
                    self._floats[1].value,
                    bool(c.FPDFPathSegment_GetClose(step)),
                )
            )
        return steps

    def mark(self, item: Any) -> int:
        """The number of the marked content a text object belongs to, -1 for none."""
        return int(c.FPDFPageObj_GetMarkedContentID(item))

    def artefact(self, item: Any) -> bool:
        """Whether the file marks an object as no part of its content: a running head, a page number, a watermark."""
        for n in range(c.FPDFPageObj_CountMarks(item)):
            size = ctypes.c_ulong()
            c.FPDFPageObjMark_GetName(c.FPDFPageObj_GetMark(item, n), self._wide, 2 * _LONGEST, ctypes.byref(size))
            if ctypes.string_at(self._buffer, max(size.value - 2, 0)).decode("utf-16-le", "replace") == "Artifact":
                return True
        return False
