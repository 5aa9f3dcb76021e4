"""Tables and prose from cells that begin with a tab: rows found, then what of a row's last cell is prose after it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from ingest.counting import Counts
from ingest.errors import TooLarge
from ingest.limits import Limits
from ingest.model import Block, Cell, Place, Table
from ingest.plain_table import paragraphs
from ingest.readers.from_txt.prose import prose
from ingest.readers.from_txt.tab_cells import TabCell, tab_cells
from ingest.readers.from_txt.tab_rows import Row, rows_of
from ingest.readers.from_txt.tails import prose_after, tails_of
from ingest.square import square


def tab_blocks(lines: Sequence[str], limits: Limits, counts: Counts) -> Iterator[Block]:
    """Yield the paragraphs and tables of a text in the tab-cell style."""
    before, cells = tab_cells(lines)
    if len(cells) > limits.positions:
        raise TooLarge(f"its tables have more than {limits.positions:,} cells")
    yield from prose(before, counts)
    tails = tails_of(cells)
    rows, headers = rows_of(cells, tails.sure)
    tables = list(_tables(rows))
    ends = {table[0].start for table in tables} | {len(cells)} | headers
    for table in tables:
        yield from _blocks(table, cells, prose_after(table, cells, tails, ends), counts)


def _tables(rows: Sequence[Row]) -> Iterator[list[Row]]:
    table: list[Row] = []
    for row in rows:
        if row.first and table:
            yield table
            table = []
        table.append(row)
    if table:
        yield table


def _blocks(rows: list[Row], cells: Sequence[TabCell], cuts: Mapping[int, int], counts: Counts) -> Iterator[Block]:
    """A table's blocks: several tables where prose stands between its rows."""
    held: list[Sequence[TabCell]] = []
    width = rows[0].width
    for row in rows:
        last = row.end - 1
        if last not in cuts:
            held.append(cells[row.start : row.end])
            continue
        held.append([*cells[row.start : last], cells[last].cut(cuts[last])])
        yield from _table(held, width, counts)
        yield from prose((piece.text for piece in cells[last].pieces[cuts[last] :]), counts)
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
