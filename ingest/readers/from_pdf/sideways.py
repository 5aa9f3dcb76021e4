"""Sheets wider than their paper: the columns printed on later pages stand beside the others again.

A spreadsheet program prints all rows of the first columns, then the same rows of the next ones. Each row is as tall on
both, so rows of uneven heights at the same places show what belongs together.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from ingest.readers.from_pdf.fragment import Piece
from ingest.readers.from_pdf.passage import Passage
from ingest.readers.from_pdf.whole_table import Whole

_SAME, _LEVEL = 1.5, 0.7
"""How far apart the borders, and the first lines, of one row may lie on two pages."""
_TURNS, _OTHER = 3, 2.0
"""How often rows must be higher or lower than the one above, and by how much, to be known by their heights."""
_MOST, _MANY = 0.9, 500
_ALONE = 2
"""As many edges has a column that stands alone."""
_EMPTY_PAGES = 4
"""Pages between two parts of a sheet that hold but what stands beneath it, at most."""
_BETWEEN = 0.01


class _Row(NamedTuple):
    """Where a row stands; `first` is the baseline of its first line, None where it has no words."""

    number: int
    page: int
    top: float
    bottom: float
    first: float | None


class _Block(NamedTuple):
    """Further columns of a sheet: how many pages on they stand, their edges there, and the number of the first here."""

    pages: int
    edges: tuple[float, ...]
    start: int


@dataclass
class _Sheet:
    """A table whose further columns may follow, with those found so far; rows between two have broken numbers."""

    whole: Whole
    last: int
    blocks: list[_Block] = field(default_factory=list)
    added: dict[tuple[float, int], Piece] = field(default_factory=dict)

    @property
    def until(self) -> int:
        """The last page on which further columns may begin."""
        pieces = self.whole.pieces
        return self.last + pieces[-1].page - pieces[0].page + 1 + _EMPTY_PAGES

    @cached_property
    def first_page(self) -> Sequence[_Row]:
        """The rows of its first page, as far as its cells are on that."""
        pieces = self.whole.pieces
        return _rows(itertools.takewhile(lambda piece: piece.page == pieces[0].page, pieces))

    @cached_property
    def pages(self) -> Mapping[int, Sequence[_Row]]:
        """The rows of each page that has no more than can be read."""
        by_page: dict[int, list[_Row]] = {}
        for row in _rows(self.whole.pieces):
            by_page.setdefault(row.page, []).append(row)
        return {page: rows for page, rows in by_page.items() if len(rows) <= _MANY}

    def takes(self, other: Whole) -> bool:
        """Take in a table that is further columns of this one; False where it is not."""
        if not (self.blocks or self._begins_level(other)):
            return False
        rows = [row for row in _rows(other.pieces) if row.first is not None]
        known = [block.pages for block in self.blocks]
        for pages in dict.fromkeys([*known, other.pieces[0].page - self.whole.pieces[0].page]):
            at = self._beside(rows, pages) if pages > 0 and rows else {}
            if len(at) >= max(_MOST * len(rows), 1) and (pages in known or self._both_uneven(at, rows)):
                if self._is_alike(other, rows, at):
                    return False
                self._add(other, rows, at, pages)
                return True
        return False

    def _begins_level(self, other: Whole) -> bool:
        """Whether another table's first row stands where one of this does on its first page: for most that is enough
        to know that they are apart."""
        there = _rows(itertools.takewhile(lambda piece: piece.row == other.pieces[0].row, other.pieces))
        return any(_are_level(row, first) for first in there for row in self.first_page)

    def _beside(self, rows: Sequence[_Row], pages: int) -> dict[int, int]:
        """For the rows, as they are numbered here, that many pages on, the numbers of those of the sheet they go on."""
        at: dict[int, int] = {}
        for n, row in enumerate(rows):
            same = (ours.number for ours in self.pages.get(row.page - pages, ()) if _are_level(ours, row))
            if (number := next(same, None)) is not None:
                at[n] = number
        return at

    def _both_uneven(self, at: Mapping[int, int], rows: Sequence[_Row]) -> bool:
        """Whether the rows of both tables can be known by their heights."""
        ours = {row.number: row for page in self.pages.values() for row in page}
        return _are_uneven([rows[n] for n in at]) and _are_uneven([ours[number] for number in at.values()])

    def _is_alike(self, other: Whole, rows: Sequence[_Row], at: Mapping[int, int]) -> bool:
        """Whether a row says the same in both, or most begin alike: pages of one form, each filled in for itself."""
        pairs = [(_says(self.whole, at[n]), _says(other, rows[n].number)) for n in at]
        begin = sum(here[:1] == there[:1] for here, there in pairs)
        return 2 * begin > len(pairs) or any(here == there for here, there in pairs)

    def _add(self, other: Whole, rows: Sequence[_Row], at: Mapping[int, int], pages: int) -> None:
        place: dict[int, float] = {}
        above = -1.0
        for n, row in enumerate(rows):
            above = place[row.number] = float(at[n]) if n in at else above + _BETWEEN
        start = self._start(other, pages)
        for piece in other.pieces:
            if piece.row in place and (piece.lines or piece.fill):
                self._lay(piece._replace(column=start + piece.column, row_span=1), place[piece.row])
        self.last = max(self.last, other.pieces[-1].page)

    def reads(self, part: Passage) -> bool:
        """Take in the words of a further column that stands alone on its page; False where they are none."""
        for block in self.blocks:
            rows = self.pages.get(part.page - block.pages, ()) if len(block.edges) == _ALONE else ()
            left, right = block.edges[0], block.edges[-1]
            found = [[row.number for row in rows if row.top < line.box.y < row.bottom] for line in part.lines]
            if all(found) and left - _SAME < part.box.left and part.box.right < right + _SAME:
                for (number, *_), line in zip(found, part.lines, strict=True):
                    piece = Piece(number, block.start, 1, 1, part.box, part.shown, part.page, (line,))
                    self._lay(piece, float(number))
                return True
        return False

    def _lay(self, piece: Piece, row: float) -> None:
        """Put a cell into a row, below the words that stand there already."""
        before = self.added.get((row, piece.column))
        self.added[row, piece.column] = before._replace(lines=before.lines + piece.lines) if before else piece

    def _start(self, other: Whole, pages: int) -> int:
        """The number that the first of another table's columns has here."""
        for block in self.blocks:
            is_same = len(block.edges) == len(other.columns) and block.pages == pages
            if is_same and all(abs(a - b) < _SAME for a, b in zip(block.edges, other.columns, strict=True)):
                return block.start
        block = _Block(pages, other.columns, len(self.whole.columns) - 1)
        shift = self.whole.columns[-1] - other.columns[0]
        self.whole.columns += tuple(edge + shift for edge in other.columns[1:])
        self.blocks.append(block)
        return block.start

    def made(self) -> Whole:
        """The table with all its columns; what reaches across its first ones reaches across them all."""
        if not self.added:
            return self.whole
        width, across = self.blocks[0].start, len(self.whole.columns) - 1
        wordy = {row for (row, _), piece in self.added.items() if piece.lines}
        ours = [
            (float(p.row), p._replace(col_span=across) if p.col_span == width > 1 and p.row not in wordy else p)
            for p in self.whole.pieces
        ]
        full = {row for row, piece in ours if piece.col_span == across}
        pieces = [*ours, *((row, piece) for (row, _), piece in self.added.items() if row not in full)]
        numbers = {row: n for n, row in enumerate(sorted({row for row, _ in pieces}))}
        self.whole.replace([piece._replace(row=numbers[row]) for row, piece in pieces])
        self.whole.depth = len(numbers)
        return self.whole


