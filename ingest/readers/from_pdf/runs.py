"""Text objects of a page → `Run`s: what they say, where, how large, and which way they are written."""

from __future__ import annotations

import ctypes
from collections import Counter
from collections.abc import Iterable, Sequence
from math import atan2, degrees, hypot
from typing import Any, NamedTuple

import pypdfium2 as pdfium
import pypdfium2.raw as c

from ingest.readers.from_pdf.frame import Frame
from ingest.readers.from_pdf.ink import Letter, Run, spread
from ingest.readers.from_pdf.probe import IDENTITY, Matrix, Probe, after

_EXTRA = str.maketrans(
    {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st", "\x02": "-", "\r": " ", "\n": " "}
)
_MANY = 1_500
"""On a page of more pieces of text, asking pdfium for each piece alone takes too long: it looks through all letters."""
_BACK = 40
_LEVEL = 4
"""Writing that slopes by fewer degrees than this is level."""
_SPACE = 0.25
"""The width of a space, as a part of the font's size."""


class Text(NamedTuple):
    """A text object, the matrix of the forms around it, and both matrices together."""

    item: Any
    form: Matrix
    matrix: Matrix


def texts(items: Iterable[tuple[Any, Matrix]], probe: Probe) -> list[Text]:
    """Each text object with the matrix that it is drawn under."""
    return [Text(item, form, after(probe.matrix(item), form)) for item, form in items]


def turn_of(found: Sequence[Text], page_turn: int) -> int:
    """Degrees to turn the page clockwise so that most of its text is upright; as the page asks where none is."""
    ways = Counter(_quarter(text.matrix) for text in found)
    ways.pop(None, None)
    if not ways:
        return page_turn
    most, _ = max(ways.items(), key=lambda way: (way[1], way[0] == page_turn))
    return most if most is not None else page_turn


def _quarter(matrix: Matrix) -> int | None:
    angle = degrees(atan2(matrix[1], matrix[0]))
    nearest = round(angle / 90) * 90
    return nearest % 360 if abs(angle - nearest) < _LEVEL else None


def runs(found: Sequence[Text], probe: Probe, frame: Frame) -> tuple[Run, ...]:
    """Runs of text in the order drawn; blank ones, ones beyond the page's edge and second strokes are left out."""
    words = probe.texts() if len(found) > _MANY else None
    seen: dict[str, list[Run]] = {}
    kept: list[Run] = []
    for text in found:
        raw = probe.text(text.item) if words is None else words.get(ctypes.addressof(text.item.contents), "")
        run = _run(text, raw, probe, frame)
        if run is None:
            continue
        same = seen.setdefault(run.text, [])
        if any(_again(run, other) for other in same[-_BACK:]):
            continue
        same.append(run)
        kept.append(run)
    return tuple(kept)


def _again(run: Run, other: Run) -> bool:
    """Whether a run only makes another one bolder, or is its shadow."""
    near = 0.12 * run.size
    return abs(run.box.left - other.box.left) <= near and abs(run.baseline - other.baseline) <= near


def _run(text: Text, raw: str, probe: Probe, frame: Frame) -> Run | None:
    words = raw.strip()
    if not words:
        return None
    box = frame.box(probe.bounds(text.item), text.form)
    if not frame.holds(box):
        return None
    a, b, cc, d, _, baseline = after(text.matrix, frame.matrix)
    size = probe.font_size(text.item) * hypot(cc, d)
    mark = probe.mark(text.item) if text.form is IDENTITY else -1
    slope = round(degrees(atan2(b, a)))
    return Run(
        text=words.translate(_EXTRA) if not words.isascii() or not words.isprintable() else words,
        box=box,
        baseline=baseline if abs(slope) < _LEVEL else box.bottom,
        size=size if size > 0.1 else box.height,
        bold=probe.bold(text.item),
        colour=probe.colour(text.item),
        slope=slope if abs(slope) >= _LEVEL else 0,
        mark=mark,
        artefact=mark < 0 and probe.artefact(text.item),
        leads=raw[0].isspace(),
        follows=raw[-1].isspace(),
        handle=ctypes.addressof(text.item.contents),
    )


class Letters:
    """The letters of a run and where they stand, looked up on the open page when they are wanted."""

    def __init__(self, textpage: pdfium.PdfTextPage, frame: Frame) -> None:
        self._textpage = textpage
        self._frame = frame
        self._by_run: dict[int, list[Letter]] | None = None

    def __call__(self, run: Run) -> Sequence[Letter]:
        """Letters from left to right; laid evenly where pdfium does not know them."""
        if self._by_run is None:
            self._by_run = self._all()
        return self._by_run.get(run.handle) or spread(run)

    def _all(self) -> dict[int, list[Letter]]:
        raw = self._textpage.raw
        edges = [ctypes.c_double() for _ in range(4)]
        left, right, bottom, top = edges
        refs = [ctypes.byref(edge) for edge in edges]
        by_run: dict[int, list[Letter]] = {}
        for n in range(self._textpage.count_chars()):
            item = c.FPDFText_GetTextObject(raw, n)
            code = c.FPDFText_GetUnicode(raw, n)
            if not item or (code <= 32 and code != 2):
                continue
            c.FPDFText_GetCharBox(raw, n, *refs)
            x0, _ = self._frame.point(left.value, bottom.value)
            x1, _ = self._frame.point(right.value, top.value)
            text = chr(code).translate(_EXTRA)
            by_run.setdefault(ctypes.addressof(item.contents), []).append(Letter(text, min(x0, x1), max(x0, x1)))
        return by_run
