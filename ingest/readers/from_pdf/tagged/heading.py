"""Whether the words above a tagged table are its headings, which the tags leave outside."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from ingest.readers.from_pdf.fragment import Fragment
from ingest.readers.from_pdf.ink import Run

_NEAR, _LEVEL = 4.0, 2.0
"""How far above its first row headings stand at most, in sizes of their letters, and how far from one another."""
_FEWEST, _MOST = 2, 0.6
"""How many of the columns, and what part of them, have words above them."""


def is_headed_from_outside(tagged: Fragment, free: Sequence[Run]) -> bool:
    """Whether words that the tags have in no table stand above most columns of one without headings, each above its
    own."""
    if any(piece.header for piece in tagged.pieces):
        return False
    above = [run for run in free if not run.artefact and _stands_above(run, tagged)]
    lowest = max((run.baseline for run in above), default=0.0)
    last = [run for run in above if lowest - run.baseline <= _LEVEL]
    columns = [_column(run, tagged.columns) for run in last]
    held = {column for column in columns if column is not None}
    return None not in columns and len(held) >= max(_FEWEST, _MOST * (len(tagged.columns) - 1))


def _stands_above(run: Run, tagged: Fragment) -> bool:
    return 0 < tagged.box.top - run.box.top <= _NEAR * run.size and run.baseline < tagged.box.top + _LEVEL


def _column(run: Run, edges: Sequence[float]) -> int | None:
    """The column that a run begins in and does not reach beyond, if any."""
    for n, (left, right) in enumerate(itertools.pairwise([*edges[:-1], float("inf")])):
        if left - _LEVEL <= run.box.left < right - _LEVEL:
            return n if run.box.right <= right + _LEVEL else None
    return None
