"""Whether a page without rules sets apart what its tags have together, or the other way round.

Some programs guess the tags of a table: two columns or rows are one, or each line is a row.
"""

from __future__ import annotations

import itertools
import math
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from ingest.readers.from_pdf.fragment import Fragment, Piece
from ingest.readers.from_pdf.ink import around
from ingest.readers.from_pdf.lines import Line, parted

_GAP = 0.8
"""How much wider than this many times the size of its letters the room between two columns is."""
_LABEL = 4
"""A few letters set apart before words are their number or mark."""
_LEVEL = 2.0
_APART = 0.5
"""How far apart two places are tried at which columns may begin: a page has room for few."""
_FEWEST, _OFTEN, _SELDOM = 3, 0.2, 0.05
_TIGHT, _WIDER = 1.1, 1.2
_LEAST, _MOST, _DOUBLE = 0.9, 1.3, 2.0
"""How far apart lines of one paragraph stand at least, those of two rows at least, and those of a paragraph at most, in
sizes of their letters."""
_COLUMNS, _NEARLY_ALL, _HALF = 3, 0.6, 0.5
_LOWER = 1 / 3
_ASTRAY = 0.1
"""The part of the cells whose words may stand beside the row above."""


def shown_otherwise(tagged: Fragment) -> bool:
    """Whether the places of a table's words say that its columns or rows are not those of the tags."""
    pieces = [piece for piece in tagged.pieces if piece.lines and piece.row_span == 1]
    rows = _by(pieces, [piece.row for piece in pieces])
    leading = _leading(pieces, rows)
    return (
        _has_headings_above_one_another(pieces)
        or _has_columns_within(pieces)
        or _has_rows_within(rows, leading)
        or _has_lines_for_rows(rows, leading)
        or _has_cells_for_rows(rows)
        or _has_words_of_rows_above(rows)
    )


def _by(pieces: Sequence[Piece], keys: Iterable[int]) -> dict[int, list[Piece]]:
    held: defaultdict[int, list[Piece]] = defaultdict(list)
    for piece, key in zip(pieces, keys, strict=True):
        held[key].append(piece)
    return held


class _Part(NamedTuple):
    """Words that stand together on a line."""

    left: float
    right: float
    baseline: float
    text: str


def _has_columns_within(pieces: Sequence[Piece]) -> bool:
    """Whether the words of a column's cells stand in two columns."""
    narrow = [piece for piece in pieces if piece.col_span == 1]
    if len({piece.column for piece in pieces}) == 1:
        narrow = [piece._replace(lines=lines) for piece in pieces for lines in _level(piece.lines)]
    heads = _heads(pieces)
    above = [part for piece in pieces if piece.row in heads for part in _parts(piece)]
    columns = _by(narrow, [piece.column for piece in narrow]).values()
    return any(cells[0].row in heads and _stand_in_two(cells, above) for cells in columns)


def _has_headings_above_one_another(pieces: Sequence[Piece]) -> bool:
    """Whether the words of a heading stand above those of the next in its row: two rows of them are one."""
    first = [piece for piece in pieces if piece.row == pieces[0].row]
    return any(_stands_above(one, after) for one, after in itertools.pairwise(first))


def _stands_above(one: Piece, other: Piece) -> bool:
    """Whether the words of a cell stand above those of another, over half of the narrower."""
    ours, theirs = (around([line.box for line in piece.lines]) for piece in (one, other))
    shared = min(ours.right, theirs.right) - max(ours.left, theirs.left)
    return ours.bottom <= theirs.top and shared >= _HALF * min(ours.width, theirs.width)


def _heads(pieces: Sequence[Piece]) -> Collection[int]:
    """The first row, and those next beneath it that the tags have as headings too."""
    rows = _by(pieces, [piece.row for piece in pieces])
    return [*rows][:1] + [*itertools.takewhile(lambda row: all(piece.header for piece in rows[row]), [*rows])][1:]


