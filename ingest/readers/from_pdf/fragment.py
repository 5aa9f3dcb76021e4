"""A table as one page shows it, before its pages are joined."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from ingest.readers.from_pdf.ink import Box
from ingest.readers.from_pdf.lines import Line

_FEW, _MOST = 3, 0.6
"""How many lines show how a column is set, and the part of them that ends at one place where it is set to the right."""
_ROOM = 2.0


class Piece(NamedTuple):
    """One cell on one page: row and column count from 0, `box` is in the page's upright coordinates.

    `shown` is the same box on the page as a viewer shows it, `page` the page it begins on.
    """

    row: int
    column: int
    row_span: int
    col_span: int
    box: Box
    shown: Box
    page: int
    lines: tuple[Line, ...] = ()
    fill: str = ""
    colour: str = ""
    header: bool = False

    @property
    def text(self) -> str:
        """The words of all lines, on one line."""
        return " ".join(line.text for line in self.lines)

    @property
    def reach(self) -> float:
        """How far down the words reach; the top of the cell where there are none."""
        return self.lines[-1].baseline if self.lines else self.box.top


@dataclass(frozen=True, slots=True)
class Fragment:
    """The part of a table that stands on one page: cells in reading order, and the edges of its columns.

    Rows count from 0 on the page; where the file's tags name the table, `tag` is its number there and rows count
    through the whole of it.
    """

    page: int
    box: Box
    columns: tuple[float, ...]
    depth: int
    pieces: tuple[Piece, ...]
    tag: int | None = None
    more: bool = False
    """Whether the tags have the table go on on a later page."""
    loose: bool = False
    """Whether its edges are seen from words alone."""
    carried: bool = False
    """Whether its columns are those of the table that ended the page before."""


def roomy(part: Fragment) -> tuple[float, ...]:
    """The edges of the columns, with the room before a column of sums given to it: longer ones begin further left."""
    edges = list(part.columns)
    held: dict[int, list[Line]] = {}
    for piece in part.pieces:
        if piece.col_span == 1:
            held.setdefault(piece.column, []).extend(piece.lines)
    for column, lines in held.items():
        before = held.get(column - 1)
        if before and len(lines) >= _FEW and _is_right_aligned(lines):
            edges[column] = min(edges[column], max(line.box.right for line in before) + _ROOM)
    return tuple(edges)


def _is_right_aligned(lines: Sequence[Line]) -> bool:
    """Whether most lines end at one place, and begin at many."""
    ends, starts = ([round(line.box.right) for line in lines], [round(line.box.left) for line in lines])
    end, start = (Counter(sides).most_common(1)[0][1] for sides in (ends, starts))
    return end > _MOST * len(lines) and end > start
