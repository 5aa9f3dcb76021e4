"""A table as one page shows it, before its pages are joined."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from ingest.readers.from_pdf.ink import Box
from ingest.readers.from_pdf.lines import Line


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
    loose: bool = False
    """Whether its edges are seen from words alone."""
    """Whether the tags have the table go on on a later page."""
