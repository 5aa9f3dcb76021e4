"""Sample plans as PDF files: ruled tables over several pages, as office programs print them."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass, field

from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.units import cm
from reportlab.lib.utils import simpleSplit
from reportlab.pdfgen.canvas import Canvas

from tests.make.content import Column, Row, Sample

_PLAIN, _BOLD, _SIZE, _LEADING, _PAD = "Helvetica", "Helvetica-Bold", 11.0, 14.5, 4.0
_WIDE, _HIGH = landscape(A4)
_LEFT, _TOP, _BOTTOM = 2 * cm, _HIGH - 1.8 * cm, 1.9 * cm
_HEADING, _BAND = "#D9E2F3", "#E7E6E6"
_STATUS = {"Green": "#92D050", "Amber": "#FFC000", "Red": "#FF0000", "Blue": "#5B9BD5"}


@dataclass(frozen=True, slots=True)
class Box:
    """A cell to draw: its lines, how wide it is, its font and the colour behind it."""

    lines: list[str]
    width: float
    font: str = _PLAIN
    fill: str = ""


@dataclass(slots=True)
class Page:
    """The canvas and how far down its page the drawing has come."""

    canvas: Canvas
    foot: str
    y: float = _TOP
    number: int = field(default=1)

    @property
    def room(self) -> int:
        """How many lines of a cell still fit."""
        return int((self.y - _BOTTOM - 2 * _PAD) // _LEADING)

    def end(self) -> None:
        """Close the page, its number at the foot."""
        self.canvas.setFont(_PLAIN, 9)
        self.canvas.drawCentredString(_WIDE / 2, 1 * cm, f"{self.foot} – page {self.number}")
        self.canvas.showPage()
        self.y, self.number = _TOP, self.number + 1


def written(sample: Sample) -> bytes:
    """The sample as the bytes of a PDF; the same words give the same bytes."""
    made = io.BytesIO()
    canvas = Canvas(made, pagesize=(_WIDE, _HIGH), invariant=True, pageCompression=0)
    canvas.setTitle(sample.title[-1])
    canvas.setAuthor("The ingather authors")
    page = Page(canvas, sample.title[-1])
    _draw_lines(page, sample)
    head = [Box(_folded(c.heading, c.width * cm, _BOLD), c.width * cm, _BOLD, _HEADING) for c in sample.columns]
    _draw_row(page, head, head)
    repeated = [] if sample.layout == "header-once" else head
    for row in sample.rows:
        _draw_row(page, list(_boxes(row, sample.columns)), repeated)
    page.end()
    canvas.save()
    return made.getvalue()


def _draw_lines(page: Page, sample: Sample) -> None:
    for text, font, size in [*((t, _BOLD, 18) for t in sample.title), *((t, _PLAIN, 11) for t in sample.before)]:
        page.canvas.setFont(font, size)
        page.canvas.drawString(_LEFT, page.y - size, text)
        page.y -= size + 8
    page.y -= 6


def _boxes(row: Row, columns: tuple[Column, ...]) -> Iterator[Box]:
    if row.theme:
        whole = sum(c.width for c in columns) * cm
        yield Box(_folded(row.theme, whole, _BOLD), whole, _BOLD, _BAND)
        return
    for text, column in zip(row.cells, columns, strict=True):
        width = column.width * cm
        yield Box(_folded(text, width, _PLAIN), width, fill=_STATUS.get(text, ""))


def _folded(text: str, width: float, font: str) -> list[str]:
    return list(simpleSplit(text, font, _SIZE, width - 2 * _PAD))


def _draw_row(page: Page, boxes: list[Box], head: list[Box]) -> None:
    """Draw a row; one that does not fit is cut where the page ends, and goes on under the heading on the next."""
    deep = max(len(b.lines) for b in boxes)
    if deep > page.room and (page.room < 2 or deep == 1):
        _turn(page, head)
    cut = min(deep, page.room)
    _draw_boxes(page, [Box(b.lines[:cut], b.width, b.font, b.fill) for b in boxes], cut, closed=cut == deep)
    if cut < deep:
        _turn(page, head)
        _draw_row(page, [Box(b.lines[cut:], b.width, b.font, b.fill) for b in boxes], head)


def _turn(page: Page, head: list[Box]) -> None:
    page.end()
    if head:
        _draw_boxes(page, head, max(len(b.lines) for b in head), closed=True)


def _draw_boxes(page: Page, boxes: list[Box], deep: int, *, closed: bool) -> None:
    """Draw the cells of a row side by side; a row that is not `closed` has no rule at its foot."""
    x, height = _LEFT, deep * _LEADING + 2 * _PAD
    page.y -= height
    page.canvas.setLineWidth(0.5)
    for box in boxes:
        _draw_box(page.canvas, box, x, page.y, height)
        x += box.width
    page.canvas.line(_LEFT, page.y + height, x, page.y + height)
    if closed:
        page.canvas.line(_LEFT, page.y, x, page.y)


def _draw_box(canvas: Canvas, box: Box, x: float, y: float, height: float) -> None:
    if box.fill:
        canvas.setFillColor(HexColor(box.fill))
        canvas.rect(x, y, box.width, height, stroke=0, fill=1)
        canvas.setFillColor(HexColor("#000000"))
    canvas.line(x, y, x, y + height)
    canvas.line(x + box.width, y, x + box.width, y + height)
    canvas.setFont(box.font, _SIZE)
    for order, line in enumerate(box.lines, 1):
        canvas.drawString(x + _PAD, y + height - _PAD - order * _LEADING + 3.5, line)
