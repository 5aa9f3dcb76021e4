"""The page's own coordinates (y upwards, perhaps turned and cropped) → the reader's (y downwards, text upright)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import atan2, degrees, hypot

import pypdfium2 as pdfium

from ingest.readers.from_pdf.drawn.matrices import IDENTITY, Matrix, after
from ingest.readers.from_pdf.drawn.probe import Edges
from ingest.readers.from_pdf.drawn.surroundings import PAGE, Form
from ingest.readers.from_pdf.ink import Box, new

_SMALLEST = 1.0

Writing = tuple[float, float, int]
"""The height that text stands on, how many times larger it is than its font's size, its slope in degrees."""


class Frame:
    """The visible part of a page, turned clockwise by quarter turns."""

    def __init__(self, page: pdfium.PdfPage, turn: int) -> None:
        left, bottom, right, top = visible(page)
        wide, high = right - left, top - bottom
        self.width, self.height = (wide, high) if turn % 180 == 0 else (high, wide)
        self.matrix: Matrix = {
            0: (1.0, 0.0, 0.0, -1.0, -left, top),
            90: (0.0, 1.0, 1.0, 0.0, -bottom, -left),
            180: (-1.0, 0.0, 0.0, 1.0, right, -bottom),
            270: (0.0, -1.0, -1.0, 0.0, top, right),
        }[turn]
        self._left, self._top = left, top
        self._is_upright = turn == 0

    def point(self, x: float, y: float) -> tuple[float, float]:
        """A point of the page in the reader's coordinates."""
        a, b, c, d, e, f = self.matrix
        return a * x + c * y + e, b * x + d * y + f

    def on_page(self, x: float, y: float) -> tuple[float, float]:
        """A point of the reader's coordinates in the page's own."""
        a, b, c, d, e, f = self.matrix
        return a * (x - e) + b * (y - f), c * (x - e) + d * (y - f)

    def boxes(self, bounds: Iterable[Edges], forms: Sequence[Form]) -> list[Box]:
        """Edges of what stands in a form each, as boxes in the reader's coordinates."""
        if self._is_upright and forms.count(PAGE) == len(forms):  # what `box` does, for nearly all pages
            left, top = self._left, self._top
            return [new(Box, (x0 - left, top - y1, x1 - left, top - y0)) for x0, y0, x1, y1 in bounds]
        return [self.box(edges, form.matrix) for edges, form in zip(bounds, forms, strict=True)]

    def box(self, bounds: Edges, matrix: Matrix) -> Box:
        """Edges drawn under a matrix, as a box in the reader's coordinates."""
        a, b, c, d, e, f = self.matrix if matrix is IDENTITY else after(matrix, self.matrix)
        x0, y0, x1, y1 = bounds
        if b == 0.0 == c and a > 0.0 > d:
            return Box(a * x0 + e, d * y1 + f, a * x1 + e, d * y0 + f)
        xs = (a * x0 + c * y0, a * x1 + c * y0, a * x0 + c * y1, a * x1 + c * y1)
        ys = (b * x0 + d * y0, b * x1 + d * y0, b * x0 + d * y1, b * x1 + d * y1)
        return Box(min(xs) + e, min(ys) + f, max(xs) + e, max(ys) + f)

    def writings(self, matrices: Iterable[Matrix]) -> list[Writing]:
        """How text under each matrix is written."""
        if not self._is_upright:
            return list(map(self._writing, matrices))
        top = self._top  # what `_writing` does, for nearly all text
        return [
            (top - f, abs(d), 0) if b == 0.0 == c and a > 0.0 else self._writing((a, b, c, d, e, f))
            for a, b, c, d, e, f in matrices
        ]

    def _writing(self, matrix: Matrix) -> Writing:
        a, b, c, d, _, baseline = after(matrix, self.matrix)
        return baseline, abs(d) if c == 0.0 else hypot(c, d), 0 if b == 0.0 < a else round(degrees(atan2(b, a)))

    def holds(self, box: Box) -> bool:
        """Whether the middle of the box is on the visible page."""
        return self.held([box])[0]

    def held(self, boxes: Iterable[Box]) -> list[bool]:
        """Whether the middle of each box is on the visible page."""
        wide, high = 2 * self.width + 2, 2 * self.height + 2
        return [-2 <= left + right <= wide and -2 <= top + bottom <= high for left, top, right, bottom in boxes]


def visible(page: pdfium.PdfPage) -> tuple[float, float, float, float]:
    """Left, bottom, right, top of what a viewer shows, its boxes taken from the page tree where the page has none."""
    left, bottom, right, top = page.get_bbox()
    if right - left < _SMALLEST or top - bottom < _SMALLEST:
        (left, bottom), (right, top) = (0.0, 0.0), page.get_size()
    return left, bottom, right, top
