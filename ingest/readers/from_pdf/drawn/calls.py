"""pdfium's functions that are called for every object of a page, taking handles and giving plain addresses.

pypdfium2's own wrappers make and check a pointer object each time, which costs as much as what pdfium does.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from typing import Any, NewType

import pypdfium2.raw as c

Address = int
"""Where an object of pdfium's stands in memory; 0 or None for none."""

Handle = NewType("Handle", object)
"""An address as every function here takes it, made once for many calls. Handles cannot be compared."""

_AT, _INT = ctypes.c_void_p, ctypes.c_int

handle_to: Callable[[Address], Handle] = _AT.from_param  # type: ignore[assignment]
"""The handle to an address."""


def handle(raw: Any) -> Handle:
    """The handle to what an object of pypdfium2's stands for."""
    return handle_to(ctypes.cast(raw, _AT).value or 0)


def _call(name: str, gives: Any, *takes: Any) -> Callable[..., Any]:
    address = ctypes.cast(getattr(c, name), _AT).value
    kind = ctypes.PYFUNCTYPE(gives, *takes)  # too short to let other threads run; 64-bit Windows calls in no other way
    call: Callable[..., Any] = kind(address or 0)
    return call


count_objects = _call("FPDFPage_CountObjects", _INT, _AT)
count_form_objects = _call("FPDFFormObj_CountObjects", _INT, _AT)
form_object_at = _call("FPDFFormObj_GetObject", _AT, _AT, ctypes.c_ulong)
stroke_width = _call("FPDFPageObj_GetStrokeWidth", _INT, _AT, _AT)
mark_at = _call("FPDFPageObj_GetMark", _AT, _AT, ctypes.c_ulong)
mark_text = _call("FPDFPageObjMark_GetParamStringValue", _INT, _AT, ctypes.c_char_p, _AT, ctypes.c_ulong, _AT)
mark_name = _call("FPDFPageObjMark_GetName", _INT, _AT, _AT, ctypes.c_ulong, _AT)
font_name = _call("FPDFFont_GetBaseFontName", ctypes.c_size_t, _AT, _AT, ctypes.c_size_t)
font_weight = _call("FPDFFont_GetWeight", _INT, _AT)
step_at = _call("FPDFPath_GetPathSegment", _AT, _AT, _INT)
step_point = _call("FPDFPathSegment_GetPoint", _INT, _AT, _AT, _AT)
step_type = _call("FPDFPathSegment_GetType", _INT, _AT)
step_closes = _call("FPDFPathSegment_GetClose", _INT, _AT)
count_letters = _call("FPDFText_CountChars", _INT, _AT)
letter_at = _call("FPDFText_GetUnicode", ctypes.c_uint, _AT, _INT)
page_text = _call("FPDFText_GetText", _INT, _AT, _INT, _INT, _AT)
letter_box = _call("FPDFText_GetCharBox", _INT, _AT, _INT, _AT, _AT, _AT, _AT)
letter_room = _call("FPDFText_GetLooseCharBox", _INT, _AT, _INT, _AT)
letter_origin = _call("FPDFText_GetCharOrigin", _INT, _AT, _INT, _AT, _AT)
is_generated = _call("FPDFText_IsGenerated", _INT, _AT, _INT)
letter_near = _call("FPDFText_GetCharIndexAtPos", _INT, _AT, *(4 * [ctypes.c_double]))

# What these take is not declared, for ctypes changes each declared argument anew, which costs as much as what they do:
# handles, and numbers that fit an int. A plain address would be cut to one. What is written nobody asks the success of.
object_at = _call("FPDFPage_GetObject", _AT)
type_of = _call("FPDFPageObj_GetType", _INT)
bounds = _call("FPDFPageObj_GetBounds", None)
matrix = _call("FPDFPageObj_GetMatrix", None)
fill_colour = _call("FPDFPageObj_GetFillColor", None)
marked_content = _call("FPDFPageObj_GetMarkedContentID", _INT)
count_marks = _call("FPDFPageObj_CountMarks", _INT)
font_size = _call("FPDFTextObj_GetFontSize", None)
font_of = _call("FPDFTextObj_GetFont", _AT)
draw_mode = _call("FPDFPath_GetDrawMode", None)
count_steps = _call("FPDFPath_CountSegments", _INT)
letter_object = _call("FPDFText_GetTextObject", _AT)
