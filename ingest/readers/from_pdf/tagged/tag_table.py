"""Cells that the tags name, and their words on one page → a `Fragment`, with lost empty cells put back by position."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from operator import itemgetter
from typing import NamedTuple

from ingest.readers.from_pdf.colours import colour_of, fill_at
from ingest.readers.from_pdf.fragment import Fragment, Piece
from ingest.readers.from_pdf.ink import Box, Fill, Ink, around
from ingest.readers.from_pdf.lines import Line
from ingest.readers.from_pdf.tagged.placing import Extent, Wide, placed
from ingest.readers.from_pdf.tagged.tags import TagBlock, TagCell, TagTable

_LARGE = 0.5
"""A fill over more of the page than this is a background."""
_LEFT_OF = 2.0
_ENOUGH = 12
"""Cells that show how a column is set."""


class _Columns(NamedTuple):
    """Where the words of each column begin and end."""

    lefts: Sequence[float]
    rights: Sequence[float]

    def at(self, x: float) -> int:
        """The column whose words begin last before this point."""
        return max((n for n, left in enumerate(self.lefts) if left <= x + _LEFT_OF), default=0)

    def middle(self, column: int) -> float:
        """A point that is surely in the column: between its words and those of the next."""
        if column + 1 < len(self.lefts):
            return (self.lefts[column] + self.lefts[column + 1]) / 2
        return max((self.lefts[column] + self.rights[column]) / 2, self.lefts[column] + _LEFT_OF)


class _Spot(NamedTuple):
    """A cell, the column it was found to be in, and its words on this page with the box around them."""

    cell: TagCell
    column: int
    lines: Sequence[Line]
    box: Box | None


class _Level(dict[float, list[Fill]]):
    """The coloured areas that reach over a height: cells side by side stand at one."""

    def __init__(self, fills: Sequence[Fill]) -> None:
        super().__init__()
        self._fills = fills

    def __missing__(self, y: float) -> list[Fill]:
        self[y] = [fill for fill in self._fills if fill.box.top <= y <= fill.box.bottom]
        return self[y]


class _Page(NamedTuple):
    """Where columns and rows stand on this page."""

    columns: _Columns
    heights: Mapping[int, tuple[float, float]]
    ink: Ink
    level: _Level

    def piece(self, spot: _Spot) -> Piece:
        """The cell with its words, box and colour."""
        cell, column, lines, box = spot
        last = min(column + cell.col_span, len(self.columns.lefts)) - 1
        area = self._area(cell.row, column, last)
        area = area if box is None else around((area, box))
        y = area.y
        return Piece(
            cell.row,
            column,
            cell.row_span,
            last + 1 - column,
            area,
            self.ink.shown(area),
            self.ink.number,
            tuple(lines),
            fill_at(lines[0].box.x if lines else self.columns.middle(column), y, self.level[y]),
            colour_of([run for line in lines for run in line.runs]),
            cell.header,
        )

    def empty(self, row: int, column: int) -> Piece:
        """A cell that the tags leave out."""
        area = self._area(row, column, column)
        fill = fill_at(self.columns.middle(column), area.y, self.level[area.y])
        return Piece(row, column, 1, 1, area, self.ink.shown(area), self.ink.number, fill=fill)

    def _area(self, row: int, first: int, last: int) -> Box:
        left, (top, bottom) = self.columns.lefts[first], self.heights[row]
        return Box(left, top, max(self.columns.rights[last], left), bottom)


def tag_fragment(table: TagTable, blocks: Sequence[tuple[TagBlock, Sequence[Line]]], ink: Ink) -> Fragment:
    """The part of a tagged table that stands on this page; its pieces' rows are the tags' own."""
    words = _words(blocks)
    boxes = {cell: around([line.box for line in lines]) for cell, lines in words.items()}
    columns = _columns(table, boxes)
    table.head.update(_letters(line) for cell, lines in words.items() if cell.header or cell.row == 0 for line in lines)
    spots = _spots(table, words, boxes, columns)
    heights = _heights(boxes)
    page = _Page(columns, heights, ink, _Level(_small(ink)))
    pieces = [page.piece(spot) for spot in spots.values()]
    pieces += _restored(pieces, table, page)
    return Fragment(
        page=ink.number,
        box=around(list(boxes.values())),
        columns=(*columns.lefts, max(columns.rights)),
        depth=max(heights) + 1,
        pieces=tuple(sorted(pieces, key=itemgetter(0, 1))),
        tag=table.number,
        more=table.last_page > ink.number,
    )


def _small(ink: Ink) -> list[Fill]:
    """The coloured areas of a page that are no background of it."""
    most = _LARGE * ink.width * ink.height
    return [fill for fill in ink.fills if fill.box.width * fill.box.height < most]


def _letters(line: Line) -> str:
    return "".join(line.text.split())


def _spots(
    table: TagTable, words: Mapping[TagCell, Sequence[Line]], boxes: Mapping[TagCell, Box], columns: _Columns
) -> dict[tuple[int, int], _Spot]:
    """Cells of the rows that have words on this page: those with words, and the empty ones that are sure."""
    spots: dict[tuple[int, int], _Spot] = {}
    for row in sorted({cell.row for cell in words}):
        found = _found(table, row, boxes)
        for cell in table.rows[row]:
            lines, box = words.get(cell, ()), boxes.get(cell)
            if not lines and not cell.sure:
                continue
            column = cell.column if cell.sure else found.get(cell, columns.at(lines[0].box.left))
            before = spots.get((row, column))
            spot = _Spot(cell, column, lines, box)
            spots[row, column] = _together(before, spot) if before else spot
    return spots


def _together(before: _Spot, spot: _Spot) -> _Spot:
    """Two cells that were found to be in one column, as the later of them."""
    boxes = [box for box in (before.box, spot.box) if box is not None]
    return _Spot(spot.cell, spot.column, [*before.lines, *spot.lines], around(boxes) if boxes else None)


def _found(table: TagTable, row: int, boxes: Mapping[TagCell, Box]) -> dict[TagCell, int]:
    """The columns of a row's cells with words, where all that the tags hold of them is their order."""
    cells = [cell for cell in table.rows[row] if cell in boxes]
    if not cells or any(cell.sure for cell in cells):
        return {}
    columns = placed([Wide(_extent(boxes[cell]), cell.col_span) for cell in cells], table.extents, table.width)
    return {} if columns is None else dict(zip(cells, columns, strict=True))