def _level(lines: Iterable[Line]) -> list[tuple[Line, ...]]:
    """The lines that stand on one baseline."""
    ordered = sorted(lines, key=lambda line: line.baseline)
    starts = [n for n, line in enumerate(ordered) if not n or line.baseline - ordered[n - 1].baseline > _LEVEL]
    return [tuple(ordered[a:b]) for a, b in itertools.pairwise([*starts, len(ordered)])]


def _stand_in_two(cells: Sequence[Piece], heads: Sequence[_Part]) -> bool:
    """Whether in several of these cells words begin at one place behind others, over which none reach.

    A heading stands over each: a number of a telephone at a tab stop, or a sum set to the right, is no column.
    """
    parts = [_parts(piece) for piece in cells]
    over = _Over(part for held in parts for part in held)
    left, right = min(part.left for held in parts for part in held), max(part.right for held in parts for part in held)
    return any(
        any(left < part.right <= edge for part in heads)
        and any(edge - _LEVEL <= part.left < right for part in heads)
        and over.at(edge) <= _SELDOM * len(cells)
        for edge in _shared(parts)
    )


def _shared(cells: Sequence[Sequence[_Part]]) -> Iterator[float]:
    """The places at which words of several cells begin behind others, each well apart from the last."""
    found = sorted((edge, n) for n, held in enumerate(cells) for edge in _edges(held))
    near: Counter[int] = Counter()
    first = end = 0
    last = -_LEVEL
    for edge, _ in found:
        while end < len(found) and found[end][0] <= edge + _LEVEL:
            near[found[end][1]] += 1
            end += 1
        while found[first][0] < edge - _LEVEL:
            near[found[first][1]] -= 1
            if not near[found[first][1]]:
                del near[found[first][1]]
            first += 1
        if len(near) >= max(_FEWEST, _OFTEN * len(cells)) and edge >= last + _APART:
            last = edge
            yield edge


class _Over:
    """How many parts reach over a place: they begin well before it and end behind it."""

    def __init__(self, parts: Iterable[_Part]) -> None:
        wide = [part for part in parts if part.left + _LEVEL < part.right]
        self._begins = sorted(part.left + _LEVEL for part in wide)
        self._ends = sorted(part.right for part in wide)

    def at(self, edge: float) -> int:
        return bisect_left(self._begins, edge) - bisect_right(self._ends, edge)


def _parts(piece: Piece) -> list[_Part]:
    """The words of a cell, parted where there is room between them."""
    return [
        _Part(box.left, box.right, line.baseline, "".join(run.text for run in runs))
        for line in piece.lines
        for runs, box in parted(line, _GAP * line.size)
    ]


def _edges(parts: Sequence[_Part]) -> Iterator[float]:
    """Where words begin behind others on one line; not those behind a label."""
    for line in _on_lines(parts):
        before = min((part.right for part in line if not _is_label(part.text.strip())), default=math.inf)
        yield from {part.left for part in line if part.left > before + _LEVEL}


def _on_lines(parts: Sequence[_Part]) -> Iterator[list[_Part]]:
    line: list[_Part] = []
    for part in sorted(parts, key=lambda part: part.baseline):
        if line and part.baseline - line[0].baseline > _LEVEL:
            yield line
            line = []
        line.append(part)
    yield line


def _is_label(said: str) -> bool:
    return len(said) <= _LABEL or said.endswith(":")


def _leading(pieces: Sequence[Piece], rows: Mapping[int, Sequence[Piece]]) -> float:
    """How far apart the lines of a paragraph stand: as near as any do, and no further than double spaced."""
    size = max((line.size for piece in pieces for line in piece.lines), default=0.0)
    steps = [b.baseline - a.baseline for piece in pieces for a, b in itertools.pairwise(piece.lines)]
    steps += [_first(after) - _last(before) for before, after in itertools.pairwise(rows[n] for n in sorted(rows))]
    return min([_DOUBLE * size, *(step for step in steps if step >= _LEAST * size)])


