"""Plain cells in bulk: a frozen dataclass takes a microsecond and a half to fill, and large tables have 40,000 of them.

Each cell is made as a twin with the same slots, filled as ordinary attributes are, and then given its true class. It is
thereafter a `Cell` like any other: frozen, equal and hashed alike. Measured: 1.2 µs for a cell with its place, not 3.4.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

from ingest.model import Cell, Paragraph, Place


@contextmanager
def uncollected() -> Iterator[None]:
    """Hold back the collector of reference cycles while many small values are made that can form none.

    It would walk through all of them again and again: a quarter of the time of a table of 20,000 rows.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


class _Place:
    __slots__ = Place.__slots__

    def __init__(self, table: int | None, row: int, column: int) -> None:
        self.page = self.paragraph = self.box = None
        self.sheet = ""
        self.table = table
        self.row = row
        self.column = column


class _Cell:
    __slots__ = Cell.__slots__

    def __init__(self, place: _Place, paragraphs: tuple[Paragraph, ...], wide: int) -> None:
        self.place = place
        self.paragraphs = paragraphs
        self.row_span = 1
        self.col_span = wide
        self.fill = self.colour = self.highlight = ""
        self.header = self.recognised = False


class _Paragraph:
    __slots__ = Paragraph.__slots__

    def __init__(self, text: str) -> None:
        self.text = text
        self.mark = ""
        self.level = 0
        self.struck = False
        self.links = ()
        self.place = None


def plain_paragraph(text: str) -> Paragraph:
    """A paragraph of body text in a cell, without a mark."""
    paragraph = _Paragraph(text)
    paragraph.__class__ = Paragraph  # type: ignore[assignment]
    return paragraph  # type: ignore[return-value]


def plain_cells(table: int | None, row: int, cells: list[tuple[Paragraph, ...]]) -> tuple[Cell, ...]:
    """The cells of one row, from the first column on, one column each."""
    return tuple([_made(table, row, column, 1, words) for column, words in enumerate(cells, 1)])


def spread_cells(
    table: int | None, row: int, cells: list[tuple[Paragraph, ...]], extents: list[tuple[int, int]]
) -> Iterator[Cell]:
    """The cells of one row where their extents (first column from 0, the one after the last) put them."""
    for words, (start, end) in zip(cells, extents, strict=True):
        yield _made(table, row, start + 1, end - start, words)


def _made(table: int | None, row: int, column: int, wide: int, words: tuple[Paragraph, ...]) -> Cell:
    place = _Place(table, row, column)
    place.__class__ = Place  # type: ignore[assignment]
    cell = _Cell(place, words, wide)
    cell.__class__ = Cell  # type: ignore[assignment]
    return cell  # type: ignore[return-value]
