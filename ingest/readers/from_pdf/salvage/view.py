"""The page as a viewer shows it, turned by quarter turns so that its text is upright."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pdfplumber.page import Page

from ingest.readers.from_pdf.drawn.strokes import Point
from ingest.readers.from_pdf.ink import Box

Item = Mapping[str, Any]
"""pdfplumber's dictionary of one letter, line, rectangle or curve."""


@dataclass(frozen=True, slots=True)
class View:
    """The visible part of a page, in points, turned clockwise by `turn` degrees."""

    left: float
    top: float
    right: float
    bottom: float
    turn: int = 0

    @property
    def size(self) -> tuple[float, float]:
        """How wide and how high it is, turned."""
        wide, high = self.right - self.left, self.bottom - self.top
        return (high, wide) if self.turn % 180 else (wide, high)

    def point(self, x: float, y: float) -> Point:
        """A point of pdfplumber's as seen here."""
        return {
            0: (x - self.left, y - self.top),
            90: (self.bottom - y, x - self.left),
            180: (self.right - x, self.bottom - y),
            270: (y - self.top, self.right - x),
        }[self.turn]

    def box(self, item: Item) -> Box:
        """The area that an object of pdfplumber's takes."""
        x0, y0 = self.point(float(item["x0"]), float(item["top"]))
        x1, y1 = self.point(float(item["x1"]), float(item["bottom"]))
        return Box(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))


def seen(page: Page, turn: int) -> View:
    """The page's visible part, turned."""
    left, top, right, bottom = map(float, page.cropbox)
    return View(left, top, right, bottom, turn)
