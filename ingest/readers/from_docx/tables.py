"""Tables: rows read, columns found, merges joined, and all that stands inside put in its place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ingest.model import Cell, Place, Table, Yielded
from ingest.readers.from_docx.controls import unwrapped
from ingest.readers.from_docx.grid import Extent, RowShape, Span, placed
from ingest.readers.from_docx.names import TC, TC_PR, TR, W
from ingest.readers.from_docx.plain_rows import PlainCell, plain_rows
from ingest.readers.from_docx.remarks import Remarks
from ingest.readers.from_docx.rows import DraftCell, DraftRow, fill, is_shown, read_row, width_of
from ingest.readers.from_docx.story import Story
from ingest.square import square

if TYPE_CHECKING:
    from lxml.etree import _Element

_ROWS = frozenset({TR})
_GRID, _COLUMN, _TC_W = W + "tblGrid", W + "gridCol", W + "tcW"


@dataclass(frozen=True, slots=True)
class PlainRow:
    """A row of nothing but words; its widths are looked up only where its cells cannot be counted into place."""

    cells: list[PlainCell]
    element: _Element

    @property
    def shape(self) -> RowShape:
        """The row as placing sees it."""
        widths = (cell.find(f"{TC_PR}/{_TC_W}") for cell in self.element.iter(TC))
        return RowShape(0, None, 0, [Span(1, None if w is None else width_of(w)) for w in widths])


Row = PlainRow | DraftRow


class TableReader:
    """Reads `w:tbl` elements; remembers the words it has read, since plans repeat themselves."""

    def __init__(self, remarks: Remarks) -> None:
        self._remarks = remarks
        self._known: dict[str, PlainCell] = {}

    def __call__(self, element: _Element, story: Story) -> list[Yielded]:
        """The table, the tables inside it, and what hangs on its cells, in this order."""
        if next(_shown_rows(element, story), None) is None:
            return []
        place = story.counts.table()
        rows = self._rows(element, story)
        plain = [row for row in rows if isinstance(row, PlainRow)]
        if len(plain) == len(rows) and len({len(row.cells) for row in plain}) == 1:
            story.spend(len(plain) * len(plain[0].cells))
            return [Table(place, tuple(_plain_cells(row, place, number) for number, row in enumerate(plain, 1)))]
        return self._placed(element, rows, place, story) if rows else []

    def _rows(self, element: _Element, story: Story) -> list[Row]:
        rows: list[Row] = []
        plain = plain_rows(element, story, self._known)
        for row in _shown_rows(element, story):
            cells = plain.get(row)
            read = PlainRow(cells, row) if cells else read_row(row, story, self)
            if read.cells:
                rows.append(read)
        return rows

    def _placed(self, element: _Element, rows: list[Row], place: Place, story: Story) -> list[Yielded]:
        extents = placed([row.shape for row in rows], _widths(element))
        story.spend(len(rows) * max(end for row in extents for _, end in row))
        joined = _joined(rows, extents, story, self)
        cells: list[Cell] = []
        hanging: list[tuple[Cell, DraftCell]] = []
        for number, (row, spans) in enumerate(zip(rows, extents, strict=True), 1):
            if isinstance(row, PlainRow):
                cells += _spread_cells(row, place, number, spans)
                continue
            for draft, span in zip(row.cells, spans, strict=True):
                if id(draft) not in joined:
                    cells.append(_cell(draft, row, replace(place, row=number, column=span[0] + 1), span))
                    if draft.inner or draft.mentions or draft.embedded:
                        hanging.append((cells[-1], draft))
        return [Table(place, square(cells, place)), *self._hanging(hanging)]

    def _hanging(self, hanging: list[tuple[Cell, DraftCell]]) -> Iterator[Yielded]:
        """The tables inside cells, told where they stand, then embedded documents, comments and notes."""
        for cell, draft in hanging:
            for table, *rest in draft.inner:
                yield replace(table, parent=cell.place) if isinstance(table, Table) else table
                yield from rest
            yield from draft.embedded
            yield from self._remarks.of(draft.mentions, cell.place)


def _shown_rows(element: _Element, story: Story) -> Iterator[_Element]:
    """The rows that are neither deleted nor hidden and have a cell."""
    for row, _ in unwrapped(element, _ROWS):
        if is_shown(row, story) and next(row.iter(TC), None) is not None:
            yield row


def _widths(element: _Element) -> list[int]:
    grid = element.find(_GRID)
    return [] if grid is None else [width_of(column) or 0 for column in grid.findall(_COLUMN)]


def _joined(rows: list[Row], extents: list[list[Extent]], story: Story, reader: TableReader) -> set[int]:
    """Join vertical merges: origins grow, and the ids of the cells they take in are given.

    A cell that carries on nothing, since none above it has its width, stands for itself.
    """
    taken: set[int] = set()
    above: dict[Extent, DraftCell] = {}
    for row, spans in zip(rows, extents, strict=True):
        here: dict[Extent, DraftCell] = {}
        for draft, span in zip(row.cells if isinstance(row, DraftRow) else (), spans, strict=False):
            origin = above.get(span) if draft.down == "continue" else None
            if origin is not None:
                origin.row_span += 1
                taken.add(id(draft))
            elif draft.unread is not None:
                fill(draft.unread, draft, story, reader)
            if draft.down:
                here[span] = origin or draft
        above = here
    return taken


def _cell(draft: DraftCell, row: DraftRow, place: Place, span: Extent) -> Cell:
    return Cell(
        place,
        draft.paragraphs,
        draft.row_span,
        span[1] - span[0],
        draft.fill,
        draft.colour,
        draft.highlight,
        row.header,
    )


def _plain_cells(row: PlainRow, place: Place, number: int) -> tuple[Cell, ...]:
    table = place.table
    cells = enumerate(row.cells, 1)
    return tuple([Cell(Place(None, "", table, number, column), words) for column, words in cells])


def _spread_cells(row: PlainRow, place: Place, number: int, spans: list[Extent]) -> Iterator[Cell]:
    for (start, end), words in zip(spans, row.cells, strict=True):
        yield Cell(Place(None, "", place.table, number, start + 1), words, 1, end - start)
