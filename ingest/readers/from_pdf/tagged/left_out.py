"""Words that no tag names, though they stand in a tagged table: in the cells that are empty without them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ingest.readers.from_pdf.fragment import Fragment, Piece
from ingest.readers.from_pdf.ink import Ink, Run, around
from ingest.readers.from_pdf.lines import flow

_NEAR = 2.0
_LOST = 0.02
"""The part of a table's text that may stand in it without a tag and in no empty cell."""

Place = tuple[int, int]
"""Row and column of a cell."""


def completed(part: Fragment, loose: Sequence[Run], ink: Ink) -> tuple[Fragment, set[int]] | None:
    """The table with words without a tag in the empty cells they stand in, and which runs these are.

    None where too many stand elsewhere in it: its tags leave out rows, or parts of cells.
    """
    level = [run for run in loose if not run.artefact and part.box.top <= run.box.y <= part.box.bottom]
    if not level:
        return part, set()
    spots = _Spots.of(part)
    held: defaultdict[Place, list[Run]] = defaultdict(list)
    lost = 0
    for run in level:
        place = spots.at(run)
        if place is not None:
            held[place].append(run)
        elif spots.holds(run):
            lost += len(run.text)
    if lost > _LOST * sum(len(line.text) for piece in part.pieces for line in piece.lines):
        return None
    pieces = [
        _filled(piece, held[piece.row, piece.column], ink) if (piece.row, piece.column) in held else piece
        for piece in part.pieces
    ]
    columns = *part.columns[:-1], max(part.columns[-1], *(piece.box.right for piece in pieces))
    box = around([part.box, *(piece.box for piece in pieces if piece.lines)])
    taken = {id(run) for runs in held.values() for run in runs}
    return replace(part, box=box, columns=columns, pieces=tuple(pieces)), taken


@dataclass(frozen=True, slots=True)
class _Spots:
    """Where the rows and columns of a table begin, which of its cells are empty, and which columns hold no words."""

    part: Fragment
    tops: Sequence[tuple[float, int]]
    empty: frozenset[Place]
    bare: frozenset[int]

    @classmethod
    def of(cls, part: Fragment) -> _Spots:
        """The empty cells of a table."""
        tops: dict[int, float] = {}
        for piece in part.pieces:
            top = min([line.box.top for line in piece.lines], default=piece.box.top)
            tops[piece.row] = min(tops.get(piece.row, top), top)
        empty = {(piece.row, piece.column) for piece in part.pieces if not piece.lines}
        worded = {piece.column for piece in part.pieces if piece.lines and piece.col_span == 1}
        bare = frozenset(range(len(part.columns) - 1)) - worded
        return cls(part, sorted((top, row) for row, top in tops.items()), frozenset(empty), bare)

    def at(self, run: Run) -> Place | None:
        """The empty cell that a run stands in; beside all other words, one of a column that has none."""
        left, top, _, _ = run.box
        row = max([row for start, row in self.tops if start <= top + _NEAR], default=0)
        column = max((n for n, edge in enumerate(self.part.columns[:-1]) if edge <= left + _NEAR), default=0)
        is_near = self.holds(run) or column in self.bare
        return (row, column) if (row, column) in self.empty and is_near else None

    def holds(self, run: Run) -> bool:
        """Whether a run level with the table begins between the sides of its words."""
        return self.part.box.left - _NEAR <= run.box.left < self.part.box.right


def _filled(piece: Piece, runs: Sequence[Run], ink: Ink) -> Piece:
    """A cell with words."""
    area = around([piece.box, *(run.box for run in runs)])
    return piece._replace(lines=tuple(flow(runs)), box=area, shown=ink.shown(area))
