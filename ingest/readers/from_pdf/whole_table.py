"""A table put together from its parts on successive pages, as far as they are read."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from ingest.readers.from_pdf.fragment import Piece


@dataclass(slots=True)
class Whole:
    """A table put together so far; rows count from 0 over all of its pages.

    `keyed` says whether every row so far has words at its left edge, `shared` whether several share a cell there;
    `places` and `bottom` are where in `pieces` the cell of a row and column, and the lowest cell of a column, stand.
    `tag` names the tagged table whose first row became `first_row`; `more` says that its tags go on. `loose` says that
    its edges are seen from words alone.
    """

    columns: tuple[float, ...]
    pieces: list[Piece] = field(default_factory=list)
    depth: int = 0
    keyed: bool = True
    shared: bool = False
    tag: int | None = None
    first_row: int = 0
    more: bool = False
    loose: bool = False
    places: dict[int, dict[int, int]] = field(default_factory=dict)
    bottom: dict[int, int] = field(default_factory=dict)

    def add(self, pieces: Iterable[Piece], offset: int) -> None:
        """Take in pieces of one page, their rows that many further down."""
        for piece in pieces:
            row, column = piece.row + offset, piece.column
            self.places.setdefault(row, {})[column] = self.bottom[column] = len(self.pieces)
            if column == 0:
                self.shared = self.shared or (piece.row_span > 1 and row > 0)
                self.keyed = self.keyed and (bool(piece.lines) or not self.pieces)
            self.pieces.append(piece._replace(row=row) if offset else piece)

    def replace(self, pieces: Sequence[Piece]) -> None:
        """Hold these pieces and no others."""
        self.pieces.clear()
        self.places.clear()
        self.bottom.clear()
        self.add(sorted(pieces, key=lambda piece: (piece.row, piece.column)), 0)

    def last_row(self) -> dict[int, int]:
        """For each column, where the piece stands that ends the table there."""
        return {
            column: n for column, n in self.bottom.items() if self.pieces[n].row + self.pieces[n].row_span == self.depth
        }

    def row(self, row: int) -> list[Piece]:
        """The pieces that begin in a row, from left to right."""
        return [self.pieces[n] for _, n in sorted(self.places.get(row, {}).items())]
