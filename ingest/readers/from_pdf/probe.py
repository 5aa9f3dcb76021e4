"""pdfium's page objects asked one question at a time, with C buffers made once and used again."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple

import pypdfium2.raw as c

from ingest.readers.from_pdf import calls
from ingest.readers.from_pdf.tags import APART

Matrix = tuple[float, float, float, float, float, float]
"""x' = a·x + c·y + e and y' = b·x + d·y + f, as PDF writes it: (a, b, c, d, e, f)."""

IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
TEXT, PATH, IMAGE, FORM = c.FPDF_PAGEOBJ_TEXT, c.FPDF_PAGEOBJ_PATH, c.FPDF_PAGEOBJ_IMAGE, c.FPDF_PAGEOBJ_FORM
_LONGEST = 8192
_STEP = 8
_NO_LETTER, _HYPHEN = "\ufffe", "\x02"
"""What pdfium gives for a hyphen at a line's end, in a text as a whole and letter by letter."""
_SOFT = (b"\xad\0", b"\0\0")
"""A soft hyphen as pdfium gives it, written in Unicode and in PDFDocEncoding."""
_BOLD_FROM = 600
_HEAVY = ("bold", "black", "heavy", "demi")
_FAINT = 8
_LAST_CODE = 0x10FFFF
_HALVES = re.compile("[\ud800-\udbff][\udc00-\udfff]")
"""A letter beyond the first plane of Unicode, as a coloured circle, which pdfium gives and counts as two."""


class Segment(NamedTuple):
    """One step of a path: 0 line, 1 curve, 2 move; where it leads; whether it closes the figure."""

    kind: int
    x: float
    y: float
    closes: bool


class Form(NamedTuple):
    """A form drawn on the page: the how-manieth it is, what marked content it is drawn in, whether it is none."""

    number: int
    mark: int
    artefact: bool


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


def _last_of(item: calls.Address, page: calls.Address, first: int, count: int) -> int:
    """The last letter of a text object whose first letter is given, of the letters before `count`."""
    if calls.letter_object(page, count - 1) == item:
        return count - 1
    low, step = first, _STEP
    while low + step < count and calls.letter_object(page, low + step) == item:
        low, step = low + step, 2 * step
    high = min(low + step, count)
    while high - low > 1:
        middle = (low + high) // 2
        if calls.letter_object(page, middle) == item:
            low = middle
        else:
            high = middle
    return low


def _whole(text: str) -> str:
    """The text with letters that stand in two halves put together."""
    return _HALVES.sub(lambda pair: pair[0].encode("utf-16-le", "surrogatepass").decode("utf-16-le"), text)


