"""Tables: rows read, columns found, merges joined, and all that stands inside put in its place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from ingest.model import Cell, Place, Table, Yielded
from ingest.readers.from_docx.bulk import plain_cells, spread_cells, uncollected
from ingest.readers.from_docx.controls import unwrapped
from ingest.readers.from_docx.drafts import DraftCell, DraftRow, PlainCell, PlainRow, Row, width_of
from ingest.readers.from_docx.frames import is_shown
from ingest.readers.from_docx.grid import Extent, placed
from ingest.readers.from_docx.names import TC, TR, W
from ingest.readers.from_docx.remarks import Remarks
from ingest.readers.from_docx.rows import fill, read_row
from ingest.readers.from_docx.skim import Skim, skim
from ingest.readers.from_docx.story import Story
from ingest.square import square

if TYPE_CHECKING:
    from lxml.etree import _Element

_ROWS = frozenset({TR})
_GRID, _COLUMN, _WIDTH = W + "tblGrid", W + "gridCol", f"{W}tblPr/{W}tblW"


class TableReader:
    """Reads `w:tbl` elements; remembers the words it has read, since plans repeat themselves."""

    def __init__(self, remarks: Remarks) -> None:
        self._remarks = remarks
        self._known: dict[str, PlainCell] = {}

    def __call__(self, element: _Element, story: Story) -> list[Yielded]:
        """The table, the tables inside it, and what hangs on its cells, in this order."""
        with uncollected(), story.deeper():
            return self._read(element, story)

    def _read(self, element: _Element, story: Story) -> list[Yielded]:
        found = skim(element, story, self._known)
        shown = [row for row, _ in unwrapped(element, _ROWS) if found.rows.get(row) or _is_shown(row, story)]
        if not shown:
            return []
        place = story.counts.table()
        widths = {len(cells) for cells in found.rows.values()}
        if len(found.rows) == len(shown) and len(widths) == 1:
            story.spend(len(shown) * widths.pop())
            rows = (plain_cells(place.table, number, found.rows[row]) for number, row in enumerate(shown, 1))
            return [Table(place, tuple(rows))]
        return self._placed(element, self._rows(shown, found, story), place, story)

    def _rows(self, shown: list[_Element], found: Skim, story: Story) -> list[Row]:
        rows: list[Row] = []
        for row in shown:
            cells = found.rows.get(row)
            rows.append(PlainRow(cells, row) if cells else read_row(row, story, found.cells, self))
        return [row for row in rows if row.shows]

    def _placed(self, element: _Element, rows: list[Row], place: Place, story: Story) -> list[Yielded]:
        if not rows:
            return []
        extents = placed(rows, _widths(element), _stated(element))
        story.spend(len(rows) * max(end for row in extents for _, end in row))
        joined = _joined(rows, extents, story, self)
        cells: list[Cell] = []
        hanging: list[tuple[Cell, DraftCell]] = []
        for number, (row, spans) in enumerate(zip(rows, extents, strict=True), 1):
            if isinstance(row, PlainRow):
                cells += spread_cells(place.table, number, row.cells, spans)
                continue
            for draft, span in zip(row.cells, spans, strict=True):
                if id(draft) not in joined:
                    where = Place(None, "", place.table, number, span[0] + 1)
                    cells.append(_placed_cell(draft, where, span, header=row.header))
                    if draft.inner or draft.mentions or draft.embedded:
                        hanging.append((cells[-1], draft))
        return [Table(place, square(cells, place)), *self._hanging(hanging)]

    def _hanging(self, hanging: list[tuple[Cell, DraftCell]]) -> Iterator[Yielded]:
        """The tables inside cells, told where they stand, then embedded documents, comments and notes."""
        for cell, draft in hanging:
            for inner in draft.inner:
                table = inner[0] if inner else None
                if isinstance(table, Table):
                    yield replace(table, parent=cell.place)
                yield from inner[1:]
            yield from draft.embedded
            yield from self._remarks.of(draft.mentions, cell.place)


def _is_shown(row: _Element, story: Story) -> bool:
    return is_shown(row, story) and next(row.iter(TC), None) is not None


def _widths(element: _Element) -> list[int]:
    grid = element.find(_GRID)
    return [] if grid is None else [width_of(column) or 0 for column in grid.findall(_COLUMN)]


def _stated(element: _Element) -> int:
    """The width a table claims for itself, 0 where it gives none or a part of the page's."""
    width = element.find(_WIDTH)
    return (width_of(width) or 0) if width is not None else 0


def _joined(rows: list[Row], extents: list[list[Extent]], story: Story, reader: TableReader) -> set[int]:
    """Join vertical merges: origins grow, and the ids of the cells they take in are given.

    A cell that carries on nothing, since none above it has its width, stands for itself.
    """
    taken: set[int] = set()
    above: dict[Extent, DraftCell] = {}
    for row, spans in zip(rows, extents, strict=True):
        here: dict[Extent, DraftCell] = {}
        for draft, span in zip(row.cells, spans, strict=True) if isinstance(row, DraftRow) else ():
            if not draft.down:
                continue
            origin = above.get(span) if draft.down == "continue" else None
            if origin is not None:
                origin.row_span += 1
                taken.add(id(draft))
            elif draft.unread is not None:
                fill(draft.unread, draft, story, reader)
            here[span] = origin or draft
        above = here
    return taken


def _placed_cell(draft: DraftCell, place: Place, span: Extent, *, header: bool) -> Cell:
    return Cell(
        place, draft.paragraphs, draft.row_span, span[1] - span[0], draft.fill, draft.colour, draft.highlight, header
    )
