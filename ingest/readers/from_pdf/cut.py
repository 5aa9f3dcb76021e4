"""Whether the first row of a page is the rest of the last row of the page before."""

from __future__ import annotations

from collections.abc import Mapping

from ingest.readers.from_pdf.fragment import Piece

_END = (".", ";", ":", "!", "?")


def is_cut(last: Mapping[int, Piece], first: Mapping[int, Piece], *, keyed: bool) -> bool:
    """Whether two rows, one at the end of a page and one at the top of the next, are one row that the page cut.

    A row is cut only where its text did not fit: a column that goes on must reach the foot of the first part.
    `keyed` says that every earlier row has words in its first column.
    """
    if not _same_cells(last, first) or any(a.fill != first[c].fill for c, a in last.items()):
        return False
    going_on = [column for column, piece in first.items() if piece.lines]
    at_foot = [column for column in going_on if _reaches_foot(last[column], last)]
    running_on = any(_runs_on(last[column], first[column]) for column in at_foot)
    if 0 not in going_on and 2 * len(at_foot) >= len(going_on) and (keyed or running_on):
        return True
    if len(at_foot) < len(going_on):
        return False
    stopped = (piece for column, piece in last.items() if piece.lines and column not in going_on)
    return running_on or any(not _reaches_foot(piece, last) for piece in stopped)


def _same_cells(last: Mapping[int, Piece], first: Mapping[int, Piece]) -> bool:
    return len(last) > 1 and {c: p.col_span for c, p in last.items()} == {c: p.col_span for c, p in first.items()}


def _reaches_foot(piece: Piece, row: Mapping[int, Piece]) -> bool:
    if not piece.lines:
        return False
    foot = max(other.reach for other in row.values())
    return foot - piece.reach < 1.6 * piece.lines[-1].size


def _runs_on(before: Piece, after: Piece) -> bool:
    """Whether a sentence goes on from one to the other."""
    return not before.text.endswith(_END) and after.text[:1].islower()
