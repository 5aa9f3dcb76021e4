"""Bars of a chart drawn by colouring empty cells under quarters or months."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from normalise.actions.draft import Draft, Piece

_BLANK = frozenset(("", "FFFFFF"))


def mark_bars(drafts: Sequence[Draft]) -> None:
    """Mark the empty cells of milestones that bars cover, in the drafts of one table.

    A bar's colour stands in some rows of a column and not in others: columns shaded all the way down are design, and
    so is a row whose other cells have the colour too.
    """
    bars = _bar_colours(drafts)
    if not bars:
        return
    for draft in drafts:
        own = {p.cell.fill for p in draft.pieces if p.decision.field != "milestones"}
        draft.pieces = [replace(p, barred=_may_be_bar(p) and p.cell.fill in bars - own) for p in draft.pieces]


def _bar_colours(drafts: Sequence[Draft]) -> frozenset[str]:
    fills: dict[int, set[str]] = defaultdict(set)
    for draft in drafts:
        for piece in draft.pieces:
            if piece.decision.field == "milestones":
                fills[piece.column].add(piece.cell.fill)
    return frozenset(fill for found in fills.values() if len(found) > 1 for fill in found) - _BLANK


def _may_be_bar(piece: Piece) -> bool:
    return piece.decision.field == "milestones" and not piece.text
