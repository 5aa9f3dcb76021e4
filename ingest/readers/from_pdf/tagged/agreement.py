"""Whether the tags of a table say what its rules show: some programs tag cells without their spans, or line by line."""

from __future__ import annotations

import itertools
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from ingest.readers.from_pdf.fragment import Fragment, Piece
from ingest.readers.from_pdf.grid import Grid, Places, Span
from ingest.readers.from_pdf.ink import Run, around
from ingest.readers.from_pdf.tagged.apart import shown_otherwise
from ingest.readers.from_pdf.tagged.outside import has_parts_outside

_WRONG = 0.1
"""The part of a page's cells that may differ before the rules are believed and not the tags: a cell that goes on over
the page looks shorter than it is."""
_WITHIN = 0.8
_FEWEST = 3
"""Cells that show where a column stands, at least."""
_ASIDE = 6.0
"""How far beside its column the middle of a cell's words may stand."""
_FREE = 0.02
"""The part of a table's text that may stand between its rules and not in its tags."""
_COARSE = 0.4
"""Where more of the rules' cells than this hold several of the tags', rules are missing."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a table's tags are believed, and the rules that show the same cells, if any do.

    `spans` are the cells of the grid that hold the words of tagged cells, by the row and column of these; `edges` say
    which of the grid's columns each of the tags' begins at.
    """

    believed: bool
    grid: Grid | None = None
    spans: Mapping[tuple[int, int], Span] = field(default_factory=dict)
    edges: Sequence[int] = ()


def judged(
    tagged: Fragment, grids: Sequence[Grid], free: Sequence[Run] = (), nesting: Collection[tuple[int, int]] = ()
) -> Verdict:
    """Whether a table's tags fit the rules around its words; they do where there are none.

    `free` are the page's runs that the tags have in no table: none of them stands between the rules. `nesting` are the
    rows and columns of cells in which tables stand: their rules are those of more cells.
    """
    if not (in_order(tagged) and _from_top(tagged)):
        return Verdict(believed=False)
    pieces = [piece for piece in tagged.pieces if (piece.row, piece.column) not in nesting]
    runs = [run for piece in pieces for line in piece.lines for run in line.runs]
    grid = _around(runs, grids)
    if grid is None:
        return Verdict(believed=not (shown_otherwise(tagged) or has_parts_outside(tagged, free)))
    places = Places(grid)
    held: defaultdict[int, list[Piece]] = defaultdict(list)
    wrong = cells = 0
    for piece in pieces:
        spots = {places.at(run.box.x, run.box.y) for line in piece.lines for run in line.runs}
        cells += bool(spots)
        wrong += len(spots) > 1
        for spot in spots:
            held[spot].append(piece)
    if sum(len(found) > 1 for found in held.values()) > _COARSE * len(held):
        return Verdict(believed=True)
    beside = [run for run in free if not run.artefact and grid.box.holds(run.box.x, run.box.y)]
    if _letters(beside) > _FREE * _letters(runs):
        return Verdict(believed=False)
    missed = {places.at(run.box.x, run.box.y) for run in beside} - set(held)
    wrong, cells = wrong + len(missed), cells + len(missed)
    alone = [(found[0], grid.spans[spot]) for spot, found in held.items() if len(found) == 1]
    edges = _edges(alone, len(tagged.columns), grid)
    wrong += len(held) - sum(_same(piece, span, edges) for piece, span in alone)
    if wrong > _WRONG * cells:
        return Verdict(believed=False)
    return Verdict(True, grid, {(piece.row, piece.column): span for piece, span in alone}, edges)


def _around(runs: Sequence[Run], grids: Sequence[Grid]) -> Grid | None:
    """The grid that holds nearly all of these words, if any does."""
    if not runs:
        return None
    box = around([run.box for run in runs])
    grid = next((grid for grid in grids if grid.box.holds(box.x, box.y)), None)
    if grid is None or sum(grid.box.holds(run.box.x, run.box.y) for run in runs) < _WITHIN * len(runs):
        return None
    return grid


def _letters(runs: Iterable[Run]) -> int:
    return sum(len(run.text) for run in runs)


def _edges(alone: Sequence[tuple[Piece, Span]], count: int, grid: Grid) -> Sequence[int]:
    """Which edge of the grid each edge of the tags' columns is, by most cells; none where they do not follow on.

    A grid may have more: rules of a field to fill in, or of a table in a cell, part columns of a few cells.
    """
    if count == len(grid.columns):
        return range(count)
    votes: defaultdict[int, Counter[int]] = defaultdict(Counter)
    for piece, span in alone:
        votes[piece.column][span.column] += 1
        votes[piece.column + piece.col_span][span.column + span.col_span] += 1
    edges = [votes[n].most_common(1)[0][0] if votes[n] else -1 for n in range(count)]
    return edges if all(here < after for here, after in itertools.pairwise([-1, *edges])) else ()


def in_order(tagged: Fragment) -> bool:
    """Whether the words of nearly all cells stand in their columns, and the columns from left to right.

    They do, however they are set, where no column reaches into the next.
    """
    lefts: defaultdict[int, list[float]] = defaultdict(list)
    rights: defaultdict[int, float] = defaultdict(float)
    held = [piece for piece in tagged.pieces if piece.lines and piece.col_span == 1]
    for piece in held:
        lefts[piece.column].append(min(line.box.left for line in piece.lines))
        rights[piece.column] = max(rights[piece.column], *(line.box.right for line in piece.lines))
    if all(rights[here] <= min(lefts[after]) for here, after in itertools.pairwise(sorted(lefts))):
        return True
    usual = {column: sorted(found)[len(found) // 2] for column, found in sorted(lefts.items())}
    pairs = [*itertools.pairwise(usual)]
    if any(min(len(lefts[a]), len(lefts[b])) >= _FEWEST and rights[b] <= min(lefts[a]) for a, b in pairs):
        return False
    wrong = sum(usual[here] >= usual[after] for here, after in pairs)
    nexts = dict(pairs)
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


def _same(piece: Piece, span: Span, edges: Sequence[int]) -> bool:
    """Whether a cell of the tags stands where that of the grid does, and is as wide."""
    if not edges:
        return False
    return edges[piece.column] == span.column and edges[piece.column + piece.col_span] == span.column + span.col_span
