"""Tables of a page: rows and cells laid out by the standard's own rules, tables inside cells told apart."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ingest.counting import Counts
from ingest.errors import TooLarge
from ingest.limits import Limits
from ingest.model import Cell, Paragraph, Place, Table
from ingest.readers.from_html.flow import Flow
from ingest.readers.from_html.style import style_of
from ingest.square import square

if TYPE_CHECKING:
    from lxml.etree import _Element

_GROUPS = ("thead", "tbody", "tfoot")


class TableReader:
    """Reads `table` elements; counts the positions of all of them."""

    def __init__(self, counts: Counts, limits: Limits) -> None:
        self._counts = counts
        self._limits = limits
        self._spent = 0

    def __call__(self, element: _Element) -> Iterator[Paragraph | Table]:
        """The caption as a paragraph, the table, then the tables inside its cells, which know their cell."""
        flow = Flow()
        for caption in element.iterchildren("caption"):
            flow.take(caption)
        yield from (item for item in flow.items if isinstance(item, Paragraph))
        place = self._counts.table()
        cells: list[Cell] = []
        inner: list[Table] = []
        for spot, td in _laid_out(list(_rows(element)), self._limits.columns):
            self._spend(spot.row_span * spot.col_span)
            cell, inside = self._cell(td, replace(place, row=spot.row, column=spot.column))
            cells.append(replace(cell, row_span=spot.row_span, col_span=spot.col_span))
            inner += inside
        if cells:
            rows = square(cells, place)
            self._spend(len(rows) * len(rows[0]) - len(cells))
            yield Table(place, rows)
            yield from inner

    def _cell(self, element: _Element, place: Place) -> tuple[Cell, list[Table]]:
        flow = Flow()
        flow.take(element)
        flow.close()
        paragraphs: list[Paragraph] = []
        inner: list[Table] = []
        for item in flow.items:
            for found in (item,) if isinstance(item, Paragraph) else tuple(self(item)):
                if isinstance(found, Paragraph):
                    paragraphs.append(found)
                elif found.parent is None:
                    inner.append(replace(found, parent=place))
                    paragraphs += _flat(found)
                else:
                    inner.append(found)
        colour = min(flow.colours) if len(flow.colours) == 1 else ""
        header = element.tag == "th" or next(element.iterancestors("thead", "table")).tag == "thead"
        return Cell(place, tuple(paragraphs), fill=_fill(element), colour=colour, header=header), inner

    def _spend(self, positions: int) -> None:
        self._spent += positions
        if self._spent > self._limits.positions:
            raise TooLarge(f"its tables have more than {self._limits.positions:,} cells")


@dataclass(frozen=True, slots=True)
class _Spot:
    """Where a cell stands and how far it reaches."""

    row: int
    column: int
    row_span: int
    col_span: int


def _rows(table: _Element) -> Iterator[_Element]:
    for child in table:
        if child.tag == "tr":
            yield child
        elif child.tag in _GROUPS:
            yield from _rows(child)


def _laid_out(rows: Sequence[_Element], widest: int) -> Iterator[tuple[_Spot, _Element]]:
    """The cells with their places: each in the first column that no cell above reaches into (HTML, 4.9.12.1)."""
    free: list[int] = []
    for number, row in enumerate(rows, 1):
        column = 1
        for td in row.iterchildren("td", "th"):
            while column <= len(free) and free[column - 1] > number:
                column += 1
            wide = min(_span(td, "colspan") or 1, widest)
            down = min(_span(td, "rowspan") or len(rows), len(rows) - number + 1)
            free += [0] * (column + wide - 1 - len(free))
            free[column - 1 : column + wide - 1] = [number + down] * wide
            yield _Spot(number, column, down, wide), td
            column += wide


def _span(element: _Element, name: str) -> int:
    value = element.get(name, "1").strip()
    return min(int(value), 65_534) if value.isdecimal() and len(value) < 9 else 1


def _fill(cell: _Element) -> str:
    """The colour behind a cell: its own, else its row's."""
    row = cell.getparent()
    return style_of(cell).fill or (style_of(row).fill if row is not None else "")


def _flat(table: Table) -> Iterator[Paragraph]:
    """The paragraphs of an inner table, row by row, as they stand in the outer cell too."""
    for number, row in enumerate(table.rows):
        yield from (p for column, cell in enumerate(row) if table.is_origin(number, column) for p in cell.paragraphs)