class Probe:
    """Questions to the objects of one page; objects are pdfium's own, by their addresses."""

    def __init__(self, textpage: calls.Address) -> None:
        self._textpage = textpage
        self._floats, self._ints = (ctypes.c_float * 6)(), (ctypes.c_uint * 4)()
        first = ctypes.addressof(self._floats)
        self._at = (first, first + 4, first + 8, first + 12)
        first = ctypes.addressof(self._ints)
        self._int_at = (first, first + 4, first + 8, first + 12)
        self._buffer = ctypes.create_string_buffer(2 * _LONGEST)
        self._text_at = ctypes.addressof(self._buffer)
        self._forms = 0
        self._within: dict[calls.Address, Form] = {}
        self._fonts: dict[calls.Address, bool] = {}
        self._colours: dict[tuple[int, ...], str] = {}

    def bounds(self, item: calls.Address) -> tuple[float, float, float, float]:
        """Left, bottom, right, top in the coordinates the object was drawn in."""
        calls.bounds(item, *self._at)
        left, bottom, right, top = self._floats[:4]  # a slice is several times faster than its members one by one
        return left, bottom, right, top

    def matrix(self, item: calls.Address) -> Matrix:
        """The object's own matrix."""
        calls.matrix(item, self._at[0])
        a, b, cc, d, e, f = self._floats[:]
        return a, b, cc, d, e, f

    def kinds(self, items: Sequence[calls.Address]) -> list[int]:
        """What each object is; those that letters belong to need not be asked."""
        words, type_of = self.words, calls.type_of
        return [TEXT if item in words else type_of(item) for item in items]

    @cached_property
    def words(self) -> dict[calls.Address, str]:
        """The text of every text object of the page, with a space at its end where one follows on the page.

        The letters of an object follow one another, so where they end is found in a few steps; most end with a line.
        """
        page, text, letter_object = self._textpage, self._page_text(), calls.letter_object
        count = len(text)
        found: dict[calls.Address, str] = {}
        last, n, line = 0, 0, 0
        while n < count:
            item = letter_object(page, n)
            if item != last and last and text[n] == " ":
                found[last] += " "
            if not item:
                n += 1
                continue
            if line <= n:
                line = text.find("\r", n + 1) % (count + 1)
            end = _last_of(item, page, n, line) + 1
            found[item] = f"{found[item]}{text[n:end]}" if item in found else text[n:end]
            last, n = item, end
        return {item: _whole(said) for item, said in found.items()} if _HALVES.search(text) else found

    def _page_text(self) -> str:
        """All letters of the page, one for each that pdfium counts."""
        page = self._textpage
        count = calls.count_letters(page)
        buffer = ctypes.create_string_buffer(2 * count + 2)
        size = calls.page_text(page, 0, count, ctypes.addressof(buffer))
        text = buffer.raw[: max(2 * size - 2, 0)].decode("utf-16-le", "replace")
        if len(text) == count:
            return text.replace(_NO_LETTER, _HYPHEN)
        codes = (calls.letter_at(page, n) for n in range(count))
        return "".join(chr(code) if code <= _LAST_CODE else "\0" for code in codes)

    def font_size(self, item: calls.Address) -> float:
        """The size named in the page's text, before any matrix."""
        calls.font_size(item, self._at[0])
        return self._floats[0]

    def bold(self, item: calls.Address) -> bool:
        """Whether the font of a text object is bold: by its name, by its weight where that says nothing."""
        font = calls.font_of(item)
        if not font:
            return False
        known = self._fonts.get(font)
        if known is None:
            known = self._fonts[font] = self._is_bold(font)
        return known

    def _is_bold(self, font: calls.Address) -> bool:
        size = calls.font_name(font, self._text_at, _LONGEST)
        name = self._buffer.raw[: max(size - 1, 0)].decode("utf-8", "replace").lower()
        if any(word in name for word in _HEAVY):
            return True
        says_nothing = not name or any(letter.isdigit() for letter in name.rsplit("+", 1)[-1])
        return says_nothing and int(calls.font_weight(font)) >= _BOLD_FROM

    def colour(self, item: calls.Address) -> str:
        """Fill colour as RRGGBB; "" where it cannot be seen."""
        if not calls.fill_colour(item, *self._int_at):
            return ""
        key = tuple(self._ints[:])
        known = self._colours.get(key)
        if known is None:
            known = self._colours[key] = "{:02X}{:02X}{:02X}".format(*key) if key[3] > _FAINT else ""
        return known

    def paint(self, item: calls.Address) -> tuple[bool, bool, float]:
        """Whether a path is filled, whether it is stroked, and how wide the stroke is."""
        calls.draw_mode(item, self._int_at[0], self._int_at[1])
        filled, stroked = self._ints[0] != 0, self._ints[1] != 0
        if not stroked:
            return filled, False, 0.0
        calls.stroke_width(item, self._at[0])
        return filled, True, self._floats[0]

    def steps(self, item: calls.Address) -> int:
        """How many steps a path has."""
        return int(calls.count_steps(item))

    def segments(self, item: calls.Address, most: int) -> list[Segment]:
        """The steps of a path in its own coordinates, `most` of them at most."""
        steps = []
        x, y = self._at[:2]
        for n in range(min(calls.count_steps(item), most)):
            step = calls.step_at(item, n)
            calls.step_point(step, x, y)
            closes = bool(calls.step_closes(step))
            steps.append(Segment(calls.step_type(step), self._floats[0], self._floats[1], closes))
        return steps

    def enter(self, form: calls.Address, items: Sequence[calls.Address]) -> None:
        """Note which objects a form holds, forms being entered in the order drawn."""
        self._forms += 1
        mark = self.mark_within(form) if form in self._within else self.mark(form)
        artefact = self.artefact(form) or (form in self._within and self._within[form].artefact)
        self._within.update(dict.fromkeys(items, Form(self._forms, mark, artefact)))

    def mark_within(self, item: calls.Address) -> int:
        """The number of the marked content of an object in a form: the form's own, else that which the form is in."""
        form, mark = self._within[item], self.mark(item)
        return mark + APART * form.number if mark >= 0 else form.mark

    def mark(self, item: calls.Address) -> int:
        """The number of the marked content a text object belongs to, -1 for none."""
        return int(calls.marked_content(item))

    def is_soft(self, item: calls.Address) -> bool:
        """Whether the file says that the hyphen of a text object is there for the line's end alone."""
        size, said = ctypes.c_ulong(), False
        for n in range(calls.count_marks(item)):
            mark = calls.mark_at(item, n)
            if calls.mark_text(mark, b"ActualText", self._text_at, 2 * _LONGEST, ctypes.addressof(size)):
                said = ctypes.string_at(self._text_at, max(size.value - 2, 0)) in _SOFT
        return said

    def artefact(self, item: calls.Address, within: int = 0) -> bool:
        """Whether the file marks an object as no part of its content: a running head, a page number, a watermark.

        `within` is how many of the marks around it, outermost first, are those of what it may stand in.
        """
        form = self._within.get(item)
        if form is not None and form.artefact:
            return True
        size = ctypes.c_ulong()
        for n in range(within, calls.count_marks(item)):
            calls.mark_name(calls.mark_at(item, n), self._text_at, 2 * _LONGEST, ctypes.addressof(size))
            if ctypes.string_at(self._text_at, max(size.value - 2, 0)).decode("utf-16-le", "replace") == "Artifact":
                return True
        return False
