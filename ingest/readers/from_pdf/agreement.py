"""Whether the tags of a table say what its rules show: some programs tag cells without their spans, or line by line."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Sequence

from ingest.readers.from_pdf.fragment import Fragment, Piece
from ingest.readers.from_pdf.grid import Grid, Places, Span
from ingest.readers.from_pdf.ink import around

_WRONG = 0.1
"""The part of a page's cells that may differ before the rules are believed and not the tags: a cell that goes on over
the page looks shorter than it is."""
_WITHIN = 0.8
_ASIDE = 6.0
"""How far beside its column the middle of a cell's words may stand."""
_COARSE = 0.4
"""Where more of the rules' cells than this hold several of the tags', rules are missing."""


def agrees(tagged: Fragment, grids: Sequence[Grid], *, one_page: bool) -> bool:
    """Whether a table's tags fit the rules around its words, and can tell more than the rules do.

    They do where there are no rules. Tags of one page alone cannot: Word tags each page's part of a table as a
    table, and the rules say more exactly where its columns go on.
    """
    if not (_in_order(tagged) and _from_top(tagged)):
        return False
    runs = [run for piece in tagged.pieces for line in piece.lines for run in line.runs]
    box = around([run.box for run in runs])
    number = next((n for n, grid in enumerate(grids) if grid.box.holds(box.x, box.y)), None)
    if number is None or sum(grids[number].box.holds(run.box.x, run.box.y) for run in runs) < _WITHIN * len(runs):
        return True
    grid, places = grids[number], Places(grids[number])
    held: defaultdict[int, list[Piece]] = defaultdict(list)
    wrong = cells = 0
    for piece in tagged.pieces:
        spots = {places.at(run.box.x, run.box.y) for line in piece.lines for run in line.runs}
        cells += bool(spots)
        wrong += len(spots) > 1
        for spot in spots:
            held[spot].append(piece)
    if sum(len(pieces) > 1 for pieces in held.values()) > _COARSE * len(held):
        return True
    if one_page:
        return False
    wrong += sum(not _same(grid.spans[spot], pieces, grid, tagged) for spot, pieces in held.items())
    return wrong <= _WRONG * cells


def _in_order(tagged: Fragment) -> bool:
    """Whether the words of nearly all cells stand in their columns, and the columns from left to right."""
    lefts: defaultdict[int, list[float]] = defaultdict(list)
    held = [piece for piece in tagged.pieces if piece.lines and piece.col_span == 1]
    for piece in held:
        lefts[piece.column].append(min(line.box.left for line in piece.lines))
    usual = {column: sorted(found)[len(found) // 2] for column, found in sorted(lefts.items())}
    wrong = sum(here >= after for here, after in itertools.pairwise(usual.values()))
    nexts = dict(itertools.pairwise(usual))
    for piece in held:
        middle = around([line.box for line in piece.lines]).x
        after = nexts.get(piece.column)
        wrong += middle < usual[piece.column] - _ASIDE or (after is not None and middle > usual[after] + _ASIDE)
    return wrong <= _WRONG * len(held)


def _from_top(tagged: Fragment) -> bool:
    """Whether nearly all rows stand below those before them."""
    tops: dict[int, float] = {}
    for piece in tagged.pieces:
        if piece.lines:
            tops[piece.row] = min(tops.get(piece.row, piece.lines[0].baseline), piece.lines[0].baseline)
    down = [tops[row] for row in sorted(tops)]
    lowest = itertools.accumulate(down, max)
    return sum(top < low for top, low in zip(down, lowest, strict=True)) <= _WRONG * len(down)


def _same(span: Span, pieces: Sequence[Piece], grid: Grid, tagged: Fragment) -> bool:
    """Whether one cell of the grid is one cell of the tags, and as wide."""
    columns = len(grid.columns) - 1
    if len(pieces) != 1 or columns != len(tagged.columns) - 1:
        return False
    return pieces[0].col_span == span.col_span and pieces[0].column == span.column
