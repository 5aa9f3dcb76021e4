"""PDF files drawn in one line each: `pdf(ruled("Action | Lead", "Plant trees | Parks Manager"))`."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence

import pikepdf
from reportlab.lib.colors import HexColor
from reportlab.pdfgen.canvas import Canvas

from ingest.limits import Limits
from ingest.model import Margin, Note, Paragraph, Table, Yielded
from ingest.readers.from_pdf import read

WIDE, HIGH = 600, 400
SIZE, LEADING, PAD = 9.0, 11.0, 4.0

Ink = Callable[[Canvas], None]
"""Something that draws on a page; y counts from the top of the page, downwards."""


def pdf(*pages: Sequence[Ink] | Ink, turn: int = 0, size: tuple[float, float] = (WIDE, HIGH)) -> bytes:
    """A PDF of those pages, each one or several things drawn; `turn` is the pages' /Rotate."""
    made = io.BytesIO()
    canvas = Canvas(made, pagesize=size, invariant=True, bottomup=1)
    for page in pages:
        for draw in page if isinstance(page, Sequence) else [page]:
            draw(canvas)
        canvas.showPage()
    canvas.save()
    return _turned(made.getvalue(), turn) if turn else made.getvalue()


def inheriting(data: bytes) -> bytes:
    """The PDF with the size of its pages named once, for all of them."""
    made = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as document:
        document.Root.Pages.MediaBox = document.pages[0].obj.MediaBox
        for page in document.pages:
            del page.obj.MediaBox
        document.save(made)
    return made.getvalue()


def _turned(data: bytes, turn: int) -> bytes:
    made = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as document:
        for page in document.pages:
            page.rotate(turn, relative=False)
        document.save(made)
    return made.getvalue()


def words(text: str, x: float = 40, y: float = 30, size: float = SIZE) -> Ink:
    """One line of text, its baseline `y` below the page's top."""

    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", size)
        canvas.drawString(x, HIGH - y, text)

    return draw


def bold(text: str, x: float = 40, y: float = 30) -> Ink:
    """One line of bold text."""

    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica-Bold", SIZE)
        canvas.drawString(x, HIGH - y, text)

    return draw


def rule(x0: float, y0: float, x1: float, y1: float) -> Ink:
    """A thin line from one point to another."""
    return lambda canvas: canvas.line(x0, HIGH - y0, x1, HIGH - y1)


def area(x0: float, y0: float, x1: float, y1: float, colour: str) -> Ink:
    """A coloured rectangle."""

    def draw(canvas: Canvas) -> None:
        canvas.setFillColor(HexColor(f"#{colour}"))
        canvas.rect(x0, HIGH - y1, x1 - x0, y1 - y0, stroke=0, fill=1)
        canvas.setFillColor(HexColor("#000000"))

    return draw


def ruled(*rows: str, top: float = 60, left: float = 40, width: float = 120, lines: int = 1) -> list[Ink]:
    """A table with rules around every cell: cells parted by `|`, lines within a cell by `/`, `lines` high."""
    height = lines * LEADING + 2 * PAD
    columns = max(row.count("|") for row in rows) + 1
    right = left + columns * width
    ink = [rule(left + n * width, top, left + n * width, top + height * len(rows)) for n in range(columns + 1)]
    ink += [rule(left, top + height * n, right, top + height * n) for n in range(len(rows) + 1)]
    return ink + _texts(rows, top, left, width, height)


def texts_of(row: str, top: float, left: float, width: float) -> list[Ink]:
    """The words of one row of a table, without its rules."""
    return _texts([row], top, left, width, LEADING + 2 * PAD)


def _texts(rows: Sequence[str], top: float, left: float, width: float, height: float) -> list[Ink]:
    return [
        words(line.strip(), left + PAD + column * width, top + row * height + PAD + SIZE + n * LEADING)
        for row, cells in enumerate(rows)
        for column, cell in enumerate(cells.split("|"))
        for n, line in enumerate(cell.split("/"))
        if line.strip()
    ]


def blocks(data: bytes) -> list[Yielded]:
    """Everything the reader yields."""
    return list(read(data, Limits()))


def tables(data: bytes) -> list[list[str]]:
    """The tables as rows of cells parted by ` | `, a merged cell's text at each of its positions."""
    return [[" | ".join(c.text for c in row) for row in b.rows] for b in blocks(data) if isinstance(b, Table)]


def table(data: bytes) -> Table:
    """The only table."""
    (only,) = [b for b in blocks(data) if isinstance(b, Table)]
    return only


def texts(data: bytes) -> list[str]:
    """The paragraphs outside tables."""
    return [b.shown for b in blocks(data) if isinstance(b, Paragraph)]


def margins(data: bytes) -> list[str]:
    """Running heads and feet."""
    return [b.paragraph.text for b in blocks(data) if isinstance(b, Margin)]


def codes(data: bytes) -> list[str]:
    """The codes of the notes."""
    return [b.code for b in blocks(data) if isinstance(b, Note)]
