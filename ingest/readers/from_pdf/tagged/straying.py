"""Words that the tags have in one cell of a table and the page shows in another: put where they stand.

Some programs leave a cell empty and have its words in the next one of its row, or of its column.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Protocol

from ingest.readers.from_pdf.fragment import Fragment, Piece
from ingest.readers.from_pdf.ink import Box, Ink, Run, around
from ingest.readers.from_pdf.lines import flow, parted

_NEAR = 2.0
_GAP = 0.8
"""How much wider than this many times the size of its letters the room between two columns is."""
_FEWEST, _OTHERS = 3, 2
"""Cells that show where the words of a column stand, and of a row, at least."""

Place = tuple[int, int]
"""Row and column of a cell."""


def straightened(part: Fragment, ink: Ink) -> Fragment:
    """The table with words that stand in the place of an empty cell, and not in that of their own, in that cell."""
    cells = {(piece.row, piece.column): piece for piece in part.pieces if piece.row_span == piece.col_span == 1}
    if all(piece.lines for piece in cells.values()):
        return part
    for bands in (_Columns, _Rows):
        held = _held(cells, bands(cells))
        cells = {place: _with(piece, held[place], ink) if place in held else piece for place, piece in cells.items()}
    pieces = tuple(cells.get((piece.row, piece.column), piece) for piece in part.pieces)
    return part if pieces == part.pieces else replace(part, pieces=pieces, columns=_edges(part, pieces))


class _Bands(Protocol):
    """What says where words stand."""

    def place(self, box: Box, own: Place) -> Place: ...


def _held(cells: Mapping[Place, Piece], bands: _Bands) -> dict[Place, list[Run]]:
    """The runs of the cells that lose words or get some, each where it stands as far as nothing else stands there."""
    wanted = [(runs, own, bands.place(box, own)) for own, piece in cells.items() for runs, box in _parts(piece)]
    taken = {place for _, own, place in wanted if own == place}
    held: defaultdict[Place, list[Run]] = defaultdict(list)
    changed: set[Place] = set()
    for runs, own, place in wanted:
        is_free = place in cells and place not in taken
        held[place if is_free else own] += runs
        changed |= {own, place} if is_free else set()
    return {place: held[place] for place in changed}


def _parts(piece: Piece) -> Iterator[tuple[Sequence[Run], Box]]:
    """The words of a cell, line by line, parted where there is room between them."""
    for line in piece.lines:
        yield from parted(line, _GAP * line.size)


def _with(piece: Piece, runs: Sequence[Run], ink: Ink) -> Piece:
    """A cell with other words."""
    area = around([run.box for run in runs]) if runs else piece.box
    return piece._replace(lines=tuple(flow(runs)) if runs else (), box=area, shown=ink.shown(area))


def _edges(part: Fragment, pieces: Sequence[Piece]) -> tuple[float, ...]:
    """Where the words of each column begin."""
    lefts: dict[int, float] = {}
    for piece in pieces:
        if piece.lines and piece.col_span == 1:
            left = min(line.box.left for line in piece.lines)
            lefts[piece.column] = min(lefts.get(piece.column, left), left)
    return *(lefts.get(n, edge) for n, edge in enumerate(part.columns[:-1])), part.columns[-1]


class _Columns:
    """Where the words of each column stand, as most of its cells show."""

    def __init__(self, cells: Mapping[Place, Piece]) -> None:
        lefts: defaultdict[int, list[float]] = defaultdict(list)
        for (_, column), piece in cells.items():
            if piece.lines:
                lefts[column].append(min(line.box.left for line in piece.lines))
        self._lefts = {n: _middle(found) for n, found in sorted(lefts.items()) if len(found) >= _FEWEST}
        self._rights: dict[int, float] = {}
        for (_, column), piece in cells.items():
            for _, box in _parts(piece):
                if self._begins_in(box.left) == column:
                    self._rights[column] = max(self._rights.get(column, 0.0), box.right)

    def _begins_in(self, x: float) -> int | None:
        return max((n for n, left in self._lefts.items() if left <= x + _NEAR), default=None)

    def place(self, box: Box, own: Place) -> Place:
        """The place of words: in another column than the tags say where they stand within it and beside their own."""
        row, column = own
        found = self._begins_in(box.left)
        if (
            found is None
            or found == column
            or column not in self._lefts
            or box.right > self._rights.get(found, 0.0) + _NEAR
        ):
            return own
        if found < column and box.right > self._lefts[column] - _NEAR:
            return own
        return row, found


class _Rows:
    """From where to where the words of each row reach, those of any one column left out."""

    def __init__(self, cells: Mapping[Place, Piece]) -> None:
        self._rows: defaultdict[int, dict[int, tuple[float, float]]] = defaultdict(dict)
        for (row, column), piece in cells.items():
            if piece.lines:
                box = around([line.box for line in piece.lines])
                self._rows[row][column] = box.top, box.bottom

    def place(self, box: Box, own: Place) -> Place:
        """The place of words: in the row above where they stand level with that one and above all of their own.

        Those below their own may be of a cell that reaches down, though the tags do not say so.
        """
        row, column = own
        here, above = self._band(row, column), self._band(row - 1, column)
        if here is None or above is None or box.bottom >= here[0]:
            return own
        return (row - 1, column) if above[0] - _NEAR <= box.top and box.bottom <= above[1] + _NEAR else own

    def _band(self, row: int, column: int) -> tuple[float, float] | None:
        others = [reach for n, reach in self._rows.get(row, {}).items() if n != column]
        if len(others) < _OTHERS:
            return None
        return min(top for top, _ in others), max(bottom for _, bottom in others)


def _middle(found: Sequence[float]) -> float:
    """The lower middle one; the standard library's takes longer to load than to read a page."""
    return sorted(found)[(len(found) - 1) // 2]