class _Held:
    """What waits for further columns of a sheet: the sheet, and the passages after it."""

    def __init__(self) -> None:
        self._sheet: _Sheet | None = None
        self._after: list[Passage] = []

    def past(self, part: Passage | Whole) -> list[Passage | Whole]:
        """What waits no longer once this part is met."""
        sheet = self._sheet
        if isinstance(part, Passage):
            if sheet is None:
                return [part]
            if not part.running and sheet.reads(part):
                return []
            self._after.append(part)
            return self.released() if part.page > sheet.until else []
        if sheet is not None and sheet.takes(part):
            return []
        released = self.released()
        self._sheet = _Sheet(part, part.pieces[-1].page)
        return released

    def released(self) -> list[Passage | Whole]:
        """All that waits."""
        sheets = [] if self._sheet is None else [self._sheet.made()]
        released: list[Passage | Whole] = [*sheets, *self._after]
        self._sheet, self._after = None, []
        return released


def unfolded(found: Iterable[Passage | Whole]) -> Iterator[Passage | Whole]:
    """Passages and tables in order, the columns of a sheet that stand on later pages beside its first ones.

    A table waits for the next one, for a few pages at most; what waits is handed on where reading breaks off.
    """
    held = _Held()
    try:
        for part in found:
            yield from held.past(part)
    except Exception:
        yield from held.released()
        raise
    yield from held.released()


def _rows(pieces: Iterable[Piece]) -> list[_Row]:
    """Where the rows of cells stand, from the top down; those that hold no cell of one row alone are left out."""
    found: dict[int, _Row] = {}
    for piece in pieces:
        if piece.row_span == 1:
            first = piece.lines[0].baseline if piece.lines else None
            row = _Row(piece.row, piece.page, piece.box.top, piece.box.bottom, first)
            found[piece.row] = _together(found[piece.row], row) if piece.row in found else row
    return [found[number] for number in sorted(found)]


def _together(row: _Row, other: _Row) -> _Row:
    firsts = [first for first in (row.first, other.first) if first is not None]
    return row._replace(
        top=min(row.top, other.top), bottom=max(row.bottom, other.bottom), first=min(firsts, default=None)
    )


def _are_level(row: _Row, other: _Row) -> bool:
    """Whether rows of two pages have the same borders, or their first lines at one height."""
    if abs(row.top - other.top) < _SAME and abs(row.bottom - other.bottom) < _SAME:
        return True
    return row.first is not None and other.first is not None and abs(row.first - other.first) < _LEVEL


def _are_uneven(rows: Sequence[_Row]) -> bool:
    """Whether the heights of rows turn often enough for the rows to be known by them."""
    heights = [row.bottom - row.top for row in rows]
    return sum(abs(above - below) > _OTHER for above, below in itertools.pairwise(heights)) >= _TURNS


def _says(whole: Whole, row: int) -> list[str]:
    return [piece.text for piece in whole.row(row) if piece.lines]
