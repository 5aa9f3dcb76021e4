"""Fragments of one table on successive pages → one table: repeated headers once, rows cut by the page end whole."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from ingest.readers.from_pdf.cut import is_cut
from ingest.readers.from_pdf.fragment import Fragment, Piece
from ingest.readers.from_pdf.page import Part, Passage

_EDGE = 5.0
_SHIFT = 60.0
"""How far a table may move sideways from page to page: wide inner margins of facing pages."""
_HEADER_ROWS = 5


@dataclass(slots=True)
class Whole:
    """A table put together so far; rows count from 0 over all of its pages."""

    columns: tuple[float, ...]
    pieces: list[Piece]
    depth: int
    last: Fragment


def joined(pages: Iterable[Sequence[Part]]) -> Iterator[Passage | Whole]:
    """Parts of all pages in order, each table once; what may go on over the page is held back until it is settled."""
    held: list[Whole] = []
    for parts in pages:
        carried, held = held, []
        for part in parts:
            if isinstance(part, Passage) and part.running:
                yield part
                continue
            if isinstance(part, Passage):
                yield from carried
                yield from held
                carried, held = [], []
                yield part
                continue
            before = next((whole for whole in carried if _continues(whole, part)), None)
            if before is None:
                held.append(Whole(part.columns, list(part.pieces), part.depth, part))
            else:
                _append(before, part)
                carried.remove(before)
                held.append(before)
        yield from carried
    yield from held


def _continues(whole: Whole, part: Fragment) -> bool:
    return columns_match(whole.columns, part.columns) is not None


def columns_match(ours: Sequence[float], theirs: Sequence[float]) -> list[int] | None:
    """For each of their edges the number of our edge it stands on; None where they are not of one table.

    A page may show fewer edges than the table has, where its rows are merged.
    """
    shift = theirs[0] - ours[0]
    if abs(shift) > _SHIFT or abs(theirs[-1] - ours[-1] - shift) > _EDGE:
        return None
    at = []
    for edge in theirs:
        near = min(range(len(ours)), key=lambda n: abs(ours[n] + shift - edge))
        if abs(ours[near] + shift - edge) > _EDGE:
            return None
        at.append(near)
    return at if len(set(at)) == len(at) and len(at) > 1 else None


def _append(whole: Whole, part: Fragment) -> None:
    at = columns_match(whole.columns, part.columns) or []
    pieces = [
        replace(piece, column=at[piece.column], col_span=at[piece.column + piece.col_span] - at[piece.column])
        for piece in part.pieces
    ]
    skipped = _repeated_header(whole.pieces, pieces)
    pieces = [replace(p, row=p.row - skipped) for p in pieces if p.row >= skipped]
    depth = part.depth - skipped
    whole.last = part
    if not pieces:
        return
    if is_cut(_row_ending(whole.pieces, whole.depth), _row_beginning(pieces), keyed=_keyed(whole)):
        _drop_header_before_cut(whole)
        _merge(whole, pieces)
        whole.depth += depth - 1
    else:
        whole.pieces.extend(replace(p, row=p.row + whole.depth) for p in pieces)
        whole.depth += depth


def _repeated_header(ours: Sequence[Piece], theirs: Sequence[Piece]) -> int:
    """How many rows at the top of the new page only say again what the table's first rows say."""
    for start in range(3):
        same = 0
        while same < _HEADER_ROWS and (words := _words(theirs, same)) and words == _words(ours, start + same):
            same += 1
        if same:
            return same
    return 0


def _words(pieces: Sequence[Piece], row: int) -> list[tuple[int, str]]:
    return [(p.column, "".join(p.text.split())) for p in pieces if p.row == row and p.lines]


def _row_ending(pieces: Sequence[Piece], depth: int) -> dict[int, Piece]:
    return {p.column: p for p in pieces if p.row + p.row_span == depth}


def _row_beginning(pieces: Sequence[Piece]) -> dict[int, Piece]:
    return {p.column: p for p in pieces if p.row == 0}


def _keyed(whole: Whole) -> bool:
    """Whether every row so far, and there are some, has words at its left edge."""
    starts = [piece for piece in whole.pieces if piece.column == 0]
    return len(starts) > 2 and all(piece.lines for piece in starts[1:])


def _drop_header_before_cut(whole: Whole) -> None:
    """Some programs repeat the header before the first part of a row they cut, in the middle of the page too."""
    row = whole.depth - 2
    if row > 0 and _words(whole.pieces, row) == _words(whole.pieces, 0):
        whole.pieces = [replace(p, row=p.row - (p.row > row)) for p in whole.pieces if p.row != row]
        whole.depth -= 1


def _merge(whole: Whole, pieces: Sequence[Piece]) -> None:
    """Put the first row of the new page into the last row of the table."""
    ending = {(p.column, p.col_span): n for n, p in enumerate(whole.pieces) if p.row + p.row_span == whole.depth}
    offset = whole.depth - 1
    for piece in pieces:
        n = ending.get((piece.column, piece.col_span)) if piece.row == 0 else None
        if n is None:
            whole.pieces.append(replace(piece, row=piece.row + offset))
            continue
        before = whole.pieces[n]
        whole.pieces[n] = replace(
            before,
            lines=before.lines + piece.lines,
            row_span=before.row_span + piece.row_span - 1,
            fill=before.fill or piece.fill,
            colour=before.colour or piece.colour,
        )
