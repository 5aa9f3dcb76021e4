"""Prose that follows a table without a sign: which lines of a row's last cell stand after the table, not in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from ingest.readers.from_txt.likeness import likeness, look
from ingest.readers.from_txt.tab_cells import TabCell
from ingest.readers.from_txt.tab_rows import Row

_TABLE_GAP = 2
_SECTION = 100
_ALIKE = 0.3


@dataclass(frozen=True, slots=True)
class Tails:
    """Where cells seem to go over into prose: index of the cell → index of the piece that begins it.

    `gap` is the number of blank lines that this text leaves after a table: two as a rule (one for the row's end, one
    for the table's), fewer where blank lines were thinned out.
    """

    gap: int
    at: dict[int, int]

    @property
    def sure(self) -> frozenset[int]:
        """The cells that end their row for certain, were it not for empty paragraphs inside cells."""
        return frozenset(self.at) if self.gap == _TABLE_GAP else frozenset()


def tails_of(cells: Sequence[TabCell]) -> Tails:
    """The cells that seem to go over into prose; what follows several cells in the same words belongs to them."""
    gap = min(_TABLE_GAP, max((max(c.trailing, *(p.gap for p in c.pieces), 0) for c in cells), default=0))
    found = {n: at for n, cell in enumerate(cells) if (at := _after(cell, gap)) is not None}
    openings = Counter(cells[n].pieces[at].text.casefold() for n, at in found.items())
    return Tails(gap, {n: at for n, at in found.items() if openings[cells[n].pieces[at].text.casefold()] == 1})


def prose_after(rows: Sequence[Row], cells: Sequence[TabCell], tails: Tails, ends: Collection[int]) -> dict[int, int]:
    """Of one table's rows, the last cells that go over into prose, and the piece that begins it.

    `ends` are the indices at which a table or a repeated header begins. Where most rows have such lines they are
    the column's habit, and prose only where the table ends.
    """
    lasts = [row.end - 1 for row in rows]
    found = [last for last in lasts if last in tails.at]
    rare = len(found) * 2 <= len(lasts) or len(lasts) <= 2
    return {
        last: tails.at[last]
        for last in found
        if (last + 1 in ends and (rare or tails.gap == _TABLE_GAP)) or (rare and _is_section(last, lasts, cells, tails))
    }


def _is_section(last: int, lasts: Sequence[int], cells: Sequence[TabCell], tails: Tails) -> bool:
    """Whether prose may stand between the rows of a table here."""
    if tails.gap == _TABLE_GAP:
        return True
    cell, at = cells[last], tails.at[last]
    words = look(TabCell(cell.pieces[at:], 0))
    others = [likeness(words, look(cells[other])) for other in lasts if other != last]
    short = len(cell.pieces) == at + 1 and len(words.key) <= _SECTION and words.like_heading
    return short and bool(others) and sum(others) / len(others) < _ALIKE


def _after(cell: TabCell, gap: int) -> int | None:
    return next((n for n, piece in enumerate(cell.pieces) if piece.gap >= gap and (n or cell.headless)), None)
