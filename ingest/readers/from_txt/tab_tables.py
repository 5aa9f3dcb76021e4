"""Tables and prose from cells that begin with a tab: rows found, then what of a row's last cell is prose after it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ingest.counting import Counts
from ingest.model import Block, Cell, Place, Table
from ingest.plain_table import paragraphs
from ingest.readers.from_txt.prose import prose
from ingest.readers.from_txt.tab_cells import TabCell, tab_cells
from ingest.readers.from_txt.tab_rows import Row, rows_of
from ingest.square import square

_TABLE_GAP = 2


def tab_blocks(lines: Sequence[str], counts: Counts) -> Iterator[Block]:
    """Yield the paragraphs and tables of a text in the tab-cell style."""
    before, cells = tab_cells(lines)
    yield from prose(before, counts)
    tails = _tails(cells)
    rows = rows_of(cells, frozenset(tails))
    for table in _tables(rows):
        yield from _blocks(table, cells, tails, counts)


def _tails(cells: Sequence[TabCell]) -> dict[int, int]:
    """Cells that seem to go over into prose: index → the piece that begins it.

    A table's end leaves two blank lines at least. What follows such a gap in several cells in the same words is
    part of those cells.
    """
    found = {n: at for n, cell in enumerate(cells) if (at := _after_gap(cell)) is not None}
    openings = Counter(cells[n].pieces[at].text.casefold() for n, at in found.items())
    return {n: at for n, at in found.items() if openings[cells[n].pieces[at].text.casefold()] == 1}


def _after_gap(cell: TabCell) -> int | None:
    gaps = (n for n, piece in enumerate(cell.pieces) if piece.gap >= _TABLE_GAP and (n or cell.headless))
    return next(gaps, None)


def _tables(rows: Sequence[Row]) -> Iterator[list[Row]]:
    table: list[Row] = []
    for row in rows:
        if row.first and table:
            yield table
            table = []
        table.append(row)
    if table:
        yield table


def _blocks(rows: list[Row], cells: Sequence[TabCell], tails: dict[int, int], counts: Counts) -> Iterator[Block]:
    """A table's blocks: several tables where prose stands between its rows."""
    cut = {row.end - 1 for row in rows if row.end - 1 in tails}
    if len(cut) * 2 > len(rows) > 2:
        cut &= {rows[-1].end - 1}
    held: list[Sequence[TabCell]] = []
    width = rows[0].width
    for row in rows:
        last = row.end - 1
        if last not in cut:
            held.append(cells[row.start : row.end])
            continue
        held.append([*cells[row.start : last], cells[last].cut(tails[last])])
        yield from _table(held, width, counts)
        yield from prose((piece.text for piece in cells[last].pieces[tails[last] :]), counts)
        held = []
    yield from _table(held, width, counts)


def _table(rows: Sequence[Sequence[TabCell]], width: int, counts: Counts) -> Iterator[Block]:
    """One table; cells that stand alone are paragraphs set in by a tab."""
    if not any(len(row) > 1 for row in rows):
        yield from prose((piece.text for row in rows for cell in row for piece in cell.pieces), counts)
        return
    place = counts.table()
    cells = (cell for number, row in enumerate(rows, 1) for cell in _placed(row, width, number, place))
    yield Table(place, square(cells, place))


def _placed(row: Sequence[TabCell], width: int, number: int, place: Place) -> Iterator[Cell]:
    span = width if len(row) == 1 else 1
    for column, cell in enumerate(row, 1):
        text = "\n".join(piece.text for piece in cell.pieces)
        yield Cell(replace(place, row=number, column=column), paragraphs(text), col_span=span)
