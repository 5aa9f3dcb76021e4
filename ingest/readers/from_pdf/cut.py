"""Whether the first row of a page is the rest of the last row of the page before."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ingest.readers.from_pdf.fragment import Piece
from ingest.readers.from_pdf.paragraphs import had_room

_END = (".", ";", ":", "!", "?")
_SHARED = 3
_FOOT, _SHORT = 1.6, 0.6
"""How many times its size above the foot of a row text may end and still reach it; and must, to stop short of it."""


def is_cut(last: Mapping[int, Piece], first: Mapping[int, Piece], *, keyed: bool) -> bool:
    """Whether two rows, one at the end of a page and one at the top of the next, are one row that the page cut.

    A row is cut only where its text did not fit: a column that goes on must reach the foot of the first part.
    `keyed` says that every earlier row has words in its first column.
    """
    if not _same_cells(last, first) or _other_colours(last, first) or _other_weight(last, first):
        return False
    going_on = [column for column, piece in first.items() if piece.lines]
    if _share_out(last, going_on):
        return True
    at_foot = [column for column in going_on if _short_of_foot(last[column], last) < _FOOT]
    running_on = any(_runs_on(last[column], first[column]) for column in at_foot)
    if 0 not in going_on and 2 * len(at_foot) >= len(going_on) and (keyed or running_on):
        return True
    if len(at_foot) < len(going_on):
        return False
    beside = [p for column, p in last.items() if p.lines and column not in going_on and p.row_span == 1]
    stopped = [_short_of_foot(piece, last) for piece in beside]
    if running_on or any(short >= _FOOT for short in stopped):
        return True
    return any(short >= _SHORT for short in stopped) and all(_wraps(last[c], first[c]) for c in going_on)


def _same_cells(last: Mapping[int, Piece], first: Mapping[int, Piece]) -> bool:
    return len(last) > 1 and {c: p.col_span for c, p in last.items()} == {c: p.col_span for c, p in first.items()}


def _share_out(last: Mapping[int, Piece], going_on: Sequence[int]) -> bool:
    """Whether each cell has its words on one page alone: where no two lines of a cell may be parted, whole cells go on.

    Words in the first column alone may be a theme, but for a number.
    """
    held = [column for column, piece in last.items() if piece.lines]
    if not held or not going_on or set(held) & set(going_on) or len(held) + len(going_on) < _SHARED:
        return False
    return held != [0] or (last[0].text[-1:].isdigit() and " " not in last[0].text)


def _other_colours(last: Mapping[int, Piece], first: Mapping[int, Piece]) -> bool:
    """Whether the rows have different colours: in a cell where both have one, or in half of their cells."""
    pairs = [(piece.fill, first[column].fill) for column, piece in last.items() if piece.fill != first[column].fill]
    return 2 * len(pairs) >= len(last) or any(ours and theirs for ours, theirs in pairs)


def _other_weight(last: Mapping[int, Piece], first: Mapping[int, Piece]) -> bool:
    """Whether all words over the page are bold and go on with no sentence, beneath cells with none in bold: a sum."""
    over = [(last[column], piece) for column, piece in first.items() if piece.lines]
    if not all(line.bold for _, piece in over for line in piece.lines) or any(p.text[:1].islower() for _, p in over):
        return False
    before = [run for piece, _ in over for line in piece.lines for run in line.runs]
    return bool(before) and not any(run.bold for run in before)


def _short_of_foot(piece: Piece, row: Mapping[int, Piece]) -> float:
    """How far above the lowest words of its row a cell's words end, in times their size."""
    if not piece.lines:
        return _FOOT
    return (max(other.reach for other in row.values()) - piece.reach) / piece.lines[-1].size


def _runs_on(before: Piece, after: Piece) -> bool:
    """Whether a sentence goes on from one to the other."""
    return not before.text.endswith(_END) and after.text[:1].islower()


def _wraps(before: Piece, after: Piece) -> bool:
    """Whether the first word over the page would not have fitted on the last line before it."""
    return not had_room(before.lines[-1], after.lines[0], before.box)