def _extent(box: Box) -> Extent:
    return box.left, box.right


def _words(blocks: Sequence[tuple[TagBlock, Sequence[Line]]]) -> dict[TagCell, list[Line]]:
    """The lines of each cell."""
    words: dict[TagCell, list[Line]] = {}
    for block, lines in blocks:
        if block.cell is not None:
            words.setdefault(block.cell, []).extend(lines)
    return words


def _columns(table: TagTable, boxes: Mapping[TagCell, Box]) -> _Columns:
    """From cells of one column each, on this page, else on the pages before."""
    lefts: dict[int, float] = {}
    rights: dict[int, float] = {}
    for cell, box in boxes.items():
        if cell.sure and cell.col_span == 1:
            left, right = extent = _extent(box)
            seen = table.extents.setdefault(cell.column, [])
            seen += [extent] if len(seen) < _ENOUGH and extent not in seen else []
            lefts[cell.column] = min(lefts.get(cell.column, left), left)
            rights[cell.column] = max(rights.get(cell.column, right), right)
    table.lefts.update(lefts)
    known: list[float] = []
    for n in range(max(table.width, 1)):
        known.append(table.lefts.get(n, max([rights.get(n - 1, 0.0), *known[-1:]])))
    return _Columns(known, [max(rights.get(n, 0.0), left) for n, left in enumerate(known)])


def _heights(boxes: Mapping[TagCell, Box]) -> dict[int, tuple[float, float]]:
    """Top and bottom of the words of each row; a cell over several rows counts for its first alone."""
    heights: dict[int, tuple[float, float]] = {}
    for cell, box in sorted(boxes.items(), key=lambda item: item[0].row_span):
        top, bottom = heights.get(cell.row, (9e9, 0.0))
        if cell.row_span == 1 or cell.row not in heights:
            top, bottom = min(top, box.top), max(bottom, box.bottom)
        heights[cell.row] = (top, bottom)
    return heights


def _restored(pieces: Sequence[Piece], table: TagTable, page: _Page) -> list[Piece]:
    """Empty cells that the file's program left out of the tags: they may have a colour, which says something."""
    taken = {(p.row, column) for p in pieces for column in range(p.column, p.column + p.col_span)} | table.spanned
    lost = ((row, column) for row in page.heights for column in range(len(page.columns.lefts)))
    return [page.empty(row, column) for row, column in lost if (row, column) not in taken]
