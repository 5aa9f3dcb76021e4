"""Rows of a table whose cells stand in the middle of their rows: none begins level with another."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from ingest.readers.from_pdf.evidence import CELL, SENTENCE, SURE, Evidence

_STRADDLED = 0.3
"""The part of the cells' beginnings that may fall within a sentence of another column, where cells begin level."""
_FEW = 3


def is_centred(evidence: Evidence, levels: Sequence[int]) -> bool:
    """Whether many cells begin at a height where the text of another column runs on."""
    starts = [n for n in levels[1:] if any(evidence.of_cell(n, c) == CELL for c in evidence.columns_at(n))]
    straddled = [n for n in starts if any(evidence.crossing(n, c) <= SENTENCE for c in evidence.columns)]
    return len(starts) >= _FEW and len(straddled) > _STRADDLED * len(starts)


def centred_starts(evidence: Evidence, levels: Sequence[int]) -> set[int]:
    """The levels at which rows begin: one between any two cells of a column, where it cuts no other column's text."""
    gaps = []
    for column in evidence.columns:
        held = [n for n in levels if column in evidence.columns_at(n)]
        gaps += [(n, m) for m, n in itertools.pairwise(held) if evidence.of_cell(n, column) == CELL]
    starts = {n for n in levels[1:] if evidence.weight(n) >= SURE}
    for n, m in sorted(gaps):
        if not any(m < start <= n for start in starts):
            between = range(m + 1, n + 1)
            starts.add(max(between, key=lambda k: (sum(evidence.crossing(k, c) for c in evidence.columns), k)))
    return starts
