"""Cells that reach down over several rows and that a page cut in two → one cell, once all pages are read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ingest.readers.from_pdf.fragment import Piece


def with_whole_spans(pieces: Sequence[Piece]) -> list[Piece]:
    """The cells of a table, those of one column put together where a page cut one that reaches down over its rows.

    Such a cell has its words on one of the two pages alone. Cells without words at the top of a page are left empty
    unless they reach down themselves, or others of their column do and none is empty within a page.
    """
    if pieces[0].page == pieces[-1].page:
        return list(pieces)
    columns: dict[int, list[Piece]] = {}
    tops: dict[int, int] = {}
    for piece in sorted(pieces, key=lambda piece: piece.row):
        columns.setdefault(piece.column, []).append(piece)
        tops.setdefault(piece.page, piece.row)
    return [piece for column in columns.values() for piece in _whole(column, tops)]


def _whole(column: Sequence[Piece], tops: Mapping[int, int]) -> Iterator[Piece]:
    """The cells of a column from the top down, those that a page cut put together; `tops` are the pages' first rows."""
    if all(piece.lines for piece in column):
        yield from column
        return
    shared = _is_shared(column, tops)
    last, above = column[0], column[0]
    for piece in column[1:]:
        if _is_rest(last, above, piece, tops, shared=shared):
            last = _together(last, piece)
        else:
            yield last
            last = piece
        above = piece
    yield last


def _is_rest(last: Piece, above: Piece, below: Piece, tops: Mapping[int, int], *, shared: bool) -> bool:
    """Whether a cell is the rest of the `last` whole one; `above` is the part of that right above it."""
    if not _touch(last, below) or (below.lines and (above.lines or not shared)):
        return False
    if _is_over_page(above, below, tops):
        return bool(below.lines) != bool(last.lines) and (shared or below.row_span > 1)
    return shared and last is not above and not below.lines


def _touch(above: Piece, below: Piece) -> bool:
    """Whether a cell stands right beneath another as wide, neither of them of the header."""
    beneath = above.row + above.row_span == below.row and above.col_span == below.col_span
    return beneath and above.row > 0 and not above.header


def _is_over_page(above: Piece, below: Piece, tops: Mapping[int, int]) -> bool:
    return below.row == tops[below.page] and above.page != below.page


def _is_shared(column: Sequence[Piece], tops: Mapping[int, int]) -> bool:
    """Whether rows share cells of a column, and none of these is empty but where a page begins or ends, or beside a sum
    in the last row."""
    if not any(piece.row_span > 1 and piece.lines and piece.row > 0 for piece in column):
        return False
    follows = False
    for n, piece in enumerate(column):
        follows = not piece.lines and n > 0 and (follows or _is_over_page(column[n - 1], piece, tops))
        ends = n + 1 < len(column) and _is_over_page(piece, column[n + 1], tops)
        if not piece.lines and not (follows or ends or piece is column[-1]):
            return False
    return True


def _together(above: Piece, below: Piece) -> Piece:
    """One cell of two; it begins where the upper one does."""
    return above._replace(
        lines=above.lines + below.lines,
        row_span=above.row_span + below.row_span,
        fill=above.fill or below.fill,
        colour=above.colour or below.colour,
    )
