"""Tables and paragraphs from a sheet: blank rows part tables, lone values above a table are its titles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from ingest.counting import Counts
from ingest.errors import TooLarge
from ingest.limits import Limits
from ingest.model import Block, Cell, Paragraph, Place, Table
from ingest.plain_table import paragraphs
from ingest.readers.from_xlsx.sheet import Entry, Sheet

_Row = list[Entry]


def sheet_blocks(sheet: Sheet, counts: Counts, limits: Limits) -> Iterator[Block]:
    """Yield a sheet's paragraphs and tables; places carry the sheet's name and its own row numbers.

    Tables of one sheet are as wide as the widest of them, so that columns keep their numbers, unless a stray value
    far to the right makes the sheet wider than any table.
    """
    runs = list(_runs(_rows(sheet.entries)))
    widths = [max(entry.column + entry.col_span - 1 for row in run for entry in row if entry.text) for run in runs]
    common = max((width for width in widths if width <= limits.columns), default=0)
    for run, width in zip(runs, widths, strict=True):
        titles = _titles(run)
        for row in run[:titles]:
            yield from _lone(row, sheet.name, counts)
        if run[titles:]:
            yield _table(run[titles:], max(width, common), sheet.name, counts, limits)


def _rows(entries: Sequence[Entry]) -> Iterator[_Row]:
    """The rows that hold some text; a row of nothing but colour is blank."""
    for _, row in groupby(entries, key=lambda entry: entry.row):
        found = list(row)
        if any(entry.text for entry in found):
            yield found


def _runs(rows: Iterable[_Row]) -> Iterator[list[_Row]]:
    """Rows parted where one is blank; a cell merged down holds its rows together."""
    run: list[_Row] = []
    covered = 0
    for row in rows:
        if run and row[0].row > covered + 1:
            yield run
            run, covered = [], 0
        run.append(row)
        covered = max(covered, *(entry.row + entry.row_span - 1 for entry in row))
    if run:
        yield run


def _titles(run: Sequence[_Row]) -> int:
    """How many rows at the head of a run hold one value only; all of them, if no row holds more."""
    filled = [sum(bool(entry.text) for entry in row) > 1 for row in run]
    return filled.index(True) if True in filled else len(run)


def _lone(row: _Row, name: str, counts: Counts) -> Iterator[Paragraph]:
    for entry in row:
        for paragraph in paragraphs(entry.text):
            place = replace(counts.paragraph(), sheet=name, row=entry.row, column=entry.column)
            yield replace(paragraph, place=place, struck=entry.struck)


def _table(run: Sequence[_Row], width: int, name: str, counts: Counts, limits: Limits) -> Table:
    first = run[0][0].row
    last = max(entry.row + entry.row_span - 1 for row in run for entry in row)
    if (last - first + 1) * width > limits.positions:
        raise TooLarge(f"the sheet {name} has more than {limits.positions:,} cells")
    place = replace(counts.table(), sheet=name)
    grid: list[list[Cell | None]] = [[None] * width for _ in range(first, last + 1)]
    for row in run:
        for entry in row:
            if entry.column <= width:
                _lay(entry, grid, first, place)
    return Table(
        place,
        tuple(
            tuple(cell or Cell(Place(None, name, place.table, number, column)) for column, cell in enumerate(row, 1))
            for number, row in enumerate(grid, first)
        ),
    )


def _lay(entry: Entry, grid: list[list[Cell | None]], first: int, place: Place) -> None:
    """Put a cell wherever it covers; where two claim a position, the earlier one has it."""
    cell = Cell(
        Place(None, place.sheet, place.table, entry.row, entry.column),
        _words(entry),
        entry.row_span,
        min(entry.col_span, len(grid[0]) - entry.column + 1),
        entry.fill,
        entry.colour,
    )
    for row in grid[entry.row - first : entry.row - first + entry.row_span]:
        for column in range(entry.column - 1, min(entry.column - 1 + entry.col_span, len(row))):
            row[column] = row[column] or cell


def _words(entry: Entry) -> tuple[Paragraph, ...]:
    found = paragraphs(entry.text)
    if entry.struck or entry.links:
        return tuple(replace(paragraph, struck=entry.struck, links=entry.links) for paragraph in found)
    return found