def _first(row: Sequence[Piece]) -> float:
    return min(piece.lines[0].baseline for piece in row)


def _last(row: Sequence[Piece]) -> float:
    return max(line.baseline for piece in row for line in piece.lines)


def _has_rows_within(rows: Mapping[int, Sequence[Piece]], leading: float) -> bool:
    """Whether much of the text stands in rows that room parts from side to side."""
    parted = [row for row in rows.values() if _is_parted(row, leading)]
    return _letters(parted) > _OFTEN * _letters(rows.values())


def _is_parted(row: Sequence[Piece], leading: float) -> bool:
    """Whether the words of a row's first cell and of most others begin again on one line, below room that no words
    reach over."""
    if len(row) < _COLUMNS:
        return False
    lines = sorted((line for piece in row for line in piece.lines), key=lambda line: line.baseline)
    for above, below in itertools.pairwise(lines):
        step = below.baseline - above.baseline
        if step > max(_WIDER * leading, _MOST * below.size) and _begin_again(row, below):
            return True
    return False


def _begin_again(row: Sequence[Piece], line: Line) -> bool:
    """Whether the first cell of a row and most others have words above a line, and a line level with it."""
    cells = sorted(row, key=lambda piece: piece.column)
    again = [
        piece.lines[0].baseline < line.baseline - _LEVEL
        and any(abs(other.baseline - line.baseline) <= _LEVEL for other in piece.lines)
        for piece in cells
    ]
    return again[0] and sum(again) >= max(_COLUMNS, _NEARLY_ALL * len(cells))


def _letters(rows: Iterable[Sequence[Piece]]) -> int:
    return sum(len(line.text) for row in rows for piece in row for line in piece.lines)


def _has_lines_for_rows(rows: Mapping[int, Sequence[Piece]], leading: float) -> bool:
    """Whether rows of few cells stand as close beneath others as lines of a paragraph, and go on with their words.

    Small letters at the start of a row go on only where rows with room above them begin with capitals.
    """
    close: list[bool] = []
    apart: list[bool] = []
    for before, after in itertools.pairwise(rows[n] for n in sorted(rows)):
        step = _first(after) - _last(before)
        is_part = {piece.column for piece in after} <= {piece.column for piece in before}
        if step <= _TIGHT * leading and is_part:
            close.append(_begins_small(after))
        elif step > _WIDER * leading:
            apart.append(_begins_small(after))
    many = min(len(close), len(apart)) >= max(_FEWEST, _OFTEN * len(rows))
    return many and sum(close) >= _LOWER * len(close) and sum(apart) < _LOWER * len(apart)


def _begins_small(row: Sequence[Piece]) -> bool:
    """Whether the words of a row's first cell begin with a small letter; a status may do so in a row of its own."""
    return min(row, key=lambda piece: piece.column).lines[0].text[:1].islower()


def _has_cells_for_rows(rows: Mapping[int, Sequence[Piece]]) -> bool:
    """Whether rows stand beside those before them."""
    pairs = [*itertools.pairwise(rows[n] for n in sorted(rows))]
    beside = sum(abs(_first(after) - _first(before)) <= _LEVEL for before, after in pairs)
    return beside >= max(_FEWEST, _OFTEN * len(pairs))


def _has_words_of_rows_above(rows: Mapping[int, Sequence[Piece]]) -> bool:
    """Whether cells' words stand above all others of their row, level with those of the row before."""
    astray = cells = 0
    for before, row in itertools.pairwise(rows[n] for n in sorted(rows)):
        for piece in row if len(row) > 2 and len(before) > 1 else ():
            last = piece.lines[-1].baseline
            cells += 1
            above = last < min(other.lines[0].baseline for other in row if other is not piece) - _LEVEL
            astray += above and last >= _first(before) - _LEVEL
    return astray >= max(_FEWEST, _ASTRAY * cells)
