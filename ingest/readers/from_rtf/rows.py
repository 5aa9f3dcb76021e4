"""Tables of an RTF file: rows of cells with their right edges, squared when the table ends."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from ingest.model import Cell, Note, Paragraph, Place, Table
from ingest.square import square
from ingest.symbols import is_swatch

_NEAR = 60  # twips: edges closer than this are one column's


@dataclass(slots=True)
class Edge:
    """What a row says of one of its cells: its right edge in twips, merges, and its colour's number."""

    right: int = 0
    joins_left: bool = False
    joins_above: bool = False
    fill: int = 0


@dataclass(slots=True)
class Content:
    """What one cell holds: its paragraphs, the tables and notes inside it, the colours of its words.

    `deleted` is true where words of it were deleted while changes were tracked.
    """

    paragraphs: list[Paragraph] = field(default_factory=list)
    inner: list[Table] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    colours: set[int] = field(default_factory=set)
    highlights: set[int] = field(default_factory=set)
    deleted: bool = False


@dataclass(slots=True)
class Rows:
    """A table as it is read: finished rows, the cells of the row that is open, and what the open cell holds."""

    done: list[tuple[int, tuple[Edge, ...], list[Content], bool]] = field(default_factory=list)
    cells: list[Content] = field(default_factory=list)
    open: Content = field(default_factory=Content)

    def end_cell(self) -> None:
        """Close the open cell."""
        self.cells.append(self.open)
        self.open = Content()

    def end_row(self, left: int, edges: Sequence[Edge], *, header: bool) -> None:
        """Close the row, laid out by these edges; cells without one follow at the right.

        A row whose words were all deleted is gone.
        """
        if self.open.paragraphs or self.open.inner:
            self.end_cell()
        cells, self.cells = self.cells, []
        while len(cells) > len(edges) > 0 and not (cells[-1].paragraphs or cells[-1].inner):
            cells.pop()  # LibreOffice ends more cells than the row has, after a table within
        gone = any(cell.deleted for cell in cells) and not any(cell.paragraphs for cell in cells)
        if gone or not cells:
            return
        known = list(edges[: len(cells)])
        last = known[-1].right if known else left
        known += [Edge(last + 1_000 * extra) for extra in range(1, len(cells) - len(known) + 1)]
        self.done.append((left, tuple(known), cells, header))

    @property
    def positions(self) -> int:
        """An upper bound of the positions of the table."""
        edges = {edge.right for _, row, _, _ in self.done for edge in row}
        return len(self.done) * (len(edges) + 1)

    def table(self, place: Place, colours: Sequence[str]) -> tuple[Table | None, list[Table], list[Note]]:
        """The table, None where it has no cells; the tables inside its cells; the notes of its cells."""
        grid = _grid([(left, row) for left, row, _, _ in self.done])
        cells: list[Cell] = []
        inner: list[Table] = []
        notes: list[Note] = []
        above: dict[int, int] = {}
        for number, (left, edges, contents, header) in enumerate(self.done, 1):
            begins = left
            here: dict[int, int] = {}
            for edge, content in zip(edges, contents, strict=True):
                start, end = _at(grid, begins), _at(grid, edge.right)
                begins = edge.right
                spot = replace(place, row=number, column=start + 1)
                if edge.joins_left and cells and cells[-1].place.row == number:
                    cells[-1] = replace(cells[-1], col_span=end + 1 - (cells[-1].place.column or 1))
                elif edge.joins_above and start in above:
                    origin = cells[above[start]]
                    cells[above[start]] = replace(origin, row_span=number - (origin.place.row or 1) + 1)
                    here[start] = above[start]
                else:
                    here[start] = len(cells)
                    cells.append(_cell(content, spot, (edge, max(end - start, 1)), colours, header=header))
                    inner += [table if table.parent else replace(table, parent=spot) for table in content.inner]
                    notes += [replace(note, place=spot) for note in content.notes]
            above = here
        return Table(place, square(cells, place)) if cells else None, inner, notes


def _cell(content: Content, place: Place, extent: tuple[Edge, int], colours: Sequence[str], *, header: bool) -> Cell:
    edge, wide = extent
    colour = _shared(colours, content.colours)
    swatch = colour and all(is_swatch(paragraph.text) for paragraph in content.paragraphs)
    return Cell(
        place,
        () if swatch else tuple(content.paragraphs),
        1,
        wide,
        _colour(colours, edge.fill),
        colour,
        _shared(colours, content.highlights),
        header,
    )


def _grid(rows: Sequence[tuple[int, tuple[Edge, ...]]]) -> list[int]:
    """The edges of all rows from left to right, those that nearly meet taken as one."""
    edges = sorted({left for left, _ in rows} | {edge.right for _, row in rows for edge in row})
    grid: list[int] = []
    for edge in edges:
        if not grid or edge - grid[-1] > _NEAR:
            grid.append(edge)
    return grid


def _at(grid: Sequence[int], edge: int) -> int:
    return max(bisect_left(grid, edge - _NEAR), 0)


def _shared(colours: Sequence[str], found: set[int]) -> str:
    return _colour(colours, next(iter(found))) if len(found) == 1 else ""


def _colour(colours: Sequence[str], number: int) -> str:
    return colours[number] if 0 < number < len(colours) else ""
