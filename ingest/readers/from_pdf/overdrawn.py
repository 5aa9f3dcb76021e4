"""Words of a merged cell that a page end cuts and that a program draws again over the header of the next page."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from ingest.readers.from_pdf.fragment import Piece
from ingest.readers.from_pdf.ink import Box, Run
from ingest.readers.from_pdf.lines import lines

_OVER = 0.5
"""The part of the lower of two lines that words must cover to be drawn over those of the other."""
_MOST = 40
"""No cell of which this is said has so many pieces of text."""


def without_overdrawn(pieces: Sequence[Piece], last: Iterable[Piece], columns: Sequence[int]) -> list[Piece]:
    """The cells of a page, those of its first row without words drawn over others that end the page before.

    `last` are the cells that end the table there, `columns` the column of it that each column of the page is.
    LibreOffice sets the words of a merged cell in its middle on each page and hides what stands outside of the cell.
    """
    above = {piece.column: [run for line in piece.lines for run in line.runs] for piece in last if piece.row_span > 1}
    top = min((piece.row for piece in pieces), default=0)
    return [_without(piece, above.get(columns[piece.column], ())) if piece.row == top else piece for piece in pieces]


def _without(piece: Piece, before: Sequence[Run]) -> Piece:
    """The cell without the words said before, if all of them stand there and touch what is left."""
    if not 0 < len(before) < _MOST:
        return piece
    said = Counter(run.text for run in before)
    again: list[Run] = []
    own: list[Run] = []
    for run in (run for line in piece.lines for run in line.runs):
        (again if said[run.text] > 0 else own).append(run)
        said[run.text] -= 1
    if len(again) < len(before) or not any(_touching(again, own)):
        return piece
    return piece._replace(lines=tuple(lines(own)))


def _touching(some: Sequence[Run], others: Sequence[Run]) -> Iterator[bool]:
    return (_is_over(one.box, other.box) for one, other in itertools.product(some, others))


def _is_over(one: Box, other: Box) -> bool:
    beside = min(one.right, other.right) - max(one.left, other.left)
    level = min(one.bottom, other.bottom) - max(one.top, other.top)
    least = min(one.height, other.height)
    return beside > _OVER * least and level > _OVER * least
